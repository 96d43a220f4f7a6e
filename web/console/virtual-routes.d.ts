declare module "virtual:routes" {
  /** Of each route for staff: method, path, action. Made at build time of `shared/api/routes.ts`. */
  export const routeTable: Readonly<Record<string, readonly ["GET" | "POST", string, string]>>;
}

declare module "*?worker&url" {
  /** Where the script of a worker is served. */
  const address: string;
  // biome-ignore lint/style/noDefaultExport: the bundler's own form
  export default address;
}

/** Styles that come with a room. */
declare module "*.css";
