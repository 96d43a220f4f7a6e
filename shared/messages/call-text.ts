/** What an officer can read out to an employer on the phone: as neutral as the mail, and without a name. */

export type CallFacts = {
  readonly contact: string;
  readonly officer: string;
  readonly candidate: string;
  readonly vacancy: string;
  readonly deadline: string;
};

/** In Indonesian, as it is spoken. The office is not named: whether it may be is said with the client's consent. */
export const callText = ({ contact, officer, candidate, vacancy, deadline }: CallFacts): string =>
  [
    `Selamat pagi, ${contact}. Saya ${officer} dari Titian Kerja.`,
    `Ada kandidat (${candidate}) yang cocok dengan lowongan ${vacancy}.`,
    `Apakah Anda bersedia mewawancarainya? Anda juga dapat langsung menerimanya, atau mengatakan belum cocok.`,
    `Mohon jawabannya paling lambat ${deadline}. Menjawab ini gratis.`,
  ].join(" ");
