/** What may be done to an agreement: mend it, note that it is signed, end it. */
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { localDateOf } from "../../../../shared/domain/calendar/instant.ts";
import type { Answer } from "../../api/client.ts";
import { TextField } from "../../parts/field.tsx";
import { ActButton, canNow } from "../../parts/record/act-button.tsx";
import { ChangeSheet } from "../../parts/record/change.tsx";
import { ConfirmSheet } from "../../parts/record/confirm.tsx";
import type { RowWords } from "../../parts/record/rows.ts";
import { recordWords } from "../../parts/record/words.ts";
import { useMe } from "../../shell/me.ts";
import { openRows } from "./rows.ts";
import { agreementWords } from "./words.ts";

type Props = Pick<Answer<"readAgreement">, "agreement" | "acts" | "parties"> & {
  readonly words: RowWords;
  readonly changed: (said: string) => void;
};

export function Acts({ agreement, parties, acts, words: all, changed }: Props) {
  const words = agreementWords.use();
  const record = recordWords.use();
  const me = useMe();
  const [open, setOpen] = useState<"change" | "sign" | "terminate">();
  const [chosen, setSignedOn] = useState<string>();
  // Who is signed in may be known later than the agreement.
  const signedOn = chosen ?? (me ? localDateOf(me.now, me.office.zone) : "");
  const [number, setNumber] = useState(agreement.number ?? "");
  const [validFrom, setValidFrom] = useState(agreement.validFrom ?? "");
  const [validTo, setValidTo] = useState(agreement.validTo ?? "");
  const close = (): void => setOpen(undefined);
  const done = (said: string) => (): void => {
    close();
    changed(said);
  };
  const { id, version } = agreement;
  const withNames = { ...agreement, parties };
  return (
    <div class="buttons unprinted">
      {agreement.status === "PLANNED" && canNow(acts, "changeAgreement") && (
        <button type="button" class="button first" onClick={() => setOpen("sign")}>
          {words.sign}
        </button>
      )}
      <ActButton acts={acts} act="changeAgreement" word={words.change} press={() => setOpen("change")} />
      {agreement.status === "SIGNED" && agreement.followedBy === undefined && canNow(acts, "changeAgreement") && (
        <Link class="button" to="/perjanjian/baru" search={{ perpanjang: id }}>
          {words.renew}
        </Link>
      )}
      <ActButton acts={acts} act="terminateAgreement" word={words.terminate} look="bad" press={() => setOpen("terminate")} />
      {open === "change" && (
        <ChangeSheet
          title={words.changeTitle}
          route="changeAgreement"
          params={{ id }}
          rows={openRows(agreement.status)}
          words={all}
          record={withNames}
          close={close}
          saved={done(record.saved)}
        />
      )}
      {open === "sign" && (
        <ConfirmSheet
          title={words.sign}
          does={words.sign}
          route="changeAgreement"
          params={{ id }}
          body={{ version, changes: { status: "SIGNED", number, signedOn, validFrom, validTo } }}
          close={close}
          done={done(words.signed)}
        >
          <TextField label={words.labels.number} value={number} change={setNumber} />
          <TextField label={words.signedOn} type="date" value={signedOn} change={setSignedOn} />
          <TextField label={words.labels.validFrom} type="date" value={validFrom} change={setValidFrom} />
          <TextField label={words.labels.validTo} type="date" value={validTo} change={setValidTo} />
          <p class="quiet">{words.signLead}</p>
        </ConfirmSheet>
      )}
      {open === "terminate" && (
        <ConfirmSheet
          title={words.terminate}
          does={words.terminate}
          route="terminateAgreement"
          params={{ id }}
          bad
          close={close}
          done={done(words.terminated)}
        >
          <p>
            <strong>{[words.short[agreement.kind], agreement.number ?? agreement.title].join(" ")}</strong>
          </p>
          <p>{words.terminateLead}</p>
        </ConfirmSheet>
      )}
    </div>
  );
}
