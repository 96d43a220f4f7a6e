/** Records an agreement: with an employer, with an organisation, or one that renews an older one. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { addCalendarDays } from "../../../../shared/domain/calendar/local-date.ts";
import { makeStale, useRead } from "../../api/read.ts";
import { useAct } from "../../parts/act.ts";
import { Restored, useDraft } from "../../parts/draft.tsx";
import { sayAfter } from "../../parts/record/after.tsx";
import { RecordForm } from "../../parts/record/form.tsx";
import { bodyOf, isValues, party, usualValues, type Values, valuesOf } from "../../parts/record/rows.ts";
import { recordWords } from "../../parts/record/words.ts";
import { Skeleton } from "../../parts/states.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { useMe } from "../../shell/me.ts";
import { agreementRows } from "./rows.ts";
import { agreementWords } from "./words.ts";

export function NewAgreement() {
  const words = agreementWords.use();
  const me = useMe();
  const { pemberi, lembaga, perpanjang } = useSearch({ from: "/perjanjian/baru" });
  const employer = useRead("readEmployer", { params: { id: pemberi ?? "" } }, { enabled: pemberi !== undefined });
  const organisation = useRead("readOrganisation", { params: { id: lembaga ?? "" } }, { enabled: lembaga !== undefined });
  const before = useRead("readAgreement", { params: { id: perpanjang ?? "" } }, { enabled: perpanjang !== undefined });
  useTitle(words.newTitle);
  const isComing =
    me === undefined ||
    (pemberi !== undefined && employer.isPending) ||
    (lembaga !== undefined && organisation.isPending) ||
    (perpanjang !== undefined && before.isPending);
  const parties = [
    ...(me ? [{ id: me.office.id, name: me.office.name }] : []),
    ...(organisation.data ? [{ id: organisation.data.organisation.id, name: organisation.data.called }] : []),
    ...(employer.data ? [{ id: employer.data.employer.id, name: employer.data.employer.legalName }] : []),
  ];
  const usual = before.data ? renewalOf(before.data) : { parties: parties.map(party.read) };
  return (
    <>
      <div class="heading">
        <h1>{before.data ? words.renewTitle(before.data.agreement.number ?? "") : words.newTitle}</h1>
      </div>
      {isComing ? <Skeleton /> : <Recording key={`${pemberi} ${lembaga} ${perpanjang}`} follows={perpanjang} usual={usual} />}
    </>
  );
}

/** What a renewal begins with: the same parties and terms, from the day after on. */
function renewalOf({ agreement, parties }: { readonly agreement: object; readonly parties: readonly object[] }): Values {
  const values = valuesOf(agreementRows, { ...agreement, parties });
  const { validTo } = values;
  const validFrom = typeof validTo === "string" && validTo !== "" ? addCalendarDays(validTo, 1) : "";
  return { ...values, number: "", status: "PLANNED", signedOn: "", signedTime: "", validFrom, validTo: "", annexes: [] };
}

type Props = { readonly follows: string | undefined; readonly usual: Values };
function Recording({ follows, usual }: Props) {
  const words = agreementWords.use();
  const record = recordWords.use();
  const navigate = useNavigate();
  const act = useAct("recordAgreement");
  const named = Array.isArray(usual.parties) ? usual.parties.join(" ") : "";
  const draft = useDraft({
    name: `agreement ${follows ?? named}`,
    usual: usualValues(agreementRows, usual),
    is: isValues,
  });
  const save = async (): Promise<void> => {
    const answer = await act.sendTyped({}, { ...bodyOf(agreementRows, draft.value), ...(follows ? { follows } : {}) });
    if (!answer) return;
    draft.drop();
    void makeStale("listAgreements", "readAgreement");
    sayAfter(answer.id, { title: words.recorded, saved: answer });
    void navigate({ to: "/perjanjian/$id", params: { id: answer.id }, replace: true });
  };
  return (
    <>
      <Restored draft={draft} />
      <RecordForm
        rows={agreementRows}
        words={{ ...words, yes: record.yes, no: record.no }}
        values={draft.value}
        change={draft.change}
        act={act}
        save={() => void save()}
        saveWord={words.record}
        cancel={() => void navigate({ to: "/perjanjian" })}
      />
    </>
  );
}
