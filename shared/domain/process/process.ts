/** What every process has: the fields that the protocol of waits needs. */
import * as z from "zod";
import { instantSchema } from "../calendar/instant.ts";
import { callReasons } from "../employers/contact.ts";

/** How each kind of process keeps them; status and reason are its own. */
export const processFields = {
  /**
   * Somebody has to be called, since nothing reaches them by mail: a task in the inbox, whatever the status waits for. It goes
   * with the wait that it belongs to, unless the transition says otherwise.
   */
  needsCall: z.object({ since: instantSchema, why: z.enum(callReasons) }).optional(),
  /**
   * The one member of staff who has recorded everything so far; `severalVoices` once a second person or a link has spoken.
   * Absent in what began before this was kept.
   */
  voice: z.string().optional(),
  /** Since when it is with its officer, where another one had it before: an older order to hand over is past it. */
  officerSince: instantSchema.optional(),
  /** 1 at first, 2 once the first wait of the same status has expired (supervisor, call task, second asking). */
  stage: z.int().min(1).max(99),
  /** Raised by one with each commit; the condition of each write. */
  version: z.int().min(1),
  /** The number of the last wait that was opened; 0 before the first. */
  waitNo: z.int().min(0),
  /** Whether that wait is still undecided. */
  waitOpen: z.boolean(),
  /** When the open wait expires. */
  deadline: instantSchema.optional(),
  /** The number of the execution that carries the process; raised when a lost one is replaced. */
  run: z.int().min(1),
  /** The wait with which the employer was last sent a link; every older link is revoked by it. 0: none was sent. */
  linkWait: z.int().min(0).default(0),
};

export type ProcessState = Readonly<z.infer<z.ZodObject<typeof processFields>>> & {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  /** Why it stands there, where a status has several causes. */
  readonly reason?: string | undefined;
};
