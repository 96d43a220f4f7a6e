/** `npm run token -- NAME`: signs somebody in as a browser would and prints the bearer token, and nothing else, to be used by curl. */
import { signIn } from "../local/identity/sign-in.ts";
import { findCloud } from "./address.ts";
import { localTime } from "./carry.ts";
import { password, people } from "./demo-data.ts";
import { readOptions, runCommand, UsageError } from "./options.ts";

const names = Object.values(people).map((person) => person.username);

const usage = `npm run -s token -- NAME [--password TEXT] [--data FOLDER]

NAME           who signs in; the demo has ${names.join(", ")}
--password     unless said the one of the demo
--data FOLDER  where npm start keeps its data, .titian unless said`;

async function printToken(): Promise<number> {
  const { values, positionals } = readOptions({
    allowPositionals: true,
    options: { password: { type: "string", default: password }, data: { type: "string", default: ".titian" } },
  });
  const [username] = positionals;
  if (username === undefined || positionals.length > 1) throw new UsageError("Name one login.");
  const { publicUrl, clientId } = await findCloud(values.data);
  const scope = "openid titian/read titian/write";
  const { accessToken, expiresAt } = await signIn({ publicUrl, clientId, username, password: values.password, scope });
  console.log(accessToken);
  // Beside the token, so that $(npm run -s token -- …) holds nothing but it.
  console.error(
    `${username}'s token is good until ${localTime(new Date(expiresAt).toISOString())} WIB of real time, at ${publicUrl}`,
  );
  return 0;
}

await runCommand(usage, printToken);
