/** On a phone: the rooms that the bar at the foot has no place for, who is signed in, and the way out. */

import { Link } from "@tanstack/react-router";
import { roleWords } from "../../../../shared/messages/role-words.ts";
import { useTitle } from "../../parts/use-title.ts";
import { may, useMe } from "../../shell/me.ts";
import { barOf, rooms } from "../../shell/menu.ts";
import { SignOut } from "../../shell/sign-out.tsx";
import { shellWords } from "../../shell/words.ts";
import { said } from "../../words/language.ts";

export function More() {
  const words = shellWords.use();
  const me = useMe();
  const own = rooms.filter(({ needs }) => may(me, needs));
  const bar = barOf(own);
  useTitle(words.more);
  return (
    <div class="stack">
      <h1>{words.more}</h1>
      {me && (
        <div class="card heading">
          <p>
            <strong>{me.name}</strong>
            <br />
            {said(roleWords[me.role])}
            <br />
            <span class="quiet">{me.office.name}</span>
          </p>
          <SignOut />
        </div>
      )}
      <ul class="list">
        {own
          .filter((room) => !bar.includes(room))
          .map(({ name, path }) => (
            <li key={name}>
              <Link className="row name" to={path}>
                {words.rooms[name]}
              </Link>
            </li>
          ))}
      </ul>
    </div>
  );
}
