/** The history of a record: who did what to it, and when, in words. */
import { describe, expect, it } from "vitest";
import { clientChanges } from "../../../../shared/api/clients.ts";
import { routes } from "../../../../shared/api/routes.ts";
import { changeClient } from "../../../../shared/commands/clients/change-client.ts";
import { readClientHistory } from "../../../../shared/commands/clients/read-client-history.ts";
import { readPlacementHistory } from "../../../../shared/commands/placements/read-placement-history.ts";
import { readVacancyHistory } from "../../../../shared/commands/vacancies/read-vacancy-history.ts";
import { followUpTransitions } from "../../../../shared/domain/follow-ups/transitions.ts";
import { transitions } from "../../../../shared/domain/placements/transitions.ts";
import { hasWords } from "../../../../shared/messages/event-words.ts";
import { answerLink, bringToEmployer, close, colleague, linkOf, minute, officer, stranger } from "../../../builders/carry.ts";
import { askAbout } from "../../../builders/change.ts";
import { idNo } from "../../../builders/ids.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";

const open = useWorlds();
const query = { limit: 25 };

describe("the history", () => {
  it("of a client says who changed which fields, the newest first and a page at a time", async () => {
    const world = await open();
    const params = { id: idNo("client", 1) };
    for (const [version, phone] of [
      [1, "081299990001"],
      [2, "081299990002"],
    ] as const) {
      const body = clientChanges.parse({ version, changes: { phone } });
      await askAbout(world, routes.changeClient, changeClient, { params, query: {}, body }, version === 1 ? officer : colleague);
    }
    const look = (page: { limit: number; cursor?: string | undefined }, staff = officer) =>
      askAbout(world, routes.readClientHistory, readClientHistory, { params, query: page, body: {} }, staff);
    const first = await look({ limit: 1 });
    expect(first.items).toMatchObject([
      {
        event: "changeClient",
        words: { id: "Data klien diperbaiki" },
        by: { kind: "staff", id: colleague.id, name: colleague.name },
        fields: [{ name: "phone", words: { id: "telepon", en: "phone" } }],
      },
    ]);
    const second = await look({ limit: 1, cursor: first.cursor });
    expect(second.items.map(({ by }) => by.name)).toEqual([officer.name]);
    expect(JSON.stringify([first, second])).not.toContain("9999");
    await expect(look({ limit: 1 }, stranger)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("of a client says of what was not there that it was recorded, and of what was that it was mended", async () => {
    const world = await open({ clients: [{ statusDocument: undefined }] });
    const params = { id: idNo("client", 1) };
    const document = { kind: "PAROLE", number: "CONTOH-1", date: "2026-01-19", outsideWorkFrom: "2026-01-20" };
    for (const [version, number] of ["CONTOH-1", "CONTOH-2"].entries()) {
      const body = clientChanges.parse({ version: version + 1, changes: { statusDocument: { ...document, number } } });
      await askAbout(world, routes.changeClient, changeClient, { params, query: {}, body });
    }
    const { items } = await askAbout(world, routes.readClientHistory, readClientHistory, { params, query, body: {} });
    expect(items.map(({ words, fields }) => [words.id, fields?.map(({ name }) => name)])).toEqual([
      ["Data klien diperbaiki", ["statusDocument"]],
      ["Data klien dicatat", ["statusDocument"]],
    ]);
  });

  it("of a placement has every step of it, also those of the employer and the system", async () => {
    const world = await open();
    const id = await bringToEmployer(world);
    await answerLink(world, linkOf(world), { choice: "ACCEPT" });
    await world.advance(11 * minute);
    const given = { params: { id }, query, body: {} };
    const { items } = await askAbout(world, routes.readPlacementHistory, readPlacementHistory, given);
    expect(items.map(({ event, by }) => [event, by.kind]).toReversed()).toEqual([
      ["start", "staff"],
      ["proposeVacancies", "system"],
      ["approveShortlist", "staff"],
      ["clientAnswers", "staff"],
      ["employerAccepts", "contact"],
    ]);
    await close(world, 1);
    const vacancy = { params: { id: idNo("vacancy", 1) }, query, body: {} };
    const history = await askAbout(world, routes.readVacancyHistory, readVacancyHistory, vacancy);
    expect(history.items[0]).toMatchObject({ event: "closeVacancy", by: { name: officer.name } });
    await expect(askAbout(world, routes.readPlacementHistory, readPlacementHistory, given, stranger)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("has words for every transition", () => {
    const events = [...Object.keys(transitions), ...Object.keys(followUpTransitions)];
    expect(events.filter((event) => !hasWords(event))).toEqual([]);
  });
});
