import type { NewUser } from "../identity/users.ts";
import type { Mailbox } from "../mail/mailbox.ts";
import type { ApiResponse } from "../part.ts";

/** A moment that some part waits for. */
export type NextMoment = {
  /** Epoch milliseconds, cloud time. */
  readonly at: number;
  /** The part that waits, for example `step-functions`. */
  readonly part: string;
};

/** The clock as the pages show it. */
export type ClockView = {
  /** Epoch milliseconds, cloud time. */
  readonly now: number;
  /** How far the cloud is ahead of real time, in milliseconds. */
  readonly offset: number;
  /** The next moment at which something is to do; undefined: nothing waits. */
  readonly next?: NextMoment;
};

/** Where to take the clock: to a moment, by a while, or until nothing is ready to run at the present moment. */
export type ClockMove =
  /** Epoch milliseconds, cloud time. */
  | { readonly to: number }
  /** Milliseconds. */
  | { readonly by: number }
  | { readonly settle: true };

/** A schedule as the pages show it; moments in epoch milliseconds, cloud time. */
export type ScheduleView = {
  readonly name: string;
  readonly expression: string;
  readonly timeZone: string;
  readonly enabled: boolean;
  readonly functionName: string;
  readonly nextAt?: number;
  readonly lastAt?: number;
};

/** A message in a queue of dead letters. */
export type DeadLetterView = {
  readonly id: string;
  readonly queueArn: string;
  /** ISO 8601. */
  readonly sentAt: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
};

/** What a part takes of the machine's memory, in bytes (proportional set size). */
export type MemoryView = {
  readonly totalBytes: number;
  readonly parts: readonly { readonly name: string; readonly bytes: number }[];
};

/** A table; `dueIndex` where its rows wait for a moment. */
export type TableView = { readonly name: string; readonly dueIndex?: { readonly indexName: string; readonly attribute: string } };

/** What the `/_cloud` pages ask of the cloud. The composition provides it. */
export type CloudView = {
  /** The app's name, shown in every title. */
  readonly title: string;
  /** Addresses to show on the first page: the API, the discovery document of the identity, the console. */
  readonly addresses: readonly { readonly label: string; readonly url: string }[];
  readonly tables: readonly TableView[];
  readonly functionNames: readonly string[];
  readonly mails: Pick<Mailbox, "list" | "get" | "feedbackOf">;
  /** One call of the Step Functions API. */
  readonly callStepFunctions: (operation: string, input: unknown) => Promise<ApiResponse>;
  /** One call of the DynamoDB API; resolves to its output in DynamoDB's JSON and rejects where it fails. */
  readonly callDynamoDb: (operation: string, input: Record<string, unknown>) => Promise<unknown>;
  readonly clock: () => ClockView | Promise<ClockView>;
  /** Moves the clock and lets run what becomes due on the way. Rejects for a moment that has passed. */
  readonly moveClock: (move: ClockMove) => Promise<ClockView>;
  readonly schedules: () => readonly ScheduleView[] | Promise<readonly ScheduleView[]>;
  /** Fires a schedule now; resolves to false where there is none of that name. */
  readonly fireSchedule: (name: string) => boolean | Promise<boolean>;
  /** Newest first. */
  readonly deadLetters: (limit: number) => readonly DeadLetterView[];
  /** The last lines of a function's log, oldest first. */
  readonly logTail: (functionName: string, lines: number) => readonly string[];
  /** Writes a user who can sign in. Rejects where the user is not acceptable, saying why. */
  readonly putUser: (user: NewUser) => Promise<{ readonly sub: string; readonly issuer: string }>;
  readonly memory: () => MemoryView | Promise<MemoryView>;
};
