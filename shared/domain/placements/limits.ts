/** The limits of one attempt that no office sets. */

/** On which working days after the question the employer is reminded. */
export const employerReminders = [2, 4] as const;

/** How long an answer by link can be undone, in milliseconds. */
export const undoWindow = 10 * 60_000;

/** How many employers one attempt asks at most. */
export const mostEmployers = 5;

/** How many entries the shortlist of one attempt may gather. */
export const longestShortlist = 25;
