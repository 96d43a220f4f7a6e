/** Which single keys there are, and how they are switched off. */
import { Sheet } from "../../parts/sheet.tsx";
import { defineWords } from "../../words/words.ts";

export const id = {
  title: "Tombol pintas",
  search: "Mencari klien",
  next: "Baris berikutnya",
  previous: "Baris sebelumnya",
  act: "Membuka langkah baris itu",
  help: "Daftar ini",
  off: "Dapat dimatikan di Setelan.",
};
export type KeyWords = typeof id;
const en: KeyWords = {
  title: "Keys",
  search: "Find a client",
  next: "Next row",
  previous: "Row before",
  act: "Open what the row is for",
  help: "This list",
  off: "They can be switched off in the settings.",
};
const keyWords = defineWords<KeyWords>(id, async () => ({ en }));

export function KeysHelp({ close }: { readonly close: () => void }) {
  const words = keyWords.use();
  const rows = [
    ["/", words.search],
    ["j", words.next],
    ["k", words.previous],
    ["Enter", words.act],
    ["?", words.help],
  ] as const;
  return (
    <Sheet title={words.title} close={close}>
      <dl class="facts">
        {rows.map(([key, what]) => (
          <>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </>
        ))}
      </dl>
      <p class="quiet">{words.off}</p>
    </Sheet>
  );
}
