/** The interview as the page shows it. */
import { longDateTime } from "./dates.ts";
import { icon, make } from "./element.ts";
import type { LinkView } from "./view.ts";

/** The interview that is awaited: when, where, and whom the candidate will ask for. */
export function appointmentOf({ interview, zone }: LinkView): HTMLElement | undefined {
  if (interview?.at === undefined) return undefined;
  const { at, place, number, askFor } = interview;
  const facts = [place && `Tempat: ${place}`, askFor && `Temui: ${askFor}`, number && `Telepon: ${number}`];
  return make(
    "section",
    { class: "card", "aria-labelledby": "appointment" },
    make("h2", { id: "appointment" }, "Wawancara"),
    make("p", {}, icon("clock"), " ", make("strong", {}, longDateTime(Date.parse(at), zone))),
    ...facts.map((fact) => fact && make("p", { class: "small" }, fact)),
  );
}
