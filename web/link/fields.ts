/** What a choice asks for besides itself: interview times, a reason, the first day of work. */
import type { Now } from "./api.ts";
import { dateAt, dayInMs, isDate, longDate, longDateTime, momentOf } from "./dates.ts";
import { make } from "./element.ts";
import { whereWords } from "./given.ts";
import { type DeclineReason, declineReasonOf, declineTexts, type LinkChoice, type Option, type Where } from "./questions.ts";
import type { LinkView } from "./view.ts";

/** What was chosen: what is sent, and the same in words for the review. */
export type Chosen = { readonly choice: LinkChoice; readonly words: readonly string[] };

/** The inputs of a choice, and what they say now; undefined, with the fault shown and focused, where something is missing. */
export type Fields = { readonly element: HTMLElement; readonly read: () => Chosen | undefined };

/** The fields of an option. */
export function fieldsOf(option: Option, view: LinkView, now: Now): Fields {
  switch (option.asks) {
    case "times": {
      const where = whereFields();
      const fields = timesFields((times) => option.choice(times, where.read()), view, now, {
        most: mostTimes,
        below: where.elements,
      });
      return {
        element: fields.element,
        read: () => {
          const chosen = fields.read();
          return chosen && { choice: chosen.choice, words: [...chosen.words, ...whereWords(where.read())] };
        },
      };
    }
    case "newTime":
      return timesFields(([time = ""]) => option.choice(time), view, now, { most: 1, below: [] });
    case "reason":
      return reasonFields(option.choice);
    case "startedOn":
      return dayFields(option.choice, view, now, firstDay);
    case "lastDay":
      return dayFields(option.choice, view, now, lastDay);
    case undefined:
      return { element: make("div"), read: () => ({ choice: option.choice, words: [] }) };
  }
}

/** A place for one fault, tied to its inputs; empty while there is none. */
function faultFor(id: string, inputs: readonly HTMLElement[]) {
  const element = make("p", { class: "fault", id: `${id}-fault`, hidden: true });
  return {
    element,
    show(text: string | undefined): void {
      element.textContent = text ?? "";
      element.hidden = text === undefined;
      for (const input of inputs) {
        if (text === undefined) input.removeAttribute("aria-invalid");
        else input.setAttribute("aria-invalid", "true");
      }
    },
  };
}

const mostTimes = 3;
/** The server's own limits, said before anything is sent: the office's day, and how far ahead. */
const furthestInDays = 14;
const firstTime = "07:00";
const lastTime = "18:00";

/** Where to come and whom to ask for: may stay empty. */
function whereFields() {
  const place = make("input", { type: "text", id: "place", maxlength: 200 });
  const askFor = make("input", { type: "text", id: "ask-for", maxlength: 100 });
  return {
    elements: [
      labelled("Tempat (bila kosong: di tempat usaha Anda)", place),
      labelled("Kandidat menemui siapa? (boleh kosong)", askFor),
    ],
    read: (): Where => ({
      ...(place.value.trim() ? { place: place.value.trim() } : {}),
      ...(askFor.value.trim() ? { askFor: askFor.value.trim() } : {}),
    }),
  };
}

function timesFields(
  choose: (times: string[]) => LinkChoice,
  view: LinkView,
  now: Now,
  { most, below }: { readonly most: number; readonly below: readonly HTMLElement[] },
): Fields {
  const { zone } = view;
  const list = make("div", { class: "times" });
  const more = make("button", { type: "button", class: "quiet" }, "Tambah waktu lain");
  let slots: ReturnType<typeof slot>[] = [];
  let made = 0;

  function slot() {
    made += 1;
    const id = `time-${most}-${made}`;
    const earliest = now();
    const date = make("input", {
      type: "date",
      id: `${id}-date`,
      min: dateAt(earliest, zone),
      max: dateAt(earliest + furthestInDays * dayInMs, zone),
      "aria-describedby": `${id}-fault`,
    });
    const time = make("input", {
      type: "time",
      id: `${id}-time`,
      min: firstTime,
      max: lastTime,
      "aria-describedby": `${id}-fault`,
    });
    const said = make("p", { class: "said" });
    const legend = make("legend");
    const remove = make("button", { type: "button", class: "quiet remove" }, "Hapus");
    const fault = faultFor(id, [date, time]);
    const say = () => {
      const moment = momentOf(date.value, time.value, zone);
      said.textContent = moment === undefined ? `Waktu setempat (${zone})` : longDateTime(moment, zone);
      fault.show(undefined);
    };
    date.addEventListener("input", say);
    time.addEventListener("input", say);
    say();
    const element = make(
      "fieldset",
      { class: "slot" },
      legend,
      remove,
      make("div", { class: "pair" }, labelled("Tanggal", date), labelled(`Jam (${zone})`, time)),
      said,
      fault.element,
    );
    const self = { element, legend, remove, date, time, fault, moment: () => momentOf(date.value, time.value, zone) };
    remove.addEventListener("click", () => {
      slots = slots.filter((item) => item !== self);
      element.remove();
      number();
      slots[slots.length - 1]?.date.focus();
    });
    return self;
  }

  function add(): void {
    const added = slot();
    slots.push(added);
    list.append(added.element);
    number();
  }

  function number(): void {
    slots.forEach((item, at) => {
      item.legend.textContent = slots.length === 1 ? "Usulan waktu" : `Usulan waktu ${at + 1}`;
      item.remove.setAttribute("aria-label", `Hapus usulan waktu ${at + 1}`);
      item.remove.hidden = slots.length === 1;
    });
    more.hidden = slots.length === most;
  }

  more.addEventListener("click", () => {
    add();
    slots[slots.length - 1]?.date.focus();
  });
  add();

  function faultOf(moment: number | undefined, earlier: readonly number[], time: string): string | undefined {
    if (moment === undefined) return "Isi tanggal dan jam, atau hapus usulan waktu ini.";
    if (moment <= now()) return "Waktu ini sudah lewat. Pilih waktu yang akan datang.";
    if (time < firstTime || time > lastTime) return "Pilih jam antara pukul 07.00 dan 18.00.";
    if (dateAt(moment, zone) > dateAt(now() + furthestInDays * dayInMs, zone))
      return `Pilih waktu dalam ${furthestInDays} hari ke depan.`;
    return earlier.includes(moment) ? "Waktu ini sama dengan usulan lain." : undefined;
  }

  return {
    element: make("div", {}, list, more, ...below),
    read() {
      const moments: number[] = [];
      let first: HTMLElement | undefined;
      for (const item of slots) {
        const moment = item.moment();
        const text = faultOf(moment, moments, item.time.value);
        item.fault.show(
          text !== undefined && slots.length === 1 && moment === undefined ? "Isi tanggal dan jam wawancara." : text,
        );
        if (text !== undefined) first ??= isDate(item.date.value) && item.time.value === "" ? item.time : item.date;
        else if (moment !== undefined) moments.push(moment);
      }
      if (first) {
        first.focus();
        return undefined;
      }
      moments.sort((one, other) => one - other);
      return {
        choice: choose(moments.map((moment) => new Date(moment).toISOString())),
        words: moments.map((moment) => longDateTime(moment, zone)),
      };
    },
  };
}

function reasonFields(choose: (reason: DeclineReason) => LinkChoice): Fields {
  const radios = Object.entries(declineTexts).map(([value, text]) => {
    const input = make("input", { type: "radio", name: "reason", value, "aria-describedby": "reason-fault" });
    return { input, element: make("label", { class: "row" }, input, make("span", {}, text)) };
  });
  const fault = faultFor("reason", []);
  for (const { input } of radios) input.addEventListener("change", () => fault.show(undefined));
  return {
    element: make(
      "fieldset",
      { class: "slot" },
      make("legend", {}, "Alasan singkat"),
      fault.element,
      ...radios.map(({ element }) => element),
    ),
    read() {
      const reason = declineReasonOf(radios.find(({ input }) => input.checked)?.input.value);
      fault.show(reason ? undefined : "Pilih satu alasan.");
      if (!reason) radios[0]?.input.focus();
      return reason && { choice: choose(reason), words: [declineTexts[reason]] };
    },
  };
}

/** The words of a day that lies behind; `missing`: what is said where it is empty. Absent: it may stay empty. */
type DayWords = {
  readonly id: string;
  readonly label: string;
  readonly word: string;
  readonly early: string;
  readonly missing?: string;
};

const firstDay: DayWords = {
  id: "started-on",
  label: "Tanggal mulai bekerja",
  word: "Mulai",
  early: "Tanggal ini belum tiba. Jawab setelah hari pertamanya.",
  missing: "Isi tanggal mulai bekerja.",
};
const lastDay: DayWords = {
  id: "last-day",
  label: "Hari terakhir bekerja (boleh kosong)",
  word: "Hari terakhir",
  early: "Tanggal ini belum tiba.",
};

function dayFields(choose: (date: string) => LinkChoice, view: LinkView, now: Now, words: DayWords): Fields {
  const { id } = words;
  const date = make("input", { type: "date", id, max: dateAt(now(), view.zone), "aria-describedby": `${id}-fault` });
  const said = make("p", { class: "said" });
  const fault = faultFor(id, [date]);
  const say = () => {
    said.textContent = isDate(date.value) ? longDate(date.value) : "Hari ini atau sebelumnya";
    fault.show(undefined);
  };
  date.addEventListener("input", say);
  say();
  return {
    element: make("div", { class: "slot" }, labelled(words.label, date), said, fault.element),
    read() {
      const isEmpty = !isDate(date.value);
      const text = isEmpty ? words.missing : date.value > dateAt(now(), view.zone) ? words.early : undefined;
      fault.show(text);
      if (text !== undefined) date.focus();
      return text === undefined
        ? { choice: choose(isEmpty ? "" : date.value), words: isEmpty ? [] : [`${words.word} ${longDate(date.value)}`] }
        : undefined;
    },
  };
}

const labelled = (text: string, input: HTMLInputElement): HTMLElement =>
  make("div", { class: "field" }, make("label", { for: input.id }, text), input);
