/** Takes a mail, writes its id to stdout the moment it is answered, and is gone: no close, no goodbye. */
import { writeSync } from "node:fs";
import { createServer } from "node:http";
import { openMailbox } from "../../../local/mail/mailbox.ts";

const [, , database = ""] = process.argv;
const clock = { now: Date.now, offset: () => 0 };
const mailbox = openMailbox({ database, clock, identities: [{ identity: "titian.example.go.id" }] });
const server = createServer((request, response) => void mailbox.handle(request, response));
server.listen(0, "127.0.0.1", async () => {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port");
  const response = await fetch(`http://127.0.0.1:${address.port}/v2/email/outbound-emails`, {
    method: "POST",
    body: JSON.stringify({
      FromEmailAddress: "no-reply@titian.example.go.id",
      Destination: { ToAddresses: ["a@b.example"] },
      Content: { Simple: { Subject: { Data: "Selamat" }, Body: { Text: { Data: "tetap ada" } } } },
    }),
  });
  writeSync(1, await response.text());
  process.kill(process.pid, "SIGKILL");
});
