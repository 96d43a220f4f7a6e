/** `npm start` on one folder again and again, as its visitor leaves it and comes back. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { findCloud } from "../../demo/address.ts";
import { ensureSynthesised } from "../../infra/synth.ts";
import { isWhole } from "../builders/runs.ts";
import { runCommand, type Started, startCommand } from "./run-command.ts";

const folder = mkdtempSync(join(tmpdir(), "titian-start-"));
const data = join(folder, "data");
const memory = join(data, "demo.json");
let running: Started | undefined;

const start = async (...args: readonly string[]): Promise<Started> => {
  await ensureSynthesised();
  running = startCommand("start.ts", ["--port", "0", "--data", data, ...args], folder);
  return running;
};
afterEach(async () => {
  running?.interrupt();
  expect(await running?.ended).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("npm start", { timeout: 90_000 }, () => {
  it.runIf(isWhole)("says the zone of its times once, and can be left on the way", async () => {
    const first = await start();
    await first.untilSaid("officer starts the placement");
    expect(first.said()).toMatch(/Logins .*petugas \(officer\)/);
    expect(first.said()).toMatch(/^\n +Console +http:\/\/127\.0\.0\.1:\d+\/konsol\/\n +API /m);
    expect(first.said()).toMatch(/redirect URI http:\S+\/konsol\/masuk\n +scopes openid titian\/read titian\/write/);
    expect(first.said().match(/WIB/g)).toHaveLength(1);
  });

  it.runIf(isWhole)("says at a later start where all stand and who was left, and carries nobody unasked", async () => {
    const later = await start();
    await later.untilSaid("Ctrl-C ends it");
    expect(later.said()).toMatch(/Contoh Satu Ramadan +placement +AWAITING_/);
    expect(later.said()).toMatch(/Contoh Satu Ramadan +the tour was cut off/);
    expect(later.said()).toContain("npm start -- --tour carries one more");
    expect(later.said()).not.toContain("One placement, from the certificate");

    const token = await runCommand("print-token.ts", "petugas", "--data", data);
    expect([token.code, token.stdout]).toEqual([0, expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+\n$/)]);
    const { publicUrl } = await findCloud(data);
    const me = await fetch(`${publicUrl}/me`, { headers: { authorization: `Bearer ${token.stdout.trim()}` } });
    expect(await me.json()).toMatchObject({ name: "Sari Contohwati", role: "officer" });

    // The console and the API on one origin: a room that is opened by its address, and a record that there is not.
    const front = await fetch(publicUrl);
    expect([front.url, front.status, front.headers.get("content-type")]).toEqual([`${publicUrl}/konsol/`, 200, "text/html"]);
    expect(await (await fetch(`${publicUrl}/konsol/penempatan/pl_01`)).text()).toBe(await front.text());
    const settings = await (await fetch(`${publicUrl}/konsol/setelan.json`)).json();
    expect(settings).toMatchObject({ issuer: "/_identity", scopes: ["openid", "titian/read", "titian/write"] });
    const nobody = `${publicUrl}/placements/pl_01J00000000000000000000000`;
    const missing = await fetch(nobody, { headers: { authorization: `Bearer ${token.stdout.trim()}` } });
    expect([missing.status, missing.headers.get("content-type")]).toEqual([404, "application/problem+json; charset=utf-8"]);

    const postings = JSON.parse(readFileSync("test/fixtures/karirhub/vacancies.json", "utf8"));
    writeFileSync(join(folder, "two.json"), JSON.stringify([postings[0], { id: 7 }]));
    const imported = await runCommand("import-vacancies.ts", join(folder, "two.json"), "--data", data);
    expect([imported.code, imported.stdout]).toEqual([1, expect.stringContaining("2 postings: 1 taken, 0 flagged, 1 refused")]);
  });

  it.runIf(isWhole)("stays up where the tour fails, and says why", async () => {
    const { clients } = JSON.parse(readFileSync(memory, "utf8"));
    const nobody = `${clients[0]}`.replace(/.{4}$/, "0000");
    writeFileSync(memory, JSON.stringify({ clients: clients.map(() => nobody), carried: 1 }));
    const failing = await start("--tour");
    await failing.untilSaid("Ctrl-C ends it");
    expect(failing.said()).toMatch(/The demo could not go on: 404 NOT_FOUND.*\nThe cloud stays up/);
    const { publicUrl } = await findCloud(data);
    expect((await fetch(`${publicUrl}/openapi.json`)).status).toBe(200);
  });

  it.runIf(isWhole)("calls a folder empty only where it is", async () => {
    const full = await start("--empty");
    await full.untilSaid("Ctrl-C ends it");
    expect(full.said()).toContain(`Nothing was put in, as asked; what was in ${data} is there.`);
    expect(full.said()).toContain("petugas (officer)");
  });
});
