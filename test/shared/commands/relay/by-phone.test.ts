/** An employer that is asked by phone: the officer has the name, the number and the reason of what is to be asked. */
import { expect, it } from "vitest";
import { routes } from "../../../../shared/api/routes.ts";
import { readPlacement } from "../../../../shared/commands/placements/read-placement.ts";
import { contactInput, contactOf } from "../../../../shared/domain/employers/contact.ts";
import { bringToEmployer, officer } from "../../../builders/carry.ts";
import { idNo } from "../../../builders/ids.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";

const open = useWorlds();

it("the task names the contact with every number, and so does the placement", async () => {
  const contact = contactOf(
    contactInput.parse({ name: "Bu A", phone: "021-5551234 pes. 12", whatsapp: "0812-3456-7890" }),
    idNo("contact", 1),
  );
  expect(contact).toMatchObject({ landline: { number: "+62215551234", extension: "12" }, whatsapp: "+6281234567890" });
  const world = await open({ employers: [{ contact }] });
  const id = await bringToEmployer(world);
  const task = world.mails().find((mail) => mail.to === officer.email && mail.subject === "Tugas: tanyakan kepada pemberi kerja");
  expect(task?.text).toContain("Bu A, 0812-3456-7890 (WhatsApp), (021) 5551234 pes. 12");
  const shown = await world.request(
    "readPlacement",
    (deps) => readPlacement(deps, { staff: officer, params: { id }, query: {}, body: {}, idempotency: undefined }),
    routes.readPlacement,
  );
  expect(shown.contact).toMatchObject({ name: "Bu A", numbers: ["0812-3456-7890 (WhatsApp)", "(021) 5551234 pes. 12"] });
  expect(shown.clientPhone).toBe("+6281200000001");
});
