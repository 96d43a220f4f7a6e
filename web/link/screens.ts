/** What the page shows at each step. A screen is made whole and put in place at once; it keeps no state of the flow. */
import { type Now, telephoneOf } from "./api.ts";
import { appointmentOf } from "./appointment.ts";
import { longDeadline, remaining, timeOfDay } from "./dates.ts";
import { icon, make } from "./element.ts";
import { type Chosen, type Fields, fieldsOf } from "./fields.ts";
import { type Given, givenOf } from "./given.ts";
import { colleagueForm, helpOf } from "./help.ts";
import { type Option, type Question, questions, reasonsOf } from "./questions.ts";
import type { LinkView } from "./view.ts";

/** An answer that has been chosen and may be looked over before it is sent. */
export type Draft = Chosen & { readonly option: Option };

export type Notice = { readonly title: string; readonly detail?: string };

const heading = (text: string): HTMLElement => make("h1", { tabindex: -1 }, text);

/** Something to know first; read out at once. */
export const noticeOf = ({ title, detail }: Notice, kind: "alert" | "status" = "alert"): HTMLElement =>
  make(
    "div",
    { class: `notice ${kind}`, role: kind },
    icon(kind === "alert" ? "warning" : "tick"),
    make("p", {}, make("strong", {}, title), detail ? ` ${detail}` : undefined),
  );

/** While the question is on its way: the shape of what will come. */
export const loadingScreen = (): HTMLElement =>
  make(
    "div",
    { class: "loading" },
    make("h1", { tabindex: -1 }, "Memuat pertanyaan…"),
    ...["", "block", "block"].map((kind) => make("div", { class: `bone ${kind}`, "aria-hidden": true })),
  );

/** Nothing can be shown: why, and a way on where there is one. */
export function troubleScreen(notice: Notice, again?: () => void): HTMLElement {
  const retry = again && make("button", { type: "button", class: "main" }, "Coba lagi");
  retry?.addEventListener("click", () => again?.());
  return make(
    "div",
    { class: "card calm" },
    heading(notice.title),
    notice.detail !== undefined && notice.detail !== "" && make("p", {}, notice.detail),
    retry,
  );
}

type NameColleague = Parameters<typeof colleagueForm>[1];

/** The question: who asks about whom, until when, and the choices, none of them chosen. */
export function questionScreen(view: LinkView, now: Now, review: (draft: Draft) => void, name: NameColleague): HTMLElement {
  const question = questions[view.action];
  return make(
    "div",
    { class: "question asking" },
    make(
      "div",
      { class: "intro" },
      heading(question.heading(view)),
      make("p", { class: "lead" }, question.lead(view)),
      view.deadline !== undefined &&
        make(
          "p",
          { class: "deadline" },
          icon("clock"),
          make("span", {}, "Mohon jawab paling lambat ", make("strong", {}, longDeadline(Date.parse(view.deadline), view.zone))),
        ),
    ),
    appointmentOf(view),
    aboutCandidate(view),
    choiceForm(question, view, now, review),
    make("div", { class: "aside" }, helpOf(view), assurance(question), colleagueForm(view, name)),
  );
}

function aboutCandidate(view: LinkView): HTMLElement {
  const reasons = view.action === "ANSWER" ? reasonsOf(view) : [];
  return make(
    "section",
    { class: "card candidate", "aria-labelledby": "candidate" },
    make("h2", { id: "candidate" }, view.identity ? view.identity.name : `Kandidat ${view.candidate}`),
    view.identity && make("p", { class: "small" }, `Kandidat ${view.candidate}`),
    view.identity?.phone !== undefined &&
      make(
        "a",
        { class: "phone", href: `tel:${telephoneOf(view.identity.phone)}` },
        icon("phone"),
        make("span", {}, make("span", { class: "unseen" }, "Telepon "), view.identity.phone),
      ),
    view.identity &&
      view.identity.phone === undefined &&
      make("p", { class: "small" }, "Nomor teleponnya belum ada; hubungi pendamping."),
    ...listed("Kompetensi", view.competences, "chips"),
    ...listed("Mengapa cocok", reasons, "reasons"),
  );
}

function listed(title: string, items: readonly string[], kind: "chips" | "reasons"): readonly (HTMLElement | undefined)[] {
  if (items.length === 0) return [];
  const entries = items.map((item) => make("li", {}, kind === "reasons" && icon("tick"), make("span", {}, item)));
  return [make("h3", {}, title), make("ul", { class: kind }, ...entries)];
}

const assurance = (question: Question): HTMLElement =>
  make(
    "section",
    { class: "assurance", "aria-labelledby": "assurance" },
    make("h2", { id: "assurance" }, icon("shield"), "Yang perlu Anda ketahui"),
    make(
      "ul",
      {},
      ...question.assurances.map((text) => make("li", {}, text)),
      make("li", {}, "Setelah dikirim, jawaban masih dapat dibatalkan selama beberapa menit."),
    ),
  );

function choiceForm(question: Question, view: LinkView, now: Now, review: (draft: Draft) => void): HTMLElement {
  const fault = make("p", { class: "fault", id: "choice-fault", hidden: true });
  const choices = question.options.filter(({ when }) => when?.(view, now()) ?? true);
  const options = choices.map((option) => optionOf(option, fieldsOf(option, view, now)));
  const form = make(
    "form",
    { class: "card", novalidate: true, autocomplete: "off" },
    make("fieldset", {}, make("legend", {}, question.legend), fault, ...options.map(({ element }) => element)),
    make("button", { type: "submit", class: "main" }, "Lanjut"),
  );
  form.addEventListener("change", () => {
    for (const { input, fields, element } of options) {
      fields.element.hidden = !input.checked;
      element.classList.toggle("chosen", input.checked);
    }
    if (options.some(({ input }) => input.checked)) fault.hidden = true;
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = options.find(({ input }) => input.checked);
    if (!chosen) {
      fault.textContent = "Pilih salah satu jawaban lebih dulu.";
      fault.hidden = false;
      options[0]?.input.focus();
      return;
    }
    const read = chosen.fields.read();
    if (read) review({ ...read, option: chosen.option });
  });
  return form;
}

function optionOf(option: Option, fields: Fields) {
  const name = `name-${option.id}`;
  const hint = `hint-${option.id}`;
  const input = make("input", {
    type: "radio",
    name: "choice",
    value: option.id,
    "aria-labelledby": name,
    "aria-describedby": `${hint} choice-fault`,
  });
  fields.element.hidden = true;
  fields.element.classList.add("asks");
  const label = make(
    "label",
    { class: "row" },
    input,
    make("span", {}, make("strong", { id: name }, option.label), make("span", { id: hint, class: "hint" }, option.hint)),
  );
  return { option, input, fields, element: make("div", { class: "option" }, label, option.asks && fields.element) };
}

/** The answer in words, before it is sent. `send` sets the button back where it did not succeed. */
export function reviewScreen(view: LinkView, draft: Draft, acts: { readonly back: () => void; readonly send: () => void }) {
  const label = "Kirim jawaban";
  const send = make("button", { type: "button", class: "main" }, label);
  const back = make("button", { type: "button", class: "second" }, "Ubah jawaban");
  const trouble = make("div");
  send.addEventListener("click", acts.send);
  back.addEventListener("click", acts.back);
  const element = make(
    "div",
    { class: "card step" },
    make("p", { class: "small" }, `Lowongan ${view.vacancy} · kandidat ${view.candidate}`),
    heading("Periksa jawaban Anda"),
    answerOf(draft),
    make("h2", {}, "Yang terjadi berikutnya"),
    make("p", {}, draft.option.next),
    trouble,
    make("div", { class: "buttons" }, send, back),
  );
  return {
    element,
    sending(on: boolean): void {
      setSending(send, on, label, "Mengirim…");
      back.disabled = on;
      if (on) trouble.replaceChildren();
    },
    failed(notice: Notice): void {
      trouble.replaceChildren(noticeOf(notice));
      send.textContent = "Coba kirim lagi";
      send.focus();
    },
  };
}

const wordsOf = (given: Given): readonly HTMLElement[] => given.words.map((text) => make("span", { class: "word" }, text));

function setSending(button: HTMLButtonElement, on: boolean, label: string, sending: string): void {
  button.disabled = on;
  button.classList.toggle("sending", on);
  button.textContent = on ? sending : label;
}

/** What was answered; the server tells it again after the page was loaded anew, the phone keeps nothing. */
const answerOf = (given: Given): HTMLElement =>
  make("p", { class: "answer" }, make("span", {}, "Jawaban Anda"), make("strong", {}, given.option.label), ...wordsOf(given));

const planks = 10;

/** The answer has been taken and can still be undone. `tick` shows how long; it is called each second. */
export function givenScreen(view: LinkView, undoUntil: number, draft: Draft | undefined, undo: () => void) {
  const given = draft ?? givenOf(view);
  const label = "Batalkan jawaban";
  const button = make("button", { type: "button", class: "second" }, label);
  const left = make("span", { class: "left", role: "timer" });
  const bridge = make("div", { class: "planks", "aria-hidden": true }, ...Array.from({ length: planks }, () => make("span")));
  const trouble = make("div");
  button.addEventListener("click", undo);
  const element = make(
    "div",
    { class: "card step calm" },
    make("div", { class: "seal" }, icon("tick")),
    heading("Terima kasih, jawaban Anda sudah kami terima"),
    make("p", { class: "small" }, `Lowongan ${view.vacancy} · kandidat ${view.candidate}`),
    given && answerOf(given),
    make(
      "p",
      {},
      "Jawaban mulai berlaku pukul ",
      make("strong", {}, timeOfDay(undoUntil, view.zone)),
      ". Sampai saat itu Anda masih dapat membatalkannya.",
    ),
    make("div", { class: "undo" }, bridge, make("p", {}, "Masih dapat dibatalkan selama ", left), trouble, button),
    make("p", { class: "small" }, "Halaman ini boleh ditutup. Tautan yang sama dapat dibuka lagi untuk membatalkan."),
  );
  return {
    element,
    tick(now: number): void {
      left.textContent = remaining(undoUntil - now);
      const minutes = Math.ceil((undoUntil - now) / 60_000);
      for (const [at, plank] of Array.from(bridge.children).entries()) plank.classList.toggle("walked", at < planks - minutes);
    },
    sending(on: boolean): void {
      setSending(button, on, label, "Membatalkan…");
      if (on) trouble.replaceChildren();
    },
    failed(notice: Notice): void {
      trouble.replaceChildren(noticeOf(notice));
      button.textContent = "Coba batalkan lagi";
      button.focus();
    },
  };
}

const closings = {
  answered: {
    title: "Jawaban Anda sudah tercatat",
    text: "Terima kasih. Jawaban lewat tautan ini sudah diproses dan tidak dapat diubah lagi di sini.",
  },
  filled: {
    title: "Lowongan ini sudah terisi. Terima kasih.",
    text: "Lowongan ini sudah terisi oleh kandidat lain, sehingga pertanyaan ini kami tutup. Anda tidak perlu melakukan apa pun.",
  },
  over: {
    title: "Tautan ini sudah tidak berlaku",
    text: "Batas waktunya sudah lewat atau pertanyaannya sudah selesai dengan cara lain. Anda tidak perlu melakukan apa pun.",
  },
} as const;

/** The question is no longer open: it was answered, its vacancy is full, or its time has passed. */
export function closedScreen(view: LinkView, draft?: Draft): HTMLElement {
  const answered = view.closedBecause === "LINK_USED" || view.undoUntil !== undefined;
  const given = answered ? (draft ?? givenOf(view)) : undefined;
  const { title, text } = closings[answered ? "answered" : view.closedBecause === "SEAT_TAKEN" ? "filled" : "over"];
  return make(
    "div",
    { class: "question" },
    make(
      "div",
      { class: "card step calm" },
      make("div", { class: `seal ${answered ? "" : "past"}` }, icon(answered ? "tick" : "clock")),
      heading(title),
      given && answerOf(given),
      make("p", {}, text),
      make(
        "p",
        { class: "small" },
        `Lowongan ${view.vacancy} · kandidat ${view.candidate}. Ada yang ingin ditanyakan? Hubungi ${view.asker}${view.askerNumber === undefined ? "" : `, ${view.askerNumber}`}.`,
      ),
    ),
    view.identity && aboutCandidate(view),
  );
}
