import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { EventBus } from "../events/event-bus.ts";
import type { Clock } from "../part.ts";
import type { ConfigurationSetModel, EmailIdentityModel } from "../template/model.ts";
import { readAddress, verifies } from "./addresses.ts";
import { feedbackOf } from "./feedback.ts";
import { type KeptFeedback, type Mail, type MailFilter, type MailSummary, openMailStore } from "./mail-store.ts";
import { readSendEmail } from "./send-email.ts";
import { SesError } from "./ses-error.ts";

/** Amazon SES as far as it runs here: what is sent stays in a mailbox on this machine. */
export type Mailbox = {
  /** Answers requests to the SES v2 API (`/v2/email/…`); resolves to false for any other path. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  readonly list: (filter: MailFilter) => readonly MailSummary[];
  readonly get: (id: string) => Mail | undefined;
  /** What became of a mail after it was taken. */
  readonly feedbackOf: (id: string) => readonly KeptFeedback[];
  readonly close: () => void;
};

/** The largest request body, in bytes: 40 MB of mail and room for its JSON. */
const maximumBody = 48 * 1024 * 1024;

/**
 * Opens the mailbox in the sqlite file `database`. `identities` are the verified senders of the template; a domain verifies its
 * addresses and its subdomains. A mail is committed before its MessageId is answered.
 */
export function openMailbox(options: {
  readonly database: string;
  readonly clock: Clock;
  readonly identities: readonly Pick<EmailIdentityModel, "identity" | "configurationSet">[];
  readonly configurationSets?: readonly ConfigurationSetModel[];
  /** Where events of mails go; nowhere unless said. */
  readonly bus?: EventBus;
}): Mailbox {
  const store = openMailStore(options.database);
  const identities = options.identities.map((identity) => identity.identity);
  const sets = options.configurationSets ?? [];

  async function sendEmail(request: IncomingMessage): Promise<string> {
    const { configurationSet, ...draft } = readSendEmail(
      await readJson(request),
      identities,
      sets.map(({ name }) => name),
    );
    const time = options.clock.now();
    const id = `${time.toString(16).padStart(16, "0")}-${randomUUID()}-000000`;
    const mail = { ...draft, id, time };
    const set = sets.find(({ name }) => name === (configurationSet ?? setOf(draft.from)));
    store.add(mail, set === undefined ? [] : feedbackOf(mail, set));
    tell();
    return id;
  }

  /** The configuration set of the identity that verifies a sender: of its address before that of its domain. */
  function setOf(from: string): string | undefined {
    const address = readAddress(from);
    const matching = options.identities.filter(({ identity }) => verifies(identity, address));
    return matching.toSorted((one, other) => other.identity.length - one.identity.length)[0]?.configurationSet;
  }

  /** What was kept and not told, after a crash too: an event may come twice, as EventBridge's may. */
  function tell(): void {
    if (options.bus === undefined) return;
    for (const { id, time, detailType, resources, detail } of store.untold()) {
      options.bus.put({ id, time, source: "aws.ses", detailType, resources, detail });
      store.markTold(id);
    }
  }
  tell();

  return {
    handle: async (request, response) => {
      const path = (request.url ?? "").split("?")[0] ?? "";
      if (!path.startsWith("/v2/email/")) return false;
      try {
        if (request.method !== "POST" || path !== "/v2/email/outbound-emails") {
          throw new SesError("UnknownOperationException", `${request.method} ${path} is not known here: only SendEmail is.`, 404);
        }
        respond(response, 200, { MessageId: await sendEmail(request) });
      } catch (error) {
        if (!(error instanceof SesError)) console.error("SendEmail:", error);
        const told = error instanceof SesError ? error : new SesError("InternalFailure", "The mail was not taken.", 500);
        response.setHeader("x-amzn-errortype", told.name);
        respond(response, told.status, { message: told.message });
      }
      return true;
    },
    list: store.list,
    get: store.get,
    feedbackOf: store.feedbackOf,
    close: store.close,
  };
}

function respond(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json", "x-amzn-requestid": randomUUID() }).end(JSON.stringify(body));
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size <= maximumBody) chunks.push(bytes);
  }
  if (size > maximumBody)
    throw new SesError("BadRequestException", `The request holds ${size} bytes; at most ${maximumBody} are taken.`);
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    throw new SesError("BadRequestException", "The request is not JSON.");
  }
}
