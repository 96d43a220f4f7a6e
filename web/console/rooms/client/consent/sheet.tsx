/** A consent is read out in the office's own words, and a yes or a no recorded with how and when it was said; a withdrawal says what follows. */
import { useState } from "react";
import { useRead } from "../../../api/read.ts";
import { useAct } from "../../../parts/act.ts";
import { type Receipt, ReceiptField } from "../../../parts/receipt.tsx";
import { Sheet } from "../../../parts/sheet.tsx";
import { Failure, FormError, Skeleton } from "../../../parts/states.tsx";
import { tell } from "../../../shell/toasts.tsx";
import { language, said } from "../../../words/language.ts";
import { clientChanged, type Employer, type Purpose } from "../page/detail.ts";
import { consentWords } from "./words.ts";

type Props = {
  readonly clientId: string;
  readonly purpose: Purpose;
  readonly action: "GIVEN" | "WITHDRAWN";
  readonly employer?: Employer | undefined;
  /** When the client said no to it, where that is so. */
  readonly refusedBefore?: string | undefined;
  readonly close: () => void;
};
export function ConsentSheet({ clientId, purpose, action, employer, refusedBefore, close }: Props) {
  const words = consentWords.use();
  const texts = useRead("readConsentTexts");
  const act = useAct("recordConsent");
  const [receipt, setReceipt] = useState<Receipt>({ how: "IN_PERSON" });
  const gives = action === "GIVEN";
  const text = texts.data?.texts.find((known) => known.purpose === purpose);
  const waits = act.busy || (gives && !text);
  const send = async (said: "GIVEN" | "REFUSED" | "WITHDRAWN"): Promise<void> => {
    const answer = await act.send({
      params: { id: clientId },
      body: { purpose, action: said, receipt, ...(employer ? { employerId: employer.id } : {}) },
    });
    if (answer === undefined) return;
    tell(answer.supersededBy ? words.superseded : said === "REFUSED" ? words.refusedRecorded : words.recorded);
    void clientChanged();
    close();
  };
  return (
    <Sheet
      title={gives ? words.giveTitle : words.withdrawTitle}
      close={close}
      foot={
        <>
          <button type="button" class="button first" aria-disabled={waits} onClick={() => waits || void send(action)}>
            {gives ? words.agrees : words.takesBack}
          </button>
          {gives && (
            <button type="button" class="button" aria-disabled={waits} onClick={() => waits || void send("REFUSED")}>
              {words.refuses}
            </button>
          )}
          <button type="button" class="button plain" onClick={close}>
            {words.cancel}
          </button>
        </>
      }
    >
      {text === undefined ? (
        texts.error ? (
          <Failure error={texts.error} again={() => void texts.refetch()} />
        ) : (
          <Skeleton lines={3} />
        )
      ) : (
        <div class="stack tight">
          <h3>
            {said(text.title)}
            {employer && `: ${employer.name}`}
          </h3>
          {gives ? (
            <>
              {refusedBefore && (
                <p class="note" data-tone="due">
                  {words.refusedBefore(refusedBefore)}
                </p>
              )}
              <p class="quiet">{words.readAloud}</p>
              <blockquote class="stack tight aloud">
                {text[language()].map((paragraph) => (
                  <p key={paragraph}>{paragraph}</p>
                ))}
              </blockquote>
            </>
          ) : (
            <p>{words.withdrawLead[purpose]}</p>
          )}
        </div>
      )}
      <ReceiptField value={receipt} change={setReceipt} ways={["IN_PERSON", "PHONE", "WHATSAPP", "VISIT", "PAPER"]} />
      <FormError error={act.error} />
    </Sheet>
  );
}
