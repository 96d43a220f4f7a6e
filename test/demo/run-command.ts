/** Runs the demo's commands as their user does: each in a process of its own. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = join(import.meta.dirname, "../..");

export type Ended = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** Runs a file of demo/ to its end. */
export async function runCommand(file: string, ...args: readonly string[]): Promise<Ended> {
  try {
    return { code: 0, ...(await run(process.execPath, [join(root, "demo", file), ...args], { cwd: root })) };
  } catch (error) {
    if (error instanceof Error && "code" in error && "stdout" in error && "stderr" in error)
      return { code: Number(error.code), stdout: String(error.stdout), stderr: String(error.stderr) };
    throw error;
  }
}

export type Started = {
  readonly child: ChildProcess;
  /** What it has said until now, on both ways. */
  readonly said: () => string;
  /** Resolves when it has said something; throws where it ends before that. */
  readonly untilSaid: (words: string | RegExp) => Promise<void>;
  /** The code it ended with; null where a signal ended it. */
  readonly ended: Promise<number | null>;
  /** As Ctrl-C in a terminal: to it and to all that it has started. */
  readonly interrupt: () => void;
};

/** Starts a file of demo/ in a process group of its own. @param temporary where it may make folders */
export function startCommand(file: string, args: readonly string[], temporary: string): Started {
  const env = { ...process.env, TMPDIR: temporary };
  const child = spawn(process.execPath, [join(root, "demo", file), ...args], { cwd: root, env, detached: true });
  let said = "";
  for (const way of [child.stdout, child.stderr])
    way?.on("data", (part: Buffer) => {
      said += part.toString("utf8");
    });
  let over = false;
  const ended = new Promise<number | null>((resolve) =>
    child.once("exit", (code) => {
      over = true;
      resolve(code);
    }),
  );
  const untilSaid = async (words: string | RegExp): Promise<void> => {
    while (typeof words === "string" ? !said.includes(words) : !words.test(said)) {
      if (over) throw new Error(`${file} ended before it said ${words}: ${said}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return {
    child,
    said: () => said,
    untilSaid,
    ended,
    interrupt: () => child.pid !== undefined && process.kill(-child.pid, "SIGINT"),
  };
}
