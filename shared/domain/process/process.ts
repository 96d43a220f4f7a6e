/** What every process has: the fields that the protocol of waits needs. */
import type { Instant } from "../calendar/instant.ts";

export type ProcessState = {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  /** Why it stands there, where a status has several causes. */
  readonly reason?: string | undefined;
  /** 1 at first, 2 once the first wait of the same status has expired (supervisor, call task, second asking). */
  readonly stage: number;
  /** Raised by one with each commit; the condition of each write. */
  readonly version: number;
  /** The number of the last wait that was opened; 0 before the first. */
  readonly waitNo: number;
  /** Whether that wait is still undecided. */
  readonly waitOpen: boolean;
  /** When the open wait expires. */
  readonly deadline?: Instant | undefined;
  /** The number of the execution that carries the process; raised when a lost one is replaced. */
  readonly run: number;
};
