import { CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import { Construct } from "constructs";
import type { StageConfig } from "../config.ts";
import { nameIn } from "./platform.ts";

/**
 * How many requests one address may make within five minutes. An office sits behind one address: thirty people whose consoles ask
 * for what they show. Behind a link are one question and its answer; a company may hold many.
 */
export const requestsOfAddress = { everything: 10_000, links: 600 } as const;

/** The least that a client waits that is told to come again, in seconds: so often the counts are made. */
const comeAgainSeconds = "60";

/** A managed group of AWS, and the rules of it that only count. */
type Managed = { readonly name: string; readonly counting?: readonly string[] };

const managed: readonly Managed[] = [
  { name: "AWSManagedRulesAmazonIpReputationList" },
  { name: "AWSManagedRulesKnownBadInputsRuleSet" },
  // Lists are brought in a hundred lines a request; what the rule finds elsewhere the rule after it refuses.
  { name: "AWSManagedRulesCommonRuleSet", counting: ["SizeRestrictions_BODY"] },
];

/** What the groups leave on a request whose body is larger than 8 KB. */
const largeBody = "awswaf:managed:aws:core-rule-set:SizeRestrictions_Body";

/** The web ACL before everything: who asks too often, and what is no request of ours. It keeps no request as a sample. */
export class WebAcl extends Construct {
  readonly webAcl: CfnWebACL;

  constructor(scope: Construct, id: string, config: StageConfig) {
    super(scope, id);
    const visibility = (metric: string): CfnWebACL.VisibilityConfigProperty => ({
      cloudWatchMetricsEnabled: true,
      metricName: `${nameIn(config, "web")}-${metric}`,
      // Samples hold addresses and headers, tokens among them.
      sampledRequestsEnabled: false,
    });
    const tooMany: CfnWebACL.RuleActionProperty = {
      block: {
        customResponse: {
          responseCode: 429,
          customResponseBodyKey: "TooManyRequests",
          responseHeaders: [{ name: "retry-after", value: comeAgainSeconds }],
        },
      },
    };
    const rateOf = (name: string, limit: number, scopeDown?: CfnWebACL.StatementProperty): Rule => ({
      name,
      action: tooMany,
      visibilityConfig: visibility(name),
      statement: {
        rateBasedStatement: {
          limit,
          aggregateKeyType: "IP",
          evaluationWindowSec: 300,
          ...(scopeDown === undefined ? {} : { scopeDownStatement: scopeDown }),
        },
      },
    });
    const rules: readonly Rule[] = [
      rateOf("requests", requestsOfAddress.everything),
      rateOf("links", requestsOfAddress.links, pathBegins("/link")),
      ...managed.map(
        ({ name, counting = [] }): Rule => ({
          name,
          overrideAction: { none: {} },
          visibilityConfig: visibility(name),
          statement: {
            managedRuleGroupStatement: {
              vendorName: "AWS",
              name,
              ruleActionOverrides: counting.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
            },
          },
        }),
      ),
      {
        name: "large-bodies",
        action: { block: {} },
        visibilityConfig: visibility("large-bodies"),
        statement: {
          andStatement: {
            statements: [
              { labelMatchStatement: { scope: "LABEL", key: largeBody } },
              { notStatement: { statement: pathBegins("/imports/") } },
            ],
          },
        },
      },
    ];
    this.webAcl = new CfnWebACL(this, "WebAcl", {
      name: nameIn(config, "web"),
      scope: "CLOUDFRONT",
      defaultAction: { allow: {} },
      visibilityConfig: visibility("all"),
      customResponseBodies: {
        TooManyRequests: { contentType: "APPLICATION_JSON", content: JSON.stringify(tooManyRequests) },
      },
      rules: rules.map((rule, priority) => ({ ...rule, priority })),
    });
  }
}

type Rule = Omit<CfnWebACL.RuleProperty, "priority">;

const pathBegins = (text: string): CfnWebACL.StatementProperty => ({
  byteMatchStatement: {
    fieldToMatch: { uriPath: {} },
    positionalConstraint: "STARTS_WITH",
    searchString: text,
    textTransformations: [{ priority: 0, type: "NONE" }],
  },
});

/** In the shape of the API's own problems, though the API has not seen the request. */
const tooManyRequests = {
  status: 429,
  code: "TOO_MANY_REQUESTS",
  title: "Terlalu banyak permintaan dari alamat ini. Tunggu satu menit, lalu coba lagi.",
  titleEn: "Too many requests from this address. Wait a minute, then try again.",
};
