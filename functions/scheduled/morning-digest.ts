import * as innerFunctions from "../../shared/api/inner-functions.ts";
import { orderDigests } from "../../shared/commands/offices/morning-digest.ts";
import { functionDeps } from "../../shared/runtime/deps.ts";

const deps = functionDeps(innerFunctions.morningDigest);

export const handler = () => orderDigests(deps());
