/** How the person at an employer is reached, as the API takes it. */
import { beforeAll, expect, it } from "vitest";
import { employers } from "../../demo/demo-data.ts";
import { type FrontDoor, shareFrontDoor } from "./front-door.ts";

let door: FrontDoor;
beforeAll(async () => {
  door = await shareFrontDoor();
});

const register = async (contact: Record<string, unknown>) => {
  const token = await door.tokenOf("officer");
  return door.ask("POST", "/employers", { token, body: { ...employers.cikupa, contact: { name: "Bu A", ...contact } } });
};

it.each([
  { phone: "021-5551234" },
  { phone: "0812-3456-7890" },
  { landline: { number: "(021) 5551234", extension: "12" } },
  { landline: { number: "(021) 5551234 pes. 12" }, whatsapp: "0812-3456-7890" },
  { email: `${"x".repeat(64)}@contoh.example` },
])("%j is taken", async (contact) => {
  const response = await register(contact);
  expect(response.status, response.text).toBe(201);
});

it.each([
  [{ phone: "5551234" }, "phone.any"],
  [{ landline: { number: "0812-3456-7890" } }, "landline.format"],
  [{ whatsapp: "021-5551234" }, "phone.format"],
  [{ email: `${"x".repeat(65)}@contoh.example` }, "email.format"],
  [{ email: `a@${"x".repeat(64)}.example` }, "email.format"],
])("%j is refused", async (contact, code) => {
  const response = await register(contact);
  expect([response.status, response.text]).toEqual([400, expect.stringContaining(code)]);
});
