/** The order of ids and words in matching: by UTF-16 units, the same in every country and on every machine. */
export const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
