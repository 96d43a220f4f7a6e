/** `npm start`: the embedded cloud on this machine, demo data where there is none, one placement to watch; stays up. */
import { ensureSynthesised } from "../infra/synth.ts";
import { type Cloud, closeOnSignals, startCloud } from "../local/cloud.ts";
import { readAddress, writeAddress } from "./address.ts";
import { readDataFolder, readOptions, readPort, runCommand, UsageError } from "./options.ts";
import { hasDemoData, loginLines, showDemo } from "./tour.ts";

const usage = `npm start -- [--tour] [--empty] [--port N] [--data FOLDER]

--tour         carries one more client of the demo while you watch; the first start on a folder does that unasked
--empty        puts no demo data in
--port N       where the API answers, 7400 unless said; the AWS endpoint takes the port after it (0: any that are free)
--data FOLDER  where everything is kept, .titian unless said`;

const standardFolder = ".titian";

async function start(): Promise<number> {
  const { values } = readOptions({
    options: {
      tour: { type: "boolean", default: false },
      empty: { type: "boolean", default: false },
      port: { type: "string", default: "7400" },
      data: { type: "string", default: standardFolder },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const port = readPort(values.port);
  const data = readDataFolder(values.data);
  if (values.empty && values.tour) throw new UsageError("--tour carries a client of the demo data, which --empty leaves out.");
  const isNew = readAddress(data) === undefined;
  const cloud = await open(data, port);
  const options = data === standardFolder ? "" : ` --data ${data}`;
  let ending = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => (ending = true));

  if (!values.empty || hasDemoData(data)) console.log(loginLines(options));
  if (values.empty) console.log(isNew ? emptyLines(cloud) : `\nNothing was put in, as asked; what was in ${data} is there.`);
  else {
    const { publicUrl, awsUrl, model } = cloud;
    const functions = model.functions.map((functionModel) => functionModel.name);
    const clientId = clientOf(cloud)?.id ?? "";
    try {
      await showDemo({ publicUrl, awsUrl, clientId, functions, data, tour: values.tour, say: (line) => console.log(line) });
    } catch (error) {
      // A cloud that is being ended refuses what is still asked of it: that is no news.
      if (ending) return 0;
      console.error(`\nThe demo could not go on: ${error instanceof Error ? error.message : error}\nThe cloud stays up.`);
    }
  }
  console.log("\nCtrl-C ends it; the data stays.");
  return 0;
}

/** Starts the cloud, writes down where it answers, and says so. */
async function open(data: string, port: number): Promise<Cloud> {
  const began = performance.now();
  const { cdkOut, fresh } = await ensureSynthesised();
  const awsPort = port === 0 ? 0 : port + 1;
  const cloud = await startCloud({ cdkOut, dataFolder: data, port, awsPort, title: "Titian" }).catch((error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    throw /^Port \d+ is in use/.test(message)
      ? new Error(`${message}. Titian takes ${port} and ${awsPort}: name another port by npm start -- --port N.`)
      : error;
  });
  closeOnSignals(cloud);
  // A terminal that is closed ends it in order, too.
  process.once("SIGHUP", endInOrder);
  const client = clientOf(cloud);
  writeAddress(data, { publicUrl: cloud.publicUrl, awsUrl: cloud.awsUrl, clientId: client?.id ?? "" });
  const consoleUrl = `${cloud.publicUrl}/konsol/`;
  console.log(`Titian is up after ${((performance.now() - began) / 1000).toFixed(1)} s${fresh ? " (built and synthesised)" : ""}.

  Console             ${consoleUrl}
  API                 ${cloud.publicUrl}   (document: ${cloud.publicUrl}/openapi.json)
  Mails, executions   ${cloud.publicUrl}/_cloud
  Sign-in (OIDC)      ${cloud.publicUrl}/_identity/.well-known/openid-configuration
                      code with PKCE, client id ${client?.id}, redirect URI ${consoleUrl}masuk
                      scopes ${client?.allowedOAuthScopes.join(" ")}
  AWS endpoint        ${cloud.awsUrl}   DynamoDB ${cloud.dynamodbUrl}
  Data                ${data}`);
  return cloud;
}

const clientOf = (cloud: Cloud) => cloud.model.userPools[0]?.clients[0];

const endInOrder = (): void => {
  process.kill(process.pid, "SIGTERM");
};

const emptyLines = ({ publicUrl, model }: Cloud): string => `
Empty, as asked: nobody can sign in yet. A login is made by
  curl ${publicUrl}/_cloud/api/users -H 'content-type: application/json' \\
    -d '{"username":"sari","password":"at-least-8","name":"Sari","email":"sari@bapas.example"}'
and its office and role are registered by invoking ${model.functions.find(({ name }) => name.endsWith("register-staff"))?.name} at the AWS
endpoint, as README says under Deploying. A start without --empty puts the demo data in.`;

await runCommand(usage, start, endInOrder);
