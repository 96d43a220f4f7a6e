import { routes } from "../../shared/api/routes.ts";
import { approveShortlist } from "../../shared/commands/placements/approve-shortlist.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.approveShortlist, approveShortlist);
