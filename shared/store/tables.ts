/**
 * The tables as data: each with its indexes, its stream and the kinds of item that it holds. From this list come the tables in
 * CDK, the settings that name them, what a function may be given of them, and the page on the data model. No SDK here.
 */

/** An index: another order in which the items stand that have both of its keys. */
export type TableIndex = {
  /**
   * The attributes that are its keys. The pair bears one name, `<name>Pk` and `<name>Sk`, where its lists are read by a cursor that
   * holds no names (`indexHoldsNames` in `dynamodb.ts`): the second is found by the first.
   */
  readonly keys: readonly [partition: string, sort: string];
  /** The attributes besides the keys that it holds; all unless said. */
  readonly include?: readonly string[];
};

/**
 * A kind of item. Keys are patterns, in which `<…>` stands for what differs from item to item and ` | ` parts two forms; `keys.ts`
 * makes the keys themselves, by the same name.
 */
export type ItemKind<Index extends string = string> = {
  readonly pk: string;
  readonly sk: string;
  /** The indexes in which it stands, or may stand, with its keys there. */
  readonly indexes?: { readonly [name in Index]?: readonly [partition: string, sort: string] };
  /** What it is, in a sentence. */
  readonly is: string;
  /** When DynamoDB takes it away, where it does. */
  readonly expires?: string;
};

export type Table<Index extends string = string> = {
  /** What it is for, in a sentence. */
  readonly holds: string;
  readonly indexes: Readonly<Record<Index, TableIndex>>;
  /** Whether a stream carries the new image of each item. */
  readonly stream?: true;
  /** Which moments of this table the clock of the embedded cloud must stop at: an attribute of an index. */
  readonly due?: { readonly index: Index; readonly attribute: string };
  /** By the names that `keys.ts` has for them. */
  readonly items: Readonly<Record<string, ItemKind<Index>>>;
};

/** The attribute by which DynamoDB takes an item away, in seconds since 1970: the same in every table. */
export const expiryAttribute = "expiresAt";

/** Holds the names of the indexes against those that its items name. */
const table = <const Index extends string, const T extends Table<Index>>(
  row: T & { readonly indexes: Record<Index, TableIndex> },
): T => row;

/** Base keys go by aggregate; offices, officers and deadlines stand in the indexes. */
export const tables = {
  clients: /* @__PURE__ */ table({
    holds: "Clients with what is theirs: consents, certificates, trainings, attempts at a placement.",
    indexes: { office: { keys: ["officePk", "officeSk"] }, officer: { keys: ["officerId", "officeSk"] } },
    items: {
      client: {
        pk: "CL#<client>",
        sk: "PROFILE",
        indexes: {
          office: ["OFFICE#<office>", "<status>#<name>#<client>"],
          officer: ["<officer>", "<status>#<name>#<client>"],
        },
        is: "A client, with the claim of the one placement that may be open.",
      },
      nik: { pk: "NIK#<look-up value>", sk: "LOCK", is: "Which client holds a NIK: nobody is registered twice." },
      registerNumber: {
        pk: "OFFICE#<office>#REGISTER#<number>",
        sk: "LOCK",
        is: "Which client an office keeps under a number of its register.",
      },
      clientLikeness: { pk: "LIKE#<keyed hash>", sk: "CL#<client>", is: "A client with this name and birth date." },
      clientWord: {
        pk: "SEARCH#<office>#<first letter>",
        sk: "<word>#<client>",
        is: "A word by which an office finds a client: of the name, as it sounds, of the register number, or the last digits of the NIK; with all the others.",
      },
      clientNearWord: {
        pk: "NEAR#<office>#<beginning of a word, or it without one letter>",
        sk: "CL#<client>",
        is: "By what an office finds a client whose name was typed with a slip, with all words of the client.",
      },
      consent: {
        pk: "CL#<client>",
        sk: "CONSENT#<purpose>#<recipient>#<consent>",
        is: "The receipt of a consent, or of its withdrawal.",
      },
      contactMade: {
        pk: "CL#<client>",
        sk: "CONTACT#<at>#<contact>",
        is: "A contact that an officer had, or tried to have, with a client: when, how, with whom, what came of it.",
      },
      certificate: {
        pk: "CL#<client>",
        sk: "CERT#<certificate>",
        indexes: { office: ["OFFICE#<office>#CERT | OFFICE#<office>#CERT#VERIFIED", "<expires on>#<certificate>"] },
        is: "A certificate of a client, verified or not yet.",
      },
      certificateOwner: { pk: "CERT#<certificate>", sk: "OWNER", is: "Which client a certificate belongs to." },
      certificateNumber: { pk: "CERTNO#<number>", sk: "LOCK", is: "Which client holds a number: it is recorded once." },
      transfer: {
        pk: "TR#<transfer>",
        sk: "-",
        indexes: { office: ["OFFICE#<office>#TR", "<asked at>#<transfer>"] },
        is: "Another office asks for a client: in the list of the office that has the client.",
        expires: "After ninety days.",
      },
      batch: {
        pk: "TB#<batch>",
        sk: "-",
        indexes: { office: ["OFFICE#<office>#TB#<status>", "<starts on>#<batch>"] },
        is: "A batch of a training, with who takes part and who was absent.",
      },
      enrolment: { pk: "CL#<client>", sk: "TB#<batch>", is: "A client is in a batch, or waits for a seat." },
      batchOfAgreement: {
        pk: "AG#<agreement>",
        sk: "TB#<batch>",
        is: "A batch under an agreement, with how many have, or had, its seats, and how many certificates came of it.",
      },
      attempt: { pk: "CL#<client>", sk: "PL#<attempt>", is: "Which placement an attempt of a client is." },
    },
  }),
  employers: /* @__PURE__ */ table({
    holds: "Employers, organisations, agreements and vacancies with the proposals that are alive.",
    indexes: {
      directory: { keys: ["directoryPk", "directorySk"] },
      open: { keys: ["openPk", "openSk"], include: ["seatsFree", "matching"] },
    },
    items: {
      employer: {
        pk: "EM#<employer>",
        sk: "PROFILE",
        indexes: { directory: ["PROVINCE#<province>", "<name>#<employer>"] },
        is: "An employer with its contacts.",
      },
      employerWord: {
        pk: "SEARCH#PROVINCE#<province>#<first letter>",
        sk: "<word>#<employer>",
        is: "A word by which an employer of a province is found, with all the others.",
      },
      unverifiedEmployer: {
        pk: "UNVERIFIED#PROVINCE#<province>",
        sk: "<employer>",
        is: "An employer of a province that waits for a second person, with who registered it.",
      },
      organisation: {
        pk: "OR#<organisation>",
        sk: "PROFILE",
        indexes: { directory: ["ORGANISATIONS#<province> | ORGANISATIONS#ID", "<kind>#<name>#<organisation>"] },
        is: "An organisation: a unit of the corrections, an employment service, a training centre, a certification body, and others.",
      },
      organisationWord: {
        pk: "SEARCH#ORGANISATION#<first letter>",
        sk: "<word>#<organisation>",
        is: "A word by which an organisation is found, with all the others.",
      },
      organisationLikeness: {
        pk: "LIKE#ORGANISATION#<kind, region and name, or licence>",
        sk: "OR#<organisation>",
        is: "An organisation of this kind, region and name, or with this licence.",
      },
      organisationOfOffice: {
        pk: "OFFICE#<office>#ORGANISATION",
        sk: "LOCK",
        is: "Which organisation an office is.",
      },
      agreement: {
        pk: "AG#<agreement>",
        sk: "-",
        indexes: { directory: ["OFFICE#<office>#AG", "<valid to>#<agreement>"] },
        is: "A cooperation agreement of several parties, kept by an office.",
      },
      vacancy: {
        pk: "VA#<vacancy>",
        sk: "VACANCY",
        indexes: {
          directory: ["PROVINCE#<province>#OPEN | OFFICE#<office>#OPEN", "<regency>#<vacancy>"],
          open: ["OPEN#<province> | OFFICE#<office>#OPEN", "<regency>#<vacancy>"],
        },
        is: "A vacancy with its seats; in the indexes while it is open and has a free one, under its office where it stays within it.",
      },
      vacancyWord: {
        pk: "SEARCH#VACANCY#PROVINCE#<province>#<first letter> | SEARCH#VACANCY#OFFICE#<office>#<first letter>",
        sk: "<word>#<vacancy>",
        is: "A word by which an open vacancy is found, of its title or its employer's name, with all the others.",
      },
      employerLikeness: {
        pk: "LIKE#<keyed hash>",
        sk: "EM#<employer>",
        is: "An employer with this tax number, business number, or name and regency.",
      },
      employerVacancy: { pk: "EM#<employer>", sk: "VACANCY#<vacancy>", is: "A vacancy of an employer, whatever its status." },
      unverifiedVacancy: {
        pk: "EM#<employer>",
        sk: "VA#<vacancy>",
        is: "A vacancy that stays within its office until its employer is verified.",
      },
      karirhub: { pk: "KARIRHUB#<reference>", sk: "LOCK", is: "Which vacancy a posting of Karirhub became." },
      karirhubEmployer: { pk: "KARIRHUB-EM#<reference>", sk: "LOCK", is: "Which employer an employer of Karirhub became." },
      hold: { pk: "VA#<vacancy>", sk: "HOLD#<placement>", is: "A proposal of a vacancy that is alive." },
    },
  }),
  placements: /* @__PURE__ */ table({
    holds: "Processes: placements and follow-ups with their waits, links and receipts; and the responses to repeated requests.",
    indexes: {
      office: { keys: ["officePk", "officeSk"] },
      officer: { keys: ["officerPk", "officerSk"] },
      employer: { keys: ["employerPk", "employerSk"], include: ["id"] },
      waiting: { keys: ["waitingPk", "waitingSk"], include: ["id"] },
      due: { keys: ["duePk", "dueSk"], include: ["id"] },
    },
    items: {
      state: {
        pk: "PL#<placement> | FU#<follow-up>",
        sk: "STATE",
        indexes: {
          office: ["OFFICE#<office>", "<status>#<deadline>#<process>"],
          officer: [
            "OFFICER#<officer> | OFFICER#<officer>#OTHERS | OFFICER#<officer>#<settled status>",
            "<deadline, or when it was settled>#<process>",
          ],
          employer: ["OFFICE#<office>#EM#<employer>", "<deadline, or when it was settled>#<process>"],
          waiting: ["WAITING#<place> | SUPERVISOR#<office> | CALLS#<office>", "<since>#<placement> | <deadline>#<process>"],
          due: ["DUE#<shard>", "<deadline>#<process>"],
        },
        is: "The state of a process: with its officer while it waits for the office, among what waits for others, or settled; with the employer that it is about; at a place while it waits for a vacancy, with the supervisors of its office where it asks them, among the calls where that is all there is to do; due while it is open.",
      },
      wait: {
        pk: "PL#<placement> | FU#<follow-up>",
        sk: "WAIT#<number>",
        is: "A wait of a process: what it waits for, until when, the token and the answer that it holds, and how it ended.",
      },
      receipt: {
        pk: "PL#<placement> | FU#<follow-up>",
        sk: "RECEIPT#<version>",
        is: "How the word was taken that brought a process to a version.",
      },
      sentMail: {
        pk: "PL#<placement>",
        sk: "MAIL#<sent at>#<row of the outbox>#<receiver>",
        is: "A mail about a placement or its follow-up as it was sent, without the secret of its link, and what was heard of it.",
      },
      shortlist: {
        pk: "PL#<placement>",
        sk: "SHORTLIST#<number>",
        is: "A ranking of a placement, with what it refused and why.",
      },
      link: {
        pk: "LINK#<link>",
        sk: "-",
        is: "A link that was mailed to an employer: what it may answer, never its secret.",
        expires: "Ninety days after it ceases to be valid.",
      },
      linkCode: {
        pk: "CODE#<hash of the short code>",
        sk: "-",
        is: "Which link a short code of a mail opens.",
        expires: "With its link.",
      },
      questionSlot: {
        pk: "ASKED#<hash of officer and address>",
        sk: "-",
        is: "When a contact was last asked by mail, and which questions wait to be put together.",
        expires: "A week after the last mail.",
      },
      tries: {
        pk: "TRIES#LINK#<link> | TRIES#FROM#<hash of day and address>",
        sk: "<hour>",
        is: "How many wrong secrets and codes came in an hour.",
        expires: "After two days.",
      },
      idempotency: {
        pk: "IDEM#<who>#<route>#<key>",
        sk: "-",
        is: "The response that a request was given, for its repeat.",
        expires: "After seven days.",
      },
    },
  }),
  staff: /* @__PURE__ */ table({
    holds: "Offices with the reports of their weeks, and their staff.",
    indexes: { office: { keys: ["officePk", "officeSk"] } },
    items: {
      staff: {
        pk: "STAFF#<issuer>#<subject>",
        sk: "-",
        indexes: { office: ["OFFICE#<office>", "<role>#<name>#<staff>"] },
        is: "A member of staff, by the login.",
      },
      office: {
        pk: "OFFICE#<office>",
        sk: "PROFILE",
        indexes: { office: ["ZONE#<time zone>", "<name>#<office>"] },
        is: "An office with its settings.",
      },
      notice: {
        pk: "NOTICES#<staff>",
        sk: "<last day>#<record>#<step>",
        is: "What runs out and a member of staff is to be told of, each step of it once, with the morning's digest.",
        expires: "A hundred days after its last day.",
      },
      mailsToStaff: {
        pk: "MAILS#<staff>",
        sk: "-",
        is: "How many mails a member of staff was sent today beside the morning's digest.",
      },
      movedAway: {
        pk: "OFFICE#<office>",
        sk: "MOVED#<staff>",
        is: "A member of staff who belongs to another office by now: what was left behind is the supervisors' to see.",
      },
      lookups: {
        pk: "LOOKUPS#<staff>",
        sk: "-",
        is: "How often a member of staff found out today that a number is known already.",
      },
      officeReport: { pk: "OFFICE#<office>", sk: "REPORT#<week>", is: "The figures of a week of an office." },
    },
  }),
  outbox: /* @__PURE__ */ table({
    holds: "What shall happen outside: the only way out.",
    indexes: { pending: { keys: ["queue", "dueAt"], include: ["kind"] } },
    stream: true,
    due: { index: "pending", attribute: "dueAt" },
    items: {
      outbox: {
        pk: "OB#<row>",
        sk: "-",
        indexes: { pending: ["Q#<shard>", "<due at>"] },
        is: "One thing that shall happen, when, and under which condition still; in the index until it has, or was given up on.",
        expires: "Thirty days after it was done, four hundred after it was given up on.",
      },
    },
  }),
  audit: /* @__PURE__ */ table({
    holds: "Who did what to which record: rows are put and never changed.",
    indexes: {},
    items: {
      audit: { pk: "<record>", sk: "<version>", is: "One act on a record, chained by its hash to the one before." },
    },
  }),
} as const;

export type TableName = keyof typeof tables;

export type IndexName<T extends TableName> = T extends TableName ? keyof (typeof tables)[T]["indexes"] & string : never;

/**
 * What a function may do with a table: get an item by its key, or many of them at once; query a partition, of the table itself or `by` an index; put,
 * update and delete an item; check one in a transaction that changes others.
 */
export type TableOperation<T extends TableName = TableName> =
  | "get"
  | "get many"
  | "query"
  | `by ${IndexName<T>}`
  | "put"
  | "update"
  | "delete"
  | "check";

/** What a function needs of each table. */
export type TableNeeds = { readonly [T in TableName]?: readonly TableOperation<T>[] };

/** The kinds of item of all tables, by their names. */
export type ItemName = { [T in TableName]: keyof (typeof tables)[T]["items"] }[TableName];

/** One value a table: what is made of each. */
export const perTable = <T>(make: (name: TableName) => T): Readonly<Record<TableName, T>> => ({
  clients: make("clients"),
  employers: make("employers"),
  placements: make("placements"),
  staff: make("staff"),
  outbox: make("outbox"),
  audit: make("audit"),
});

export const tableNames: readonly TableName[] = Object.values(perTable((name) => name));

/** The names that the tables bear in a cloud. */
export type TableNames = Readonly<Record<TableName, string>>;
