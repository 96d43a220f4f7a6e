/** One agreement, and whether it is in force. */
import type { routes } from "../../api/routes.ts";
import { isInForce } from "../../domain/agreements/agreement.ts";
import { agreementOffers } from "../offers.ts";
import { todayIn } from "../office-times.ts";
import { loadRecord } from "../record/change-record.ts";
import { records } from "../record/records.ts";
import { officeOf, type StaffCommand } from "../request.ts";

/** Errors: NOT_FOUND, also for another office's. */
export const readAgreement: StaffCommand<typeof routes.readAgreement> = async (deps, { staff, params }) => {
  const { state } = await loadRecord(deps, records.agreement, { staff, action: "readAgreements", id: params.id });
  const [office, employer] = await Promise.all([officeOf(deps, staff), deps.store.employers.employer(state.employerId)]);
  return {
    agreement: state,
    employerName: employer?.legalName ?? "-",
    acts: agreementOffers(staff, state),
    inForce: isInForce(state, todayIn(office, deps.now())),
  };
};
