import { routes } from "../../shared/api/routes.ts";
import { enrolParticipants } from "../../shared/commands/training/enrol-participants.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.enrolParticipants, enrolParticipants);
