import { orderReconciliation } from "../../shared/commands/relay/reconcile.ts";
import { functionDeps } from "../../shared/runtime/deps.ts";

export const handler = () => orderReconciliation(functionDeps());
