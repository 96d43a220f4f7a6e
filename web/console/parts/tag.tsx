/** What something is at, by colour, icon and word; never to be pressed. */
import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./icons.tsx";

const icons = {
  due: "hand",
  late: "late",
  others: "hourglass",
  interview: "people",
  good: "check",
  closed: "dash",
} as const satisfies Record<string, IconName>;
export type Tone = keyof typeof icons;

export const Tag = ({ tone, children }: { readonly tone: Tone; readonly children: ComponentChildren }) => (
  <span class="tag" data-tone={tone}>
    <Icon name={icons[tone]} />
    {children}
  </span>
);
