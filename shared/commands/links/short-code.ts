/** Opens a link by its short code. */
import type { routes } from "../../api/routes.ts";
import { refusal } from "../../domain/errors.ts";
import { codeHash } from "../process/link-code.ts";
import type { OpenCommand } from "../request.ts";
import { mostCodesTried, noteWrong, triesFrom } from "./tries.ts";

/**
 * Gives whoever typed a link's code the link itself. Errors: LINK_INVALID for a code that is of no link; TOO_MANY_TRIES where so
 * many wrong ones came from one address within an hour.
 */
export const openByCode: OpenCommand<typeof routes.openByCode> = async (deps, { body, from }) => {
  if ((await triesFrom(deps, from)) >= mostCodesTried) throw refusal("TOO_MANY_TRIES");
  const linkId = await deps.store.links.byCode(codeHash(body.code));
  const link = linkId === undefined ? undefined : await deps.store.links.link(linkId);
  if (!link) {
    await noteWrong(deps, { from });
    throw refusal("LINK_INVALID", [{ code: "link.code-unknown", path: "code" }]);
  }
  return { linkId: link.id, secret: await deps.keys.linkSecret(link.id, link.rev) };
};
