/** The embedded cloud's own API, as the demo uses it: clock, mails, users; and Lambda's Invoke for the operator. */
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import * as z from "zod";
import { ApiProblem, send } from "./http.ts";

const clock = z.object({ now: z.string() });
const mail = z.object({
  id: z.union([z.string(), z.number()]),
  time: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  tags: z.record(z.string(), z.string()),
  text: z.string().optional(),
  attachments: z.array(z.object({ fileName: z.string() })).optional(),
});
const mailList = z.object({ mails: z.array(mail.omit({ text: true, attachments: true })) });
export type Mail = z.infer<typeof mail>;

export type CloudApi = ReturnType<typeof openCloudApi>;

export function openCloudApi(publicUrl: string) {
  const call = (method: "GET" | "POST", path: string, body?: unknown) =>
    send(publicUrl, { method, path: `/_cloud/api${path}`, body });
  const now = async (): Promise<string> => clock.parse(await call("GET", "/clock")).now;
  return {
    now,
    /**
     * Moves the clock to a moment, working off all that falls due on the way. Where that moment has passed, as after a cloud
     * that was killed between its last jump and its answer, only what is due now is worked off.
     */
    advanceTo: async (to: string): Promise<void> => {
      try {
        await call("POST", "/clock", { to });
      } catch (error) {
        if (!(error instanceof ApiProblem && error.status === 409)) throw error;
        await call("POST", "/clock", { settle: true });
      }
    },
    settle: async (): Promise<void> => {
      await call("POST", "/clock", { settle: true });
    },
    mailsTo: async (to: string): Promise<readonly z.infer<typeof mailList>["mails"][number][]> =>
      mailList.parse(await call("GET", `/mails?to=${encodeURIComponent(to)}&limit=500`)).mails,
    mails: async () => mailList.parse(await call("GET", "/mails?limit=1000")).mails,
    mail: async (id: string | number): Promise<Mail> => mail.parse(await call("GET", `/mails/${id}`)),
    putUser: async (user: { username: string; password: string; name: string; email: string }) =>
      z.object({ sub: z.string(), issuer: z.string() }).parse(await call("POST", "/users", user)),
    raw: (path: string) => call("GET", path),
  };
}

/** Runs a function as an operator does: with Lambda's Invoke. Throws with what the function threw. */
export async function invokeFunction(awsUrl: string, name: string, payload: unknown): Promise<unknown> {
  const lambda = new LambdaClient({
    endpoint: awsUrl,
    region: "ap-southeast-3",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  const response = await lambda.send(new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(payload) }));
  const text = Buffer.from(response.Payload ?? []).toString("utf8");
  if (response.FunctionError) throw new Error(`${name}: ${text}`);
  return JSON.parse(text);
}
