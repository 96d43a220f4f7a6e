import { createRequire } from "node:module";
import { getLanguageService, TextDocument } from "amazon-states-language-service";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { followUpStatuses, followUpWaits } from "../../../shared/domain/follow-ups/statuses.ts";
import { followUpSuccessorsOf } from "../../../shared/domain/follow-ups/transitions.ts";
import { placementStatuses, waitingStatuses } from "../../../shared/domain/placements/statuses.ts";
import { successorsOf } from "../../../shared/domain/placements/transitions.ts";
import { isWhole } from "../../builders/runs.ts";
import { readMachine, statusOf, waitsOf } from "./read-machine.ts";

const processes = [
  {
    file: "placement",
    statuses: placementStatuses,
    waits: waitingStatuses.map((status) => ({ status, successors: successorsOf(status) })),
    /** `RANKING` is a task; it is followed by a choice like a wait. */
    tasks: [{ status: "RANKING", successors: successorsOf("RANKING") }],
  },
  {
    file: "follow-up",
    statuses: followUpStatuses,
    waits: followUpWaits.map((status) => ({ status, successors: followUpSuccessorsOf(status) })),
    tasks: [],
  },
] as const;

const validation = z.object({ isValid: z.boolean(), errorsText: z.function() });
/** The package has no types. */
const validate: unknown = createRequire(import.meta.url)("asl-validator");

describe.each(processes)("the definition of $file", ({ file, statuses, waits, tasks }) => {
  const { text, machine } = readMachine(file);
  const states = Object.entries(machine.States);
  const start = machine.States["Go to where it stands"];
  const stateOf = (status: string): string => {
    const choice = start?.Type === "Choice" ? start.Choices.find((item) => statusOf(item.Condition) === status) : undefined;
    return choice?.Next ?? "";
  };

  it.runIf(isWhole)("is accepted by asl-validator", () => {
    if (typeof validate !== "function") throw new Error("asl-validator is not a function");
    const arns = JSON.parse(text.replaceAll(/\$\{(\w+)\}/g, "arn:aws:lambda:ap-southeast-3:000000000000:function:$1"));
    const result: unknown = Reflect.apply(validate, undefined, [arns]);
    const { isValid, errorsText } = validation.parse(result);
    expect(isValid, String(isValid || errorsText())).toBe(true);
    const broken: unknown = Reflect.apply(validate, undefined, [{ ...arns, StartAt: 5 }]);
    expect(validation.parse(broken).isValid).toBe(false);
  });

  it("is accepted by the language service of AWS", async () => {
    const service = getLanguageService({});
    const check = async (content: string) => {
      const document = TextDocument.create(`file:///${file}.asl.json`, "asl", 1, content);
      return service.doValidation(document, service.parseJSONDocument(document));
    };
    expect(await check(text)).toEqual([]);
    expect(await check(text.replace('"StartAt": "See where it stands"', '"StartAt": "Nowhere"'))).not.toEqual([]);
  });

  it("has a state for each status of the process", () => {
    for (const status of statuses) expect(machine.States[stateOf(status)], status).toBeDefined();
  });

  it.each([...waits, ...tasks])("after $status goes exactly where the table says, and else looks", ({ status, successors }) => {
    const state = machine.States[stateOf(status)];
    const after = state?.Type === "Task" ? machine.States[state.Next] : undefined;
    if (after?.Type !== "Choice") throw new Error(`no choice follows ${status}`);
    expect(after.Choices.map((choice) => statusOf(choice.Condition)).toSorted()).toEqual([...successors].toSorted());
    for (const choice of after.Choices) expect(choice.Next).toBe(stateOf(statusOf(choice.Condition)));
    expect(after.Default).toBe("See where it stands");
  });

  it("waits in as many states as there are waiting statuses, each with the time-out of its deadline", () => {
    expect(
      waitsOf(machine)
        .map((item) => item.name)
        .toSorted(),
    ).toEqual(waits.map((wait) => stateOf(wait.status)).toSorted());
    for (const { name } of waitsOf(machine))
      expect(machine.States[name]).toMatchObject({
        TimeoutSeconds: "{% $max([1, $ceil(($toMillis($deadline) - $millis()) / 1000)]) %}",
        Catch: [{ ErrorEquals: ["States.Timeout"], Next: "Expire the wait" }, { ErrorEquals: ["States.ALL"] }],
      });
  });

  it("gives every task a time-out, a retry and a catch of everything", () => {
    const found = states.flatMap(([, state]) => (state.Type === "Task" ? [state] : []));
    expect(found.length).toBeGreaterThan(4);
    for (const state of found) {
      expect(state.TimeoutSeconds).toBeDefined();
      expect(state.Retry).toMatchObject([{ ErrorEquals: ["States.TaskFailed"], MaxAttempts: 6 }]);
      expect(state.Catch.at(-1)).toMatchObject({ ErrorEquals: ["States.ALL"], Next: "Leave it to the reconciler" });
    }
  });

  it("ends well where the process is settled, and else only where the reconciler takes over", () => {
    const endings = states.flatMap(([, state]) => (state.Type === "Succeed" || state.Type === "Fail" ? [state.Type] : []));
    expect(endings.toSorted()).toEqual(["Fail", "Succeed"]);
    const settled = statuses.filter((status) => machine.States[stateOf(status)]?.Type === "Succeed");
    expect(settled).toEqual(statuses.filter((status) => ["PLACED", "CLOSED", "COMPLETED", "ENDED"].includes(status)));
  });
});
