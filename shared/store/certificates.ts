/** Certificates at rest: under their client, by their number, and in the index that holds those of an office by their expiry. */
import * as z from "zod";
import { type Certificate, certificate } from "../domain/certificates/certificate.ts";
import { isCompetenceNumber } from "../domain/identifiers/certificate-number.ts";
import { type Database, type Page, type QueryInput, writeCursor } from "./dynamodb.ts";
import { keys } from "./keys.ts";
import type { PartAtRest } from "./record.ts";

/** How many certificates are read at once: some of them wait for somebody else than the asker. */
const readAtOnce = 100;

export type CertificatesQuery = {
  /** What expired before this day is not read. */
  readonly today: string;
  readonly wanted: (certificate: Certificate) => boolean;
  readonly limit: number;
  readonly cursor?: string | undefined;
};

export function openCertificates(db: Database) {
  return {
    async ofClient(clientId: string): Promise<readonly Certificate[]> {
      const page = await db.query(
        "clients",
        { condition: "pk = :pk AND begins_with(sk, :kind)", values: { ":pk": keys.client(clientId).pk, ":kind": "CERT#" } },
        certificate,
      );
      return page.items;
    },
    async certificate(id: string): Promise<Certificate | undefined> {
      const owner = await db.get("clients", keys.certificateOwner(id), z.object({ clientId: z.string() }));
      return owner ? db.get("clients", keys.certificate(owner.clientId, id), certificate) : undefined;
    },
    /** The first of an office's certificates that nobody has verified and that have not expired, by expiry. */
    firstUnverifiedIn: async (officeId: string, { today, limit }: { readonly today: string; readonly limit: number }) =>
      (
        await db.query(
          "clients",
          {
            index: "office",
            condition: "officePk = :pk AND officeSk >= :today",
            values: { ":pk": `OFFICE#${officeId}#CERT`, ":today": today },
            limit,
          },
          certificate,
        )
      ).items,
    /**
     * A page of an office's certificates that nobody has verified, that have not expired and are wanted, by expiry. Every page but
     * the last is full, and a cursor promises another one: it stands after the last certificate of the page, wherever the reading
     * has got to.
     */
    async unverifiedIn(officeId: string, { today, wanted, limit, cursor }: CertificatesQuery): Promise<Page<Certificate>> {
      const input: QueryInput<"clients"> = {
        index: "office",
        condition: "officePk = :pk AND officeSk >= :today",
        values: { ":pk": `OFFICE#${officeId}#CERT`, ":today": today },
        limit: readAtOnce,
      };
      const cursorAfter = (last: Certificate): string =>
        writeCursor(input, { ...keys.certificate(last.clientId, last.id), ...certificateIndex(last) });
      const found: Certificate[] = [];
      let from = cursor;
      do {
        const page = await db.query("clients", { ...input, cursor: from }, certificate);
        for (const next of page.items.filter(wanted)) {
          const last = found.at(-1);
          if (last && found.length === limit) return { items: found, cursor: cursorAfter(last) };
          found.push(next);
        }
        from = page.cursor;
      } while (from);
      return { items: found };
    },
  };
}

/**
 * Where a certificate stands in the index that holds those of an office by their expiry: apart once it is verified, since what
 * waits for a second person is little beside it. What was verified before they were kept apart stands with the others until it is
 * next written.
 */
export const certificateIndex = ({ officeId, expiresOn, verifiedAt, id }: Certificate) => ({
  officePk: verifiedAt === undefined ? `OFFICE#${officeId}#CERT` : `OFFICE#${officeId}#CERT#VERIFIED`,
  officeSk: `${expiresOn}#${id}`,
});

/** What nobody else may hold: training centres number as they like, and two of them may begin with the same number. */
const numberOf = ({ clientId, number }: Pick<Certificate, "clientId" | "number">): string =>
  isCompetenceNumber(number) ? number : `${clientId}#${number}`;

/** Whether somebody holds the number that a certificate would have. */
export const isNumberTaken = async (db: Database, certificate: Pick<Certificate, "clientId" | "number">): Promise<boolean> =>
  (await db.get("clients", keys.certificateNumber(numberOf(certificate)), z.object({ clientId: z.string() }))) !== undefined;

/** A certificate's number is taken once, and its id leads to its client. */
export const certificateAtRest: PartAtRest<Certificate> = {
  partOf: "client",
  label: "certificate",
  table: "clients",
  key: ({ clientId, id }) => keys.certificate(clientId, id),
  attributes: (certificate) => ({ ...certificate, ...certificateIndex(certificate) }),
  locks: ({ id, number, clientId }) => [
    { label: "certificateOwner", key: keys.certificateOwner(id), item: { clientId } },
    { label: "certificateNumber", key: keys.certificateNumber(numberOf({ clientId, number })), item: { clientId } },
  ],
};
