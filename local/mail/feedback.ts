/**
 * What SES hears of a mail after it has taken it. On one machine nothing leaves, so that addresses say what becomes of a mail, as
 * those of SES's own simulator do: https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html
 * Shapes: https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
import { account, region } from "../part.ts";
import type { ConfigurationSetModel } from "../template/model.ts";
import { readAddress } from "./addresses.ts";
import type { Draft } from "./send-email.ts";

/** What has become of a mail, as an event for the bus. */
export type Feedback = {
  /** Such as `Email Bounced`. */
  readonly detailType: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly resources: readonly string[];
};

/** SES's simulator, and the domains that RFC 2606 keeps for tests. */
const isForTests = (domain: string): boolean => domain === "simulator.amazonses.com" || /(^|\.)test$/.test(domain);

type Made = {
  readonly type: ConfigurationSetModel["events"][number];
  readonly detailType: string;
  readonly eventType: string;
  readonly part: (address: string, at: string, feedbackId: string) => Readonly<Record<string, unknown>>;
};

const bounce =
  (bounceType: string, bounceSubType: string, status: string, diagnosticCode: string): Made["part"] =>
  (emailAddress, timestamp, feedbackId) => ({
    bounce: {
      bounceType,
      bounceSubType,
      bouncedRecipients: [{ emailAddress, action: "failed", status, diagnosticCode }],
      timestamp,
      feedbackId,
      reportingMTA: "dsn; embedded.cloud",
    },
  });

/** By the local part before a `+`. */
const outcomes: Readonly<Record<string, Made>> = {
  bounce: {
    type: "BOUNCE",
    detailType: "Email Bounced",
    eventType: "Bounce",
    part: bounce("Permanent", "General", "5.1.1", "smtp; 550 5.1.1 user unknown"),
  },
  full: {
    type: "BOUNCE",
    detailType: "Email Bounced",
    eventType: "Bounce",
    part: bounce("Transient", "MailboxFull", "4.2.2", "smtp; 452 4.2.2 mailbox full"),
  },
  complaint: {
    type: "COMPLAINT",
    detailType: "Email Complaint Received",
    eventType: "Complaint",
    part: (emailAddress, timestamp, feedbackId) => ({
      complaint: {
        complainedRecipients: [{ emailAddress }],
        timestamp,
        feedbackId,
        complaintSubType: null,
        complaintFeedbackType: "abuse",
        arrivalDate: timestamp,
      },
    }),
  },
  reject: {
    type: "REJECT",
    detailType: "Email Rejected",
    eventType: "Reject",
    part: () => ({ reject: { reason: "Bad content" } }),
  },
  delay: {
    type: "DELIVERY_DELAY",
    detailType: "Email Delivery Delayed",
    eventType: "DeliveryDelay",
    part: (emailAddress, timestamp) => ({
      deliveryDelay: {
        delayType: "TransientCommunicationFailure",
        delayedRecipients: [{ emailAddress, status: "4.4.1", diagnosticCode: "smtp; 421 4.4.1 no answer from host" }],
        expirationTime: new Date(Date.parse(timestamp) + 14 * 3_600_000).toISOString(),
        timestamp,
        reportingMTA: "dsn; embedded.cloud",
      },
    }),
  },
};

/** What becomes of a mail at each of its addresses, as far as its configuration set tells of it. */
export function feedbackOf(
  mail: Pick<Draft, "from" | "to" | "cc" | "bcc" | "tags"> & { readonly id: string; readonly time: number },
  set: ConfigurationSetModel,
): readonly Feedback[] {
  const addresses = [...mail.to, ...mail.cc, ...mail.bcc].map(readAddress);
  const from = readAddress(mail.from);
  const at = new Date(mail.time).toISOString();
  return addresses.flatMap((address, index) => {
    const [local = "", domain = ""] = address.split("@");
    const made = isForTests(domain) ? outcomes[local.split("+")[0]?.toLowerCase() ?? ""] : undefined;
    if (made === undefined || !set.events.includes(made.type)) return [];
    const tags = Object.fromEntries(Object.entries(mail.tags).map(([name, value]) => [name, [value]]));
    return {
      detailType: made.detailType,
      resources: [`arn:aws:ses:${region}:${account}:configuration-set/${set.name}`],
      detail: {
        eventType: made.eventType,
        mail: {
          timestamp: at,
          source: mail.from,
          sourceArn: `arn:aws:ses:${region}:${account}:identity/${from.split("@")[1] ?? ""}`,
          sendingAccountId: account,
          messageId: mail.id,
          destination: addresses,
          headersTruncated: false,
          tags: { "ses:configuration-set": [set.name], "ses:from-domain": [from.split("@")[1] ?? ""], ...tags },
        },
        ...made.part(address, at, `${mail.id}-${index}`),
      },
    };
  });
}
