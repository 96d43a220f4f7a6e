import policy from "link-page-csp";
import page from "link-page-html";
import { isLinkPath } from "../../shared/runtime/link-path.ts";
import { staticHandler } from "../../shared/runtime/static.ts";

export const handler = staticHandler(
  () => ({
    body: page,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
      "cache-control": "public, max-age=300",
      "cross-origin-opener-policy": "same-origin",
    },
  }),
  isLinkPath,
);
