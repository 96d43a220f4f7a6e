import { describe, expect, it } from "vitest";
import {
  type Action,
  accessTable,
  isAllowed,
  mayEver,
  relationOf,
  relations,
} from "../../../../shared/domain/offices/access-policy.ts";
import { staffRoles } from "../../../../shared/domain/offices/roles.ts";

const isAction = (name: string): name is Action => name in accessTable;
const actions = Object.keys(accessTable).filter(isAction);

/** What a trainer and a supervisor do, and no officer. */
const trainersOwn: readonly Action[] = ["runTraining"];
/** What trainers may do, and what supervisors alone may: everything else is for officers and supervisors alike. */
const trainers: readonly Action[] = [
  "readMe",
  "readClients",
  "readCertificates",
  "recordCertificate",
  "readVacancies",
  "readTraining",
  "enrolParticipants",
  ...trainersOwn,
];
/** What administrators may do, who are of the whole; what they alone may. */
const administrators: readonly Action[] = ["readMe", "readOrganisations", "registerOrganisation", "changeOrganisation"];
const administratorsOnly: readonly Action[] = ["registerOrganisation", "changeOrganisation"];
const supervisorsOnly: readonly Action[] = [
  "recordAgreement",
  "changeOffice",
  "mergeEmployer",
  "handOver",
  "readTransfers",
  "verifyPlacement",
];
/** What does not ask whose record it is: the lists that every office shares, and oneself. */
const everywhere: readonly Action[] = [
  "readMe",
  "readEmployers",
  "registerEmployer",
  "verifyEmployer",
  "changeEmployer",
  "mergeEmployer",
  "readVacancies",
  "readVacancy",
  "readOrganisations",
  ...administratorsOnly,
];

describe("the access policy", () => {
  const cases = staffRoles.flatMap((role) =>
    actions.flatMap((action) => relations.map((relation) => ({ role, action, relation }))),
  );

  it.each(cases)("$role, $action, $relation", ({ role, action, relation }) => {
    const own = { trainer: trainers, administrator: administrators } as const;
    const forRole =
      role === "trainer" || role === "administrator"
        ? own[role].includes(action)
        : !administratorsOnly.includes(action) &&
          (role === "supervisor" || ![...supervisorsOnly, ...trainersOwn].includes(action));
    const within = relation !== "other" || everywhere.includes(action);
    expect(isAllowed(role, action, relation)).toBe(forRole && within);
    expect(mayEver(role, action)).toBe(forRole);
  });

  it("never lets anybody do in another office what they may not do in their own", () => {
    for (const { role, action } of cases) {
      const allowed = relations.map((relation) => isAllowed(role, action, relation));
      expect(allowed).toEqual(allowed.toSorted((one, other) => Number(other) - Number(one)));
    }
  });

  it("knows one's own, the office's, and the others' by the record that was loaded", () => {
    const who = { id: "st_1", officeId: "bapas-uji" };
    expect(relationOf(who, { officeId: "bapas-uji", officerId: "st_1" })).toBe("own");
    expect(relationOf(who, { officeId: "bapas-uji", officerId: "st_2" })).toBe("office");
    expect(relationOf(who, { officeId: "bapas-uji" })).toBe("office");
    expect(relationOf(who, { officeId: "bapas-lain", officerId: "st_1" })).toBe("other");
  });
});
