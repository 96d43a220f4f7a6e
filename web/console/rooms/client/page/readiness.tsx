/** What is there, what is missing, and the act that mends it: what a start waits for first, what may follow after it. */
import { localDateOf } from "../../../../../shared/domain/calendar/instant.ts";
import { isValidOn } from "../../../../../shared/domain/certificates/certificate.ts";
import { clientNeeds } from "../../../../../shared/domain/clients/missing.ts";
import { Card } from "../../../parts/card.tsx";
import { Icon } from "../../../parts/icons.tsx";
import { useMe } from "../../../shell/me.ts";
import { shortDayOf } from "../../../words/when.ts";
import { type ClientAct, type Detail, type Open, offerOf } from "./detail.ts";
import type { PartProps } from "./parts.tsx";
import { pageWords } from "./words.ts";

type Need = (typeof clientNeeds)[number];

/** Without these nothing starts (`findStartBlockers`); everything else may follow. */
const beforeStart: readonly Need[] = ["statusDocument", "consent"];
const later = clientNeeds.filter((need) => !beforeStart.includes(need));

/** Where each is mended, and by which act. */
const mends: { readonly [need in Need]: { readonly act: ClientAct; readonly sheet: Open } } = {
  phone: { act: "changeClient", sheet: { kind: "change", topic: "reach" } },
  nik: { act: "changeClient", sheet: { kind: "change", topic: "person" } },
  registerNumber: { act: "changeClient", sheet: { kind: "change", topic: "person" } },
  statusDocument: { act: "changeClient", sheet: { kind: "change", topic: "document" } },
  reporting: { act: "changeClient", sheet: { kind: "change", topic: "reporting" } },
  consent: { act: "recordConsent", sheet: { kind: "consent", purpose: "PROFILING", action: "GIVEN" } },
  certificate: { act: "recordCertificate", sheet: { kind: "certificate" } },
};

/** What the client said last to being matched: a no is an answer, and nothing that is missing. */
const saidToMatching = ({ consents }: Detail) =>
  consents.find(({ purpose, employerId }) => purpose === "PROFILING" && employerId === undefined);

/** Whether a certificate is recorded that its second person is to look at yet, and none counts meanwhile. */
const waitsForSecond = ({ certificates }: Detail, today: string): boolean =>
  !certificates.some((certificate) => isValidOn(certificate, today)) &&
  certificates.some(
    ({ kind, result, verifiedAt, expiresOn }) =>
      kind === "COMPETENCE" && result === "COMPETENT" && verifiedAt === undefined && expiresOn >= today,
  );

/** What is there to see of a need besides whether it is missing. */
function useLacks(detail: Detail) {
  const me = useMe();
  const waits = me !== undefined && waitsForSecond(detail, localDateOf(me.now, me.office.zone));
  const lacks = (need: Need): boolean => {
    if (need === "consent") return saidToMatching(detail)?.action !== "GIVEN";
    return detail.missing.includes(need) || (need === "certificate" && waits);
  };
  return { waits, lacks };
}

export function Readiness(props: PartProps) {
  const words = pageWords.use();
  const { detail } = props;
  const { lacks } = useLacks(detail);
  const have = clientNeeds.filter((need) => !lacks(need)).length;
  const blocked = beforeStart.some(lacks);
  return (
    <Card title={words.ready(have, clientNeeds.length)}>
      <h3 class="small">{blocked ? words.beforeStart : words.beforeStartDone}</h3>
      <Needs {...props} needs={beforeStart} />
      <h3 class="small">{words.mayFollow}</h3>
      <Needs {...props} needs={later} />
    </Card>
  );
}

function Needs({ detail, open, needs }: PartProps & { readonly needs: readonly Need[] }) {
  const words = pageWords.use();
  const zone = useMe()?.office.zone ?? "WIB";
  const { waits, lacks } = useLacks(detail);
  // What is missing first: that is what somebody comes for.
  const inOrder = needs.toSorted((one, other) => Number(lacks(other)) - Number(lacks(one)));
  return (
    <ul class="needs">
      {inOrder.map((need) => {
        const said = need === "consent" ? saidToMatching(detail) : undefined;
        const no = said && said.action !== "GIVEN" ? said : undefined;
        const refusedBefore = no?.action === "REFUSED" ? shortDayOf(no.at, zone) : undefined;
        const sheet = need === "consent" ? { ...mends.consent.sheet, refusedBefore } : mends[need].sheet;
        const isWaiting = need === "certificate" && waits;
        return (
          <li
            key={need}
            data-missing={lacks(need) && no === undefined}
            data-no={no !== undefined}
            data-blocks={lacks(need) && beforeStart.includes(need)}
          >
            <span class="need">
              <Icon name={no ? "dash" : isWaiting ? "hourglass" : lacks(need) ? "late" : "check"} />
              <span>
                {words.needs[need]}
                {no ? (
                  <small class="quiet">
                    {" "}
                    {words.said[no.action === "REFUSED" ? "REFUSED" : "WITHDRAWN"](shortDayOf(no.at, zone))}
                  </small>
                ) : isWaiting ? (
                  <small class="quiet"> {words.waitsForSecond}</small>
                ) : (
                  <span class="unseen">: {lacks(need) ? words.lacking : words.have}</span>
                )}
              </span>
            </span>
            {lacks(need) && !isWaiting && offerOf(detail, mends[need].act) && (
              <button type="button" class={no ? "button plain unprinted" : "button unprinted"} onClick={() => open(sheet)}>
                {no
                  ? words.askAgain
                  : need === "consent" || need === "certificate" || need === "statusDocument"
                    ? words.record
                    : words.fill}
                <span class="unseen"> {words.needs[need]}</span>
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
