/** What has to be there before a client can be started: staff, employers with vacancies, clients with a verified certificate. */
import * as z from "zod";
import type { CloudApi } from "../../demo/cloud-api.ts";
import type { CloudProcess } from "../../demo/cloud-process.ts";
import { certificateBody, clientBody, employers, vacancies, vacancyBody } from "../../demo/demo-data.ts";
import { inDays, type Role, seedStaff, today, tokenOf } from "../../demo/seed.ts";
import { sendOnce } from "./send.ts";

const created = z.object({ id: z.string() });

/** Posts as a member of staff of the demo's office and answers the id of what came of it. */
export type Post = (role: Role, path: string, body: unknown) => Promise<string>;

export const postTo =
  ({ publicUrl, clientId }: CloudProcess): Post =>
  async (role, path, body) =>
    created.parse(await sendOnce(publicUrl, { method: "POST", path, token: await tokenOf(publicUrl, clientId, role), body })).id;

/** The most seats that a vacancy can have. */
const seats = 999;

/** The logins of the demo, and so many employers, each with one vacancy that has seats for everybody. */
export async function prepareEmployers(cloud: CloudApi, process: CloudProcess, count: number): Promise<void> {
  const registerStaff = process.functions.find((name) => name.endsWith("register-staff")) ?? "";
  await seedStaff(cloud, process.awsUrl, registerStaff);
  const post = postTo(process);
  const vacancy = vacancies.find((seed) => seed.employer === "cikupa");
  if (vacancy === undefined) throw new Error("the demo data has no vacancy of the first workshop");
  const now = await cloud.now();
  for (let at = 1; at <= count; at += 1) {
    const { contact, ...workshop } = employers.cikupa;
    const employerId = await post("officer", "/employers", {
      ...workshop,
      legalName: `Bengkel Beban Contoh ${at}`,
      contact: { ...contact, email: `bengkel-${at}@contoh.example` },
    });
    await post("officer", "/vacancies", vacancyBody({ ...vacancy, seats }, employerId, undefined, inDays(now, 120)));
  }
}

/** So many clients who may be started, registered by so many members of staff at once. */
export async function prepareClients(cloud: CloudApi, process: CloudProcess, count: number, atOnce: number): Promise<string[]> {
  const post = postTo(process);
  const issuedOn = today(await cloud.now());
  const clients: string[] = [];
  let next = 1;
  const prepareOne = async (serial: number): Promise<void> => {
    const client = await post("officer", "/clients", bodyOfClient(serial));
    const receipt = { how: "IN_PERSON", evidence: "Formulir kertas" };
    await post("officer", `/clients/${client}/consents`, { purpose: "PROFILING", action: "GIVEN", receipt });
    const certificate = await post("trainer", `/clients/${client}/certificates`, certificateBody(serial, issuedOn));
    await post("colleague", `/certificates/${certificate}/verification`, { seen: true });
    clients.push(client);
  };
  const prepareNext = async (): Promise<void> => {
    while (next <= count) {
      const serial = next;
      next += 1;
      await prepareOne(serial);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, prepareNext));
  return clients;
}

/** Nobody: the last digits of the NIK count through, so that no two are the same. */
const bodyOfClient = (serial: number) =>
  clientBody({
    fullName: "Contoh Beban",
    birthDate: "1990-01-01",
    nik: `360301010190${String(serial).padStart(4, "0")}`,
    skills: ["AUTOMOTIVE"],
    phone: `0812000${String(serial).padStart(5, "0")}`,
  });
