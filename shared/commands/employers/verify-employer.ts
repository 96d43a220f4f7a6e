/** A second person vouches for an employer, by which its vacancies reach other offices; or sends it back with what is wrong. */
import type { routes } from "../../api/routes.ts";
import { refusal } from "../../domain/errors.ts";
import { actorName } from "../../store/audit.ts";
import { changeRecord } from "../record/change-record.ts";
import { changed, refused, unchanged } from "../record/decision.ts";
import { records } from "../record/records.ts";
import { actorOf, type StaffCommand } from "../request.ts";
import { isMerged } from "./survivor.ts";

/** Errors: SECOND_PERSON_REQUIRED for whoever registered it. Verified already: nothing changes. */
export const verifyEmployer: StaffCommand<typeof routes.verifyEmployer> = (deps, request) =>
  changeRecord(deps, records.employer, { request, action: "verifyEmployer", id: request.params.id }, (employer, { now }) => {
    const { staff } = request;
    const { id } = employer;
    if (employer.mergedInto !== undefined) return refused(isMerged(employer.mergedInto));
    if (!employer.unverified) return unchanged({ id });
    if (employer.registeredBy === staff.id) return refused(refusal("SECOND_PERSON_REQUIRED"));
    const { sendBack } = request.body;
    if (sendBack !== undefined)
      return changed({
        state: { ...employer, sentBack: { reason: sendBack, by: staff.id, at: now } },
        event: "sendEmployerBack",
        response: { id },
      });
    const by = actorName(actorOf(staff));
    return changed({
      state: { ...employer, unverified: undefined, verifiedBy: staff.id, verifiedAt: now, sentBack: undefined },
      event: "verifyEmployer",
      response: { id },
      effects: [{ kind: "FANOUT", ref: { topic: "EMPLOYER_VERIFIED", id, by, done: 0 } }],
    });
  });
