/** A line of an office's list as what is recorded of a client: all that is wrong with it at once, each with its column. */
import { parseRtRwPair } from "../../identifiers/address.ts";
import { readLicences } from "../../reference/driving-licences.ts";
import type { ClientColumn, RememberedColumns } from "./columns.ts";
import { columnOf } from "./headings.ts";
import {
  type Cell,
  type CellValue,
  isEmptyCell,
  readDate,
  readDigits,
  readEducation,
  readPhone,
  readPlaceAndDate,
  readRegency,
  readSex,
  readYears,
  textOfCell,
} from "./read-cell.ts";

export type LineError = { readonly column: string; readonly code: string };

/** What a line says, in the shape in which a client is registered and not yet checked; what its cells leave empty is absent. */
export type LineOfClient = {
  readonly registerNumber?: string;
  readonly nik?: string;
  readonly domicile: Readonly<Record<string, unknown>>;
  readonly [field: string]: unknown;
};

export type ReadLine = {
  readonly line: LineOfClient;
  /** The officer whom the line names, as it is written. */
  readonly officer?: string;
  readonly errors: readonly LineError[];
  /** Under which heading each field stood. */
  readonly headings: Readonly<Partial<Record<ClientColumn, string>>>;
};

const text = (cell: Cell): CellValue<string> => ({ value: textOfCell(cell) });

/** Which field each column fills, and how it is read. */
const readers = {
  registerNumber: ["registerNumber", readDigits],
  fullName: ["fullName", text],
  nik: ["nik", readDigits],
  birthDate: ["birthDate", readDate],
  birthPlaceAndDate: ["birthDate", readPlaceAndDate],
  sex: ["sex", readSex],
  street: ["street", text],
  rt: ["rt", text],
  rw: ["rw", text],
  postalCode: ["postalCode", text],
  regency: ["regencyCode", readRegency],
  phone: ["phone", readPhone],
  education: ["education", readEducation],
  officer: ["officer", text],
  supervisionEndsOn: ["supervisionEndsOn", readDate],
  experienceYears: ["experienceYears", readYears],
  drivingLicences: ["drivingLicences", (cell) => ({ value: readLicences(`SIM ${textOfCell(cell)}`) })],
} as const satisfies Record<
  Exclude<ClientColumn, "IGNORED" | "rtRw">,
  readonly [field: string, reader: (cell: Cell) => CellValue<unknown>]
>;

const isOfDomicile = (field: string): boolean => ["street", "rt", "rw", "postalCode", "regencyCode"].includes(field);

/** Reads the cells of a line by their headings; columns that nobody knows, and empty cells, are passed over. */
export function readLine(cells: Readonly<Record<string, Cell>>, remembered: RememberedColumns): ReadLine {
  const own = new Map<string, unknown>();
  const domicile = new Map<string, unknown>();
  const headings: Partial<Record<ClientColumn, string>> = {};
  const errors: LineError[] = [];

  for (const [heading, cell] of Object.entries(cells)) {
    const column = columnOf(heading, remembered);
    if (column === undefined || column === "IGNORED" || isEmptyCell(cell)) continue;
    headings[column] = heading;
    const read = readColumn(column, cell);
    if ("wrong" in read) errors.push({ column: heading, code: read.wrong });
    else for (const [field, value] of Object.entries(read.value)) (isOfDomicile(field) ? domicile : own).set(field, value);
  }
  const { officer, registerNumber, nik, ...others } = Object.fromEntries(own);
  return {
    line: {
      ...others,
      ...(typeof registerNumber === "string" && { registerNumber }),
      ...(typeof nik === "string" && { nik }),
      domicile: Object.fromEntries(domicile),
    },
    ...(typeof officer === "string" && { officer }),
    errors,
    headings,
  };
}

/** The fields that a cell fills, mostly one. */
function readColumn(column: Exclude<ClientColumn, "IGNORED">, cell: Cell): CellValue<Readonly<Record<string, unknown>>> {
  if (column === "rtRw") {
    const pair = parseRtRwPair(textOfCell(cell));
    return pair ? { value: pair } : { wrong: "cell.rt-rw" };
  }
  const [field, reader] = readers[column];
  const read: CellValue<unknown> = reader(cell);
  return "wrong" in read ? read : { value: { [field]: read.value } };
}
