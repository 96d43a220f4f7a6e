/** The officer's word that work has begun, or that it has not. */
import type { routes } from "../../api/routes.ts";
import { type Instant, localDateOf } from "../../domain/calendar/instant.ts";
import type { LocalDate } from "../../domain/calendar/local-date.ts";
import { type DomainError, refusal } from "../../domain/errors.ts";
import { confirmStart as decideStart, noteNoStart } from "../../domain/placements/confirmation.ts";
import { currentEntry, type Placement } from "../../domain/placements/placement.ts";
import { type Decision, refused } from "../../domain/process/decision.ts";
import type { Receipt } from "../../domain/record/receipt.ts";
import { gateFailures } from "../matching/gate-facts.ts";
import { startWindow } from "../office-times.ts";
import { changePlacement, type Loaded } from "../process/change-process.ts";
import { decideOnWord, refuseWord, tellSetAside } from "../process/words.ts";
import { type ReceiptInput, receiptAt, type StaffCommand } from "../request.ts";
import { aboutOne, optionsOf } from "./change-placement.ts";

/** The officer confirms that work has begun, or that it has not. Errors: GATE_FAILED, CONFIRMATION_INVALID, ALREADY_ANSWERED, WORD_BEFORE_QUESTION. */
export const confirmStart: StaffCommand<typeof routes.confirmStart> = (deps, request) => {
  const { body } = request;
  const options = optionsOf(request, body.started ? undefined : body.receipt);
  const decide = async (loaded: Loaded<Placement>): Promise<Decision<Placement>> => {
    const { state, context, office, client, vacancies } = loaded;
    if (!body.started) {
      const { at } = receiptAt(body.receipt, context.now);
      const later = saidSince(state, at);
      if (later) return refused(refusal("ALREADY_ANSWERED", [{ code: later.side, path: "receipt.at", value: later.at }]));
      return decideOnWord(loaded, at, "EMPLOYER", () => noteNoStart(state, "officer", context));
    }
    const entry = currentEntry(state);
    const vacancy = vacancies.get(entry?.vacancyId ?? "");
    const words = new Map(entry ? [[entry.vacancyId, entry]] : []);
    const failures = vacancy ? await gateFailures(deps, client, office, [vacancy], { startedOn: body.startedOn, words }) : [];
    const { startedOn, evidence, writtenContract, contractType } = body;
    const employer = loaded.employers.get(entry?.vacancyId ?? "");
    const unvouchedBy = employer?.unverified && employer.registeredBy;
    const told = (word: ReceiptInput | undefined) => (word ? receiptAt(word, context.now) : undefined);
    const sides = { client: told(body.client), employer: told(body.employer) };
    const wrong = refuseSides(loaded, sides, startedOn);
    if (wrong) return refused(wrong);
    const decision = decideStart(
      state,
      { by: "officer", startedOn, evidence, writtenContract, contractType, unvouchedBy, ...sides },
      startWindow(office, state, context.now),
      failures,
      context,
    );
    return decision.kind === "decided" ? tellSetAside(loaded, decision) : decision;
  };
  return changePlacement(deps, request.params.id, options, aboutOne(body.vacancyId, decide));
};

/** Which side has said later than that that work has begun; undefined: none. */
function saidSince({ confirmedBy }: Placement, at: Instant) {
  for (const side of ["client", "employer"] as const) {
    const word = confirmedBy[side];
    const said = word && (word.receipt?.at ?? word.at);
    if (said !== undefined && said > at) return { side, at: said };
  }
  return undefined;
}

type Sides = Readonly<Record<"client" | "employer", Receipt | undefined>>;

/** Nobody can have said that work has begun before its first day; and what the employer has said since by link counts. */
function refuseSides(loaded: Loaded<Placement>, sides: Sides, startedOn: LocalDate): DomainError | undefined {
  const early = (["client", "employer"] as const).filter((side) => {
    const said = sides[side];
    return said !== undefined && localDateOf(said.at, loaded.office.zone) < startedOn;
  });
  if (early.length > 0)
    return refusal(
      "CONFIRMATION_INVALID",
      early.map((side) => ({ code: "WORD_BEFORE_START", path: `${side}.at` })),
    );
  if (!sides.employer) return undefined;
  const { deniedAt } = loaded.state;
  if (deniedAt !== undefined && sides.employer.at <= deniedAt)
    return refusal("ALREADY_ANSWERED", [{ code: "employer", path: "employer.at", value: deniedAt }]);
  return refuseWord({ ...loaded, questionOpenedAt: undefined }, sides.employer.at, "EMPLOYER");
}
