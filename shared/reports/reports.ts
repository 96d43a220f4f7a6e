/** Every report, each one row: its figures and its form. Its folder holds both. */
import type * as z from "zod";
import type { Office } from "../domain/offices/office.ts";
import { weeklyFigures } from "./office-week/figures.ts";
import { type RenderedReport, renderWeeklyReport } from "./office-week/forms.ts";

export type Report<F> = {
  /** The shape of the figures as they are kept. */
  readonly figures: z.ZodType<F>;
  /** @param period how the reported period is named, such as the Monday of a week */
  readonly render: (office: Office, period: string, figures: F) => RenderedReport;
};

const report = <F>({ figures, render }: Report<F>) => ({
  /** Renders figures as they were kept. Throws where they are not the report's. */
  renderKept: (office: Office, period: string, kept: unknown): RenderedReport => render(office, period, figures.parse(kept)),
});

export const reports = {
  officeWeek: report({ figures: weeklyFigures, render: renderWeeklyReport }),
} as const;

type ReportTable = typeof reports;

declare module "../domain/registers.ts" {
  /** What is ordered is one of these: a report that is not here does not compile. */
  interface ReportRegister extends ReportTable {}
}
