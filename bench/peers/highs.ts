/** The greatest sum of points as a linear program, solved by HiGHS in WebAssembly. Its vertices are whole: the matrix is that of a network. */
import { createRequire } from "node:module";
import { type PreferenceLists, pointsOfEdge, vacancyOfEdge } from "../../shared/domain/matching/round/preference-lists.ts";

// The package describes its types for `require` only.
type Highs = typeof import("highs", { with: { "resolution-mode": "require" }});
const { default: loadHighs }: Highs = createRequire(import.meta.url)("highs");

/** Seconds of the solve alone, without handing the program over, and the greatest sum of points. */
export type HighsResult = { readonly seconds: number; readonly points: number };

/** Loads HiGHS once; what it compiles serves every solve. */
export const prepareHighs = (): Promise<HighsInstance> => loadHighs();
type HighsInstance = Awaited<ReturnType<typeof loadHighs>>;

/**
 * Solves lists: a column an edge, a row a client and a vacancy. Throws where HiGHS does not end with an optimum.
 * @param presolve as it comes where none is given
 */
export function solveWithHighs(highs: HighsInstance, lists: PreferenceLists, presolve?: "off"): HighsResult {
  const { clients, vacancies, edges, start, seats, vacancyBits } = lists;
  const indices = new Int32Array(2 * edges.length);
  for (let client = 0; client < clients; client++) {
    for (let at = start[client] ?? 0; at < (start[client + 1] ?? 0); at++) {
      indices[2 * at] = client;
      indices[2 * at + 1] = clients + vacancyOfEdge(edges[at] ?? 0, vacancyBits);
    }
  }
  const numRows = clients + vacancies;
  const numCols = edges.length;
  return highs.withModel(
    {
      numCols,
      numRows,
      sense: highs.constants.objectiveSense.maximize,
      colCost: Float64Array.from(edges, (edge) => pointsOfEdge(edge, lists)),
      colLower: new Float64Array(numCols),
      colUpper: new Float64Array(numCols).fill(1),
      rowLower: new Float64Array(numRows),
      rowUpper: Float64Array.from({ length: numRows }, (_, row) => (row < clients ? 1 : (seats[row - clients] ?? 0))),
      matrix: {
        format: "csc",
        numRows,
        numCols,
        starts: Int32Array.from({ length: numCols + 1 }, (_, column) => 2 * column),
        indices,
        values: new Float64Array(2 * numCols).fill(1),
      },
    },
    (model) => {
      model.options.set("output_flag", false);
      if (presolve !== undefined) model.options.set("presolve", presolve);
      const began = performance.now();
      model.run();
      const seconds = (performance.now() - began) / 1000;
      if (model.getModelStatus() !== highs.constants.modelStatus.optimal) throw new Error("HiGHS found no optimum");
      return { seconds, points: Math.round(model.getObjectiveValue()) };
    },
  );
}
