import type { ClockMove, ClockView, CloudView, ScheduleView } from "./pages/cloud-view.ts";
import type { Cloud } from "./running-cloud.ts";

/** Shows a cloud to its `/_cloud` pages. */
export function viewCloud(cloud: Omit<Cloud, "close">, title: string): CloudView {
  const { model, schedules, functions, publicUrl } = cloud;
  const clock = async (): Promise<ClockView> => {
    const next = await cloud.nextMoment();
    return {
      now: cloud.clock.now(),
      offset: cloud.clock.offset(),
      ...(next === undefined ? {} : { next: { at: next.moment, part: next.part } }),
    };
  };
  return {
    title,
    addresses: [
      { label: "API", url: publicUrl },
      { label: "Identity", url: `${publicUrl}/_identity/.well-known/openid-configuration` },
      { label: "AWS endpoint", url: cloud.awsUrl },
      { label: "DynamoDB", url: cloud.dynamodbUrl },
    ],
    tables: model.tables,
    functionNames: model.functions.map(({ name }) => name).sort(),
    mails: cloud.mailbox,
    callStepFunctions: cloud.stepFunctions.call,
    callDynamoDb: cloud.dynamodb,
    clock,
    moveClock: async (move: ClockMove) => {
      if ("settle" in move) await cloud.settle();
      else if ("by" in move) await cloud.advance({ by: move.by });
      else if (move.to < cloud.clock.now()) throw new RangeError("The clock does not go back: that moment has passed");
      else await cloud.advance({ to: move.to });
      return clock();
    },
    schedules: () =>
      schedules.list().map(
        ({ name, expression, timeZone, enabled, functionName, next, last }): ScheduleView => ({
          name,
          expression,
          timeZone,
          enabled,
          functionName,
          ...(next === undefined ? {} : { nextAt: Date.parse(next) }),
          ...(last === undefined ? {} : { lastAt: Date.parse(last) }),
        }),
      ),
    fireSchedule: (name) => {
      if (!schedules.list().some((schedule) => schedule.name === name)) return false;
      schedules.fire(name);
      return true;
    },
    deadLetters: (limit) => cloud.queues.list({ limit }),
    logTail: functions.tail,
    putUser: cloud.identity.putUser,
    memory: () => {
      const parts = cloud.memory();
      return { totalBytes: parts.reduce((sum, { bytes }) => sum + bytes, 0), parts };
    },
  };
}
