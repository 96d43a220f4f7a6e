/** Which addresses are those of the employer's page. */

/**
 * Whether a path is the page's, or what a mail gateway, or whoever copied it, made of a link: with its `#` encoded once or more, below
 * `/link`, or with what stood behind it in the text (`/link>`, `/link.`, `/link&amp;`). A longer word is another address.
 */
export const isLinkPath = (path: string): boolean => /^\/+link(?![\w-])/i.test(path);
