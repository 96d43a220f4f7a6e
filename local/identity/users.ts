import { randomBytes, randomUUID, scryptSync, timingSafeEqual } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import * as z from "zod";

/** Somebody who can sign in. */
export type User = { readonly sub: string; readonly username: string; readonly name: string; readonly email: string };

/** Somebody to be written; the same username again changes the rest and keeps the subject. */
export type NewUser = Omit<User, "sub"> & { readonly password: string };

export type Users = {
  /** Throws where the username or the password is too short. */
  readonly put: (user: NewUser) => Promise<User>;
  readonly list: () => readonly User[];
  readonly find: (sub: string) => User | undefined;
  /** The user, where the password is right. */
  readonly check: (username: string, password: string) => Promise<User | undefined>;
};

const userRow = z.object({ sub: z.string(), username: z.string(), name: z.string(), email: z.string() });
const hashRow = z.object({ salt: z.instanceof(Uint8Array), hash: z.instanceof(Uint8Array) });
const hashBytes = 32;
const minimumPassword = 8;

const schema = `
  CREATE TABLE IF NOT EXISTS user (
    sub TEXT PRIMARY KEY, username TEXT NOT NULL UNIQUE COLLATE NOCASE, salt BLOB NOT NULL, hash BLOB NOT NULL, name TEXT NOT NULL,
    email TEXT NOT NULL
  ) STRICT;
`;

/** The users in the identity's database; passwords are kept as scrypt hashes (N 16384, r 8, p 1). */
export function openUsers(database: DatabaseSync): Users {
  database.exec(schema);
  const write = database.prepare(`
    INSERT INTO user (sub, username, salt, hash, name, email) VALUES (:sub, :username, :salt, :hash, :name, :email)
    ON CONFLICT (username) DO UPDATE SET salt = :salt, hash = :hash, name = :name, email = :email
    RETURNING sub, username, name, email`);
  const readAll = database.prepare("SELECT sub, username, name, email FROM user ORDER BY username");
  const readOne = database.prepare("SELECT sub, username, name, email FROM user WHERE sub = ?");
  const readByName = database.prepare("SELECT sub, username, name, email, salt, hash FROM user WHERE username = ?");
  // So that an unknown name takes as long as a wrong password.
  const nobody = { salt: randomBytes(16), hash: randomBytes(hashBytes) };
  return {
    put: async ({ username, password, name, email }) => {
      if (username.trim() === "") throw new Error("A user needs a username.");
      if (password.length < minimumPassword) throw new Error(`A password needs ${minimumPassword} characters or more.`);
      const salt = randomBytes(16);
      const hash = hashPassword(password, salt);
      return userRow.parse(write.get({ sub: randomUUID(), username: username.trim(), salt, hash, name, email }));
    },
    list: () => readAll.all().map((row) => userRow.parse(row)),
    find: (sub) => {
      const row = readOne.get(sub);
      return row === undefined ? undefined : userRow.parse(row);
    },
    check: async (username, password) => {
      const row = readByName.get(username.trim());
      const { salt, hash } = row === undefined ? nobody : hashRow.parse(row);
      const right = timingSafeEqual(hashPassword(password, salt), hash);
      return right && row !== undefined ? userRow.parse(row) : undefined;
    },
  };
}

/**
 * Holds up the host for a moment, on purpose: a hash works on 16 MB, and each thread of Node's pool that has ever made one would
 * keep them.
 */
const hashPassword = (password: string, salt: Uint8Array): Buffer => scryptSync(password.normalize("NFKC"), salt, hashBytes);
