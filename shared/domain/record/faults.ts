/** What a second person finds wrong with what somebody recorded: it is given back with one of these, which can be acted on. */

/** On a certificate; `UNSEEN`: neither the paper nor its scan was there to look at. */
export const certificateFaults = ["NUMBER", "PERSON", "DATES", "PROVES", "UNSEEN"] as const;
/** With an employer; `UNKNOWN`: nobody could say that there is such an employer. */
export const employerFaults = ["NAME", "NUMBER", "PLACE", "CONTACT", "UNKNOWN"] as const;
