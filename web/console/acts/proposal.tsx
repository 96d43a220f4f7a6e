/** One proposal, explained: what the work is, why it fits, what should be looked at, and what has to be said with the approval. */
import { formatDate } from "../../../shared/domain/calendar/format.ts";
import { formatRupiah, parseRupiah } from "../../../shared/domain/reference/money.ts";
import { importWords } from "../../../shared/messages/import-words.ts";
import type { Answer } from "../api/client.ts";
import { Check, Choice, TextField } from "../parts/field.tsx";
import { Icon } from "../parts/icons.tsx";
import { language, said } from "../words/language.ts";
import { actWords } from "./words.ts";

export type Proposal = Answer<"readProposals">["proposals"][number];

const bases = ["MONTHLY", "DAILY", "PIECE", "SHARE", "ALLOWANCE"] as const;
const sayers = ["EMPLOYER", "CLIENT"] as const;

/** What the officer puts right about a proposal. */
export type Put = {
  readonly wage?: string;
  readonly basis?: (typeof bases)[number];
  readonly saidBy?: (typeof sayers)[number];
  readonly meant?: boolean;
  readonly checked?: boolean;
};

const warned = ({ warnings }: Proposal, ...codes: readonly string[]): boolean =>
  warnings.some(({ code }) => codes.includes(code));
/** Whether it can be approved only with the wage that was agreed. */
export const wageNeeded = (proposal: Proposal): boolean => warned(proposal, "WAGE_MISSING", "WAGE_BELOW_MINIMUM");

type CardProps = {
  readonly proposal: Proposal;
  /** From 1; 0 where it is not chosen. */
  readonly rank: number;
  /** What gives each of them the same points: said once above them all. */
  readonly common: readonly string[];
  readonly first: boolean;
  readonly last: boolean;
  readonly tick: (on: boolean) => void;
  readonly move: (by: number) => void;
  readonly put: Put;
  readonly change: (put: Put) => void;
};

export function ProposalCard({ proposal, rank, common, first, last, tick, move, put, change }: CardProps) {
  const { approve: words } = actWords.use();
  const { title, employerName, reasons, points, passed, description, endedWorkOn } = proposal;
  const own = reasons.filter(({ source }) => !common.includes(source));
  const isChosen = rank > 0;
  return (
    <li class="card stack tight" data-chosen={isChosen}>
      <div class="proposal-head">
        <label class="choice">
          <input type="checkbox" checked={isChosen} onChange={(event) => tick(event.currentTarget.checked)} />
          <span>
            <strong>
              {isChosen && `${rank}. `}
              {title}
            </strong>
            <br />
            {employerName}
          </span>
        </label>
        <span class="small quiet">{words.points(points)}</span>
      </div>
      <Asked proposal={proposal} />
      <ul class="reasons small">
        {own.map((reason) => (
          <li key={reason.source}>
            <Icon name={reason.points < 0 ? "dash" : "check"} />
            {said(reason.text)}
            <span class="quiet">{words.points(reason.points)}</span>
          </li>
        ))}
      </ul>
      <Terms proposal={proposal} />
      <Odd proposal={proposal} />
      {endedWorkOn && (
        <p class="note small" data-tone="due">
          {words.ended(formatDate(endedWorkOn, language()))}
        </p>
      )}
      {isChosen && wageNeeded(proposal) && <WageFields put={put} change={change} />}
      {isChosen && warned(proposal, "OCCUPATION_UNKNOWN") && (
        <Check required label={words.checked} value={put.checked ?? false} change={(checked) => change({ ...put, checked })} />
      )}
      <details>
        <summary>{words.passed}</summary>
        <ul class="reasons small">
          {passed.map(({ code, text }) => (
            <li key={code}>
              <Icon name="check" />
              {said(text)}
            </li>
          ))}
        </ul>
      </details>
      {!(first && last) && (
        <p class="buttons order">
          <span class="small quiet">{words.turn}</span>
          <button
            type="button"
            class="button plain"
            disabled={first}
            onClick={() => move(-1)}
            aria-label={words.earlierOf(title)}
          >
            <Icon name="up" />
            {words.earlier}
          </button>
          <button type="button" class="button plain" disabled={last} onClick={() => move(1)} aria-label={words.laterOf(title)}>
            <Icon name="down" />
            {words.later}
          </button>
        </p>
      )}
      {description && (
        <details>
          <summary>{words.description}</summary>
          <p class="small">{description}</p>
        </details>
      )}
    </li>
  );
}

/** Which of the skills that are asked for the client has, and which not; and the units that the certificate proves. */
function Asked({
  proposal: {
    asked: { skills, units },
  },
}: {
  readonly proposal: Proposal;
}) {
  const { approve: words } = actWords.use();
  const names = (of: typeof skills): string =>
    of.map(({ text, certified }) => (certified ? words.certified(said(text)) : said(text))).join(", ");
  const has = skills.filter((skill) => skill.has);
  const lacks = skills.filter((skill) => !skill.has);
  return (
    <div class="small">
      {has.length > 0 && (
        <p>
          <span class="quiet">{words.fits}:</span> <strong>{names(has)}</strong>
        </p>
      )}
      {lacks.length > 0 && (
        <p>
          <span class="quiet">{words.lacks}:</span> {names(lacks)}
        </p>
      )}
      {skills.length === 0 && <p class="quiet">{words.asksNoSkill}</p>}
      {units.length > 0 && (
        <p>
          <span class="quiet">{words.units}:</span> {units.map(({ title }) => title).join("; ")}
        </p>
      )}
    </div>
  );
}

/** Where the work is, what it pays, and whether a record is asked for: what a client wants to know before a yes. */
export function Terms({ proposal: { region, nearness, wage, recordCheck } }: { readonly proposal: TermsOf }) {
  const { approve: words } = actWords.use();
  return (
    <p class="small">
      {[region, words.nearness[nearness]].filter(Boolean).join(", ")}
      <br />
      {wage ? `${formatRupiah(wage.amount)} ${words.wage[wage.basis]}` : words.noWage}
      <br />
      {recordCheckOf(recordCheck, words.recordCheck)}
    </p>
  );
}
type TermsOf = Pick<Proposal, "region" | "nearness" | "wage" | "recordCheck">;

const recordCheckOf = (value: string, words: Readonly<Record<string, string>>): string => words[value] ?? value;

/** What stands against it, and what a person should look at. */
function Odd({ proposal: { warnings, flags, notes = [] } }: { readonly proposal: Proposal }) {
  const { approve: words } = actWords.use();
  const known: Readonly<Record<string, { readonly id: string; readonly en: string }>> = importWords;
  const flagged = flags.map((flag) => (known[flag] ? said(known[flag]) : flag));
  const noted = notes.map((note) => (known[note] ? said(known[note]) : note));
  return (
    <>
      {warnings.map(({ code, text }) => (
        <p class="note small" data-tone="late" key={code}>
          {said(text)}
        </p>
      ))}
      {flagged.length > 0 && (
        <p class="note small" data-tone="due">
          <strong>{words.lookAt}:</strong> {flagged.join("; ")}
        </p>
      )}
      {noted.length > 0 && <p class="small quiet">{noted.join("; ")}</p>}
    </>
  );
}

/** A month's wage in sen outside of this may be a slip by zeroes: the officer can say that it is meant. */
const believable = { least: 250_000_000, most: 1_100_000_000 };

function WageFields({ put, change }: Pick<CardProps, "put" | "change">) {
  const { approve: words } = actWords.use();
  const { wage = "", basis = "MONTHLY", saidBy = "EMPLOYER", meant = false } = put;
  const amount = parseRupiah(wage);
  const monthly = amount !== undefined && (basis === "DAILY" ? amount * 25 : basis === "MONTHLY" ? amount : undefined);
  const odd = typeof monthly === "number" && (monthly < believable.least || monthly > believable.most);
  return (
    <div class="stack tight">
      <TextField
        label={words.agreedWage}
        hint={words.agreedWageHint}
        wrong={wage !== "" && amount === undefined ? words.wageWrong : undefined}
        required
        inputMode="decimal"
        value={wage}
        change={(typed) => change({ ...put, wage: typed })}
      />
      <Choice
        row
        label={words.basis}
        value={basis}
        change={(chosen) => change({ ...put, basis: chosen })}
        options={bases.map((value) => ({ value, label: words.wage[value] }))}
      />
      <Choice
        row
        label={words.saidBy}
        value={saidBy}
        change={(chosen) => change({ ...put, saidBy: chosen })}
        options={sayers.map((value) => ({ value, label: words.sayers[value] }))}
      />
      {(odd || meant) && <Check label={words.wageMeant} value={meant} change={(on) => change({ ...put, meant: on })} />}
    </div>
  );
}
