/** What a process is at: the fields that the protocol of waits needs of every process. */
import type { Instant } from "../calendar/instant.ts";

/** What a state machine of the table is at: the fields that the protocol of waits needs of every process. */
export type ProcessState = {
  readonly id: string;
  readonly status: string;
  /** Raised by one with each commit; the condition of each write. */
  readonly version: number;
  /** The number of the last wait that was opened; 0 before the first. */
  readonly waitNo: number;
  /** Whether that wait is still undecided. */
  readonly waitOpen: boolean;
  /** When the open wait ends by silence. */
  readonly deadline?: Instant | undefined;
  /** The number of the execution that carries the process; raised when a lost one is replaced. */
  readonly run: number;
};
