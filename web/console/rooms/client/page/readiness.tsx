/** What is there, what is missing, and the act that mends it. */
import { clientNeeds } from "../../../../../shared/domain/clients/missing.ts";
import { Icon } from "../../../parts/icons.tsx";
import { type ClientAct, type Open, offerOf } from "./detail.ts";
import { Card, type PartProps } from "./parts.tsx";
import { pageWords } from "./words.ts";

type Need = (typeof clientNeeds)[number];

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

export function Readiness({ detail, open }: PartProps) {
  const words = pageWords.use();
  const { missing } = detail;
  const lacks = (need: Need): boolean => missing.includes(need);
  // What is missing first: that is what somebody comes for.
  const inOrder = clientNeeds.toSorted((one, other) => Number(lacks(other)) - Number(lacks(one)));
  return (
    <Card title={words.ready(clientNeeds.length - missing.length, clientNeeds.length)}>
      <ul class="needs">
        {inOrder.map((need) => (
          <li key={need} data-missing={lacks(need)}>
            <span class="need">
              <Icon name={lacks(need) ? "late" : "check"} />
              {words.needs[need]}
              <span class="unseen">: {lacks(need) ? words.lacking : words.have}</span>
            </span>
            {lacks(need) && offerOf(detail, mends[need].act) && (
              <button type="button" class="button unprinted" onClick={() => open(mends[need].sheet)}>
                {need === "consent" || need === "certificate" || need === "statusDocument" ? words.record : words.fill}
                <span class="unseen"> {words.needs[need]}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
