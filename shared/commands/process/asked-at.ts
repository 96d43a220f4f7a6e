/** Who is asked at an employer. */
import { type Contact, contactOfId } from "../../domain/employers/contact.ts";
import type { Employer } from "../../domain/employers/employer.ts";
import { contactIdOf, type Process } from "../../domain/processes.ts";

/** The contact whom the officer has named for a process, or that of the employer's record. */
export const askedAt = (employer: Employer, state: Process, vacancyId: string | undefined): Contact =>
  contactOfId(employer, contactIdOf(state, vacancyId));
