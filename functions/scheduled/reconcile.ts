import * as innerFunctions from "../../shared/api/inner-functions.ts";
import { orderReconciliation } from "../../shared/commands/relay/reconcile.ts";
import { functionDeps } from "../../shared/runtime/deps.ts";

const deps = functionDeps(innerFunctions.reconcile);

export const handler = () => orderReconciliation(deps());
