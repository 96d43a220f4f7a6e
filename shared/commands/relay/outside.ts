/** What only the relay may do outside the tables: executions, callbacks, mails. */

export type ExecutionStart = { readonly machine: "placement" | "followUp"; readonly name: string; readonly input: string };

/** How the machine took a callback. GONE: the token is used up, timed out or unknown. */
export type CallbackResult = "TAKEN" | "GONE";

export type OutgoingMail = {
  readonly to: string;
  readonly subject: string;
  /** Every mail has both parts, so that it can be read everywhere. */
  readonly text: string;
  readonly html: string;
  /** Where a reply goes; to nobody where it is absent. */
  readonly replyTo?: string | undefined;
  readonly attachments?: readonly { readonly fileName: string; readonly contentType: string; readonly content: string }[];
  /** The outbox row, as a tag: the same mail sent twice can be told. */
  readonly reference: string;
};

export type Outside = {
  /** Starts an execution; false: one of this name is there already with the same input. */
  readonly startExecution: (start: ExecutionStart) => Promise<boolean>;
  /** UNKNOWN: there is none of this name, or it was started so lately that it is not seen yet. */
  readonly stateOf: (machine: ExecutionStart["machine"], name: string) => Promise<"RUNNING" | "ENDED" | "UNKNOWN">;
  readonly sendTaskSuccess: (token: string, output: string) => Promise<CallbackResult>;
  /** The address that mails come from, without a name. */
  readonly sender: string;
  /** REFUSED: the mail service will never take a mail to this address. Everything else that fails throws, and is tried again. */
  readonly sendMail: (mail: OutgoingMail) => Promise<"SENT" | "REFUSED">;
};
