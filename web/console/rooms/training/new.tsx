/** Opens a batch of a training, of an organisation or for an employer where the address names one. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { makeStale } from "../../api/read.ts";
import { useAct } from "../../parts/act.ts";
import { Restored, useDraft } from "../../parts/draft.tsx";
import { sayAfter } from "../../parts/record/after.tsx";
import { RecordForm } from "../../parts/record/form.tsx";
import { bodyOf, isValues, newRows, usualValues } from "../../parts/record/rows.ts";
import { recordWords } from "../../parts/record/words.ts";
import { useTitle } from "../../parts/use-title.ts";
import { batchRows, rowWords } from "./rows.ts";
import { trainingWords } from "./words.ts";

export function NewBatch() {
  const words = trainingWords.use();
  const record = recordWords.use();
  const navigate = useNavigate();
  const { lembaga, pemberi, perjanjian } = useSearch({ from: "/pelatihan/baru" });
  const act = useAct("openBatch");
  const rows = newRows(batchRows);
  const draft = useDraft({ name: `batch ${lembaga ?? pemberi ?? perjanjian ?? ""}`, usual: usualValues(rows), is: isValues });
  useTitle(words.newTitle);
  const save = async (): Promise<void> => {
    const answer = await act.sendTyped(
      {},
      {
        ...bodyOf(rows, draft.value),
        ...(lembaga ? { organisationId: lembaga } : {}),
        ...(pemberi ? { employerId: pemberi } : {}),
        ...(perjanjian ? { agreementId: perjanjian } : {}),
      },
    );
    if (!answer) return;
    draft.drop();
    void makeStale("listBatches");
    sayAfter(answer.id, { title: words.opened, saved: answer });
    void navigate({ to: "/pelatihan/$id", params: { id: answer.id }, replace: true });
  };
  return (
    <>
      <div class="heading">
        <h1>{words.newTitle}</h1>
      </div>
      <Restored draft={draft} />
      <RecordForm
        rows={rows}
        words={rowWords(words, { yes: record.yes, no: record.no })}
        values={draft.value}
        change={draft.change}
        act={act}
        save={() => void save()}
        saveWord={words.open}
        cancel={() => void navigate({ to: "/pelatihan" })}
      />
    </>
  );
}
