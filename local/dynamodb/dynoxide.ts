import { type ChildProcess, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createConnection, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { indexStreamRecords } from "./index-stream-records.ts";

/** A running DynamoDB. */
export type DynamoDbServer = {
  readonly endpoint: string;
  readonly pid: () => number | undefined;
  readonly close: () => Promise<void>;
};

export type DynoxideOptions = {
  /** The folder that holds the database. */
  readonly folder: string;
  /** 0 or absent: a free one. */
  readonly port?: number;
};

const startMilliseconds = 10_000;
/** It is started again after 100 ms, and after twice as long each time that it has died within two seconds (milliseconds). */
const restart = { first: 100, longest: 10_000, soon: 2000 } as const;
/** How many deaths in a row are taken as final while the cloud starts. */
const patience = 3;

/**
 * Dynoxide asks nobody who they are and lets every web page read its responses. Its address is what keeps a page that is
 * open on this machine out: drawn anew at each start from the 16 million that loopback has on Linux, on a port of its own,
 * it is not found by trying. Elsewhere only 127.0.0.1 is bound, but there is no binary of Dynoxide here but for Linux.
 */
function drawHost(): string {
  if (process.platform !== "linux") return "127.0.0.1";
  return `127.${randomInt(1, 255)}.${randomInt(0, 256)}.${randomInt(1, 255)}`;
}

/**
 * Starts Dynoxide on a folder and starts it again when it dies. Where its binary is missing,
 * `TITIAN_DYNAMODB_ENDPOINT` names another DynamoDB. A process that a killed cloud left behind on the folder is ended.
 */
export async function startDynamoDb({ folder, port = 0 }: DynoxideOptions): Promise<DynamoDbServer> {
  const elsewhere = process.env.TITIAN_DYNAMODB_ENDPOINT;
  if (elsewhere !== undefined) return { endpoint: elsewhere, pid: () => undefined, close: async () => {} };
  const binary = findBinary();
  mkdirSync(folder, { recursive: true });
  const databaseFile = join(folder, "dynamodb.sqlite");
  const logFile = join(folder, "dynoxide.log");
  const pidFile = join(folder, "dynoxide.pid");
  await endOrphan(pidFile, databaseFile);
  const host = drawHost();
  const chosenPort = port === 0 ? await freePort(host) : port;
  const command = [binary, "serve", "--host", host, "--port", String(chosenPort), "--db-path", databaseFile];
  // With setpriv (util-linux) the kernel ends Dynoxide together with this process, however it ends.
  const setpriv = ["/usr/bin/setpriv", "/bin/setpriv"].find(existsSync);
  const [file = binary, ...args] = setpriv === undefined ? command : [setpriv, "--pdeathsig", "KILL", ...command];
  let current: ChildProcess | undefined;
  let closing = false;
  let deaths = 0;

  const start = (): void => {
    // It writes its log itself: what it says while it ends needs no reader and no folder that is still there.
    const log = openSync(logFile, "a");
    // Its own process group: Ctrl-C in the terminal reaches the cloud only, which then ends it in order.
    const startedAt = Date.now();
    const child = spawn(file, args, { stdio: ["ignore", log, log], detached: true, env: {} });
    closeSync(log);
    current = child;
    if (child.pid !== undefined) writeFileSync(pidFile, String(child.pid));
    child.once("error", (error) => console.error(`Dynoxide could not be started: ${error.message}`));
    child.once("exit", (code, signal) => {
      if (closing) return;
      deaths = Date.now() - startedAt < restart.soon ? deaths + 1 : 1;
      console.error(`Dynoxide ended (${signal ?? code}) and is started again; see ${logFile}`);
      setTimeout(() => closing || start(), Math.min(restart.first * 2 ** (deaths - 1), restart.longest));
    });
  };
  const close = async (): Promise<void> => {
    closing = true;
    const child = current;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    child.kill("SIGTERM");
    const forced = setTimeout(() => child.kill("SIGKILL"), 3000);
    await gone;
    clearTimeout(forced);
    rmSync(pidFile, { force: true });
  };

  start();
  const deadline = Date.now() + startMilliseconds;
  while (!(await accepts(chosenPort, host))) {
    if (deaths >= patience || Date.now() > deadline) {
      await close();
      const what = deaths >= patience ? "cannot run on" : `does not answer on ${host}:${chosenPort} for`;
      throw new Error(`Dynoxide ${what} ${databaseFile}: ${lastWords(logFile)}`);
    }
    await sleep(5);
  }
  indexStreamRecords(databaseFile);
  return { endpoint: `http://${host}:${chosenPort}`, pid: () => current?.pid, close };
}

function findBinary(): string {
  try {
    return createRequire(import.meta.url).resolve(`@dynoxide/${process.platform}-${process.arch}/dynoxide`);
  } catch {
    throw new Error(
      `The package @dynoxide/${process.platform}-${process.arch} is not installed. Either install it ` +
        "(npm install --no-save @dynoxide/<platform>), or set TITIAN_DYNAMODB_ENDPOINT to the address of another DynamoDB, " +
        "such as DynamoDB Local: TITIAN_DYNAMODB_ENDPOINT=http://127.0.0.1:8000",
    );
  }
}

/** The last line that Dynoxide has written. */
function lastWords(logFile: string): string {
  return readFileSync(logFile, "utf8").trimEnd().split("\n").at(-1) ?? "";
}

/** Ends the Dynoxide that a killed cloud left on this database. A process id that now means another process is left alone. */
async function endOrphan(pidFile: string, databaseFile: string): Promise<void> {
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8"));
  const isOrphan = (): boolean => {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
      return command.includes("dynoxide") && command.split("\0").includes(databaseFile);
    } catch {
      return false;
    }
  };
  if (Number.isInteger(pid) && pid > 1 && isOrphan()) {
    process.kill(pid, "SIGKILL");
    for (let tries = 0; tries < 200 && isOrphan(); tries += 1) await sleep(10);
  }
  rmSync(pidFile, { force: true });
}

function freePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, host, () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

function accepts(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
