/** The certificates of an office, over the index that holds them by their expiry. */
import { type Certificate, certificate } from "../domain/certificate.ts";
import { type Database, type Page, type QueryInput, writeCursor } from "./dynamodb.ts";
import { keys } from "./keys.ts";
import { certificateIndex } from "./people.ts";

/** How many certificates are read at once: most of an office's are verified long since. */
const readAtOnce = 100;

export type CertificatesWish = {
  /** What expired before this day is not read. */
  readonly today: string;
  readonly wanted: (one: Certificate) => boolean;
  readonly limit: number;
  readonly cursor?: string | undefined;
};

export function openCertificates(db: Database) {
  return {
    /**
     * A page of an office's certificates that have not expired and are wanted, by expiry. Every page but the last is full, and
     * a cursor promises another one: it stands after the last certificate of the page, wherever the reading has got to.
     */
    async validIn(officeId: string, { today, wanted, limit, cursor }: CertificatesWish): Promise<Page<Certificate>> {
      const input: QueryInput = {
        index: "office",
        condition: "officePk = :pk AND officeSk >= :today",
        values: { ":pk": `OFFICE#${officeId}#CERT`, ":today": today },
        limit: readAtOnce,
      };
      const cursorAfter = (one: Certificate): string =>
        writeCursor(input, { ...keys.certificate(one.clientId, one.id), ...certificateIndex(one) });
      const found: Certificate[] = [];
      let from = cursor;
      do {
        const page = await db.query("clients", { ...input, cursor: from }, certificate);
        for (const one of page.items.filter(wanted)) {
          const last = found.at(-1);
          if (last && found.length === limit) return { items: found, cursor: cursorAfter(last) };
          found.push(one);
        }
        from = page.cursor;
      } while (from);
      return { items: found };
    },
  };
}
