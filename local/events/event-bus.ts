/**
 * The default bus of EventBridge, as far as services of this cloud put events on it: each rule whose pattern an event fits invokes
 * its functions asynchronously. Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
 */
import { randomUUID } from "node:crypto";
import { account, region } from "../part.ts";
import type { EventRuleModel } from "../template/model.ts";
import { compileFilter } from "./pattern.ts";

/** What a service tells of itself. */
export type ServiceEvent = {
  /** Epoch milliseconds, cloud time. */
  readonly time: number;
  /** Such as `aws.ses`. */
  readonly source: string;
  /** Such as `Email Bounced`. */
  readonly detailType: string;
  /** ARNs. */
  readonly resources: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
  /** Stays the same where an event comes again; drawn where it is not given. */
  readonly id?: string;
};

export type EventBus = {
  readonly put: (event: ServiceEvent) => void;
};

/** `enqueue` keeps an asynchronous invocation. Throws where a pattern has what is not known. */
export function openEventBus(
  rules: readonly EventRuleModel[],
  enqueue: (functionName: string, payload: string) => string,
): EventBus {
  const enabled = rules.filter((rule) => rule.enabled).map((rule) => ({ ...rule, fits: compileFilter(rule.pattern) }));
  return {
    put: ({ time, source, detailType, resources, detail, id }) => {
      const event = {
        version: "0",
        id: id ?? randomUUID(),
        "detail-type": detailType,
        source,
        account,
        // EventBridge knows whole seconds only.
        time: new Date(time).toISOString().replace(/\.\d+Z$/, "Z"),
        region,
        resources,
        detail,
      };
      const called = enabled.filter(({ fits }) => fits(event)).flatMap(({ functionNames }) => functionNames);
      for (const name of called) enqueue(name, JSON.stringify(event));
    },
  };
}
