/** Writes what of the documentation is made from the tables (`npm run docs`). A test holds that it is current. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { architectureParts, placementPicture } from "./pages/architecture.ts";
import { consentForm } from "./pages/consent-form.ts";
import { dataModelPage } from "./pages/data-model.ts";
import { fieldsPage } from "./pages/fields.ts";
import { replaceParts } from "./pages/markdown.ts";

const root = import.meta.dirname;

/** Every page that is made, whole or in part, by its file: what stands there now, and what should. */
export function makePages(): readonly { readonly file: string; readonly now: string; readonly made: string }[] {
  const read = (file: string): string => readFileSync(join(root, file), "utf8");
  const architecture = read("architecture.md");
  return [
    { file: "formulir-izin.html", now: read("formulir-izin.html"), made: consentForm() },
    { file: "placement.svg", now: read("placement.svg"), made: placementPicture() },
    { file: "data-model.md", now: read("data-model.md"), made: dataModelPage() },
    { file: "fields.md", now: read("fields.md"), made: fieldsPage() },
    { file: "architecture.md", now: architecture, made: replaceParts(architecture, architectureParts()) },
  ];
}

if (import.meta.main) {
  for (const { file, now, made } of makePages()) {
    if (now !== made) writeFileSync(join(root, file), made);
    console.log(`docs/${file}: ${now === made ? "current" : "written"}`);
  }
}
