/** The certificates of a client, and whether a second person has verified them. */
import { Link } from "@tanstack/react-router";
import { useUnsent } from "../../../outbox/outbox.ts";
import { Card } from "../../../parts/card.tsx";
import { Tag } from "../../../parts/tag.tsx";
import { useMe } from "../../../shell/me.ts";
import { said } from "../../../words/language.ts";
import { shortDay } from "../../../words/when.ts";
import { certificateWords } from "../certificate/words.ts";
import { type Detail, type Open, offerOf } from "./detail.ts";
import type { PartProps } from "./parts.tsx";
import { Unsent } from "./unsent.tsx";

export function Certificates({ detail, open }: PartProps) {
  const may = offerOf(detail, "recordCertificate") !== undefined;
  // What a device kept before trainings were told has none.
  const { trainings = [] }: Partial<Pick<Detail, "trainings">> = detail;
  return <CertificateCard certificates={detail.certificates} trainings={trainings} open={open} may={may} />;
}

type Certificate = Detail["certificates"][number];
type CardProps = {
  readonly certificates: readonly Certificate[];
  readonly trainings?: Detail["trainings"];
  readonly open: (sheet: Open) => void;
  /** Whether one may be recorded. */
  readonly may: boolean;
};
export function CertificateCard({ certificates, trainings = [], open, may }: CardProps) {
  const words = certificateWords.use();
  return (
    <Card
      title={words.title}
      folds
      beside={
        may && (
          <button type="button" class="button unprinted" onClick={() => open({ kind: "certificate" })}>
            {words.record}
            <span class="unseen"> {words.title}</span>
          </button>
        )
      }
    >
      {certificates.length === 0 ? (
        <p class="quiet">{words.none}</p>
      ) : (
        <ul class="lines">
          {certificates.map((certificate) => (
            <Line key={certificate.id} certificate={certificate} open={open} />
          ))}
        </ul>
      )}
      {trainings.length > 0 && (
        <>
          <h3>{words.trainings}</h3>
          <ul>
            {trainings.map(({ id, title, startsOn, state }) => (
              <li key={id}>
                <Link to="/pelatihan/$id" params={{ id }}>
                  {title}
                </Link>{" "}
                <span class="quiet">
                  {shortDay(startsOn)} {startsOn.slice(0, 4)} · {words.trainingStates[state]}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function Line({ certificate, open }: { readonly certificate: Certificate; readonly open: (sheet: Open) => void }) {
  const words = certificateWords.use();
  const today = useMe()?.now.slice(0, 10) ?? "";
  const { id, kind, number, scheme, result, expiresOn, verifiedAt, sentBack, acts } = certificate;
  const unsent = useUnsent(id);
  const verify = acts.find(({ act }) => act === "verifyCertificate");
  const mend = acts.find(({ act }) => act === "changeCertificate");
  return (
    <li>
      <div>
        <p class="strong">{scheme}</p>
        <p class="small quiet">
          {words.kinds[kind]} · {number} · {words.validTo(shortDay(expiresOn))} {expiresOn.slice(0, 4)}
        </p>
        <p class="buttons">
          {result !== "COMPETENT" && <Tag tone="closed">{words.results[result]}</Tag>}
          {expiresOn < today ? (
            <Tag tone="late">{words.expired}</Tag>
          ) : (
            <Tag tone={sentBack ? "late" : verifiedAt ? "good" : "due"}>
              {sentBack ? words.sentBack : verifiedAt ? words.verified : words.waits}
            </Tag>
          )}
        </p>
        {sentBack && <p class="small">{words.faults[sentBack.reason]}</p>}
        {verify?.words && !verifiedAt && <p class="small quiet">{said(verify.words)}</p>}
        <Unsent about={id} />
      </div>
      <p class="buttons unprinted">
        {verify && verify.blocked === undefined && !unsent && (
          <button type="button" class="button" onClick={() => open({ kind: "verify", id })}>
            {words.verify}
            <span class="unseen"> {scheme}</span>
          </button>
        )}
        {mend && (
          <button type="button" class="button" onClick={() => open({ kind: "certificate", id })}>
            {verifiedAt ? words.mendSkills : words.mend}
            <span class="unseen"> {scheme}</span>
          </button>
        )}
      </p>
    </li>
  );
}
