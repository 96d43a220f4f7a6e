import { sweepOutbox } from "../../shared/commands/relay/sweep.ts";
import { relayFunctionDeps } from "../../shared/runtime/relay.ts";

export const handler = () => sweepOutbox(relayFunctionDeps());
