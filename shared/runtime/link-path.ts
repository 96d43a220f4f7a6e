/** Which addresses are those of the employer's page. */

/** Whether a path is the page's, or what a mail gateway made of a link: `/link#…` with its `#` encoded once or more, or below `/link`. */
export const isLinkPath = (path: string): boolean => /^\/link(?:$|\/|#|%(?:25)*23)/i.test(path);
