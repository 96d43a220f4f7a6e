/** Whom to ask at an employer, by every way there is, and which ways lead nowhere. */
import { formatAnyPhone } from "../../../../shared/domain/identifiers/phone-text.ts";
import type { Answer } from "../../api/client.ts";
import { useMe } from "../../shell/me.ts";
import { shortDayOf } from "../../words/when.ts";
import { defineWords } from "../../words/words.ts";
import { Icon } from "../icons.tsx";
import { Reach } from "../reach.tsx";
import { Tag } from "../tag.tsx";
import { Fact } from "./facts.tsx";

export const id = {
  email: "Email",
  numbers: "Telepon",
  dead: "Tidak sampai",
  deadWhy: {
    REJECTED: "Alamat ini ditolak. Pertanyaan diajukan lewat telepon.",
    BOUNCED: "Surat ke alamat ini kembali. Pertanyaan diajukan lewat telepon.",
    COMPLAINED: "Kontak menandai surat kami sebagai tidak diinginkan. Pertanyaan diajukan lewat telepon.",
  },
  since: (day: string) => `sejak ${day}`,
  late: "Surat terakhir ke alamat ini lama sampainya.",
  noMail: "Tidak ada email: pertanyaan diajukan lewat telepon.",
  noPhone: "Tidak ada telepon.",
  colleague: "Menyebut penggantinya",
  line: "Telepon kantor",
};
export type ContactWords = typeof id;
const en: ContactWords = {
  email: "Email",
  numbers: "Phone",
  dead: "Does not arrive",
  deadWhy: {
    REJECTED: "This address is refused. Questions are put by phone.",
    BOUNCED: "Mail to this address comes back. Questions are put by phone.",
    COMPLAINED: "The contact has marked our mail as unwanted. Questions are put by phone.",
  },
  since: (day: string) => `since ${day}`,
  late: "The last mail to this address took long to arrive.",
  noMail: "There is no email: questions are put by phone.",
  noPhone: "There is no phone.",
  colleague: "Has named in their own place",
  line: "Office line",
};
const contactWords = defineWords<ContactWords>(id, async () => ({ en }));

export type Contact = Answer<"readEmployer">["employer"]["contact"];

export function ContactWays({ contact }: { readonly contact: Contact }) {
  const words = contactWords.use();
  const me = useMe();
  const zone = me?.office.zone ?? "WIB";
  const { name, email, dead, late, colleague, landline, numbers } = contact;
  return (
    <div class="stack tight">
      <p>
        <strong>{name}</strong>
      </p>
      <p class="buttons unprinted">
        <Reach name={name} phone={contact.phone ?? contact.whatsapp} from={me?.name ?? ""} />
        {landline && (
          <a class="button" href={`tel:${landline.number}`}>
            <Icon name="phone" />
            {words.line}
          </a>
        )}
      </p>
      <dl class="facts">
        <Fact label={words.numbers}>{numbers.length === 0 ? words.noPhone : numbers.join(", ")}</Fact>
        <Fact label={words.email}>
          {email === undefined ? (
            words.noMail
          ) : (
            <>
              {email}{" "}
              {dead?.email && (
                <>
                  <Tag tone="late">
                    {words.dead} {words.since(shortDayOf(dead.email.at, zone))}
                  </Tag>{" "}
                  <span class="small">{words.deadWhy[dead.email.why]}</span>
                </>
              )}
              {late?.email && !dead?.email && <span class="small quiet">{words.late}</span>}
            </>
          )}
        </Fact>
        {colleague && (
          <Fact label={words.colleague}>
            {[colleague.name, colleague.phone && formatAnyPhone(colleague.phone), colleague.email].filter(Boolean).join(", ")}
          </Fact>
        )}
      </dl>
    </div>
  );
}
