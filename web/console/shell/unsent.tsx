/** What would be forgotten with the login. */
import { Link } from "@tanstack/react-router";
import { Sheet } from "../parts/sheet.tsx";
import { signOut } from "../session/session.ts";
import { defineWords } from "../words/words.ts";

export const id = {
  title: "Masih ada yang belum tersimpan",
  lost: (count: number) => `${count} catatan belum tersimpan dan akan hilang kalau Anda keluar sekarang.`,
  seeQueue: "Lihat antrean",
  anyway: "Tetap keluar",
};
export type UnsentWords = typeof id;
const en: UnsentWords = {
  title: "Something is not saved yet",
  lost: (count: number) =>
    `${count} ${count === 1 ? "record is" : "records are"} not saved and will be lost if you sign out now.`,
  seeQueue: "See the queue",
  anyway: "Sign out anyway",
};
const unsentWords = defineWords<UnsentWords>(id, async () => ({ en }));

export function Unsent({ count, close }: { readonly count: number; readonly close: () => void }) {
  const words = unsentWords.use();
  return (
    <Sheet
      title={words.title}
      close={close}
      foot={
        <>
          <Link className="button first" to="/antrean" onClick={close}>
            {words.seeQueue}
          </Link>
          <button type="button" class="button bad" onClick={() => void signOut()}>
            {words.anyway}
          </button>
        </>
      }
    >
      <p>{words.lost(count)}</p>
    </Sheet>
  );
}
