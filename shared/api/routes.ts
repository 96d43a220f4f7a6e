/**
 * The API as data. From this list come the functions and routes in CDK, the OpenAPI document, the access matrix and its tests.
 * One route is one use case is one function: `functions/http/<name in kebab case>.ts`.
 */
import * as z from "zod";
import { instantSchema } from "../domain/calendar/instant.ts";
import * as ids from "../domain/identifiers/ids.ts";
import type { Action } from "../domain/offices/access-policy.ts";
import * as agreements from "./agreements.ts";
import * as certificates from "./certificates.ts";
import * as clients from "./clients.ts";
import * as employers from "./employers.ts";
import * as fields from "./fields.ts";
import * as followUps from "./follow-ups.ts";
import { historyEntry } from "./history.ts";
import * as imports from "./imports.ts";
import * as links from "./links.ts";
import * as matching from "./matching.ts";
import { asking, deciding, type Needs, recording } from "./needs.ts";
import * as offices from "./offices.ts";
import * as organisations from "./organisations.ts";
import * as placements from "./placements.ts";
import * as placementsShown from "./placements-shown.ts";
import * as reports from "./reports.ts";
import { answerGiven, answerUndone, consentRecorded, created, processResponse } from "./responses.ts";
import * as training from "./training.ts";
import * as vacancies from "./vacancies.ts";

/**
 * What a function is about: its room in every layer, its stack, and the tag of its route. `links` is what answers without a login:
 * the employer's page, the links behind it, and the document of the API.
 */
export const areas = [
  "clients",
  "certificates",
  "training",
  "offices",
  "employers",
  "organisations",
  "agreements",
  "vacancies",
  "placements",
  "follow-ups",
  "matching",
  "reports",
  "links",
] as const;
export type Area = (typeof areas)[number];

export type Route = {
  readonly method: "GET" | "POST";
  readonly path: string;
  /** Further route keys at which the same function answers: what mail gateways make of the address, and HEAD. */
  readonly alsoAt?: readonly { readonly method: "GET" | "HEAD"; readonly path: string }[];
  readonly area: Area;
  /** Who may call it: a member of staff to whom the policy allows the action; the holder of a link; anybody. */
  readonly access: { readonly kind: "staff"; readonly action: Action } | { readonly kind: "link" } | { readonly kind: "open" };
  /** What its function is given of tables and keys, and no more. */
  readonly needs: Needs;
  readonly summary: { readonly id: string; readonly en: string };
  readonly status: 200 | 201;
  readonly params: z.ZodType;
  readonly query: z.ZodType;
  readonly body: z.ZodType;
  readonly response: z.ZodType;
  /** Whether the request must carry an Idempotency-Key: every POST that changes something. */
  readonly idempotent: boolean;
  /** What a refusal shows of the newer version, where the asker changed an older one. */
  readonly newer?: z.ZodType;
  /** The type of its response where that is not JSON. */
  readonly contentType?: string;
  /** The most characters of its body, where that is more than usual: a list of very many. */
  readonly bodyCharacters?: number;
  /** Whether it looks through very many records, up to every open vacancy of the country: it has more memory and time than others. */
  readonly wide?: true;
};

/**
 * Mail gateways make `%23` of the `#` of a link, once or twice, or a path of what follows; what they ask first is HEAD. What is
 * no other route may be such a link: the function behind it shows the page for those and knows no other.
 */
const mangledLinks = [
  { method: "HEAD", path: "/link" },
  { method: "GET", path: "/{mangled+}" },
  { method: "HEAD", path: "/{mangled+}" },
] as const;

const none = z.strictObject({});
const paged = z.strictObject(fields.page);
const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), cursor: z.string().optional() });
const staff = <A extends Action>(action: A) => ({ kind: "staff", action }) as const;
const link = { kind: "link" } as const;
const open = { kind: "open" } as const;

const get = { method: "GET", status: 200, body: none, query: none, params: none, idempotent: false } as const;
const post = { method: "POST", status: 200, query: none, params: none, idempotent: true } as const;

const client = z.strictObject({ id: ids.clientId });
const certificate = z.strictObject({ id: ids.certificateId });
const placement = z.strictObject({ id: ids.placementId });
const staffMember = z.strictObject({ id: ids.staffId });
const vacancy = z.strictObject({ id: ids.vacancyId });
const employer = z.strictObject({ id: ids.employerId });
const organisation = z.strictObject({ id: ids.organisationId });
const batch = z.strictObject({ id: ids.batchId });
const agreement = z.strictObject({ id: ids.agreementId });
const dayParam = z.strictObject({ id: ids.placementId, day: z.enum(["30", "90", "180"]) });

export const routes = {
  readMe: {
    ...get,
    path: "/me",
    area: "offices",
    access: staff("readMe"),
    needs: { tables: { staff: ["get", "by office"] } },
    response: offices.me,
    summary: { id: "Siapa saya", en: "Who am I" },
  },
  listStaff: {
    ...get,
    path: "/staff",
    area: "offices",
    access: staff("readStaff"),
    needs: { tables: { staff: ["get", "by office"] } },
    query: paged,
    response: listOf(offices.staffSummary),
    summary: { id: "Petugas kantor dan siapa menggantikan siapa", en: "Staff of the office, and who stands in for whom" },
  },
  readStaffMember: {
    ...get,
    path: "/staff/{id}",
    area: "offices",
    access: staff("readStaff"),
    needs: { tables: { staff: ["get", "by office"], clients: ["by officer"] } },
    params: staffMember,
    response: offices.staffDetail,
    summary: {
      id: "Seorang rekan: cara menghubungi, siapa menggantikannya, berapa kliennya",
      en: "A colleague: how to reach them, who stands in, how many clients they have",
    },
  },
  coverStaff: {
    ...post,
    path: "/staff/{id}/covers",
    area: "offices",
    access: staff("coverStaff"),
    needs: { tables: { ...recording, staff: ["get", "by office", "put", "update"], outbox: ["put"] } },
    params: staffMember,
    body: offices.coversInput,
    response: created,
    newer: offices.coversShown,
    summary: {
      id: "Tetapkan semua pengganti petugas, dari hari sampai dengan hari; daftar sebelumnya diganti",
      en: "Set all who stand in for a member of staff, from a day to a day, both included; the list of before is replaced",
    },
  },
  handOverWork: {
    ...post,
    path: "/staff/{id}/hand-over",
    area: "offices",
    access: staff("handOver"),
    needs: { tables: { ...recording, staff: ["get", "by office", "update"], outbox: ["put"] } },
    params: staffMember,
    body: offices.handOverInput,
    response: created,
    summary: {
      id: "Serahkan semua klien dan pekerjaan petugas kepada petugas lain",
      en: "Hand all clients and work of a member of staff over to another",
    },
  },
  readOffice: {
    ...get,
    path: "/office",
    area: "offices",
    access: staff("readMe"),
    needs: { tables: asking },
    response: offices.officeRecord,
    summary: { id: "Kantor saya dengan pengaturannya", en: "My office with its settings" },
  },
  readOfficeHistory: {
    ...get,
    path: "/office/history",
    area: "offices",
    access: staff("readStaff"),
    needs: { tables: { staff: ["get", "by office"], audit: ["query"] } },
    query: paged,
    response: listOf(historyEntry),
    summary: {
      id: "Riwayat kantor: pengaturan, petugas, pengganti dan serah terima; siapa melakukan apa, kapan",
      en: "History of the office: settings, staff, covers and hand-overs; who did what, and when",
    },
  },
  changeOffice: {
    ...post,
    path: "/office/changes",
    area: "offices",
    access: staff("changeOffice"),
    needs: { tables: { ...recording, staff: ["get", "update"] } },
    body: offices.officeChanges,
    response: created,
    newer: offices.officeRecord,
    summary: {
      id: "Ubah pengaturan kantor: alamat balasan, telepon, jam surat, tenggat, syarat perjanjian",
      en: "Change the settings of the office: reply address, number, hours of mails, deadlines, agreements",
    },
  },
  readInbox: {
    ...get,
    path: "/inbox",
    area: "placements",
    access: staff("readInbox"),
    needs: {
      tables: {
        staff: ["get", "query", "by office"],
        clients: ["get many"],
        employers: ["get many"],
        placements: ["get many", "by officer", "by waiting"],
      },
    },
    query: paged,
    response: listOf(placementsShown.placementSummary).extend({ now: instantSchema }),
    summary: { id: "Kotak kerja: yang menunggu saya, menurut tenggat", en: "My inbox: what waits for me, by deadline" },
  },
  countInbox: {
    ...get,
    path: "/inbox/counts",
    area: "placements",
    access: staff("readInbox"),
    needs: {
      tables: {
        staff: ["get", "query", "by office"],
        clients: ["by office"],
        employers: ["query"],
        placements: ["get many", "by officer", "by waiting"],
      },
    },
    response: placementsShown.inboxCounts,
    summary: {
      id: "Berapa yang menunggu saya, lewat tenggat, hari ini, nanti, dan yang menunggu pihak lain",
      en: "How much waits for me, late, today and later, and how much waits for others",
    },
  },
  readCertificateInbox: {
    ...get,
    path: "/inbox/certificates",
    area: "certificates",
    access: staff("verifyCertificate"),
    needs: { tables: { staff: ["get", "by office"], clients: ["get many", "by office"] } },
    query: paged,
    response: listOf(certificates.certificateToVerify),
    summary: {
      id: "Sertifikat yang menunggu verifikasi saya sebagai orang kedua, menurut akhir berlakunya",
      en: "Certificates that wait for me as their second person, by expiry",
    },
  },

  readTransferInbox: {
    ...get,
    path: "/inbox/transfers",
    area: "clients",
    access: staff("readTransfers"),
    needs: { tables: { staff: ["get", "by office"], clients: ["get", "by office"] } },
    query: paged,
    response: listOf(clients.transferSummary),
    summary: { id: "Klien kantor ini yang diminta kantor lain", en: "Clients of the office that other offices ask for" },
  },
  requestTransfer: {
    ...post,
    status: 201,
    path: "/transfers",
    area: "clients",
    access: staff("requestTransfer"),
    needs: {
      tables: { ...recording, staff: ["get", "put"], clients: ["get", "put"] },
      keys: ["lookUpIdentity"],
    },
    body: clients.transferInput,
    response: created,
    summary: {
      id: "Minta perpindahan klien kepada kantor yang mendaftarkannya, siapa pun itu",
      en: "Ask whichever office has a client for the transfer",
    },
  },

  readConsentTexts: {
    ...get,
    path: "/consent-texts",
    area: "clients",
    access: staff("readMe"),
    needs: { tables: asking },
    response: clients.consentTexts,
    summary: { id: "Teks izin yang dibacakan", en: "The consent texts that are read out" },
  },
  listClients: {
    ...get,
    path: "/clients",
    area: "clients",
    access: staff("readClients"),
    needs: { tables: { staff: ["get", "by office"], clients: ["get", "get many", "query", "by office", "by officer"] } },
    query: clients.clientsQuery,
    response: listOf(clients.clientSummary).extend({ near: clients.near }),
    summary: {
      id: "Klien kantor: dicari dengan nama, nomor register atau empat angka NIK; menurut Pembimbing, status, yang belum ada",
      en: "Clients of the office: found by name, register number or four digits of the NIK; by officer, status, what is missing",
    },
  },
  registerClient: {
    ...post,
    status: 201,
    path: "/clients",
    area: "clients",
    access: staff("registerClient"),
    needs: {
      tables: { ...recording, staff: ["get", "put"], clients: ["get", "query", "put"] },
      keys: ["lookUpIdentity", "sealIdentity"],
    },
    body: clients.clientInput,
    response: created,
    summary: { id: "Daftarkan klien", en: "Register a client" },
  },
  readClientHistory: {
    ...get,
    path: "/clients/{id}/history",
    area: "clients",
    access: staff("readClient"),
    needs: { tables: { staff: ["get", "by office"], clients: ["get"], employers: ["get"], audit: ["query"] } },
    params: client,
    query: paged,
    response: listOf(historyEntry),
    summary: { id: "Riwayat klien: siapa melakukan apa, kapan", en: "History of a client: who did what, and when" },
  },
  readClient: {
    ...get,
    path: "/clients/{id}",
    area: "clients",
    access: staff("readClient"),
    needs: { tables: { ...asking, clients: ["get", "get many", "query"], employers: ["get"], placements: ["get"] } },
    params: client,
    response: clients.clientDetail,
    summary: {
      id: "Satu klien: izin, sertifikat, penghalang, penempatan",
      en: "One client: consents, certificates, what stands in the way, attempts",
    },
  },
  recordContact: {
    ...post,
    status: 201,
    path: "/clients/{id}/contacts",
    area: "clients",
    access: staff("recordContact"),
    needs: { tables: { ...recording, clients: ["get", "put", "update"] } },
    params: client,
    body: clients.contactMadeInput,
    response: created,
    summary: { id: "Catat kontak dengan klien", en: "Record a contact with a client" },
  },
  changeClient: {
    ...post,
    path: "/clients/{id}/changes",
    area: "clients",
    access: staff("changeClient"),
    needs: {
      tables: { ...recording, staff: ["get", "put"], clients: ["get", "query", "put", "update", "delete"], outbox: ["put"] },
      keys: ["lookUpIdentity", "sealIdentity"],
    },
    params: client,
    body: clients.clientChanges,
    response: created,
    newer: clients.clientRecord,
    summary: {
      id: "Perbaiki data klien; yang berjalan mengikutinya",
      en: "Mend what is recorded of a client; what is under way follows it",
    },
  },
  recordConsent: {
    ...post,
    status: 201,
    path: "/clients/{id}/consents",
    area: "clients",
    access: staff("recordConsent"),
    needs: {
      tables: { ...recording, clients: ["get", "query", "put", "update"], employers: ["get"], outbox: ["put"] },
      keys: ["sealIdentity"],
    },
    params: client,
    body: clients.consentInput,
    response: consentRecorded,
    summary: { id: "Catat izin berbagi data atau penarikannya", en: "Record a consent or its withdrawal" },
  },
  readStatusDocument: {
    ...get,
    path: "/clients/{id}/status-document",
    area: "clients",
    access: staff("readStatusDocument"),
    needs: { tables: { ...asking, clients: ["get"] }, keys: ["openIdentity"] },
    params: client,
    response: clients.statusDocumentOpened,
    summary: { id: "Dokumen status klien", en: "The status document of a client" },
  },
  handOverClient: {
    ...post,
    path: "/clients/{id}/hand-over",
    area: "clients",
    access: staff("handOver"),
    needs: {
      tables: { ...recording, staff: ["get", "by office"], clients: ["get", "update"], outbox: ["put"] },
      keys: ["sealIdentity"],
    },
    params: client,
    body: offices.handOverInput,
    response: created,
    summary: { id: "Serahkan klien kepada Pembimbing lain", en: "Hand a client over to another officer" },
  },
  importClients: {
    ...post,
    path: "/imports/clients",
    area: "clients",
    access: staff("registerClient"),
    needs: {
      tables: {
        ...recording,
        staff: ["get", "put", "update", "by office"],
        clients: ["get", "query", "put", "update", "delete"],
        outbox: ["put"],
      },
      keys: ["lookUpIdentity", "sealIdentity"],
    },
    body: imports.clientsInput,
    bodyCharacters: 1024 * 1024,
    response: imports.lineResults,
    summary: {
      id: "Impor daftar klien kantor: baru, sama, berubah, salah, tiap sel disebut",
      en: "Bring in an office's list of clients: new, same, changed, wrong, each with its cell",
    },
  },
  listCertificates: {
    ...get,
    path: "/clients/{id}/certificates",
    area: "certificates",
    access: staff("readCertificates"),
    needs: { tables: { ...asking, clients: ["get", "query"] } },
    params: client,
    response: certificates.certificatesOfClient,
    summary: { id: "Sertifikat klien", en: "Certificates of a client" },
  },
  recordCertificate: {
    ...post,
    status: 201,
    path: "/clients/{id}/certificates",
    area: "certificates",
    access: staff("recordCertificate"),
    needs: { tables: { ...recording, staff: ["get", "put"], clients: ["get", "put", "update"], outbox: ["put"] } },
    params: client,
    body: certificates.certificateInput,
    response: created,
    summary: { id: "Catat sertifikat", en: "Record a certificate" },
  },
  readOpportunities: {
    ...get,
    path: "/clients/{id}/opportunities",
    area: "matching",
    access: staff("readMatching"),
    needs: {
      tables: { ...asking, clients: ["get", "query"], employers: ["get", "by directory", "by open"], placements: ["get"] },
    },
    params: client,
    response: matching.opportunities,
    wide: true,
    summary: {
      id: "Lowongan yang terbuka bagi klien, dan yang dibuka satu sertifikat lagi",
      en: "What is open to a client, and what one more certificate would open",
    },
  },
  readCertificate: {
    ...get,
    path: "/certificates/{id}",
    area: "certificates",
    access: staff("readCertificates"),
    needs: { tables: { ...asking, clients: ["get"] } },
    params: certificate,
    response: certificates.certificateDetail,
    summary: { id: "Satu sertifikat", en: "One certificate" },
  },
  changeCertificate: {
    ...post,
    path: "/certificates/{id}/changes",
    area: "certificates",
    access: staff("recordCertificate"),
    needs: { tables: { ...recording, staff: ["get", "put"], clients: ["get", "put", "update", "delete"], outbox: ["put"] } },
    params: certificate,
    body: certificates.certificateChanges,
    response: created,
    newer: certificates.certificateRecord,
    summary: {
      id: "Perbaiki sertifikat; yang sudah diverifikasi hanya keahlian dan unitnya, lalu diperiksa lagi",
      en: "Mend a certificate; a verified one in its skills and units alone, and then it is verified anew",
    },
  },
  verifyCertificate: {
    ...post,
    path: "/certificates/{id}/verification",
    area: "certificates",
    access: staff("verifyCertificate"),
    needs: { tables: { ...recording, clients: ["get", "update"], outbox: ["put"] } },
    params: certificate,
    body: certificates.verificationInput,
    response: created,
    summary: {
      id: "Verifikasi sertifikat oleh orang kedua, atau kembalikan kepada pencatatnya dengan alasannya",
      en: "Verify a certificate, as a second person, or send it back to whoever recorded it with what is wrong",
    },
  },

  listBatches: {
    ...get,
    path: "/training-batches",
    area: "training",
    access: staff("readTraining"),
    needs: { tables: { ...asking, clients: ["by office"] } },
    query: training.batchesQuery,
    response: listOf(training.batchSummary),
    summary: {
      id: "Angkatan pelatihan kantor ini, menurut hari mulainya",
      en: "The office's batches of trainings, by the day they start",
    },
  },
  openBatch: {
    ...post,
    status: 201,
    path: "/training-batches",
    area: "training",
    access: staff("runTraining"),
    needs: { tables: { ...recording, clients: ["put"], employers: ["get"] } },
    body: training.batchInput,
    response: created,
    summary: { id: "Buka angkatan pelatihan", en: "Open a batch of a training" },
  },
  readBatch: {
    ...get,
    path: "/training-batches/{id}",
    area: "training",
    access: staff("readTraining"),
    needs: { tables: { ...asking, clients: ["get", "get many"], employers: ["get"] } },
    params: batch,
    response: training.batchDetail,
    summary: { id: "Satu angkatan dengan peserta dan kehadirannya", en: "One batch with who takes part and who was there" },
  },
  changeBatch: {
    ...post,
    path: "/training-batches/{id}/changes",
    area: "training",
    access: staff("runTraining"),
    needs: { tables: { ...recording, clients: ["get", "put", "update", "delete"], employers: ["get"] } },
    params: batch,
    body: training.batchChanges,
    response: created,
    newer: training.batchRecord,
    summary: {
      id: "Perbaiki data angkatan, atau batalkan; kuota yang bertambah diisi daftar tunggu",
      en: "Mend a batch, or call it off; more seats are taken by whoever waits",
    },
  },
  enrolParticipants: {
    ...post,
    path: "/training-batches/{id}/participants",
    area: "training",
    access: staff("enrolParticipants"),
    needs: { tables: { ...recording, clients: ["get", "get many", "query", "put", "update", "delete"] } },
    params: batch,
    body: training.participantsInput,
    response: created,
    summary: {
      id: "Daftarkan peserta, sekaligus banyak; yang tanpa kuota masuk daftar tunggu",
      en: "Enrol participants, many at once; who finds no seat waits for one",
    },
  },
  recordAttendance: {
    ...post,
    path: "/training-batches/{id}/attendance",
    area: "training",
    access: staff("runTraining"),
    needs: { tables: { ...recording, clients: ["get", "update"] } },
    params: batch,
    body: training.attendanceInput,
    response: created,
    summary: { id: "Catat siapa yang tidak hadir pada satu hari", en: "Record who was absent on a day" },
  },
  recordResults: {
    ...post,
    path: "/training-batches/{id}/results",
    area: "training",
    access: staff("runTraining"),
    needs: { tables: { ...recording, clients: ["get", "put", "update"], outbox: ["put"] } },
    params: batch,
    body: training.resultsInput,
    response: created,
    summary: {
      id: "Catat hasil pelatihan dan sertifikatnya, hingga dua belas peserta sekaligus",
      en: "Record what came of a training, with the certificates, for up to twelve at once",
    },
  },

  listEmployers: {
    ...get,
    path: "/employers",
    area: "employers",
    access: staff("readEmployers"),
    needs: { tables: { ...asking, employers: ["get", "get many", "query", "by directory"] } },
    query: employers.listQuery,
    response: listOf(employers.employerSummary),
    summary: { id: "Pemberi kerja di provinsi kantor", en: "Employers of the office's province" },
  },
  registerEmployer: {
    ...post,
    status: 201,
    path: "/employers",
    area: "employers",
    access: staff("registerEmployer"),
    needs: { tables: { ...recording, employers: ["get", "query", "put"] }, keys: ["lookUpIdentity", "sealIdentity"] },
    body: employers.employerInput,
    response: created,
    summary: { id: "Daftarkan pemberi kerja", en: "Register an employer" },
  },
  readEmployerHistory: {
    ...get,
    path: "/employers/{id}/history",
    area: "employers",
    access: staff("readEmployers"),
    needs: { tables: { staff: ["get", "by office"], employers: ["get"], audit: ["query"] } },
    params: employer,
    query: paged,
    response: listOf(historyEntry),
    summary: { id: "Riwayat pemberi kerja: siapa melakukan apa, kapan", en: "History of an employer: who did what, and when" },
  },
  readEmployer: {
    ...get,
    path: "/employers/{id}",
    area: "employers",
    access: staff("readEmployers"),
    needs: { tables: { ...asking, employers: ["get", "query"] } },
    params: employer,
    response: employers.employerDetail,
    summary: { id: "Satu pemberi kerja dengan kontak dan lowongannya", en: "One employer with its contact and vacancies" },
  },
  changeEmployer: {
    ...post,
    path: "/employers/{id}/changes",
    area: "employers",
    access: staff("changeEmployer"),
    needs: {
      tables: { ...recording, employers: ["get", "query", "put", "update", "delete"], outbox: ["put"] },
      keys: ["lookUpIdentity", "sealIdentity"],
    },
    params: employer,
    body: employers.employerChanges,
    response: created,
    newer: employers.employerRecord,
    summary: {
      id: "Perbaiki data pemberi kerja; lowongan, usulan dan pertanyaan mengikutinya",
      en: "Mend what is recorded of an employer; vacancies, proposals and questions follow it",
    },
  },
  verifyEmployer: {
    ...post,
    path: "/employers/{id}/verification",
    area: "employers",
    access: staff("verifyEmployer"),
    needs: { tables: { ...recording, employers: ["get", "put", "update", "delete"], outbox: ["put"] } },
    params: employer,
    body: employers.verificationInput,
    response: created,
    summary: {
      id: "Verifikasi pemberi kerja oleh orang kedua, sehingga lowongannya terbuka bagi kantor lain; atau kembalikan dengan alasannya",
      en: "Verify an employer, as a second person, so that its vacancies reach other offices; or send it back with what is wrong",
    },
  },
  mergeEmployer: {
    ...post,
    path: "/employers/{id}/merger",
    area: "employers",
    access: staff("mergeEmployer"),
    needs: { tables: { ...recording, employers: ["get", "query", "put", "update", "delete"], outbox: ["put"] } },
    params: employer,
    body: employers.mergerInput,
    response: created,
    newer: employers.employerRecord,
    summary: {
      id: "Gabungkan dua catatan pemberi kerja yang sama; lowongan, perjanjian dan penempatannya ikut",
      en: "Make two records of one employer one; vacancies, agreements and placements follow",
    },
  },
  listOrganisations: {
    ...get,
    path: "/organisations",
    area: "organisations",
    access: staff("readOrganisations"),
    needs: { tables: { ...asking, employers: ["get", "get many", "query", "by directory"] } },
    query: organisations.organisationsQuery,
    response: listOf(organisations.organisationSummary),
    summary: {
      id: "Lembaga: menurut provinsi dan jenis, atau dicari dengan namanya di seluruh negeri",
      en: "Organisations: by province and kind, or found by name in the whole country",
    },
  },
  registerOrganisation: {
    ...post,
    status: 201,
    path: "/organisations",
    area: "organisations",
    access: staff("registerOrganisation"),
    needs: { tables: { ...recording, employers: ["get", "get many", "query", "put"] } },
    body: organisations.organisationInput,
    response: created,
    summary: { id: "Daftarkan lembaga", en: "Register an organisation" },
  },
  readOrganisationHistory: {
    ...get,
    path: "/organisations/{id}/history",
    area: "organisations",
    access: staff("readOrganisations"),
    needs: { tables: { staff: ["get", "by office"], employers: ["get"], audit: ["query"] } },
    params: organisation,
    query: paged,
    response: listOf(historyEntry),
    summary: { id: "Riwayat lembaga: siapa melakukan apa, kapan", en: "History of an organisation: who did what, and when" },
  },
  readOrganisation: {
    ...get,
    path: "/organisations/{id}",
    area: "organisations",
    access: staff("readOrganisations"),
    needs: { tables: { ...asking, employers: ["get"] } },
    params: organisation,
    response: organisations.organisationDetail,
    summary: { id: "Satu lembaga dengan nama dan kontaknya", en: "One organisation with its names and contact" },
  },
  changeOrganisation: {
    ...post,
    path: "/organisations/{id}/changes",
    area: "organisations",
    access: staff("changeOrganisation"),
    needs: { tables: { ...recording, employers: ["get", "get many", "query", "put", "update", "delete"] } },
    params: organisation,
    body: organisations.organisationChanges,
    response: created,
    newer: organisations.organisationRecord,
    summary: {
      id: "Perbaiki data lembaga, tambahkan nama barunya, atau tandai tidak aktif lagi",
      en: "Mend what is recorded of an organisation, add its new name, or note that it is not active any more",
    },
  },
  listAgreements: {
    ...get,
    path: "/agreements",
    area: "agreements",
    access: staff("readAgreements"),
    needs: { tables: { ...asking, employers: ["get many", "by directory"] } },
    query: paged,
    response: listOf(agreements.agreementSummary),
    summary: { id: "Perjanjian kerja sama kantor", en: "Cooperation agreements of the office" },
  },
  recordAgreement: {
    ...post,
    status: 201,
    path: "/agreements",
    area: "agreements",
    access: staff("recordAgreement"),
    needs: { tables: { ...recording, employers: ["get", "put", "update"], outbox: ["put"] } },
    body: agreements.agreementInput,
    response: created,
    summary: { id: "Catat perjanjian kerja sama", en: "Record a cooperation agreement" },
  },
  readAgreementHistory: {
    ...get,
    path: "/agreements/{id}/history",
    area: "agreements",
    access: staff("readAgreements"),
    needs: { tables: { staff: ["get", "by office"], employers: ["get"], audit: ["query"] } },
    params: agreement,
    query: paged,
    response: listOf(historyEntry),
    summary: { id: "Riwayat perjanjian: siapa melakukan apa, kapan", en: "History of an agreement: who did what, and when" },
  },
  readAgreement: {
    ...get,
    path: "/agreements/{id}",
    area: "agreements",
    access: staff("readAgreements"),
    needs: { tables: { ...asking, clients: ["query"], employers: ["get", "get many", "query"] } },
    params: agreement,
    response: agreements.agreementDetail,
    summary: { id: "Satu perjanjian kerja sama", en: "One cooperation agreement" },
  },
  changeAgreement: {
    ...post,
    path: "/agreements/{id}/changes",
    area: "agreements",
    access: staff("recordAgreement"),
    needs: { tables: { ...recording, employers: ["get", "update"], outbox: ["put"] } },
    params: agreement,
    body: agreements.agreementChanges,
    response: created,
    newer: agreements.agreementRecord,
    summary: {
      id: "Perbaiki atau tandai perjanjian sudah ditandatangani; yang menunggu dicocokkan lagi",
      en: "Mend an agreement or note that it is signed; who waits is matched again",
    },
  },
  terminateAgreement: {
    ...post,
    path: "/agreements/{id}/termination",
    area: "agreements",
    access: staff("recordAgreement"),
    needs: { tables: { ...recording, employers: ["get", "update"], outbox: ["put"] } },
    params: agreement,
    body: none,
    response: created,
    summary: { id: "Akhiri perjanjian; usulan yang berjalan ditarik", en: "Terminate an agreement; live proposals are recalled" },
  },
  listVacancies: {
    ...get,
    path: "/vacancies",
    area: "vacancies",
    access: staff("readVacancies"),
    needs: { tables: { ...asking, employers: ["get", "get many", "query", "by directory"] } },
    query: vacancies.listQuery,
    response: listOf(vacancies.vacancySummary),
    summary: { id: "Lowongan terbuka di provinsi kantor", en: "Open vacancies of the office's province" },
  },
  openVacancy: {
    ...post,
    status: 201,
    path: "/vacancies",
    area: "vacancies",
    access: staff("openVacancy"),
    needs: { tables: { ...recording, employers: ["get", "put", "check"], outbox: ["put"] } },
    body: vacancies.vacancyInput,
    response: created,
    summary: { id: "Buka lowongan", en: "Open a vacancy" },
  },
  readVacancyHistory: {
    ...get,
    path: "/vacancies/{id}/history",
    area: "vacancies",
    access: staff("changeVacancy"),
    needs: { tables: { staff: ["get", "by office"], employers: ["get"], audit: ["query"] } },
    params: vacancy,
    query: paged,
    response: listOf(historyEntry),
    summary: { id: "Riwayat lowongan: siapa melakukan apa, kapan", en: "History of a vacancy: who did what, and when" },
  },
  readVacancy: {
    ...get,
    path: "/vacancies/{id}",
    area: "vacancies",
    access: staff("readVacancy"),
    needs: { tables: { ...asking, employers: ["get"] } },
    params: vacancy,
    response: vacancies.vacancyDetail,
    summary: { id: "Satu lowongan dengan kontak pemberi kerjanya", en: "One vacancy with its employer's contact" },
  },
  changeVacancy: {
    ...post,
    path: "/vacancies/{id}/changes",
    area: "vacancies",
    access: staff("changeVacancy"),
    needs: { tables: { ...recording, employers: ["get", "put", "update", "delete"], outbox: ["put"] } },
    params: vacancy,
    body: vacancies.vacancyChanges,
    response: created,
    newer: vacancies.vacancyRecord,
    summary: {
      id: "Perbaiki lowongan; peringkat dan usulan mengikutinya",
      en: "Mend a vacancy; rankings and proposals follow it",
    },
  },
  importVacancies: {
    ...post,
    path: "/imports/vacancies",
    area: "vacancies",
    access: staff("openVacancy"),
    needs: {
      tables: { ...recording, employers: ["get", "query", "put", "update", "delete", "check"], outbox: ["put"] },
      keys: ["lookUpIdentity"],
    },
    body: imports.postingsInput,
    bodyCharacters: 2 * 1024 * 1024,
    response: imports.postingResults,
    summary: {
      id: "Selaraskan lowongan Karirhub: baru, berubah, ditutup, dibuka lagi",
      en: "Bring Karirhub postings into line: new, changed, closed, open again",
    },
  },
  closeVacancy: {
    ...post,
    path: "/vacancies/{id}/closure",
    area: "vacancies",
    access: staff("closeVacancy"),
    needs: { tables: { ...recording, employers: ["get", "update", "delete"], outbox: ["put"] } },
    params: vacancy,
    body: none,
    response: created,
    summary: { id: "Tutup lowongan; usulan yang berjalan ditarik", en: "Close a vacancy; live proposals are recalled" },
  },
  readCandidates: {
    ...get,
    path: "/vacancies/{id}/candidates",
    area: "matching",
    access: staff("readCandidates"),
    needs: {
      tables: { ...asking, clients: ["get", "query"], employers: ["get", "by directory"], placements: ["get", "by office"] },
      keys: ["nameCandidates"],
    },
    params: vacancy,
    response: matching.candidates,
    wide: true,
    summary: {
      id: "Klien kantor yang paling cocok di antara yang menunggu lowongan, tanpa nama",
      en: "The best of the office's clients who wait for a vacancy, without their names",
    },
  },

  listPlacements: {
    ...get,
    path: "/placements",
    area: "placements",
    access: staff("readPlacements"),
    needs: {
      tables: {
        staff: ["get", "by office"],
        clients: ["get", "get many", "query", "by office", "by officer"],
        employers: ["get", "get many"],
        placements: ["get", "get many", "by office", "by officer", "by employer", "by waiting"],
      },
    },
    query: placements.placementsQuery,
    response: listOf(placementsShown.placementSummary),
    summary: {
      id: "Penempatan kantor: menurut Pembimbing, siapa yang ditunggu, klien, pemberi kerja, status, tenggat",
      en: "Placements of the office: by officer, who is waited for, client, employer, status, deadline",
    },
  },
  startPlacement: {
    ...post,
    status: 201,
    path: "/placements",
    area: "placements",
    access: staff("startPlacement"),
    needs: {
      tables: { ...recording, staff: ["get", "by office"], clients: ["get", "query", "put", "update"], outbox: ["put"] },
    },
    body: placements.startInput,
    response: processResponse,
    summary: { id: "Mulai penempatan", en: "Start a placement" },
  },
  readPlacementHistory: {
    ...get,
    path: "/placements/{id}/history",
    area: "placements",
    access: staff("readPlacements"),
    needs: { tables: { staff: ["get", "by office"], placements: ["get"], employers: ["get"], audit: ["query"] } },
    params: placement,
    query: paged,
    response: listOf(historyEntry),
    summary: { id: "Riwayat penempatan: siapa melakukan apa, kapan", en: "History of a placement: who did what, and when" },
  },
  readMessages: {
    ...get,
    path: "/placements/{id}/messages",
    area: "placements",
    access: staff("readPlacements"),
    needs: { tables: { ...asking, placements: ["get", "query"] } },
    params: placement,
    query: paged,
    response: listOf(placementsShown.messageShown),
    summary: { id: "Email tentang penempatan, seperti yang dikirim", en: "The mails about a placement, as they were sent" },
  },
  readPlacement: {
    ...get,
    path: "/placements/{id}",
    area: "placements",
    access: staff("readPlacements"),
    needs: {
      tables: {
        ...asking,
        clients: ["get", "query"],
        employers: ["get", "get many", "by directory"],
        placements: ["get", "query"],
      },
    },
    params: placement,
    response: placementsShown.placementDetail,
    summary: { id: "Satu penempatan dengan riwayatnya", en: "One placement with its timeline" },
  },
  readProposals: {
    ...get,
    path: "/placements/{id}/proposals",
    area: "matching",
    access: staff("readPlacements"),
    needs: { tables: { ...asking, clients: ["get", "query"], employers: ["get many", "by directory"], placements: ["get"] } },
    params: placement,
    response: matching.proposals,
    summary: { id: "Usulan lowongan beserta alasannya", en: "The proposed vacancies, explained" },
  },
  readWhyNot: {
    ...get,
    path: "/matching/why-not",
    area: "matching",
    access: staff("readMatching"),
    needs: {
      tables: { ...asking, clients: ["get", "query"], employers: ["get", "get many", "by directory"], placements: ["get"] },
    },
    query: z.strictObject({ client: ids.clientId, vacancy: ids.vacancyId }),
    response: matching.whyNot,
    summary: {
      id: "Mengapa sebuah lowongan cocok atau tidak bagi klien",
      en: "Why a vacancy is, or is not, something for a client",
    },
  },
  approveShortlist: {
    ...post,
    path: "/placements/{id}/approval",
    area: "placements",
    access: staff("approveShortlist"),
    needs: { tables: { ...deciding, employers: ["get many", "by directory", "check", "put"] } },
    params: placement,
    body: placements.approvalInput,
    response: processResponse,
    summary: { id: "Setujui pilihan lowongan, berurutan", en: "Approve the ordered shortlist" },
  },
  answerForClient: {
    ...post,
    path: "/placements/{id}/client-answer",
    area: "placements",
    access: staff("answerForClient"),
    needs: {
      tables: { ...deciding, clients: ["get", "query", "put"], employers: ["get many", "delete"] },
      keys: ["makeLinkSecret"],
    },
    params: placement,
    body: placements.clientAnswerInput,
    response: processResponse,
    summary: { id: "Catat jawaban klien untuk semua pemberi kerja sekaligus", en: "Record the client's answers, in one sitting" },
  },
  answerForEmployer: {
    ...post,
    path: "/placements/{id}/employer-answer",
    area: "placements",
    access: staff("answerForEmployer"),
    needs: {
      tables: { ...deciding, employers: ["get many", "check", "put", "update", "delete"] },
      keys: ["makeLinkSecret"],
    },
    params: placement,
    body: placements.employerAnswerInput,
    response: processResponse,
    summary: {
      id: "Catat jawaban pemberi kerja lewat telepon, WhatsApp atau kunjungan",
      en: "Record an employer's answer given by phone, WhatsApp or visit",
    },
  },
  noteEmployerReached: {
    ...post,
    path: "/placements/{id}/employer-reached",
    area: "placements",
    access: staff("answerForEmployer"),
    needs: { tables: deciding },
    params: placement,
    body: placements.employerReachedInput,
    response: processResponse,
    summary: {
      id: "Catat bahwa pemberi kerja sudah dihubungi; waktunya menjawab mulai sekarang",
      en: "Note that the employer was reached; its time to answer begins now",
    },
  },
  askEmployerAnew: {
    ...post,
    path: "/placements/{id}/question",
    area: "placements",
    access: staff("answerForEmployer"),
    needs: { tables: deciding, keys: ["makeLinkSecret"] },
    params: placement,
    body: placements.askAnewInput,
    response: processResponse,
    summary: {
      id: "Kirim ulang pertanyaan yang terbuka kepada pemberi kerja",
      en: "Send the open question to the employer anew",
    },
  },
  recordInterview: {
    ...post,
    path: "/placements/{id}/interview-result",
    area: "placements",
    access: staff("recordInterview"),
    needs: { tables: { ...deciding, employers: ["get many", "update", "delete"] }, keys: ["makeLinkSecret"] },
    params: placement,
    body: placements.interviewInput,
    response: processResponse,
    summary: { id: "Catat waktu atau hasil wawancara", en: "Record the agreed time or the result of the interview" },
  },
  confirmStart: {
    ...post,
    path: "/placements/{id}/officer-confirmation",
    area: "placements",
    access: staff("confirmStart"),
    needs: {
      tables: { ...deciding, employers: ["get many", "by directory", "update", "delete"] },
      keys: ["makeLinkSecret"],
    },
    params: placement,
    body: placements.officerConfirmationInput,
    response: processResponse,
    summary: { id: "Konfirmasi sudah mulai bekerja, dengan bukti", en: "Confirm that work has begun, with evidence" },
  },
  withdrawPlacement: {
    ...post,
    path: "/placements/{id}/withdrawal",
    area: "placements",
    access: staff("withdrawPlacement"),
    needs: { tables: { ...deciding, clients: ["get", "query", "update"], employers: ["get many", "update", "delete"] } },
    params: placement,
    body: placements.withdrawalInput,
    response: processResponse,
    summary: { id: "Klien mundur", en: "The client withdraws" },
  },
  verifyPlacement: {
    ...post,
    path: "/placements/{id}/verification",
    area: "placements",
    access: staff("verifyPlacement"),
    needs: { tables: { ...recording, clients: ["get", "query"], employers: ["get many"] } },
    params: placement,
    body: placements.verificationInput,
    response: processResponse,
    summary: {
      id: "Verifikasi penempatan yang dicatat seorang diri, oleh orang kedua",
      en: "Vouch, as a second person, for a placement that one alone recorded",
    },
  },
  reviewPlacement: {
    ...post,
    path: "/placements/{id}/review",
    area: "placements",
    access: staff("reviewPlacement"),
    needs: { tables: { ...deciding, clients: ["get", "query", "update", "check"], employers: ["get many", "delete"] } },
    params: placement,
    body: placements.reviewInput,
    response: processResponse,
    summary: {
      id: "Putuskan penempatan yang tidak dapat berjalan sendiri",
      en: "Decide a placement that cannot go on by itself",
    },
  },
  recordFollowUp: {
    ...post,
    path: "/placements/{id}/follow-ups/{day}",
    area: "follow-ups",
    access: staff("recordFollowUp"),
    needs: { tables: { ...deciding, clients: ["get", "query", "update"] } },
    params: dayParam,
    body: followUps.followUpInput,
    response: processResponse,
    summary: { id: "Catat kabar kerja", en: "Record the news of a follow-up" },
  },
  recordLostWork: {
    ...post,
    path: "/placements/{id}/lost-work",
    area: "follow-ups",
    access: staff("recordFollowUp"),
    needs: { tables: { ...deciding, clients: ["get", "query", "update"] } },
    params: placement,
    body: followUps.lostWorkInput,
    response: processResponse,
    summary: { id: "Catat pekerjaan yang berakhir", en: "Record that work has ended" },
  },

  listReports: {
    ...get,
    path: "/reports",
    area: "reports",
    access: staff("readReports"),
    needs: { tables: { staff: ["get", "query"] } },
    query: paged,
    response: listOf(reports.reportMade),
    summary: {
      id: "Laporan kantor yang sudah dibuat, dengan isinya",
      en: "The reports of the office that were made, with what is in them",
    },
  },
  readFigures: {
    ...get,
    path: "/figures",
    area: "reports",
    access: staff("readReports"),
    needs: { tables: { ...asking, placements: ["by office"] } },
    query: reports.figuresQuery,
    response: reports.officeFigures,
    wide: true,
    summary: {
      id: "Angka kantor: corong, hari tiap langkah, yang ditempatkan dan yang masih bekerja",
      en: "Figures of the office: funnel, days per step, who was placed and who is still at work",
    },
  },

  viewLink: {
    ...post,
    path: "/link/view",
    area: "links",
    access: link,
    needs: {
      tables: {
        clients: ["get", "query"],
        employers: ["get"],
        placements: ["get", "update"],
        staff: ["get", "by office"],
      },
    },
    body: z.strictObject(links.credentials),
    response: links.linkView,
    idempotent: false,
    summary: { id: "Lihat pertanyaan di balik tautan", en: "See the question behind a link" },
  },
  answerLink: {
    ...post,
    path: "/link/answer",
    area: "links",
    access: link,
    needs: {
      tables: { clients: ["query"], staff: ["get"], employers: ["get"], placements: ["get", "put", "update"], outbox: ["put"] },
    },
    body: z.strictObject({ ...links.credentials, choice: z.record(z.string(), z.unknown()) }),
    response: answerGiven,
    summary: { id: "Jawab lewat tautan", en: "Answer by link" },
  },
  undoLink: {
    ...post,
    path: "/link/undo",
    area: "links",
    access: link,
    needs: { tables: { clients: ["query"], employers: ["get"], placements: ["get", "put", "update"] } },
    body: z.strictObject(links.credentials),
    response: answerUndone,
    summary: { id: "Batalkan jawaban", en: "Undo an answer" },
  },
  confirmByLink: {
    ...post,
    path: "/link/confirmation",
    area: "links",
    access: link,
    needs: {
      tables: { clients: ["query"], employers: ["get"], placements: ["get", "put", "update"], staff: ["get"], outbox: ["put"] },
    },
    body: z.strictObject({ ...links.credentials, choice: z.record(z.string(), z.unknown()) }),
    response: answerGiven,
    summary: { id: "Konfirmasi lewat tautan", en: "Confirm by link" },
  },
  openByCode: {
    ...post,
    path: "/link/code",
    area: "links",
    access: link,
    needs: { tables: { placements: ["get", "update"] }, keys: ["makeLinkSecret"] },
    body: links.codeInput,
    response: links.linkOfCode,
    idempotent: false,
    summary: { id: "Buka tautan dengan kode dari email", en: "Open a link by the code from its mail" },
  },
  nameColleague: {
    ...post,
    path: "/link/colleague",
    area: "links",
    access: link,
    needs: {
      tables: {
        clients: ["query"],
        employers: ["get"],
        placements: ["get", "put", "update"],
        outbox: ["put"],
      },
    },
    body: links.colleagueInput,
    response: links.colleagueNoted,
    summary: { id: "Sebut rekan yang mengurus lowongan ini", en: "Name the colleague who is in charge" },
  },
  showLinkPage: {
    ...get,
    path: "/link",
    alsoAt: mangledLinks,
    area: "links",
    access: open,
    needs: {},
    response: z.string(),
    contentType: "text/html; charset=utf-8",
    summary: { id: "Halaman tautan pemberi kerja", en: "The employer's page" },
  },
  readOpenapi: {
    ...get,
    path: "/openapi.json",
    area: "links",
    access: open,
    needs: {},
    response: z.record(z.string(), z.unknown()),
    summary: { id: "Dokumen API", en: "The API document" },
  },
} as const satisfies Record<string, Route>;

/** What a command is given by a route: parsed parameters, query and body. */
export type Parsed<R extends Route> = {
  readonly params: z.output<R["params"]>;
  readonly query: z.output<R["query"]>;
  readonly body: z.output<R["body"]>;
};
export type RouteResponse<R extends Route> = z.input<R["response"]>;

/** Scopes of the API's resource server: a login for reading cannot write. */
export const resourceServer = "titian";
export const scopes = { read: `${resourceServer}/read`, write: `${resourceServer}/write` } as const;

/** The scope that a route asks for; none where no login is needed. */
export const scopeOf = (route: Route): string | undefined =>
  route.access.kind === "staff" ? (route.method === "GET" ? scopes.read : scopes.write) : undefined;
