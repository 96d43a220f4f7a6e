/** From when it is what is shown without a network. */
import { Tag } from "../../parts/tag.tsx";
import { language } from "../../words/language.ts";
import { clientsWords } from "./words.ts";

/** @param at milliseconds since 1970 */
export function KeptNote({ at, lead }: { readonly at: number; readonly lead?: string }) {
  const words = clientsWords.use();
  const now = new Date(at);
  const time = `${String(now.getHours()).padStart(2, "0")}${language() === "id" ? "." : ":"}${String(now.getMinutes()).padStart(2, "0")}`;
  const sameDay = now.toDateString() === new Date().toDateString();
  return (
    <p class="buttons small quiet" role="status">
      <Tag tone="others">{words.kept(sameDay ? time : `${now.getDate()}/${now.getMonth() + 1} ${time}`)}</Tag> {lead}
    </p>
  );
}
