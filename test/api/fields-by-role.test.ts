/** Which fields a role may read, route by route: `docs/fields.md` is the list, and what must be on it for nobody is held here. */
import { describe, expect, it } from "vitest";
import { readersOf } from "../../docs/pages/fields.ts";
import { fieldsOf } from "../../shared/api/response-fields.ts";
import { type Route, routes } from "../../shared/api/routes.ts";

const all = Object.entries<Route>(routes);
const lastOf = (field: string): string =>
  field
    .split(".")
    .filter((part) => part !== "*")
    .at(-1) ?? "";
const readBy = (role: string) => all.filter(([, route]) => readersOf(route).includes(role));
const namesOf = (route: Route): readonly string[] => fieldsOf(route).map(lastOf);

describe("nobody reads", () => {
  // Whoever types a link's code is given the link: that is what it is for.
  const closed = all.filter(([name]) => name !== "openByCode");
  it.each(closed)("by %s what is sealed, secret or the machine's own", (_name, route) => {
    const never =
      /^(?:nik|npwp|ciphertext|iv|tag|dataKey|lookup|sealed|secret|hash|token|auditHead|issuer|subject|requestHash|officePk|officeSk|pk|sk)$/;
    expect(namesOf(route).filter((name) => never.test(name))).toEqual([]);
  });
});

describe("of a client", () => {
  /** What only those need who carry the client. */
  const own =
    /^(?:fullName|birthDate|nikLast4|street|rt|rw|villageCode|barredOccupations|reportDay|reporting|outsideWorkFrom|identity)$/;
  const carrying = ["/clients", "/placements", "/inbox", "/link/view"];

  it.each(all)("%s tells what is the client's own only where a client is carried", (_name, route) => {
    if (carrying.some((path) => route.path.startsWith(path))) return;
    // Whoever trains somebody knows the name, and nothing else of the client's own.
    const known = route.path === "/training-batches/{id}" ? ["fullName"] : [];
    expect(namesOf(route).filter((name) => own.test(name))).toEqual(known);
  });

  it("a trainer reads names and certificates, and neither where somebody lives, is reached, reports to, nor what is barred", () => {
    const fields = readBy("trainer").flatMap(([, route]) => namesOf(route));
    expect(fields).toContain("fullName");
    const closed =
      /^(?:birthDate|phone|number.*Phone|street|rt|rw|villageCode|barredOccupations|reportDay|reporting|evidence|kind.*Document|outsideWorkFrom)$/;
    expect(fields.filter((name) => closed.test(name))).toEqual([]);
  });

  it("an employer reads by link a name and a number under `identity` alone", () => {
    const fields = readBy("holder of the link").flatMap(([, route]) => fieldsOf(route));
    const personal = fields.filter((field) => /(?:^|\.)(?:name|phone|fullName|birthDate|nikLast4|street|email)$/.test(field));
    expect(personal.filter((field) => !/^(?:identity|vouchers?|office|officer|asker|contact)/.test(field))).toEqual([]);
    expect(fields.filter((field) => field.startsWith("identity."))).toEqual(["identity.name", "identity.phone"]);
  });
});
