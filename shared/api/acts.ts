/** Shapes of what the asker may do now. */
import * as z from "zod";
import { processActNames } from "../domain/acts.ts";
import { agreementActNames } from "../domain/agreements/acts.ts";
import { certificateActNames } from "../domain/certificates/acts.ts";
import { clientActNames } from "../domain/clients/acts.ts";
import { employerActNames } from "../domain/employers/acts.ts";
import { blocks } from "../domain/offices/acts.ts";
import { organisationActNames } from "../domain/organisations/acts.ts";
import { batchActNames } from "../domain/training/acts.ts";
import { vacancyActNames } from "../domain/vacancies/acts.ts";
import { words } from "./fields.ts";

/** Whatever is not in a route's response weighs on no function: a call that nobody needs may be left out of a bundle. */
const offersOf = <A extends string>(acts: readonly A[]) =>
  z.array(
    z.object({
      /** The route that carries it and, after a dot, the decision that its body names. */
      act: z.enum(acts),
      /** What stands in the way now. Absent: it can be done. */
      blocked: z.enum(blocks).optional(),
      /** The same in words. */
      words: words.optional(),
    }),
  );

/** What may be done on a process, with what cannot be done yet. What the asker's role may not do is not there. */
export const processOffers = /* @__PURE__ */ offersOf(processActNames);

/** What can be done on a process at once. */
export const processActs = z.array(z.enum(processActNames));

/** What may be done with a record, as on a process. */
export const clientOffers = /* @__PURE__ */ offersOf(clientActNames);
export const certificateOffers = /* @__PURE__ */ offersOf(certificateActNames);
export const employerOffers = /* @__PURE__ */ offersOf(employerActNames);
export const organisationOffers = /* @__PURE__ */ offersOf(organisationActNames);
export const agreementOffers = /* @__PURE__ */ offersOf(agreementActNames);
export const vacancyOffers = /* @__PURE__ */ offersOf(vacancyActNames);
export const batchOffers = /* @__PURE__ */ offersOf(batchActNames);
