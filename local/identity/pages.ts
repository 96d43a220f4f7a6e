import { createHash } from "node:crypto";

const style = `
:root { color-scheme: light dark; --ground: #f5f6f4; --card: #fff; --text: #1d2521; --quiet: #56615b; --line: #c3cac6; --accent: #0b6b4f;
  --on-accent: #fff; --bad: #a3261b; }
@media (prefers-color-scheme: dark) { :root { --ground: #141917; --card: #1d2421; --text: #e6ebe8; --quiet: #9fada6; --line: #46524c;
  --accent: #58c39d; --on-accent: #0d1512; --bad: #ff9d92; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1rem; background: var(--ground); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif; }
main { width: 100%; max-width: 23rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1.75rem 1.5rem; }
h1 { margin: 0 0 .25rem; font-size: 1.5rem; line-height: 1.25; }
p { margin: 0 0 1.25rem; color: var(--quiet); }
label { display: block; margin: 0 0 .25rem; font-weight: 600; }
input { width: 100%; margin: 0 0 1rem; padding: .625rem .75rem; font: inherit; color: inherit; background: var(--ground);
  border: 1px solid var(--line); border-radius: .5rem; }
button { width: 100%; padding: .75rem; font: inherit; font-weight: 600; border: 1px solid var(--accent); border-radius: .5rem; cursor: pointer;
  background: var(--accent); color: var(--on-accent); }
button + button { margin-top: .75rem; background: transparent; color: var(--accent); }
input:focus-visible, button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.bad { color: var(--bad); font-weight: 600; }
`;

const sourceOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** The page's own style and nothing else; no form-action, which browsers hold against the redirects that follow a form too. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src ${sourceOf(style)}`,
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Sends the form of the page at once; the parts of a page stand when a script at its end runs. */
const sendForm = `document.getElementById("op.logoutForm").requestSubmit(document.querySelector("button"))`;

/** For the page that signs out. */
export const logoutSecurityPolicy = `${contentSecurityPolicy}; script-src ${sourceOf(sendForm)}`;

/** Text that is safe inside an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} – Titian</title>
<style>${style}</style>
</head>
<body><main>${body}</main></body>
</html>`;
}

/** The login page; `failed` after a wrong name or password. */
export function loginPage(options: { readonly action: string; readonly username: string; readonly failed: boolean }): string {
  const problem = options.failed ? `<p class="bad" role="alert" id="problem">Nama pengguna atau kata sandi salah.</p>` : "";
  const described = options.failed ? ` aria-describedby="problem" aria-invalid="true"` : "";
  const [nameFocus, passwordFocus] = options.username === "" ? [" autofocus", ""] : ["", " autofocus"];
  return page(
    "Masuk",
    `<h1>Masuk</h1>
<p>Gunakan akun petugas Anda.</p>
${problem}
<form method="post" action="${escapeHtml(options.action)}">
<label for="username">Nama pengguna</label>
<input id="username" name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required value="${escapeHtml(options.username)}"${described}${nameFocus}>
<label for="password">Kata sandi</label>
<input id="password" name="password" type="password" autocomplete="current-password" required${described}${passwordFocus}>
<button type="submit">Masuk</button>
</form>`,
  );
}

/**
 * Signs out at once, as Cognito's endpoint does: whoever comes here has pressed "Keluar" already. `form` is oidc-provider's own
 * form, with the id `op.logoutForm`; the button is for a browser that runs no scripts.
 * Source: https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html
 */
export function logoutPage(form: string): string {
  return page(
    "Keluar",
    `<h1>Keluar…</h1>
<p>Anda sedang dikeluarkan dari Titian di peramban ini.</p>
${form}
<button type="submit" form="op.logoutForm" name="logout" value="yes">Keluar</button>
<script>${sendForm}</script>`,
  );
}

/** Says one thing. */
export function messagePage(title: string, message: string): string {
  return page(title, `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(message)}</p>`);
}
