/** What the rule packs of cdk-nag find and we keep, one by one, each with its reason. Any other finding fails the build. */
export type Acknowledged = {
  /** The rule, with what it found in brackets where it tells. */
  readonly finding: RegExp;
  /** Path of the constructs for which this holds. */
  readonly where: RegExp;
  readonly reason: string;
};

const functions = /\/Function\/Resource$/;
const functionRoles = /^\w+\/\w+\/Role\/DefaultPolicy\/Resource$/;
const relays = /^Placements\/(RelayOutbox|SweepOutbox)\/Role\/DefaultPolicy\/Resource$/;
const machines = /^Placements\/(Placement|FollowUp)\/Machine\/Resource$/;
const queues = /\/Undelivered\/Resource$/;

const deployer = /^Console\/Custom::CDKBucketDeployment\w+\/Resource$/;
const consoleFiles = /^Console\/Files\/Bucket\/Resource$/;
const site = /^Console\/Site\/Distribution\/Resource$/;

export const acknowledgedFindings: readonly Acknowledged[] = [
  {
    finding: /^AwsSolutions-IAM5\[Action::kms:(GenerateDataKey|ReEncrypt)\*\]$/,
    where: functionRoles,
    reason: "DynamoDB asks for both families on behalf of whoever writes; the grant is for the key of the tables alone.",
  },
  {
    finding: /^AwsSolutions-IAM5\[Resource::arn:aws:states:.*:execution:.*(Placement|FollowUp)Machine.*:\*\]$/,
    where: relays,
    reason: "An execution is named after its process when it starts; the grant is for describing those of one machine.",
  },
  {
    finding: /^AwsSolutions-IAM5\[Resource::\*\]$/,
    where: /^Placements\/(Placement|FollowUp)\/Machine\/Role\/DefaultPolicy\/Resource$/,
    reason: "The delivery of a machine's log is set up by actions for which AWS knows no resource.",
  },
  {
    finding: /^AwsSolutions-IAM5\[Resource::<(SweepOutbox|Reconcile|MorningDigest|WeeklyReport)Function\w+\.Arn>:\*\]$/,
    where: /Schedule\/Role|^Reports\/Weekly\/Role/,
    reason: "Scheduler may invoke any version of the one function that its schedule is for.",
  },
  {
    finding: /^AwsSolutions-APIG4$/,
    where:
      /^Links\/(ViewLink|AnswerLink|UndoLink|ConfirmByLink|OpenByCode|NameColleague|ShowLinkPage|ReadOpenapi)Route(Also\d+)?\/Resource$/,
    reason:
      "An employer has no account: the secret of the link, or its code, stands for one, and page and document hold no data.",
  },
  {
    finding: /^AwsSolutions-SQS3$|^Serverless-SQSRedrivePolicy$/,
    where: queues,
    reason: "It is itself the queue of dead letters, and an alarm watches it.",
  },
  {
    finding: /^AwsSolutions-SF1$/,
    where: machines,
    reason: "The history holds every event already; a second copy of all of them would only hold more. Errors are logged.",
  },
  {
    finding: /^AwsSolutions-SF2$|^Serverless-StepFunctionStateMachineXray$/,
    where: machines,
    reason: "A process of weeks is followed by its history and its timeline; a trace lives for minutes.",
  },
  {
    finding: /^Serverless-LambdaTracing$/,
    where: functions,
    reason: "The outbox ties cause and effect by ids that are logged; active tracing of all would cost more than the functions.",
  },
  {
    finding: /^NIST\.800\.53\.R5-IAMNoInlinePolicy$/,
    where: /\/DefaultPolicy\/Resource$/,
    reason: "One role a function: its policy is part of it and is shared with nobody.",
  },
  {
    finding: /^NIST\.800\.53\.R5-LambdaConcurrency$/,
    where: functions,
    reason: "The API and the event source throttle; a reserved share for each of forty functions would starve the others.",
  },
  {
    finding: /^(NIST\.800\.53\.R5|Serverless)-LambdaDLQ$/,
    where: functions,
    reason: "Most are called by someone who waits for the response. Those that nobody waits for have a destination for failures.",
  },
  {
    finding: /^NIST\.800\.53\.R5-LambdaInsideVPC$/,
    where: functions,
    reason: "They call AWS's own endpoints alone, by TLS and IAM; a network of our own would add cold start and no wall.",
  },
  {
    finding: /^Serverless-SNSRedrivePolicy$/,
    where: /^Data\/Alarms\//,
    reason: "An alarm stands in CloudWatch whether or not its mail arrives.",
  },
  {
    finding:
      /^AwsSolutions-IAM5\[(Action::s3:\w+\*|Resource::<FilesBucket\w+\.Arn>\/\*|Resource::arn:aws:s3:::cdk-\w+-assets-.*\/\*)\]$/,
    where: /^Console\/Files\/DeploymentRole\/DefaultPolicy\/Resource$/,
    reason: "CDK's own grants for putting files into the one bucket of the console, from the one bucket of its assets.",
  },
  {
    finding:
      /^(AwsSolutions-L1|NIST\.800\.53\.R5-Lambda(Concurrency|DLQ|InsideVPC)|Serverless-Lambda(DLQ|LatestVersion|Tracing))$/,
    where: deployer,
    reason: "CDK's own function, which runs while a deployment waits for it and for nobody else; its runtime comes with CDK.",
  },
  {
    finding:
      /^(AwsSolutions-S1|NIST\.800\.53\.R5-S3Bucket(Logging|Replication)Enabled|NIST\.800\.53\.R5-S3DefaultEncryptionKMS)$/,
    where: consoleFiles,
    reason: "It holds the public code of the console and nothing else: every deployment puts it there anew.",
  },
  {
    finding: /^AwsSolutions-CFR1$/,
    where: site,
    reason: "Employers answer from wherever they are, and a wrong guess of the country would shut a person out of a job.",
  },
  {
    finding: /^AwsSolutions-CFR3$/,
    where: site,
    reason: "Its log would hold addresses and paths, which are of persons; the API logs what is asked of it without them.",
  },
  {
    finding: /^NIST\.800\.53\.R5-WAFv2LoggingEnabled$/,
    where: /^Edge\/WebAcl\/WebAcl$/,
    reason: "Its log would hold addresses, paths and headers, tokens among them; what it blocks is counted rule by rule.",
  },
];
