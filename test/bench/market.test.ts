/** The market that is measured is made of what could be recorded. */
import { expect, it } from "vitest";
import { createMarket } from "../../bench/market.ts";
import { clientOfLine, readSnapshotLine, vacancyOfLine } from "../../shared/domain/matching/round/snapshot.ts";

const market = createMarket(7);

it("has clients and vacancies that the file of a round could hold, as they are", () => {
  for (const client of market.clients(500)) {
    const line = readSnapshotLine(JSON.stringify({ kind: "client", ...client }));
    expect(line?.kind === "client" && clientOfLine(line)).toEqual({ kind: "client", ...client });
  }
  for (const vacancy of market.vacancies(500)) {
    const line = readSnapshotLine(JSON.stringify({ kind: "vacancy", ...vacancy }));
    expect(line?.kind === "vacancy" && vacancyOfLine(line)).toEqual({ kind: "vacancy", ...vacancy });
  }
});
