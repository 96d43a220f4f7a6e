/** Mends what is recorded of an employer, field by field; its vacancies and what is proposed under them follow. */
import type { routes } from "../../api/routes.ts";
import { contactAfter, othersAfter } from "../../domain/employers/contact.ts";
import type { Employer } from "../../domain/employers/employer.ts";
import { provinceOf } from "../../domain/identifiers/region-code.ts";
import { employerWordsOf } from "../../domain/identifiers/search-words.ts";
import { withChanges } from "../../domain/record/fields.ts";
import { actorName } from "../../store/audit.ts";
import type { OutboxEffect } from "../../store/outbox.ts";
import { changedFields } from "../../store/record.ts";
import { changeRecord } from "../record/change-record.ts";
import { changed, refused, unchanged } from "../record/decision.ts";
import { records } from "../record/records.ts";
import { actorOf, type StaffCommand } from "../request.ts";
import { sealNumber } from "../seal-number.ts";
import { employerLikenessOf, employerTwins } from "./employer-twins.ts";
import { describeEmployer } from "./read-employer.ts";
import { isMerged } from "./survivor.ts";

/** What its vacancies carry a copy of. */
const copied: readonly string[] = ["legalName", "size", "optOut"];
/** By what it is known again. */
const told: readonly string[] = ["legalName", "regencyCode", "npwp", "nib"];
/** So many former contacts are known; a link is dead long before. */
const mostFormer = 20;

/** Errors: STATUS_CONFLICT for one that has become another, CONFLICT with the newer record where another version was seen. */
export const changeEmployer: StaffCommand<typeof routes.changeEmployer> = async (deps, { staff, params, body, idempotency }) => {
  const { npwp, contact, otherContacts, ...others } = body.changes;
  const { id } = params;
  // The number itself is in nothing that is kept, not even in the hash of the request.
  const lookup = npwp ? await deps.keys.lookup(npwp) : undefined;
  const kept = lookup ? { id, version: body.version, changes: { ...others, contact, otherContacts, npwp: lookup } } : undefined;
  const request = { staff, idempotency: idempotency && kept ? { ...idempotency, request: kept } : idempotency };
  const options = { request, action: "changeEmployer", id, expectedVersion: body.version } as const;
  return changeRecord(deps, { ...records.employer, shown: describeEmployer }, options, async (employer, { now }) => {
    if (employer.mergedInto !== undefined) return refused(isMerged(employer.mergedInto));
    const keepsNpwp = npwp === undefined || (lookup !== undefined && employer.npwp?.lookup === lookup);
    const next = withChanges(employer, others);
    const asked = contact ? contactAfter(employer.contact, contact, deps.newId("contact")) : employer.contact;
    const isReplaced = asked.id !== employer.contact.id;
    const before = employer.otherContacts ?? [];
    const besides =
      otherContacts === undefined
        ? employer.otherContacts
        : othersAfter(before, otherContacts ?? [], () => deps.newId("contact"));
    const stay = new Set([asked, ...(besides ?? [])].map(({ id: contactId }) => contactId));
    const gone = [employer.contact, ...before].flatMap(({ id: contactId }) => (stay.has(contactId) ? [] : [contactId]));
    const state: Employer = {
      ...next,
      npwp: keepsNpwp ? employer.npwp : npwp ? await sealNumber(deps, npwp, id) : undefined,
      provinceCode: provinceOf(next.regencyCode),
      contact: asked,
      otherContacts: besides && [...besides],
      formerContacts:
        gone.length > 0 ? [...gone, ...(employer.formerContacts ?? [])].slice(0, mostFormer) : employer.formerContacts,
    };
    const fields = changedFields(employer, state).filter((name) => name in body.changes);
    if (fields.length === 0) return unchanged({ id, version: employer.version });
    const isRenamed = fields.some((name) => told.includes(name));
    const likeness = isRenamed ? await employerLikenessOf(deps, { ...state, npwp: state.npwp?.lookup }) : employer.likeness;
    const twins = isRenamed && likeness ? await employerTwins(deps, likeness, state) : [];
    const by = actorName(actorOf(staff));
    const effects: OutboxEffect[] = [];
    if (fields.some((name) => copied.includes(name)))
      effects.push({ kind: "FANOUT", ref: { topic: "EMPLOYER_CHANGED", id, fields: [...fields], by, done: 0 } });
    // What the one before was asked and has not answered goes to the new one.
    if (gone.length > 0) {
      const contactStays = isReplaced ? undefined : (true as const);
      effects.push({ kind: "FANOUT", ref: { topic: "CONTACT_REPLACED", id, done: 0, at: now, others: gone, contactStays } });
    }
    return changed({
      state: { ...state, sentBack: undefined, likeness, searchWords: employerWordsOf(state.legalName) },
      event: "changeEmployer",
      fields,
      response: {
        id,
        version: employer.version + 1,
        ...(twins.length > 0 ? { warnings: ["employer.twin"], twins: [...twins] } : {}),
      },
      effects,
    });
  });
};
