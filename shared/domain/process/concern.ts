/** What the news of the work may give to worry about: that it ended, pay that is not as agreed, danger. */
export const concerns = ["JOB", "PAY", "SAFETY"] as const;
export type Concern = (typeof concerns)[number];
