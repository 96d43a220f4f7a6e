/** What stands beside a link: its short code, the count of wrong tries, and the colleague who is named in place of the contact. */
import { expect, it } from "vitest";
import { routes } from "../../../../shared/api/routes.ts";
import type { Deps } from "../../../../shared/commands/deps.ts";
import { nameColleague } from "../../../../shared/commands/links/name-colleague.ts";
import { openByCode } from "../../../../shared/commands/links/short-code.ts";
import { mostCodesTried, triesInRows } from "../../../../shared/commands/links/tries.ts";
import { viewLink } from "../../../../shared/commands/links/view-link.ts";
import { answerLink, bringToEmployer, linkOf, officer } from "../../../builders/carry.ts";
import { idNo } from "../../../builders/ids.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();
const of = { params: {}, query: {}, idempotency: undefined } as const;
const codeIn = (world: World): string =>
  /ketik kode (\S+)\./.exec(world.mails().find(({ to }) => to === "pemilik1@bengkel.test")?.text ?? "")?.[1] ?? "";
const typeIn = (world: World, code: string, from = "198.51.100.7") =>
  world.request(
    "code",
    (deps) => openByCode(deps, { ...of, body: routes.openByCode.body.parse({ code }), from }),
    routes.openByCode,
  );

it("opens the very link by the code from its mail, and nothing by another one", async () => {
  const world = await open();
  await bringToEmployer(world);
  const code = codeIn(world);
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  expect(await typeIn(world, code.toLowerCase().replaceAll("-", " "))).toEqual(linkOf(world));
  await answerLink(world, await typeIn(world, code), { choice: "ACCEPT" });
  await expect(typeIn(world, code.startsWith("0") ? `1${code.slice(1)}` : `0${code.slice(1)}`)).rejects.toMatchObject({
    code: "LINK_INVALID",
    details: [{ code: "link.code-unknown" }],
  });
});

it("counts what is wrong for each link and each address, tells in rows, and takes no more codes from there", async () => {
  const world = await open();
  await bringToEmployer(world);
  const { linkId } = linkOf(world);
  const told: [number, string | undefined][] = [];
  const deps: Deps = { ...world.deps, noteTries: (count, link) => told.push([count, link]) };
  const look = (secret: string, from: string) => viewLink(deps, { ...of, body: { linkId, secret }, from });
  for (let at = 0; at < triesInRows; at += 1)
    await expect(look("x".repeat(43), `198.51.100.${at}`)).rejects.toMatchObject({ code: "LINK_INVALID" });
  expect(told).toEqual([[triesInRows, linkId]]);

  const guess = (from: string) => openByCode(deps, { ...of, body: { code: "000000000000" }, from });
  for (let at = 0; at < mostCodesTried; at += 1)
    await expect(guess("203.0.113.9")).rejects.toMatchObject({ code: "LINK_INVALID" });
  expect(told.slice(1)).toEqual([10, 20, 30, 40, 50, 60].map((count) => [count, undefined]));
  await expect(guess("203.0.113.9")).rejects.toMatchObject({ code: "TOO_MANY_TRIES" });
  await expect(guess("203.0.113.10")).rejects.toMatchObject({ code: "LINK_INVALID" });
  // A link itself is opened from anywhere, and an hour later codes are as well.
  expect(await viewLink(deps, { ...of, body: linkOf(world), from: "203.0.113.9" })).toMatchObject({ open: true });
  await world.advance(3_600_000);
  await expect(guess("203.0.113.9")).rejects.toMatchObject({ code: "LINK_INVALID" });
});

it("keeps the colleague who is named, tells the officer once with name and number, and leaves the question open", async () => {
  const world = await open();
  await bringToEmployer(world);
  const link = linkOf(world);
  const name = (colleague: object, credentials = link) =>
    world.request(
      "colleague",
      (deps) => nameColleague(deps, { ...of, body: routes.nameColleague.body.parse({ ...credentials, ...colleague }) }),
      routes.nameColleague,
    );
  const tina = { name: "Ibu Tina", phone: "0813 2222 3333" };
  await name(tina);
  await name(tina);
  await world.settle();
  const employer = await world.deps.store.employers.employer(idNo("employer", 1));
  expect(employer?.contact).toMatchObject({ colleague: { name: "Ibu Tina", phone: "+6281322223333" } });
  const mails = world.mails().filter(({ to, subject }) => to === officer.email && /rekan/.test(subject));
  expect(mails).toHaveLength(1);
  expect(mails[0]?.text).toContain("Yang disebut: Ibu Tina, 0813-2222-3333.");
  expect(routes.nameColleague.body.safeParse({ ...link, name: "Ibu Tina" }).error?.issues[0]?.message).toBe("colleague.way");
  expect(routes.nameColleague.body.safeParse({ ...link, ...tina, name: "Tina 3603011205940001" }).success).toBe(false);
  await expect(name(tina, { ...link, secret: "x".repeat(43) })).rejects.toMatchObject({ code: "LINK_INVALID" });
  await answerLink(world, link, { choice: "ACCEPT" });
  await expect(name({ ...tina, name: "Pak Lain" })).rejects.toMatchObject({ code: "LINK_EXPIRED" });
});
