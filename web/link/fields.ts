/** What a choice asks for besides itself: interview times, a reason, the first day of work. */
import type { Now } from "./api.ts";
import { dateAt, dayInMs, isDate, longDate, longDateTime, momentOf } from "./dates.ts";
import { make } from "./element.ts";
import { type DeclineReason, declineReasonOf, declineTexts, type LinkChoice, type Option } from "./questions.ts";
import type { LinkView } from "./view.ts";

/** What was chosen: what is sent, and the same in words for the review. */
export type Chosen = { readonly choice: LinkChoice; readonly words: readonly string[] };

/** The inputs of a choice, and what they say now; undefined, with the fault shown and focused, where something is missing. */
export type Fields = { readonly element: HTMLElement; readonly read: () => Chosen | undefined };

/** The fields of an option. */
export function fieldsOf(option: Option, view: LinkView, now: Now): Fields {
  switch (option.asks) {
    case "times":
      return timesFields(option.choice, view, now);
    case "reason":
      return reasonFields(option.choice);
    case "startedOn":
      return startFields(option.choice, view, now);
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
/** A slip of the year would keep a candidate waiting for as long; nobody plans an interview later than this. */
const furthestInDays = 60;

function timesFields(choose: (times: string[]) => LinkChoice, view: LinkView, now: Now): Fields {
  const { zone } = view;
  const list = make("div", { class: "times" });
  const more = make("button", { type: "button", class: "quiet" }, "Tambah waktu lain");
  let slots: ReturnType<typeof slot>[] = [];
  let made = 0;

  function slot() {
    made += 1;
    const id = `time-${made}`;
    const earliest = now();
    const date = make("input", {
      type: "date",
      id: `${id}-date`,
      min: dateAt(earliest, zone),
      max: dateAt(earliest + furthestInDays * dayInMs, zone),
      "aria-describedby": `${id}-fault`,
    });
    const time = make("input", { type: "time", id: `${id}-time`, "aria-describedby": `${id}-fault` });
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
    more.hidden = slots.length === mostTimes;
  }

  more.addEventListener("click", () => {
    add();
    slots[slots.length - 1]?.date.focus();
  });
  add();

  function faultOf(moment: number | undefined, earlier: readonly number[]): string | undefined {
    if (moment === undefined) return "Isi tanggal dan jam, atau hapus usulan waktu ini.";
    if (moment <= now()) return "Waktu ini sudah lewat. Pilih waktu yang akan datang.";
    if (moment > now() + furthestInDays * dayInMs) return `Pilih waktu dalam ${furthestInDays} hari ke depan.`;
    return earlier.includes(moment) ? "Waktu ini sama dengan usulan lain." : undefined;
  }

  return {
    element: make("div", {}, list, more),
    read() {
      const moments: number[] = [];
      let first: HTMLElement | undefined;
      for (const item of slots) {
        const moment = item.moment();
        const text = faultOf(moment, moments);
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

function startFields(choose: (date: string) => LinkChoice, view: LinkView, now: Now): Fields {
  const date = make("input", {
    type: "date",
    id: "started-on",
    max: dateAt(now(), view.zone),
    "aria-describedby": "started-on-fault",
  });
  const said = make("p", { class: "said" });
  const fault = faultFor("started-on", [date]);
  const say = () => {
    said.textContent = isDate(date.value) ? longDate(date.value) : "Hari ini atau sebelumnya";
    fault.show(undefined);
  };
  date.addEventListener("input", say);
  say();
  return {
    element: make("div", { class: "slot" }, labelled("Tanggal mulai bekerja", date), said, fault.element),
    read() {
      const text = !isDate(date.value)
        ? "Isi tanggal mulai bekerja."
        : date.value > dateAt(now(), view.zone)
          ? "Tanggal ini belum tiba. Jawab setelah hari pertamanya."
          : undefined;
      fault.show(text);
      if (text !== undefined) date.focus();
      return text === undefined ? { choice: choose(date.value), words: [`Mulai ${longDate(date.value)}`] } : undefined;
    },
  };
}

const labelled = (text: string, input: HTMLInputElement): HTMLElement =>
  make("div", { class: "field" }, make("label", { for: input.id }, text), input);
