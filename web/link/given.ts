/** The answer that was given by this link, in the words in which it was chosen: what was sent is read back, and nothing else is kept. */
import { isDate, longDate, longDateTime } from "./dates.ts";
import { declineReasonOf, declineTexts, type Option, questions, type Where } from "./questions.ts";
import type { LinkView } from "./view.ts";

export type Given = { readonly option: Option; readonly words: readonly string[] };

/** Undefined where nothing was answered, or the page does not know what. */
export function givenOf(view: LinkView): Given | undefined {
  const { given } = view;
  if (given === undefined) return undefined;
  const option = questions[view.action].options.find(({ id }) => id === idOf(given));
  return option && { option, words: wordsOf(given, view) };
}

type Choice = NonNullable<LinkView["given"]>;

function idOf(given: Choice): unknown {
  if ("choice" in given) return given.choice;
  if ("result" in given) return given.result;
  if ("moveTo" in given) return "MOVE";
  if ("started" in given) return given.started === true ? "STARTED" : "NOT_STARTED";
  return given.stillThere === true ? "STILL_THERE" : "LEFT";
}

/** Where to come and whom to ask for, as it will be told; nothing was typed: at the employer's own place. */
export const whereWords = ({ place, askFor }: Where): readonly string[] => [
  place ? `Tempat: ${place}` : "Tempat: di tempat usaha Anda",
  ...(askFor ? [`Temui: ${askFor}`] : []),
];

function wordsOf({ times, moveTo, reason, startedOn, place, askFor }: Choice, { zone }: LinkView): readonly string[] {
  const where = {
    ...(typeof place === "string" ? { place } : {}),
    ...(typeof askFor === "string" ? { askFor } : {}),
  };
  const moments = [...(Array.isArray(times) ? times : []), moveTo].filter((time) => typeof time === "string");
  const why = typeof reason === "string" ? declineReasonOf(reason) : undefined;
  return [
    ...moments.map((time) => longDateTime(Date.parse(time), zone)),
    ...(Array.isArray(times) ? whereWords(where) : []),
    ...(why === undefined ? [] : [declineTexts[why]]),
    ...(typeof startedOn === "string" && isDate(startedOn) ? [longDate(startedOn)] : []),
  ];
}
