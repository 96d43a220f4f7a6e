/** What functions log where something is given up on, or nobody looks after it: each code raises an alarm of its own. */
export type AlarmedCode = {
  /** The event's name in the log. */
  readonly code: string;
  /** The functions that log it. */
  readonly loggedBy: readonly string[];
  /** What has happened, and what the operators do about it. */
  readonly description: string;
};

const relays = ["relay-outbox", "sweep-outbox"];

export const alarmedCodes: readonly AlarmedCode[] = [
  {
    code: "EFFECT_DEAD",
    loggedBy: relays,
    description:
      "A row of the outbox was given up on after twelve tries (a mail, a callback, one process of a fan-out or of the reconciler): find its id in the log, mend the cause, order it again.",
  },
  {
    code: "ROW_NOT_TAKEN",
    loggedBy: relays,
    description: "A row of the outbox could not even be looked at: find its id in the log. The sweep takes it if it can be read.",
  },
  {
    code: "STAFF_MAIL_UNDELIVERED",
    loggedBy: ["note-mail-feedback"],
    description:
      "A mail to a member of staff was sent back, refused or complained about: find its row in the log and mend the address with register-staff.",
  },
  {
    code: "LINK_TRIED_IN_ROWS",
    loggedBy: ["answer-link", "confirm-by-link", "name-colleague", "open-by-code", "undo-link", "view-link"],
    description:
      "Ten wrong secrets or codes came within an hour, for one link or from one address, and ten more with each further line: look at the access log of the API for the hour, and bar the address at the web ACL if it goes on.",
  },
  {
    code: "LOOKUPS_IN_ROWS",
    loggedBy: ["change-client", "record-certificate", "register-client", "request-transfer"],
    description:
      "Somebody of the staff was told five times or more on one day that a number is known already: read in the audit (nikKnown, certificateKnown, transferAsked) who it was, and speak to their office.",
  },
];
