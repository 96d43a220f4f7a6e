/**
 * The employer's page: look, choose, look over, send, and undo for a while. Opening it asks what the link is about and changes
 * nothing; every change follows from a button that a person pressed.
 */
import {
  type Act,
  actFor,
  type Credentials,
  fetchView,
  type Now,
  openCode,
  readAddress,
  type Seen,
  sendAnswer,
  sendColleague,
  sendUndo,
} from "./api.ts";
import { make } from "./element.ts";
import { codeScreen } from "./help.ts";
import { questions } from "./questions.ts";
import {
  closedScreen,
  type Draft,
  givenScreen,
  loadingScreen,
  type Notice,
  noticeOf,
  questionScreen,
  reviewScreen,
  troubleScreen,
} from "./screens.ts";
import type { LinkView } from "./view.ts";

const main = document.getElementById("main") ?? document.body.appendChild(make("main"));
const status = document.getElementById("status");

/** Ends what the screen before had running. */
let leave = (): void => {};
/** Answers that come after the link has changed belong to nobody. */
let visit = 0;

type Kind = "alert" | "status";

function show(element: HTMLElement, notice?: Notice, kind?: Kind): void {
  leave();
  leave = () => {};
  main.replaceChildren(...(notice ? [noticeOf(notice, kind)] : []), element);
  const heading = main.querySelector("h1");
  document.title = `${heading?.textContent ?? "Jawaban"} – Titian Kerja`;
}

/** The next step: its heading is read out and is where the keyboard goes on from. */
function goTo(element: HTMLElement, notice?: Notice, kind?: Kind): void {
  show(element, notice, kind);
  window.scrollTo(0, 0);
  main.querySelector("h1")?.focus({ preventScroll: true });
}

const say = (text: string): void => {
  if (status) status.textContent = text;
};

async function open(): Promise<void> {
  visit += 1;
  const credentials = readAddress(location);
  // Out of the path: what stands there goes to the server with every reload. And what was mangled is whole from now on.
  const whole = credentials && `/link#${credentials.linkId}.${credentials.secret}`;
  if (whole && location.href !== location.origin + whole) history.replaceState(null, "", whole);
  if (!credentials) {
    return show(codeScreen(openTyped));
  }
  show(loadingScreen());
  say("Memuat pertanyaan…");
  const mine = visit;
  const result = await fetchView(credentials);
  if (mine !== visit) return;
  say("");
  if ("value" in result) return goOnFrom(credentials, result.value);
  const { trouble } = result;
  const advice = trouble.again ? "" : " Buka tautan dari pesan terbaru yang Anda terima.";
  goTo(
    troubleScreen(
      { title: trouble.title, detail: `${trouble.detail}${advice}`.trim() },
      trouble.again ? () => void open() : undefined,
    ),
  );
}

/** Opens the link of a code that was typed in; returns what is wrong with it. */
async function openTyped(code: string): Promise<string | undefined> {
  const result = await openCode(code);
  if ("trouble" in result) return result.trouble.detail || result.trouble.title;
  history.replaceState(null, "", `/link#${result.value.linkId}.${result.value.secret}`);
  void open();
  return undefined;
}

/** Shows what the server says now. */
function goOnFrom(credentials: Credentials, { view, now }: Seen, notice?: Notice, kind?: Kind): void {
  const undoUntil = view.undoUntil === undefined ? 0 : Date.parse(view.undoUntil);
  if (undoUntil > now()) {
    offerUndo(credentials, view, now, undoUntil, undefined, notice && earlierStands);
  } else if (view.open) {
    const question = questionScreen(
      view,
      now,
      (chosen) => review(credentials, view, now, chosen, question),
      (colleague) => {
        named = actFor("/link/colleague", { ...credentials, ...colleague }, named);
        return sendColleague(named);
      },
    );
    goTo(question, notice, kind);
  } else {
    goTo(closedScreen(view), notice, kind);
  }
}

/** An answer was refused because one had arrived before: after a lost connection and a change of mind. */
const earlierStands: Notice = {
  title: "Jawaban Anda sebelumnya sudah kami terima.",
  detail: "Perubahan terakhir tidak terkirim. Untuk mengubahnya, batalkan dulu jawaban itu.",
};

/** After a refusal the server is asked where things stand; where it cannot be reached, the screen says what was refused. */
async function lookAgain(credentials: Credentials, notice: Notice, failed: (notice: Notice) => void): Promise<void> {
  const mine = visit;
  const result = await fetchView(credentials);
  if (mine !== visit) return;
  if ("value" in result) goOnFrom(credentials, result.value, notice);
  else failed(notice);
}

/** The last answer that was sent and not acknowledged: sent again unchanged, it is the same act. */
let unanswered: Act | undefined;

/** The colleague who was named last: named again unchanged, it is the same act. */
let named: Act | undefined;

function review(credentials: Credentials, view: LinkView, now: Now, draft: Draft, question: HTMLElement): void {
  const screen = reviewScreen(view, draft, { back: () => goTo(question), send: () => void send() });
  goTo(screen.element);

  async function send(): Promise<void> {
    const { path } = questions[view.action];
    const act = actFor(path, { ...credentials, choice: draft.choice }, unanswered);
    unanswered = act;
    screen.sending(true);
    say("Mengirim jawaban…");
    const mine = visit;
    const result = await sendAnswer(act);
    if (mine !== visit) return;
    say("");
    screen.sending(false);
    if ("trouble" in result) {
      if (result.trouble.again) return screen.failed(result.trouble);
      unanswered = undefined;
      return lookAgain(credentials, result.trouble, screen.failed);
    }
    unanswered = undefined;
    offerUndo(credentials, view, now, Date.parse(result.value.undoUntil), draft);
  }
}

function offerUndo(credentials: Credentials, view: LinkView, now: Now, undoUntil: number, draft?: Draft, notice?: Notice): void {
  const screen = givenScreen(view, undoUntil, draft, () => void undo());
  let act: Act | undefined;
  let busy = false;
  goTo(screen.element, notice);

  const timer = setInterval(tick, 1000);
  const shown = (): void => {
    if (document.visibilityState === "visible") void look();
  };
  document.addEventListener("visibilitychange", shown);
  leave = () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", shown);
  };
  tick();

  function tick(): void {
    if (now() < undoUntil) screen.tick(now());
    else if (!busy) goTo(closedScreen({ ...view, open: false, closedBecause: "LINK_USED" }, draft));
  }

  /** A phone that slept has lost count: the server's clock again. */
  async function look(): Promise<void> {
    const mine = visit;
    const result = await fetchView(credentials);
    if (mine !== visit || busy || !("value" in result) || !main.contains(screen.element)) return;
    const until = result.value.view.undoUntil;
    now = result.value.now;
    if (until === undefined || Date.parse(until) <= now()) goOnFrom(credentials, result.value);
  }

  async function undo(): Promise<void> {
    act = actFor("/link/undo", credentials, act);
    busy = true;
    screen.sending(true);
    say("Membatalkan jawaban…");
    const mine = visit;
    const result = await sendUndo(act);
    if (mine !== visit) return;
    say("");
    busy = false;
    screen.sending(false);
    if ("trouble" in result) {
      if (result.trouble.again) return screen.failed(result.trouble);
      return lookAgain(credentials, result.trouble, screen.failed);
    }
    const after = await fetchView(credentials);
    if (mine !== visit) return;
    const undone: Notice = { title: "Jawaban dibatalkan.", detail: "Silakan pilih lagi bila Anda siap." };
    if ("value" in after) return goOnFrom(credentials, after.value, undone, "status");
    goTo(troubleScreen({ title: "Jawaban dibatalkan", detail: "Pertanyaannya belum dapat dimuat lagi." }, () => void open()));
  }
}

// A second link opened in the same tab changes only the fragment.
addEventListener("hashchange", () => void open());
void open();
