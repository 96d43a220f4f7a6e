/** Who is signed in, with what their role may do. */
import { createContext, useContext } from "react";
import type { Action } from "../../../shared/domain/offices/access-policy.ts";
import type { Answer } from "../api/client.ts";

export type Me = Answer<"readMe">;

/** Given by the shell, which reads it once: a room has hundreds of places that look at it. */
export const MeContext = createContext<Me | undefined>(undefined);

export const useMe = (): Me | undefined => useContext(MeContext);

export const may = (me: Me | undefined, action: Action): boolean => me?.actions.includes(action) ?? false;
