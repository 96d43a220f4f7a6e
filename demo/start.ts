/** `npm start`: the embedded cloud on this machine, demo data where there is none, one placement to watch; stays up. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import * as z from "zod";
import { ensureSynthesised } from "../infra/synth.ts";
import { type Cloud, closeOnSignals, startCloud } from "../local/cloud.ts";
import { writeAddress } from "./address.ts";
import { carryClient } from "./carry.ts";
import { openCloudApi } from "./cloud-api.ts";
import { clients, password, people } from "./demo-data.ts";
import { seedRecords, seedStaff } from "./seed.ts";

const { values } = parseArgs({
  options: {
    empty: { type: "boolean", default: false },
    port: { type: "string", default: "7400" },
    data: { type: "string", default: ".titian" },
  },
});

const began = performance.now();
const { cdkOut, fresh } = await ensureSynthesised();
const port = Number(values.port);
const cloud = await startCloud({ cdkOut, dataFolder: values.data, port, awsPort: port === 0 ? 0 : port + 1, title: "Titian" });
closeOnSignals(cloud);
const clientId = cloud.model.userPools[0]?.clients[0]?.id ?? "";
writeAddress(values.data, { publicUrl: cloud.publicUrl, awsUrl: cloud.awsUrl, clientId });
console.log(`Titian is up after ${((performance.now() - began) / 1000).toFixed(1)} s${fresh ? " (built and synthesised)" : ""}.

  API                 ${cloud.publicUrl}   (document: ${cloud.publicUrl}/openapi.json)
  Mails, executions   ${cloud.publicUrl}/_cloud
  Login               ${cloud.publicUrl}/_identity   client id ${clientId}
  AWS endpoint        ${cloud.awsUrl}   DynamoDB ${cloud.dynamodbUrl}
  Data                ${values.data}`);

if (values.empty) console.log("\nEmpty, as asked. Ctrl-C ends it; the data stays.");
else await showDemo(cloud);

/** Demo data where there is none; then one client is carried to work. */
async function showDemo({ publicUrl, awsUrl, model }: Cloud): Promise<void> {
  const api = openCloudApi(publicUrl);
  const seeded = await seedOnce(
    api,
    publicUrl,
    awsUrl,
    model.functions.map((one) => one.name),
  );
  console.log(
    `\nLogins (password ${password}): ${Object.values(people)
      .map((one) => `${one.username} (${one.role})`)
      .join(", ")}`,
  );
  const next = clients.findIndex((one, at) => at >= seeded.carried && one.skills.includes("AUTOMOTIVE"));
  const client = seeded.clients[next];
  if (!client) {
    console.log("\nEvery client of the demo has been carried. Ctrl-C ends it; the data stays.");
    return;
  }
  remember({ ...seeded, carried: next + 1 });
  console.log("\nOne placement, from the certificate to work. The cloud's clock is moved on, so that nobody has to wait:\n");
  await carryClient({ publicUrl, clientId, cloud: api, say: (line) => console.log(`  ${line}`) }, client, 1_234_567 + next);
  console.log(
    `\nThe cloud's clock now stands at ${await api.now()}. Read the mails at ${publicUrl}/_cloud/mails. Ctrl-C ends it; the data stays.`,
  );
}

type Memory = { readonly clients: readonly string[]; readonly carried: number };

function remember(memory: Memory): void {
  writeFileSync(memoryFile(), JSON.stringify(memory));
}

function memoryFile(): string {
  return join(values.data, "demo.json");
}

async function seedOnce(
  api: ReturnType<typeof openCloudApi>,
  publicUrl: string,
  awsUrl: string,
  functions: readonly string[],
): Promise<Memory> {
  if (existsSync(memoryFile()))
    return z.object({ clients: z.array(z.string()), carried: z.int() }).parse(JSON.parse(readFileSync(memoryFile(), "utf8")));
  await seedStaff(api, awsUrl, functions.find((name) => name.endsWith("register-staff")) ?? "");
  const seeded = { clients: (await seedRecords(api, publicUrl, clientId)).clients, carried: 0 };
  remember(seeded);
  return seeded;
}
