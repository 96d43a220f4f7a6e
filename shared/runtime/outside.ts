/** Step Functions and SES, as the relay sees them. */

import { type SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";
import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from "@aws-sdk/client-sfn";
import type { ExecutionStart, Outside } from "../commands/relay/outside.ts";
import type { RelaySettings } from "./settings.ts";

type Names = Pick<RelaySettings, "machines" | "mailSender">;

export function openOutside(sfn: SFNClient, ses: SESv2Client, { machines, mailSender }: Names): Outside {
  const machineOf = (machine: ExecutionStart["machine"]): string => machines[machine];
  const arnOf = (machine: ExecutionStart["machine"], name: string): string =>
    `${machineOf(machine).replace(":stateMachine:", ":execution:")}:${name}`;
  return {
    sender: /<([^<>]+)>\s*$/.exec(mailSender)?.[1] ?? mailSender,
    async startExecution({ machine, name, input }) {
      try {
        await sfn.send(new StartExecutionCommand({ stateMachineArn: machineOf(machine), name, input }));
        return true;
      } catch (error) {
        if (!(error instanceof ExecutionAlreadyExists)) throw error;
        const there = await sfn.send(new DescribeExecutionCommand({ executionArn: arnOf(machine, name) }));
        if (there.input !== input) throw error;
        return false;
      }
    },
    async stateOf(machine, name) {
      try {
        const there = await sfn.send(new DescribeExecutionCommand({ executionArn: arnOf(machine, name) }));
        return there.status === "RUNNING" ? "RUNNING" : "ENDED";
      } catch (error) {
        if (error instanceof ExecutionDoesNotExist) return "UNKNOWN";
        throw error;
      }
    },
    async sendTaskSuccess(taskToken, output) {
      try {
        await sfn.send(new SendTaskSuccessCommand({ taskToken, output }));
        return "TAKEN";
      } catch (error) {
        if (error instanceof TaskTimedOut || error instanceof TaskDoesNotExist) return "GONE";
        throw error;
      }
    },
    async sendMail(mail) {
      const command = new SendEmailCommand({
        FromEmailAddress: mailSender,
        Destination: { ToAddresses: [mail.to] },
        ...(mail.replyTo === undefined ? {} : { ReplyToAddresses: [mail.replyTo] }),
        EmailTags: [{ Name: "reference", Value: mail.reference.replace(/[^A-Za-z0-9_-]/g, "_") }],
        Content: {
          Simple: {
            Subject: { Data: mail.subject, Charset: "UTF-8" },
            Body: {
              Text: { Data: mail.text, Charset: "UTF-8" },
              Html: { Data: mail.html, Charset: "UTF-8" },
            },
            ...(mail.attachments
              ? {
                  Attachments: mail.attachments.map((attachment) => ({
                    FileName: attachment.fileName,
                    ContentType: attachment.contentType,
                    ContentDisposition: "ATTACHMENT" as const,
                    RawContent: Buffer.from(attachment.content, "utf8"),
                  })),
                }
              : {}),
          },
        },
      });
      try {
        await ses.send(command);
        return "SENT";
      } catch (error) {
        if (isRefusedAddress(error)) return "REFUSED";
        throw error;
      }
    },
  };
}

/**
 * Whether SES will never take a mail to this address. It says so as a bad request about the address or a message rejected for it;
 * a rejection because the sender is not verified is ours, and says nothing of the receiver.
 */
function isRefusedAddress(error: unknown): boolean {
  if (!(error instanceof Error) || !["BadRequestException", "MessageRejected"].includes(error.name)) return false;
  return /address|local part|domain|recipient/i.test(error.message) && !/not verified|configuration set/i.test(error.message);
}
