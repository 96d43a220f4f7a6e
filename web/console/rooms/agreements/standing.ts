/** How an agreement's standing looks. */
import type { AgreementStanding } from "../../../../shared/domain/agreements/agreement.ts";
import type { Tone } from "../../parts/tag.tsx";

export const standingTones: Readonly<Record<AgreementStanding, Tone>> = {
  PLANNED: "due",
  SIGNED: "others",
  ACTIVE: "good",
  EXPIRED: "closed",
  TERMINATED: "closed",
};
