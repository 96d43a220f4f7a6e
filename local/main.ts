/** Runs the embedded cloud as a process of its own: `node local/main.ts --data FOLDER --cdk-out FOLDER --port N`. */
import { parseArgs } from "node:util";
import { closeOnSignals, startCloud } from "./cloud.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string", default: ".titian" },
    "cdk-out": { type: "string", default: "cdk.out" },
    port: { type: "string", default: "7400" },
    "aws-port": { type: "string", default: "0" },
    "start-at": { type: "string" },
    "deliver-twice": { type: "boolean", default: false },
  },
});

const cloud = await startCloud({
  cdkOut: values["cdk-out"],
  dataFolder: values.data,
  port: Number(values.port),
  awsPort: Number(values["aws-port"]),
  deliverTwice: values["deliver-twice"],
  title: "Titian",
  ...(values["start-at"] ? { startAt: Date.parse(values["start-at"]) } : {}),
});
closeOnSignals(cloud);
// The one line that a parent process waits for.
console.log(
  JSON.stringify({
    ready: true,
    publicUrl: cloud.publicUrl,
    awsUrl: cloud.awsUrl,
    dynamodbUrl: cloud.dynamodbUrl,
    clientId: cloud.model.userPools[0]?.clients[0]?.id ?? "",
    functions: cloud.model.functions.map((model) => model.name),
  }),
);
