/** Headers of every response, a page as well as data: kept to its type, told to no other site, and never asked for without TLS (two years). */
export const everyResponse = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "strict-transport-security": "max-age=63072000; includeSubDomains",
} as const;
