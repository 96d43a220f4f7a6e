/** What an officer puts right with an approval: the wage that was agreed, and an occupation that nobody named. */
import { describe, expect, it } from "vitest";
import { clientChanges } from "../../../../shared/api/clients.ts";
import { employerChanges } from "../../../../shared/api/employers.ts";
import { routes } from "../../../../shared/api/routes.ts";
import { vacancyChanges } from "../../../../shared/api/vacancies.ts";
import { changeClient } from "../../../../shared/commands/clients/change-client.ts";
import { changeEmployer } from "../../../../shared/commands/employers/change-employer.ts";
import { readProposals } from "../../../../shared/commands/matching/read-proposals.ts";
import { readWhyNot } from "../../../../shared/commands/matching/read-why-not.ts";
import { changeVacancy } from "../../../../shared/commands/vacancies/change-vacancy.ts";
import { approve, bringToEmployer, clientSays, close, confirm, employerSays, read, start } from "../../../builders/carry.ts";
import { askAbout } from "../../../builders/change.ts";
import { idNo } from "../../../builders/ids.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();
const vacancyId = idNo("vacancy", 1);
const receipt = { how: "PHONE" } as const;
const bars = { barredOccupations: ["4214", "42"] };
const agreed = { vacancyId, amount: 550_000_000, basis: "MONTHLY", saidBy: "EMPLOYER", receipt } as const;

async function proposed(world: World): Promise<string> {
  const { id } = await start(world);
  await world.settle();
  return id;
}
const warningsOf = async (world: World, id: string) => {
  const seen = await askAbout(world, routes.readProposals, readProposals, { params: { id }, query: {}, body: {} });
  return seen.proposals.map(({ warnings }) => warnings.map(({ code }) => code));
};
const refusedWith = (...codes: readonly string[]) => ({
  code: "GATE_FAILED",
  details: codes.map((code) => expect.objectContaining({ code, value: vacancyId })),
});

describe("a vacancy without a wage, of an employer whom the minimum wage binds", () => {
  const noWage = { vacancies: [{ wage: undefined }], employers: [{ size: "MEDIUM" }] } as const;

  it("says beforehand what is missing, is approved with the agreed wage, and begins with it", async () => {
    const world = await open(noWage);
    const id = await proposed(world);
    expect(await warningsOf(world, id)).toEqual([["WAGE_MISSING"]]);
    await expect(approve(world, id, [1])).rejects.toMatchObject(refusedWith("WAGE_MISSING"));
    await approve(world, id, [1], undefined, { agreedWages: [agreed] });
    await world.settle();
    const said = { amount: 550_000_000, basis: "MONTHLY", saidBy: "EMPLOYER", receipt: { how: "PHONE", at: world.now() } };
    expect((await read(world, id)).shortlist[0]?.agreedWage).toEqual(said);
    await clientSays(world, id, [1]);
    await world.settle();
    await employerSays(world, id, { choice: "ACCEPT" });
    await world.settle();
    await confirm(world, id);
    expect(await read(world, id)).toMatchObject({ status: "PLACED", shortlist: [{ agreedWage: said }] });
  });

  it("stays refused with a wage below the minimum, and asks about one that is wrong by a hundred", async () => {
    const world = await open(noWage);
    const id = await proposed(world);
    const approving = (more: { amount: number; vacancyId?: string; amountConfirmed?: true }) =>
      approve(world, id, [1], undefined, { agreedWages: [{ ...agreed, ...more }] });
    await expect(approving({ amount: 250_000_000 })).rejects.toMatchObject(refusedWith("WAGE_BELOW_MINIMUM"));
    await expect(approving({ amount: 5_500_000 })).rejects.toMatchObject({
      code: "REQUEST_INVALID",
      details: [{ code: "wage.slip", path: "agreedWages.0.amount", value: "550000000" }],
    });
    await expect(approving({ amount: 5_500_000, amountConfirmed: true })).rejects.toMatchObject(
      refusedWith("WAGE_BELOW_MINIMUM"),
    );
    await expect(approving({ amount: 550_000_000, vacancyId: idNo("vacancy", 2) })).rejects.toMatchObject({
      details: [{ code: "NOT_CHOSEN", value: idNo("vacancy", 2) }],
    });
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_APPROVAL", version: 2 });
  });
});

describe("a vacancy without an occupation, for a client whose conditions bar some", () => {
  const unknown = { clients: [bars], vacancies: [{ kbji: undefined }] };

  it("is said, and approved only with the officer's word that it was looked at", async () => {
    const world = await open(unknown);
    const id = await proposed(world);
    expect(await warningsOf(world, id)).toEqual([["OCCUPATION_UNKNOWN"]]);
    const query = { client: idNo("client", 1), vacancy: vacancyId };
    const why = await askAbout(world, routes.readWhyNot, readWhyNot, { params: {}, query, body: {} });
    expect([why.eligible, why.warnings.map(({ code }) => code)]).toEqual([true, ["OCCUPATION_UNKNOWN"]]);
    await expect(approve(world, id, [1])).rejects.toMatchObject(refusedWith("OCCUPATION_UNKNOWN"));
    await approve(world, id, [1], undefined, { occupationChecked: [vacancyId] });
    expect((await read(world, id)).shortlist[0]?.occupationChecked).toEqual(["4214", "42"]);
  });

  it("is recalled where a bar is added that nobody has held it against, and stays where one is lifted", async () => {
    const world = await open(unknown);
    const id = await proposed(world);
    await approve(world, id, [1], undefined, { occupationChecked: [vacancyId] });
    await world.settle();
    const change = async (barredOccupations: readonly string[]) => {
      const client = (await world.deps.store.clients.client(idNo("client", 1)))?.state;
      const body = clientChanges.parse({ version: client?.version, changes: { barredOccupations } });
      await askAbout(world, routes.changeClient, changeClient, { params: { id: idNo("client", 1) }, query: {}, body });
      await world.settle();
    };
    await change(["42"]);
    expect((await read(world, id)).shortlist[0]?.state).toBe("APPROVED");
    await change(["42", "9621"]);
    expect((await read(world, id)).shortlist[0]?.state).toBe("RECALLED");
  });
});

describe("what was mended after the ranking", () => {
  const changeOf = (world: World, changes: Record<string, unknown>) =>
    askAbout(world, routes.changeVacancy, changeVacancy, {
      params: { id: vacancyId },
      query: {},
      body: vacancyChanges.parse({ version: 1, changes }),
    });

  it("lets no vacancy be approved that no longer fits: too far by now, or with more asked of the client", async () => {
    const demands = { certificateRequired: false, skills: ["WELDING"], units: [], minExperienceYears: 0 };
    for (const changes of [{ regencyCode: "35.78" }, { requirements: demands }]) {
      const world = await open();
      const id = await proposed(world);
      await changeOf(world, changes);
      await world.settle();
      await expect(approve(world, id, [1])).rejects.toMatchObject(refusedWith("NO_LONGER_FITS"));
    }
  });

  it("is no dead end for who was chosen: the wage of a post that is filled and closed can still be recorded", async () => {
    const world = await open({ vacancies: [{ wage: undefined }] });
    const id = await bringToEmployer(world);
    await employerSays(world, id, { choice: "ACCEPT" });
    await close(world, 1);
    await world.settle();
    const body = employerChanges.parse({ version: 1, changes: { size: "MEDIUM" } });
    await askAbout(world, routes.changeEmployer, changeEmployer, { params: { id: idNo("employer", 1) }, query: {}, body });
    await world.settle();
    await expect(confirm(world, id)).rejects.toMatchObject(refusedWith("WAGE_MISSING"));
    const { version = 0 } = (await world.deps.store.vacancies.vacancy(vacancyId)) ?? {};
    const mend = (changes: Record<string, unknown>) =>
      askAbout(world, routes.changeVacancy, changeVacancy, {
        params: { id: vacancyId },
        query: {},
        body: vacancyChanges.parse({ version, changes }),
      });
    const wage = { amount: 600_000_000, basis: "MONTHLY" };
    await expect(mend({ wage, seats: 4 })).rejects.toMatchObject({ code: "STATUS_CONFLICT" });
    await mend({ wage });
    await confirm(world, id);
    expect(await read(world, id)).toMatchObject({ status: "PLACED" });
  });
});
