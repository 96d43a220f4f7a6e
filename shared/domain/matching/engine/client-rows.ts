/** How the columns of clients keep what is read of a client together: a row, and the lists that it points to. */

/** How many numbers the row of a client has, and where each stands in it. */
export const clientRow = {
  width: 8,
  /** `traitsOf` packs them. */
  traits: 0,
  /** The regency in the low 16 bits, the office above. */
  whereabouts: 1,
  /** Epoch days. */
  waitingSince: 2,
  /**
   * Where in `held` the skills begin (`skillMark`), then the schemes (`schemeLevel`), the units, and what is refused; and the
   * end. Refused are ranges of barred occupations, first and the one after the last by turns, each below 0 as `~number`; then
   * exhausted employers.
   */
  skills: 3,
  schemes: 4,
  units: 5,
  refused: 6,
  end: 7,
} as const;

/** What bars are held against, at the places that `bars.ts` gives them; above, how far the client goes. */
export const trait = {
  education: (traits: number): number => traits & 15,
  years: (traits: number): number => (traits >>> 4) & 63,
  /** The days of the week on which reporting can fall; 0: none is kept free. */
  reportDays: (traits: number): number => traits & (127 << 10),
  willingness: (traits: number): number => (traits >>> 17) & 3,
} as const;

/**
 * What a skill is to a client, in 8 bits: four marks, and from bit 4 the highest level of a certificate that proves it. In a
 * list the skill stands above them, from bit 8.
 */
export const skillMark = { has: 1, interest: 2, aptitude: 4, certified: 8, levelShift: 4, bits: 255, skillShift: 8 } as const;

/** In a list of schemes the highest level of each stands in the low 4 bits, the scheme above. */
export const schemeLevel = { bits: 15, schemeShift: 4 } as const;

/** The rows of clients with what they hold. */
export type HeldRows = {
  /** `clientRow.width` numbers a client. */
  readonly rows: Int32Array;
  /** What the clients hold, each client's in a row. */
  readonly held: Int32Array;
};
