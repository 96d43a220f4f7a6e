declare module "virtual:routes" {
  /** Of each route for staff: method, path, action. Made at build time of `shared/api/routes.ts`. */
  export const routeTable: Readonly<Record<string, readonly ["GET" | "POST", string, string]>>;
}
