/** Whether a text fits a pattern in which a star stands for anything, slashes as well, and a question mark for one character. */
export function wildcards(pattern: string): (text: string) => boolean {
  const source = pattern.replace(/[.*+?^${}()|[\]\\]/g, (sign) => ({ "*": ".*", "?": "." })[sign] ?? `\\${sign}`);
  const expression = new RegExp(`^${source}$`, "s");
  return (text) => expression.test(text);
}
