import * as z from "zod";
import type { ClockMove, ClockView, CloudView } from "./cloud-view.ts";
import { Refusal } from "./request-body.ts";

const isoMoment = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
/** What a field of type datetime-local gives, read in Western Indonesian Time. */
const localMoment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/)
  .transform((text) => Date.parse(`${text}+07:00`))
  .refine((moment) => !Number.isNaN(moment), "is not a moment");

const clockMove = z.union([
  z.strictObject({ to: isoMoment }),
  z.strictObject({ local: localMoment }).transform(({ local }) => ({ to: local })),
  z.strictObject({ by: z.coerce.number().int().min(0) }),
  z.strictObject({ settle: z.literal([true, "true"]) }).transform(() => ({ settle: true }) as const),
]) satisfies z.ZodType<ClockMove>;

/** How far one move may go, in milliseconds: five years. The clock cannot be called back from where a slip has sent it. */
const longestMove = 5 * 366 * 86_400_000;

const newUser = z.strictObject({
  username: z.string().min(1),
  password: z.string().min(1),
  name: z.string().min(1),
  email: z.email(),
});

/** Moves the clock as `{to: ISO 8601}`, `{by: milliseconds}` or `{settle: true}` says; a form may send `{local}`. Throws Refusal. */
export async function moveClock(view: CloudView, input: unknown): Promise<ClockView> {
  const move = clockMove.safeParse(input);
  if (!move.success) throw new Refusal(400, 'Send one of {"to": ISO 8601}, {"by": milliseconds}, {"settle": true}.');
  const target = "to" in move.data ? move.data.to : undefined;
  const { now } = await view.clock();
  if (target !== undefined && target < now) {
    throw new Refusal(409, `It is ${new Date(now).toISOString()} already: time goes forward only.`);
  }
  const distance = "by" in move.data ? move.data.by : (target ?? now) - now;
  if (distance > longestMove) throw new Refusal(400, "The clock moves by five years at most.");
  return view.moveClock(move.data);
}

/** Writes a user who can sign in. Throws Refusal. */
export async function putUser(view: CloudView, input: unknown): Promise<{ readonly sub: string; readonly issuer: string }> {
  const user = newUser.safeParse(input);
  if (!user.success)
    throw new Refusal(400, user.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; "));
  try {
    return await view.putUser(user.data);
  } catch (error) {
    throw new Refusal(400, error instanceof Error ? error.message : String(error));
  }
}

/** Fires a schedule now. Throws Refusal. */
export async function fireSchedule(view: CloudView, name: string): Promise<void> {
  if (!(await view.fireSchedule(name))) throw new Refusal(404, `There is no schedule ${name}.`);
}
