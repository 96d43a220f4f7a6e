/** Certificates at rest: under their client, by their number, and in the index that holds those of an office by their expiry. */
import * as z from "zod";
import { type Certificate, certificate } from "../domain/certificates/certificate.ts";
import { type Database, type Page, type QueryInput, type Write, writeCursor } from "./dynamodb.ts";
import { keys } from "./keys.ts";

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
    /**
     * A page of an office's certificates that have not expired and are wanted, by expiry. Every page but the last is full, and
     * a cursor promises another one: it stands after the last certificate of the page, wherever the reading has got to.
     */
    async validIn(officeId: string, { today, wanted, limit, cursor }: CertificatesWish): Promise<Page<Certificate>> {
      const input: QueryInput<"clients"> = {
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

/** A new certificate with its two locks: its number is taken once, and its id leads to its client. */
export const certificatePuts = (one: Certificate): readonly Write[] => [
  {
    label: "certificate",
    table: "clients",
    kind: "put",
    item: { ...keys.certificate(one.clientId, one.id), ...one, ...certificateIndex(one) },
    condition: "attribute_not_exists(pk)",
  },
  {
    label: "certificateOwner",
    table: "clients",
    kind: "put",
    item: { ...keys.certificateOwner(one.id), clientId: one.clientId },
    condition: "attribute_not_exists(pk)",
  },
  {
    label: "certificateNumber",
    table: "clients",
    kind: "put",
    item: { ...keys.certificateNumber(one.number), clientId: one.clientId },
    condition: "attribute_not_exists(pk)",
  },
];

export const certificateIndex = (one: Certificate) => ({
  officePk: `OFFICE#${one.officeId}#CERT`,
  officeSk: `${one.expiresOn}#${one.id}`,
});

export const certificateVerify = (before: Certificate, after: Certificate): Write => ({
  label: "certificate",
  table: "clients",
  kind: "put",
  item: { ...keys.certificate(after.clientId, after.id), ...after, ...certificateIndex(after) },
  condition: "#version = :version",
  names: { "#version": "version" },
  values: { ":version": before.version },
});
