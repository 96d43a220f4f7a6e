/** The properties of what sends mails, and of the rules by which others hear of them. See `properties.ts`. */
import * as z from "zod";
import { flag, inert } from "./properties.ts";

export const emailIdentity = z.strictObject({
  EmailIdentity: z.string(),
  ConfigurationSetAttributes: z.strictObject({ ConfigurationSetName: z.string().optional() }).optional(),
  DkimAttributes: inert,
  DkimSigningAttributes: inert,
  FeedbackAttributes: inert,
  MailFromAttributes: inert,
  Tags: inert,
});

export const configurationSet = z.object({ Name: z.string().optional() });

export const configurationSetEventDestination = z.strictObject({
  ConfigurationSetName: z.string(),
  EventDestination: z.strictObject({
    Name: z.string().optional(),
    Enabled: flag.default(true),
    EventBridgeDestination: z.strictObject({
      EventBusArn: z.string().regex(/:event-bus\/default$/, "the embedded cloud has the default bus only"),
    }),
    MatchingEventTypes: z.array(
      z.enum(["BOUNCE", "COMPLAINT", "REJECT", "DELIVERY_DELAY", "bounce", "complaint", "reject", "deliveryDelay"]),
    ),
  }),
});

export const eventRule = z.strictObject({
  Name: z.string().optional(),
  Description: inert,
  EventBusName: z.literal("default").optional(),
  EventPattern: z.record(z.string(), z.unknown()),
  State: z.enum(["ENABLED", "DISABLED"]).default("ENABLED"),
  Targets: z.array(
    z.strictObject({
      Id: z.string(),
      Arn: z.string().regex(/^arn:aws:lambda:/, "the embedded cloud lets events call functions only"),
      DeadLetterConfig: inert,
      RetryPolicy: inert,
    }),
  ),
});
