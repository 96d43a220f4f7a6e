/** How the steps of a placement stand, by where it is and where it was. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PlacementStatus, placementStatuses, waitingStatuses } from "../../../shared/domain/placements/statuses.ts";
import { mainSteps, sideSteps, standsOf } from "../../../shared/pictures/stands.ts";
import { runs } from "../../builders/runs.ts";

/** The path in a line: done d, now n, ahead a, skipped s, left l, unreached u. */
const lineOf = (status: PlacementStatus, ...passed: readonly string[]): string => {
  const stands = standsOf({ status, passed });
  return [...mainSteps, "PLACED" as const].map((step) => stands[step][0]).join("");
};

describe("the steps of a placement", () => {
  it.each([
    ["waits for its first question", "snaaaaaa", "RANKING", []],
    ["waited for the certificate", "ddnaaaaa", "AWAITING_APPROVAL", ["AWAITING_CERTIFICATE", "AWAITING_APPROVAL"]],
    ["waits for the employer", "sdddnaaa", "AWAITING_EMPLOYER", ["AWAITING_APPROVAL", "AWAITING_CLIENT", "AWAITING_EMPLOYER"]],
    ["is confirmed without an interview", "sddddsna", "AWAITING_CONFIRMATION", ["AWAITING_APPROVAL", "AWAITING_CONFIRMATION"]],
    ["is placed", "sdddd" + "ddd", "PLACED", ["AWAITING_EMPLOYER", "INTERVIEW", "AWAITING_CONFIRMATION"]],
    ["waits for a vacancy", "dlaaaaaa", "AWAITING_VACANCY", ["AWAITING_CERTIFICATE", "AWAITING_VACANCY"]],
    [
      "is reviewed after the employers",
      "sdddlaaa",
      "AWAITING_REVIEW",
      ["AWAITING_CLIENT", "AWAITING_EMPLOYER", "AWAITING_REVIEW"],
    ],
    ["is reviewed after the vacancies", "slaaaaaa", "AWAITING_REVIEW", ["AWAITING_VACANCY", "AWAITING_REVIEW"]],
    ["is closed at once", "luuuuuuu", "CLOSED", []],
    ["is closed after the client's answer", "sddluuuu", "CLOSED", ["AWAITING_APPROVAL", "AWAITING_CLIENT", "AWAITING_REVIEW"]],
    // What an earlier round had reached lies ahead again.
    ["begins a second round", "sdnaaaaa", "AWAITING_APPROVAL", ["AWAITING_EMPLOYER", "AWAITING_REVIEW", "AWAITING_APPROVAL"]],
  ] as const)("stand in order when it %s", (_, line, status, passed) => {
    expect(lineOf(status, ...passed)).toBe(line);
  });

  it("say of a certificate that was not waited for that it is there, or that it is passed over", () => {
    const of = (withoutCertificate?: boolean, ...passed: readonly string[]) =>
      standsOf({ status: "AWAITING_APPROVAL", passed, ...(withoutCertificate === undefined ? {} : { withoutCertificate }) })
        .AWAITING_CERTIFICATE;
    expect([of(false), of(true), of()]).toEqual(["there", "skipped", "skipped"]);
    expect(of(false, "AWAITING_CERTIFICATE")).toBe("done");
    expect(of(true, "AWAITING_CERTIFICATE")).toBe("done");
  });

  it("name exactly one now, unless it is placed, and what is beside the path only as far as it was there", () => {
    const kinds = fc.array(fc.oneof(fc.constantFrom(...waitingStatuses), fc.string()), { maxLength: 12 });
    fc.assert(
      fc.property(fc.constantFrom(...placementStatuses), kinds, (status, passed) => {
        const stands = standsOf({ status, passed });
        const now = placementStatuses.filter((step) => stands[step] === "now");
        expect(now).toEqual(status === "PLACED" ? [] : [status]);
        for (const step of sideSteps) if (step !== status) expect(stands[step]).toBe(passed.includes(step) ? "been" : "never");
      }),
      runs(500),
    );
  });
});
