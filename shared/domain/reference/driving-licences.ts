/** Classes of the Indonesian driving licence (SIM; UU 22/2009 art. 80), B as the two that the police issue. */
export const drivingLicences = ["A", "B1", "B2", "C", "D"] as const;
export type DrivingLicence = (typeof drivingLicences)[number];

const licenceClass = "(?:A|B\\s?(?:1|2|I{1,2})|C|D)";
const licenceNames = new RegExp(`\\bSIM\\s*${licenceClass}(?:\\s*(?:/|,|&|dan|atau)\\s*(?:SIM\\s*)?${licenceClass})*\\b`, "gi");

/** The driving licences that a text names, in the order of their classes. */
export function readLicences(text: string): DrivingLicence[] {
  const named = [...text.matchAll(licenceNames)].flatMap(([whole]) =>
    whole
      .toUpperCase()
      .replaceAll("SIM", " ")
      .replace(/B\s?II/g, "B2")
      .replace(/B\s?I/g, "B1")
      .replace(/B\s/g, "B")
      .split(/[^A-D12]+|(?:DAN|ATAU)/),
  );
  return drivingLicences.filter((licence) => named.includes(licence));
}
