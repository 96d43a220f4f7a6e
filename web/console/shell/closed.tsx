/** An address that is not for the role of who is signed in: it says so, and leads on to what is. */

import { Link, Navigate } from "@tanstack/react-router";
import { roleWords } from "../../../shared/messages/role-words.ts";
import { said } from "../words/language.ts";
import { type Me, may } from "./me.ts";
import { rooms } from "./menu.ts";
import { shellWords } from "./words.ts";

export function Closed({ me, path }: { readonly me: Me; readonly path: string }) {
  const words = shellWords.use();
  const first = rooms.find(({ needs }) => may(me, needs));
  // Everybody begins at the inbox; who has none begins at the first room that there is for them.
  if (path === "/kotak" && first) return <Navigate to={first.path} replace />;
  return (
    <div class="empty">
      <h1>{words.notYours}</h1>
      <p>{words.notYoursLead(said(roleWords[me.role]))}</p>
      {first && (
        <Link className="button" to={first.path}>
          {words.goTo(words.rooms[first.name])}
        </Link>
      )}
    </div>
  );
}
