/** The client's yes or no to every employer on the shortlist, in one sitting. */
import { useRead } from "../api/read.ts";
import { Check, Choice } from "../parts/field.tsx";
import { type Receipt, ReceiptField } from "../parts/receipt.tsx";
import { language, said } from "../words/language.ts";
import { ActForm } from "./form.tsx";
import { Terms } from "./proposal.tsx";
import { type ActProps, makeDrafts, useSend } from "./send.ts";
import { actWords } from "./words.ts";

type Said = { readonly accepts?: boolean; readonly discloseBapas?: boolean };
type Draft = { readonly answers: Readonly<Record<string, Said>>; readonly receipt: Receipt };
const useDraft = makeDrafts<Draft>();

export function ClientAnswer(props: ActProps) {
  const { placement } = props;
  const { client: words } = actWords.use();
  const send = useSend(props);
  const [draft, change] = useDraft(placement, { answers: {}, receipt: { how: "PHONE" } });
  const proposals = useRead("readProposals", { params: { id: placement.id } }).data?.proposals ?? [];
  const text = useRead("readConsentTexts").data?.texts.find(({ purpose }) => purpose === "EMPLOYER_SHARING");
  const asked = placement.shortlist.filter(({ state }) => state === "APPROVED");
  const answers = asked.flatMap(({ vacancyId }) => {
    const { accepts, discloseBapas = false } = draft.answers[vacancyId] ?? {};
    return accepts === undefined ? [] : [{ vacancyId, accepts, discloseBapas: accepts && discloseBapas }];
  });
  return (
    <ActForm
      {...props}
      title={words.title}
      press={words.press}
      missing={answers.length < asked.length ? words.missing : undefined}
      send={() =>
        send({
          route: "answerForClient",
          asked: { params: { id: placement.id }, body: { waitNo: placement.waitNo, answers, receipt: draft.receipt } },
        })
      }
    >
      <p>{words.lead}</p>
      {text && (
        <details class="small">
          <summary>{words.text}</summary>
          <p class="quiet">{words.textHint}</p>
          {text[language()].map((line) => (
            <p key={line}>{line}</p>
          ))}
        </details>
      )}
      <ol class="list">
        {asked.map(({ vacancyId, title, employerName }) => {
          const own = draft.answers[vacancyId] ?? {};
          const answer = (changes: Said): void => change({ answers: { ...draft.answers, [vacancyId]: { ...own, ...changes } } });
          const proposal = proposals.find((one) => one.vacancyId === vacancyId);
          const knows = proposal?.partnerKnows;
          return (
            <li key={vacancyId} class="answer">
              <Choice
                row
                label={[title, employerName].filter(Boolean).join(" · ")}
                value={own.accepts === undefined ? undefined : own.accepts ? "yes" : "no"}
                change={(value) => answer({ accepts: value === "yes" })}
                options={[
                  { value: "yes", label: words.yes },
                  { value: "no", label: words.no },
                ]}
              />
              {proposal && <Terms proposal={proposal} />}
              {own.accepts && (
                <Check
                  label={words.disclose}
                  value={own.discloseBapas ?? false}
                  change={(discloseBapas) => answer({ discloseBapas })}
                />
              )}
              {own.accepts && knows && <p class="small quiet">{said(knows)}</p>}
            </li>
          );
        })}
      </ol>
      <ReceiptField value={draft.receipt} change={(receipt) => change({ receipt })} />
    </ActForm>
  );
}
