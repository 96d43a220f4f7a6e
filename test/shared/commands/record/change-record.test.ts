/** The way of every command on a record: load, reach, earlier response, decision, one transaction. */
import { describe, expect, it } from "vitest";
import { changeRecord, createRecord, type RecordRequest } from "../../../../shared/commands/record/change-record.ts";
import { changed, refused, unchanged } from "../../../../shared/commands/record/decision.ts";
import { records } from "../../../../shared/commands/record/records.ts";
import type { Client } from "../../../../shared/domain/clients/client.ts";
import { refusal } from "../../../../shared/domain/errors.ts";
import type { Staff } from "../../../../shared/domain/offices/staff.ts";
import { auditOf } from "../../../builders/audit.ts";
import { colleague, officer, stranger, trainer } from "../../../builders/carry.ts";
import { idNo } from "../../../builders/ids.ts";
import { buildClient } from "../../../builders/records.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();
const id = idNo("client", 5);
const action = "registerClient";
const by = (staff: Staff, key = "key-of-test"): RecordRequest => ({
  staff,
  idempotency: { subject: staff.id, route: "/test", key, request: key },
});
const once = (staff: Staff): RecordRequest => ({ staff, idempotency: undefined });

const create = (world: World, request: RecordRequest = once(officer), made: Client = buildClient(5)) =>
  createRecord(world.deps, records.client, { request, action }, () =>
    changed({ state: made, event: "create", response: { id: made.id } }),
  );
const addYear = (world: World, request: RecordRequest, expectedVersion?: number) =>
  changeRecord(world.deps, records.client, { request, action, id, expectedVersion }, (client) =>
    changed({
      state: { ...client, experienceYears: client.experienceYears + 1 },
      event: "addYear",
      fields: ["experienceYears"],
      response: { id, warnings: [String(client.experienceYears + 1)] },
    }),
  );
const read = async (world: World) => (await world.deps.store.clients.client(id))?.state;

describe("a record is changed", () => {
  it("with its audit, the effects and the rows that belong to it, or not at all", async () => {
    const world = await open();
    await create(world);
    const lost = { label: "lost", table: "clients", kind: "append", item: { pk: `CL#${id}`, sk: "PROFILE" } } as const;
    const response = changeRecord(world.deps, records.client, { request: once(officer), action, id }, (client) =>
      changed({ state: client, event: "never", response: { id }, writes: [lost], effects: [] }),
    );
    await expect(response).rejects.toThrow();
    await addYear(world, once(colleague));
    expect((await auditOf(world, id)).map(({ event, actor, fields }) => [event, actor, fields])).toEqual([
      ["create", `officer:${officer.id}`, undefined],
      ["addYear", `officer:${colleague.id}`, ["experienceYears"]],
    ]);
  });

  it("once for a request that comes twice, which has the same response", async () => {
    const world = await open();
    await create(world);
    const first = await addYear(world, by(officer));
    await addYear(world, once(officer));
    expect(await addYear(world, by(officer))).toEqual(first);
    expect(await read(world)).toMatchObject({ experienceYears: 4, version: 3 });
    const another = { subject: officer.id, route: "/test", key: "key-of-test", request: "another" };
    await expect(addYear(world, { staff: officer, idempotency: another })).rejects.toMatchObject({
      code: "IDEMPOTENCY_KEY_REUSED",
    });
  });

  it("by everybody who does it at the same time, one after the other", async () => {
    const world = await open();
    await create(world);
    await Promise.all([1, 2, 3].map((no) => addYear(world, by(officer, `key-number-${no}`))));
    expect(await read(world)).toMatchObject({ experienceYears: 5, version: 4 });
    expect(await auditOf(world, id)).toHaveLength(4);
  });

  it("on the version that was seen, where one is named", async () => {
    const world = await open();
    await create(world);
    await addYear(world, once(officer), 1);
    await expect(addYear(world, once(officer), 1)).rejects.toMatchObject({
      code: "CONFLICT",
      details: [{ code: "version.newer", value: "2" }],
    });
    expect(await read(world)).toMatchObject({ version: 2 });
  });

  it("by nobody out of reach: another office's does not exist, and a role may not do everything", async () => {
    const world = await open();
    await create(world);
    await expect(addYear(world, once(stranger))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(addYear(world, once(trainer))).rejects.toMatchObject({ code: "NOT_ALLOWED" });
    await expect(create(world, once(trainer))).rejects.toMatchObject({ code: "NOT_ALLOWED" });
    const abroad = buildClient(6, { officeId: "bapas-lain" });
    await expect(create(world, once(officer), abroad)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await read(world)).toMatchObject({ version: 1 });
  });

  it("by no decision that refuses, and by none that finds nothing new", async () => {
    const world = await open();
    await create(world);
    const options = { request: once(officer), action, id } as const;
    const no = changeRecord(world.deps, records.client, options, () => refused(refusal("REASON_REQUIRED")));
    await expect(no).rejects.toMatchObject({ code: "REASON_REQUIRED" });
    expect(await changeRecord(world.deps, records.client, options, () => unchanged({ id: "known" }))).toEqual({ id: "known" });
    expect(await read(world)).toMatchObject({ version: 1 });
    await expect(
      changeRecord(world.deps, records.client, { ...options, id: idNo("client", 9) }, () => unchanged({ id })),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("a command does not compile", () => {
  it("without reach, idempotency or audit", async () => {
    const { deps } = await open({ clients: [] });
    const staff = officer;
    const request = once(officer);
    const nothing = () => unchanged({ id });
    const ofAnotherKind = changed({ state: officer, event: "e", response: { id } });
    const commands = [
      // @ts-expect-error reach
      () => changeRecord(deps, records.client, { request, id }, nothing),
      // @ts-expect-error reach of what is new
      () => createRecord(deps, records.client, { request }, nothing),
      // @ts-expect-error reach of an action that the access table has
      () => changeRecord(deps, records.client, { request, id, action: "changeEverything" }, nothing),
      // @ts-expect-error idempotency
      () => changeRecord(deps, records.client, { request: { staff }, id, action }, nothing),
      // @ts-expect-error idempotency of what is new
      () => createRecord(deps, records.client, { request: { staff }, action }, nothing),
      () =>
        changeRecord(deps, records.client, { request, id, action }, (state) =>
          // @ts-expect-error the event, as the audit names it
          changed({ state, response: { id } }),
        ),
      // @ts-expect-error a record of another kind
      () => createRecord(deps, records.client, { request, action }, () => ofAnotherKind),
    ];
    expect(commands).toHaveLength(7);
  });
});
