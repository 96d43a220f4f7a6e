/** The API document as JSON, made of the routes by `infra/build.ts` before the functions are bundled. */
declare module "openapi-json" {
  const document: string;
  // biome-ignore lint/style/noDefaultExport: a module that is a text has nothing but a default
  export default document;
}

/** The employer's page, made of `web/link/` by `infra/build-link-page.ts` before the functions are bundled. */
declare module "link-page-html" {
  const html: string;
  // biome-ignore lint/style/noDefaultExport: a module that is a text has nothing but a default
  export default html;
}

/** The content security policy under which that page is served: it names the hashes of its script and its style. */
declare module "link-page-csp" {
  const policy: string;
  // biome-ignore lint/style/noDefaultExport: a module that is a text has nothing but a default
  export default policy;
}
