/** Which of an employer's links the demo answers: several placements are asked about in one mailbox. */
import { createServer } from "node:http";
import { expect, it, onTestFinished } from "vitest";
import { type Asked, newestOpenLink } from "../../demo/carry.ts";
import { openCloudApi } from "../../demo/cloud-api.ts";
import { pseudonymOf } from "../../shared/domain/identifiers/ids.ts";

const carried = "pl_01JH2Z7Y8M3Q4R5S6T7V8W9X0A";
const earlier = "pl_01JH2Z7Y8M3Q4R5S6T7V8W9X0B";
const linkOf = (letter: string): string => `li_${letter.repeat(26)}`;

/** What the mailbox holds, newest first: the latest question is about somebody who was placed a month ago. */
const mails = [
  { id: "4", letter: "4", action: "FOLLOW_UP", candidate: pseudonymOf(earlier), open: true },
  { id: "3", letter: "3", action: "INTERVIEW_RESULT", candidate: pseudonymOf(earlier), open: true },
  { id: "2", letter: "2", action: "INTERVIEW_RESULT", candidate: pseudonymOf(carried), open: true },
  { id: "1", letter: "1", action: "ANSWER", candidate: pseudonymOf(carried), open: false },
];

/** Answers as the cloud does where its mails and links are concerned. */
async function serveMails(): Promise<string> {
  const whole = ({ id, letter }: (typeof mails)[number]) => ({
    id,
    time: "2026-03-02T02:00:00.000Z",
    to: ["rekrutmen@honda-wahana.example"],
    subject: "Mohon jawaban",
    tags: {},
    text: `http://127.0.0.1/link#${linkOf(letter)}.${"s".repeat(43)}`,
  });
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString("utf8");
    const path = request.url ?? "";
    const found = mails.find(({ id }) => path.endsWith(`/mails/${id}`));
    const viewed = mails.find(({ letter }) => body.includes(linkOf(letter)));
    const now = { now: "2026-03-02T02:00:00.000Z" };
    response.end(
      JSON.stringify(found ? whole(found) : (viewed ?? (path.includes("/mails?") ? { mails: mails.map(whole) } : now))),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return `http://127.0.0.1:${address.port}`;
}

it("answers what is asked about the client who is carried, whatever else the employer is asked", async () => {
  const publicUrl = await serveMails();
  const stage = { publicUrl, clientId: "", cloud: openCloudApi(publicUrl), say: () => {} };
  const asked = (action: Asked["action"]): Asked => ({ to: "rekrutmen@honda-wahana.example", placement: carried, action });
  expect((await newestOpenLink(stage, asked("INTERVIEW_RESULT"))).linkId).toBe(linkOf("2"));
  await expect(newestOpenLink(stage, asked("ANSWER"))).rejects.toThrow(`asks ANSWER about placement ${carried}`);
});
