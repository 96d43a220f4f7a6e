/** What a link no longer shows: a name once its answer is in effect, and anything once the client has withdrawn. */
import { describe, expect, it } from "vitest";
import { routes } from "../../../../shared/api/routes.ts";
import type { LinkCredentials } from "../../../../shared/commands/links/find-link.ts";
import { viewLink } from "../../../../shared/commands/links/view-link.ts";
import { employerAtRest } from "../../../../shared/store/employers.ts";
import { recordWrites } from "../../../../shared/store/record.ts";
import {
  answerLink,
  bringToEmployer,
  confirm,
  employerSays,
  linkOf,
  minute,
  read,
  undo,
  withdraw,
  withdrawConsent,
} from "../../../builders/carry.ts";
import { idNo } from "../../../builders/ids.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();
const accept = { choice: "ACCEPT" } as const;
const view = (world: World, link: LinkCredentials) =>
  world.request("view", (deps) => viewLink(deps, { params: {}, query: {}, body: link, idempotency: undefined }), routes.viewLink);

describe("a link whose answer is in effect", () => {
  it("shows what was answered and no name: a confirmation", async () => {
    const world = await open();
    const id = await bringToEmployer(world);
    await employerSays(world, id, accept);
    await world.settle();
    const link = linkOf(world);
    expect((await view(world, link)).identity).toBeDefined();
    const choice = { started: true, startedOn: world.now().slice(0, 10) };
    await answerLink(world, link, choice);
    // While it can be undone the employer still sees about whom it is.
    expect(await view(world, link)).toMatchObject({ identity: { name: "Contoh Klien 1" }, given: choice });
    await world.advance(11 * minute);
    const after = await view(world, link);
    expect(after.identity).toBeUndefined();
    expect(after).toMatchObject({ open: false, closedBecause: "LINK_USED" });
  });

  it("a follow-up that says no", async () => {
    const world = await open();
    const id = await bringToEmployer(world);
    await employerSays(world, id, accept);
    await world.settle();
    await confirm(world, id);
    await world.settle();
    await world.advanceTo("2026-04-01T02:01:00.000Z");
    const link = linkOf(world);
    expect((await view(world, link)).identity).toBeDefined();
    await answerLink(world, link, { stillThere: false });
    await world.advance(11 * minute);
    const after = await view(world, link);
    expect([after.identity, JSON.stringify(after).includes("Contoh Klien")]).toEqual([undefined, false]);
  });
});

describe("the answer that was given", () => {
  it("stays visible, and is gone once it was taken back", async () => {
    const world = await open();
    await bringToEmployer(world);
    const link = linkOf(world);
    const choice = { choice: "DECLINE", reason: "DISTANCE" };
    await answerLink(world, link, choice);
    expect((await view(world, link)).given).toEqual(choice);
    await undo(world, link);
    expect((await view(world, link)).given).toBeUndefined();
    await answerLink(world, link, choice);
    await world.advance(11 * minute);
    expect(await view(world, link)).toMatchObject({ given: choice, closedBecause: "LINK_USED" });
  });
});

describe("a withdrawal hides at once, before anything has followed from it", () => {
  it.each([
    ["of the consent to one employer", (world: World) => withdrawConsent(world, 1, 1)],
    ["of the consent to all matching", (world: World) => withdrawConsent(world, 1)],
  ])("%s", async (_, take) => {
    const world = await open();
    const id = await bringToEmployer(world);
    await employerSays(world, id, accept);
    await world.settle();
    const link = linkOf(world);
    expect((await view(world, link)).identity).toBeDefined();
    await take(world);
    // No relay has run: the placement stands where it stood.
    expect((await read(world, id)).status).toBe("AWAITING_CONFIRMATION");
    const hidden = await view(world, link);
    expect(hidden).toMatchObject({ open: false, closedBecause: "LINK_EXPIRED", competences: [], reasons: [] });
    expect([hidden.identity, hidden.accompaniedBy, hidden.given]).toEqual([undefined, undefined, undefined]);
    const started = { started: true, startedOn: world.now().slice(0, 10) };
    await expect(answerLink(world, link, started)).rejects.toMatchObject({ code: "LINK_EXPIRED" });
  });

  it("of the whole placement", async () => {
    const world = await open();
    const id = await bringToEmployer(world);
    const link = linkOf(world);
    await withdraw(world, id);
    expect(await view(world, link)).toMatchObject({ open: false, competences: [] });
  });
});

it("a replaced contact's link dies", async () => {
  const world = await open();
  await bringToEmployer(world);
  const link = linkOf(world);
  const stored = await world.deps.store.employers.stored(idNo("employer", 1));
  if (!stored) throw new Error("there is no employer");
  const contact = { ...stored.state.contact, email: "baru@bengkel.test" };
  const act = { at: world.now(), actor: "test", event: "changeEmployer" };
  await world.deps.store.database.commit(recordWrites(employerAtRest, stored, { ...stored.state, contact }, act));
  expect(await view(world, link)).toMatchObject({ open: false, closedBecause: "LINK_EXPIRED" });
  await expect(answerLink(world, link, accept)).rejects.toMatchObject({ code: "LINK_EXPIRED" });
});
