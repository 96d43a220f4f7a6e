/** The embedded cloud as a child process, so that it can be killed and started again on the same folder. */
import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import * as z from "zod";

const readyLine = z.object({
  ready: z.literal(true),
  publicUrl: z.string(),
  awsUrl: z.string(),
  dynamodbUrl: z.string(),
  clientId: z.string(),
  functions: z.array(z.string()),
});

export type CloudProcess = {
  readonly publicUrl: string;
  readonly awsUrl: string;
  readonly dynamodbUrl: string;
  /** The client id with which staff sign in. */
  readonly clientId: string;
  readonly functions: readonly string[];
  readonly pid: number;
  /** Resolves when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends it in order. */
  readonly close: () => Promise<void>;
  /** Ends it without a word, as a power cut would. */
  readonly kill: () => Promise<void>;
};

export type CloudProcessOptions = {
  readonly data: string;
  readonly cdkOut: string;
  readonly port: number;
  readonly awsPort: number;
  readonly startAt?: string;
};

/** Starts the cloud and waits until it answers. Throws with what it said where it ends before that. */
export async function startCloudProcess(options: CloudProcessOptions): Promise<CloudProcess> {
  const main = new URL("../local/main.ts", import.meta.url).pathname;
  const args = [
    // As `npm start` has it: the nursery would grow to 64 MB, in which two more functions stay warm.
    "--max-semi-space-size=4",
    main,
    "--data",
    options.data,
    "--cdk-out",
    options.cdkOut,
    "--port",
    String(options.port),
    "--aws-port",
    String(options.awsPort),
  ];
  if (options.startAt) args.push("--start-at", options.startAt);
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const ready = await firstLine(child, ended);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  return { ...ready, pid: child.pid ?? -1, ended, close: () => end("SIGTERM"), kill: () => end("SIGKILL") };
}

async function firstLine(child: ChildProcess, ended: Promise<void>): Promise<z.infer<typeof readyLine>> {
  if (!child.stdout || !child.stderr) throw new Error("the cloud has no output");
  const said: string[] = [];
  child.stderr.on("data", (part: Buffer) => {
    said.push(part.toString("utf8"));
    if (said.length > 200) said.shift();
  });
  const lines = createInterface({ input: child.stdout });
  const line = await Promise.race([
    new Promise<string>((resolve) => lines.once("line", resolve)),
    ended.then(() => {
      throw new Error(`the embedded cloud did not start: ${said.join("")}`);
    }),
  ]);
  return readyLine.parse(JSON.parse(line));
}
