import * as innerFunctions from "../../shared/api/inner-functions.ts";
import { sweepOutbox } from "../../shared/commands/relay/sweep.ts";
import { relayFunctionDeps } from "../../shared/runtime/relay.ts";

const deps = relayFunctionDeps(innerFunctions.sweepOutbox);

export const handler = () => sweepOutbox(deps());
