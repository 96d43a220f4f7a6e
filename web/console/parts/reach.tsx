/** Ways to a person: the telephone and WhatsApp, with a text that names nothing of what it is about. */

import { defineWords } from "../words/words.ts";
import { Icon } from "./icons.tsx";

export const id = {
  call: "Telepon",
  whatsapp: "WhatsApp",
  callWho: (name: string) => `Telepon ${name}`,
  whatsappWho: (name: string) => `WhatsApp ke ${name}`,
  /** The first words of a conversation: neutral, whoever looks at the screen. */
  greeting: (name: string, me: string, hour: number) =>
    `Selamat ${hour < 11 ? "pagi" : hour < 15 ? "siang" : hour < 18 ? "sore" : "malam"} ${name}, saya ${me}. Boleh saya menelepon sebentar?`,
};
export type ReachWords = typeof id;
const en: ReachWords = {
  call: "Call",
  whatsapp: "WhatsApp",
  callWho: (name: string) => `Call ${name}`,
  whatsappWho: (name: string) => `WhatsApp to ${name}`,
  greeting: (name: string, me: string, hour: number) =>
    `Good ${hour < 12 ? "morning" : hour < 18 ? "afternoon" : "evening"} ${name}, this is ${me}. May I call you for a moment?`,
};
const reachWords = defineWords<ReachWords>(id, async () => ({ en }));

type Props = {
  readonly name: string;
  readonly phone: string | undefined;
  /** Who writes, as the other side knows them. */
  readonly from: string;
  /** Called when WhatsApp is opened: that is all that is known of it. */
  readonly opened?: () => void;
  /** Without words of their own beside the icon where there is little room; they are still read out. */
  readonly short?: boolean;
};
export function Reach({ name, phone, from, opened, short = false }: Props) {
  const words = reachWords.use();
  if (phone === undefined) return null;
  // What comes after the number – an extension, what it is – is not dialled.
  const [number = ""] = phone.split(/ ?(?:;ext|ext|pes|\()/i);
  const digits = number.replace(/\D/g, "").replace(/^0/, "62");
  const isMobile = digits.startsWith("628");
  const text = encodeURIComponent(words.greeting(name, from, new Date().getHours()));
  return (
    <>
      <a class="button" href={`tel:+${digits}`} aria-label={words.callWho(name)}>
        <Icon name="phone" />
        {!short && words.call}
      </a>
      {isMobile && (
        <a
          class="button"
          href={`https://wa.me/${digits}?text=${text}`}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={words.whatsappWho(name)}
          onClick={opened}
        >
          <Icon name="chat" />
          {!short && words.whatsapp}
        </a>
      )}
    </>
  );
}
