/** On a phone: the rooms that the bar at the foot has no place for. */
import { Link } from "@tanstack/react-router";
import { may, useMe } from "../../shell/me.ts";
import { rooms } from "../../shell/menu.ts";
import { shellWords } from "../../shell/words.ts";

export function More() {
  const words = shellWords.use();
  const me = useMe();
  return (
    <div class="stack">
      <h1>{words.more}</h1>
      <ul class="list">
        {rooms
          .filter(({ needs, inBar }) => !inBar && may(me, needs))
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
