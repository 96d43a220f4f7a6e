/** Synthesises the app of production under the rule packs of cdk-nag; prints the folder that holds the report. */
import { Validations } from "aws-cdk-lib/core";
import { AwsSolutionsChecks, NIST80053R5Checks, ServerlessChecks } from "cdk-nag";
import { composeForTest } from "./compose-for-test.ts";

const { app, folder } = composeForTest("prod");
Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new NIST80053R5Checks(app), new ServerlessChecks(app));
process.stdout.write(`${folder}\n`);
app.synth();
