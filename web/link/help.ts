/** Who stands behind a candidate, what an employer may count on, and where the question goes if somebody else is in charge. */
import { type Colleague, type Result, telephoneOf } from "./api.ts";
import { icon, make } from "./element.ts";
import type { LinkView } from "./view.ts";

/** Who accompanies, with the number to call, and what helps an employer to say yes. */
export function helpOf(view: LinkView): HTMLElement {
  const number = view.askerNumber;
  return make(
    "section",
    { class: "card help", "aria-labelledby": "help" },
    make("h2", { id: "help" }, "Siapa yang mendampingi"),
    make("p", {}, "Pendamping kandidat: ", make("strong", {}, view.asker)),
    view.accompaniedBy !== undefined && make("p", {}, `Didampingi oleh ${view.accompaniedBy}`),
    number !== undefined &&
      make(
        "a",
        { class: "phone", href: `tel:${telephoneOf(number)}` },
        icon("phone"),
        make("span", {}, make("span", { class: "unseen" }, "Telepon pendamping "), number),
      ),
    make(
      "ul",
      {},
      make(
        "li",
        {},
        "Ada pertanyaan atau masalah, juga sesudah kandidat bekerja? Telepon pendamping; ia ikut mencari jalan keluarnya.",
      ),
      make("li", {}, "Pendamping menanyakan kabar 30, 90 dan 180 hari setelah kandidat mulai bekerja."),
      // UU 13/2003 article 60: at most three months, and none in a contract for a fixed time.
      make(
        "li",
        {},
        "Masa percobaan boleh disepakati untuk karyawan tetap (PKWTT), paling lama 3 bulan; untuk kontrak (PKWT) tidak ada.",
      ),
    ),
  );
}

/** A form for whoever is asked and does not decide. It changes nothing of the question, which can still be answered. */
export function colleagueForm(view: LinkView, send: (colleague: Colleague) => Promise<Result<unknown>>): HTMLElement {
  const fields = {
    name: make("input", { type: "text", id: "colleague-name", maxlength: 100, autocomplete: "off" }),
    email: make("input", { type: "email", id: "colleague-email", maxlength: 254, autocomplete: "off" }),
    phone: make("input", { type: "tel", id: "colleague-phone", maxlength: 40, autocomplete: "off" }),
  };
  const fault = make("p", { class: "fault", role: "alert", hidden: true });
  const button = make("button", { type: "submit", class: "second" }, "Kirim nama rekan");
  const form = make(
    "form",
    { novalidate: true },
    labelled("Nama rekan Anda", fields.name),
    make("p", { class: "hint" }, "Isi email atau telepon rekan; salah satu cukup."),
    labelled("Email rekan", fields.email),
    labelled("Telepon rekan", fields.phone),
    fault,
    button,
  );
  const tell = (text: string, at?: HTMLElement): void => {
    fault.textContent = text;
    fault.hidden = false;
    at?.focus();
  };
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    fault.hidden = true;
    const [name, email, phone] = [fields.name, fields.email, fields.phone].map(({ value }) => value.trim());
    if (!name) return tell("Isi nama rekan Anda.", fields.name);
    if (!email && !phone) return tell("Isi email atau nomor telepon rekan Anda.", fields.email);
    button.disabled = true;
    const result = await send({ name, ...(email ? { email } : {}), ...(phone ? { phone } : {}) });
    button.disabled = false;
    if ("trouble" in result) return tell(result.trouble.detail || result.trouble.title);
    const thanks = make("p", { role: "status", tabindex: -1 });
    form.replaceWith(thanks);
    thanks.textContent = `Terima kasih. ${view.asker} akan menghubungi ${name}. Anda tetap dapat menjawab di halaman ini.`;
    thanks.focus();
  });
  return make("details", { class: "card colleague" }, make("summary", {}, "Bukan Anda yang mengurus lowongan ini?"), form);
}

/** Where nothing of the link has arrived: the short code from the mail is typed in. */
export function codeScreen(send: (code: string) => Promise<string | undefined>): HTMLElement {
  const code = make("input", {
    type: "text",
    id: "code",
    maxlength: 40,
    autocomplete: "off",
    autocapitalize: "characters",
    spellcheck: "false",
    placeholder: "XXXX-XXXX-XXXX",
    "aria-describedby": "code-fault",
  });
  const fault = make("p", { class: "fault", id: "code-fault", role: "alert", hidden: true });
  const button = make("button", { type: "submit", class: "main" }, "Lanjut");
  const form = make("form", { novalidate: true, autocomplete: "off" }, labelled("Kode dari email", code), fault, button);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    fault.hidden = true;
    button.disabled = true;
    const wrong = code.value.trim() === "" ? "Ketik kode dari email lebih dulu." : await send(code.value.trim());
    button.disabled = false;
    if (wrong === undefined) return;
    fault.textContent = wrong;
    fault.hidden = false;
    code.setAttribute("aria-invalid", "true");
    code.focus();
  });
  return make(
    "div",
    { class: "card calm" },
    make("h1", { tabindex: -1 }, "Ketik kode dari email"),
    make(
      "p",
      {},
      "Kode 12 huruf dan angka itu ada di bawah tautan di email. Bila tautan Anda terpotong, Anda juga dapat membukanya lagi dari email.",
    ),
    form,
  );
}

const labelled = (text: string, input: HTMLInputElement): HTMLElement =>
  make("div", { class: "field" }, make("label", { for: input.id }, text), input);
