/** Who is signed in, with what their role may do. */

import type { Action } from "../../../shared/domain/offices/access-policy.ts";
import type { Answer } from "../api/client.ts";
import { useRead } from "../api/read.ts";

export type Me = Answer<"readMe">;

export const useMe = (): Me | undefined => useRead("readMe").data;

export const may = (me: Me | undefined, action: Action): boolean => me?.actions.includes(action) ?? false;
