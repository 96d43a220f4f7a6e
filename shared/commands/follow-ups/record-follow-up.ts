/** News of the work. */
import type { routes } from "../../api/routes.ts";
import { notFound, refusal } from "../../domain/errors.ts";
import { lastDayFault } from "../../domain/follow-ups/lost-work.ts";
import { recordNews } from "../../domain/follow-ups/rules.ts";
import { followUpIdOf } from "../../domain/identifiers/ids.ts";
import { todayIn } from "../office-times.ts";
import { optionsOf } from "../placements/change-placement.ts";
import { changeFollowUp } from "../process/change-process.ts";
import { decideOnWord } from "../process/words.ts";
import { receiptAt, requireReach, type StaffCommand } from "../request.ts";

/** What client, employer or a visit told of the work. Errors: FOLLOW_UP_NOT_DUE, ALREADY_ANSWERED. */
export const recordFollowUp: StaffCommand<typeof routes.recordFollowUp> = async (deps, request) => {
  const { body, params } = request;
  const day = ([30, 90, 180] as const).find((known) => String(known) === params.day);
  if (!day) throw notFound("followUp");
  const placed = (await deps.store.processes.placement(params.id))?.state;
  requireReach(request.staff, "recordFollowUp", placed, "placement");
  if (placed?.status !== "PLACED") throw refusal("FOLLOW_UP_NOT_DUE", placed ? [{ code: placed.status }] : []);
  if (!body.stillThere && !body.reason && body.from !== "EMPLOYER")
    throw refusal("REASON_REQUIRED", [{ code: "WORK_ENDED", path: "reason" }]);
  return changeFollowUp(deps, followUpIdOf(params.id), optionsOf(request, body.receipt), (loaded) => {
    const { state, context, office } = loaded;
    const receipt = receiptAt(body.receipt, context.now);
    const { from, reason, receipt: _, waitNo: _seen, ...told } = body;
    const wrong = lastDayFault(state, told.lastDay, todayIn(office, context.now));
    if (wrong) return wrong;
    const news = { ...told, at: receipt.at, receipt };
    return decideOnWord(loaded, receipt.at, from === "EMPLOYER" ? "EMPLOYER" : "CLIENT", () =>
      recordNews(state, { day, from, reason, news }, context),
    );
  });
};
