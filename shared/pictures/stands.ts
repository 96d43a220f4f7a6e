/** How each step of a placement stands, and the marks that say so: a mark of its own and a word, never a colour alone. */
import { type PlacementStatus, placementStatuses } from "../domain/placements/statuses.ts";
import { standWords } from "../messages/picture-words.ts";
import { stepWords } from "../messages/status-words.ts";
import type { Colour } from "./colours.ts";
import type { Point, Shape } from "./shapes.ts";

export type Stand = keyof typeof standWords;

/** Where a placement stands. */
export type Whereabouts = {
  readonly status: PlacementStatus;
  /** The statuses that it was in, the oldest first, as often as it was: the kinds of its timeline. Others are passed over. */
  readonly passed: readonly string[];
  /** Whether it goes on without a certificate; undefined: that is not known. */
  readonly withoutCertificate?: boolean;
};

/** The path from the first question to the first day of work. Who is placed has gone all of it. */
export const mainSteps = [
  "AWAITING_CERTIFICATE",
  "RANKING",
  "AWAITING_APPROVAL",
  "AWAITING_CLIENT",
  "AWAITING_EMPLOYER",
  "INTERVIEW",
  "AWAITING_CONFIRMATION",
] as const satisfies readonly PlacementStatus[];

/** What stands beside the path. */
export const sideSteps = ["AWAITING_VACANCY", "AWAITING_REVIEW", "CLOSED"] as const satisfies readonly PlacementStatus[];

/** Every status is a step of the path, beside it, or its end. */
export type Step = (typeof mainSteps)[number] | (typeof sideSteps)[number];

/** Steps that a placement can go past without having waited there. */
const canBeSkipped: readonly PlacementStatus[] = ["AWAITING_CERTIFICATE", "INTERVIEW"];

/** Where on the path the placement is, or was when it left it: the place of a step, 7 for who is placed. */
export function placeOnPath({ status, passed }: Whereabouts): number {
  if (status === "PLACED") return mainSteps.length;
  const own = indexOf(status);
  if (own !== -1) return own;
  // No vacancy is found while the proposals are made, and these are no wait: the timeline does not name them.
  if (status === "AWAITING_VACANCY") return indexOf("RANKING");
  const lastly = passed.findLast((kind) => kind === "AWAITING_VACANCY" || indexOf(kind) !== -1);
  if (lastly === undefined) return 0;
  return lastly === "AWAITING_VACANCY" ? indexOf("RANKING") : indexOf(lastly);
}

const pathStatuses: readonly string[] = mainSteps;
const indexOf = (status: string): number => pathStatuses.indexOf(status);

/** How every step stands. What lies behind on the path is done, even where it was done in an earlier round. */
export function standsOf(whereabouts: Whereabouts): Readonly<Record<PlacementStatus, Stand>> {
  const { status, passed, withoutCertificate } = whereabouts;
  const place = placeOnPath(whereabouts);
  const left = indexOf(status) === -1 && status !== "PLACED";
  const onPath = (step: PlacementStatus): Stand => {
    const at = indexOf(step);
    if (at > place) return status === "CLOSED" ? "unreached" : "ahead";
    if (at === place) return left ? "left" : "now";
    if (!canBeSkipped.includes(step) || passed.includes(step)) return "done";
    return step === "AWAITING_CERTIFICATE" && withoutCertificate === false ? "there" : "skipped";
  };
  const beside = (step: PlacementStatus): Stand => (status === step ? "now" : passed.includes(step) ? "been" : "never");
  const placed = status === "PLACED" ? "done" : status === "CLOSED" ? "unreached" : "ahead";
  return perStatus((step) => (step === "PLACED" ? placed : indexOf(step) === -1 ? beside(step) : onPath(step)));
}

function perStatus(stand: (step: PlacementStatus) => Stand): Readonly<Record<PlacementStatus, Stand>>;
function perStatus(stand: (step: PlacementStatus) => Stand): Readonly<Record<string, Stand>> {
  return Object.fromEntries(placementStatuses.map((step) => [step, stand(step)]));
}

/** The name of a step. The last one of the path ends with the first day of work. */
export const stepName = (step: PlacementStatus, language: "id" | "en"): string => stepWords[step][language];
export const standName = (stand: Stand, language: "id" | "en"): string => standWords[stand][language];

/** Whether a picture says how it stands: "Closed: no" of what is under way would only frighten. */
export const isSaid = (stand: Stand): boolean => stand !== "never";

/** The colours of a step: its mark and word, and its ground. What is now on the path is the accent; the end of it is neutral. */
export function coloursOf(
  stand: Stand,
  step?: PlacementStatus,
): { readonly ink: Colour; readonly ground: Colour; readonly rim: Colour } {
  if (stand === "now" && step === "AWAITING_REVIEW") return { ink: "hand", ground: "hand-ground", rim: "hand" };
  if (stand === "now" && step === "CLOSED") return { ink: "closed", ground: "closed-ground", rim: "closed" };
  if (stand === "now") return { ink: "accent", ground: "card", rim: "accent" };
  if (stand === "done" || stand === "there") return { ink: "good", ground: "good-ground", rim: "good" };
  return { ink: "quiet", ground: "card", rim: "edge" };
}

/** The mark of a stand around a point; `radius` is that of its ring. */
export function markOf(stand: Stand, [x, y]: Point, radius: number, step?: PlacementStatus): readonly Shape[] {
  const { ink, ground, rim } = coloursOf(stand, step);
  const ring: Shape = { kind: "circle", centre: [x, y], radius, fill: ground, stroke: rim, strokeWidth: 1.5 };
  const unit = radius / 10;
  const at = (dx: number, dy: number): Point => [x + dx * unit, y + dy * unit];
  const drawn = (points: readonly Point[]): Shape => ({ kind: "path", points, stroke: ink, strokeWidth: 2 });
  switch (stand) {
    case "done":
    case "there":
      return [ring, drawn([at(-4.5, 0.5), at(-1.2, 3.8), at(4.5, -3.4)])];
    case "now":
      return [
        { ...ring, strokeWidth: 2.5 },
        { kind: "circle", centre: [x, y], radius: radius * 0.45, fill: ink },
      ];
    case "skipped":
      return [ring, drawn([at(-3.2, -3.6), at(0.4, 0), at(-3.2, 3.6)]), drawn([at(1.2, -3.6), at(4.8, 0), at(1.2, 3.6)])];
    case "left":
      return [
        { ...ring, stroke: "text" },
        { ...drawn([at(-4, 0), at(4, 0)]), stroke: "text" },
      ];
    case "been":
      return [ring, drawn([at(-3, 1), at(-0.8, 3), at(3.4, -2.6)])];
    case "ahead":
    case "unreached":
    case "never":
      return [{ ...ring, dash: [2.5, 2.5] }];
  }
}
