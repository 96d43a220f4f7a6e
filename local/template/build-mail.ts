import type { Find } from "./find.ts";
import * as properties from "./mail-properties.ts";
import type { CloudModel, ConfigurationSetModel } from "./model.ts";
import { functionNameOf } from "./resource-types.ts";

/** The senders of an app, what is told of their mails, and who is told. */
export function build(find: Find): Pick<CloudModel, "emailIdentities" | "configurationSets" | "eventRules"> {
  const destinations = find("AWS::SES::ConfigurationSetEventDestination", properties.configurationSetEventDestination);
  return {
    emailIdentities: find("AWS::SES::EmailIdentity", properties.emailIdentity).map(({ stack, logicalId, parsed }) => {
      const configurationSet = parsed.ConfigurationSetAttributes?.ConfigurationSetName;
      return {
        stack,
        logicalId,
        identity: parsed.EmailIdentity,
        ...(configurationSet === undefined ? {} : { configurationSet }),
      };
    }),
    configurationSets: find("AWS::SES::ConfigurationSet", properties.configurationSet).map(({ stack, logicalId, name }) => ({
      stack,
      logicalId,
      name,
      events: destinations
        .filter(({ parsed }) => parsed.ConfigurationSetName === name && parsed.EventDestination.Enabled)
        .flatMap(({ parsed }) => parsed.EventDestination.MatchingEventTypes.map(eventType)),
    })),
    eventRules: find("AWS::Events::Rule", properties.eventRule).map(({ stack, logicalId, name, parsed }) => ({
      stack,
      logicalId,
      name,
      pattern: parsed.EventPattern,
      enabled: parsed.State === "ENABLED",
      functionNames: parsed.Targets.map(({ Arn }) => functionNameOf(Arn)),
    })),
  };
}

/** The template writes them as `DELIVERY_DELAY` or as `deliveryDelay`. */
const eventType = (name: string): ConfigurationSetModel["events"][number] => {
  const upper = name === "deliveryDelay" ? "DELIVERY_DELAY" : name.toUpperCase();
  const known = (["BOUNCE", "COMPLAINT", "REJECT", "DELIVERY_DELAY"] as const).find((type) => type === upper);
  if (known === undefined) throw new Error(`The event type ${name} of a configuration set is not known`);
  return known;
};
