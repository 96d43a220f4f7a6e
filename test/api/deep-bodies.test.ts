/** A body is bounded before anything walks through it: nothing that anybody can send takes a function down. */
import { beforeAll, expect, it } from "vitest";
import { routes } from "../../shared/api/routes.ts";
import { mayEver } from "../../shared/domain/offices/access-policy.ts";
import { readJson } from "../../shared/runtime/request-body.ts";
import { isWhole } from "../builders/runs.ts";
import { reachEmployer } from "./carry-along.ts";
import { type FrontDoor, shareFrontDoor } from "./front-door.ts";
import { makeRecords, type Records } from "./office-records.ts";
import { problemSchema } from "./problem.ts";

let door: FrontDoor;
let records: Records;
let link: { linkId: string; secret: string };
beforeAll(async () => {
  door = await shareFrontDoor();
  records = await makeRecords(door, "officer", 21);
  link = await reachEmployer(door, records);
});

const nested = (levels: number, open = '{"a":', close = "}"): string => `${open.repeat(levels)}1${close.repeat(levels)}`;
const codeOf = async (path: string, body: string, token?: string): Promise<string> => {
  const response = await door.ask("POST", path, { body, token });
  expect(response.status, response.text).toBe(400);
  return problemSchema.parse(response.json).details?.[0]?.code ?? "";
};

it("a choice of 20,000 levels, or of 200,000 characters and more, is refused with a word, and the link stays good", async () => {
  const { linkId, secret } = link;
  const withChoice = (choice: string): string => `{"linkId":"${linkId}","secret":"${secret}","choice":{"choice":${choice}}}`;
  for (const path of ["/link/answer", "/link/confirmation"])
    for (const choice of [nested(20_000), nested(20_000, "[", "]"), nested(25, "[", "]")])
      expect(await codeOf(path, withChoice(choice))).toBe("json.deep");
  expect(await codeOf("/link/answer", withChoice(nested(200_000)))).toBe("json.large");
  expect(await codeOf("/link/answer", withChoice(`"${"x".repeat(300_000)}"`))).toBe("json.large");
  const answered = await door.post(undefined, "/link/answer", { ...link, choice: { choice: "DECLINE", reason: "OTHER" } });
  expect(answered).toMatchObject({ effectiveAt: expect.any(String) });
});

it.runIf(isWhole)("so is any other body, at every route that takes one", async () => {
  const tokens = { supervisor: await door.tokenOf("supervisor"), administrator: await door.tokenOf("administrator") };
  for (const route of Object.values(routes)) {
    if (route.method !== "POST") continue;
    const isAdministrators = route.access.kind === "staff" && !mayEver("supervisor", route.access.action);
    const token = tokens[isAdministrators ? "administrator" : "supervisor"];
    const path = route.path.replace("{id}", records.client).replace("{day}", "30");
    for (const body of [nested(20_000), `{"a":${nested(20_000, "[", "]")}}`])
      expect([path, await codeOf(path, body, token)]).toEqual([path, "json.deep"]);
  }
});

it("brackets within texts are no levels, and a body that is not UTF-8 is no text", () => {
  const route = {};
  const text = JSON.stringify({ a: `${"[".repeat(50)}"\\"${"{".repeat(50)}` });
  expect(readJson(route, { body: text, isBase64Encoded: false })).toEqual(JSON.parse(text));
  const bytes = Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]).toString("base64");
  expect(() => readJson(route, { body: bytes, isBase64Encoded: true })).toThrow("REQUEST_INVALID");
  expect(() => readJson({ bodyCharacters: 10 }, { body: `"${"x".repeat(9)}"`, isBase64Encoded: false })).toThrow(
    "REQUEST_INVALID",
  );
  expect(readJson({ bodyCharacters: 12 }, { body: `"${"x".repeat(9)}"`, isBase64Encoded: false })).toBe("x".repeat(9));
});
