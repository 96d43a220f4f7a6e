/** One client of the list: who, with whom, how far, what is missing. */
import { Link } from "@tanstack/react-router";
import type { Answer } from "../../api/client.ts";
import { Icon } from "../../parts/icons.tsx";
import { Tag } from "../../parts/tag.tsx";
import type { Me } from "../../shell/me.ts";
import { clientsWords } from "./words.ts";

export type Client = Answer<"listClients">["items"][number];

const tones = { REGISTERED: "closed", CONSENTED: "others", CERTIFIED: "good" } as const;

export function ClientRow({ client, me }: { readonly client: Client; readonly me: Me }) {
  const words = clientsWords.use();
  const { id, fullName, registerNumber, nikLast4, officerId, officerName, status, suspended, openPlacement, missing } = client;
  const own = officerId === me.id;
  return (
    <li>
      <div class="row client" data-id={id}>
        <p class="who">
          <Link class="name whole" to="/klien/$id" params={{ id }}>
            {fullName}
          </Link>
          <small class="quiet">
            {[
              registerNumber ?? words.noRegister,
              nikLast4 && words.nik(nikLast4),
              (own || officerName) && words.officerIs(own ? words.you : (officerName ?? "")),
            ]
              .filter(Boolean)
              .join(" · ")}
          </small>
        </p>
        <p class="buttons">
          <Tag tone={tones[status]}>{words.statuses[status]}</Tag>
          {openPlacement && <Tag tone="others">{words.underWay}</Tag>}
          {client.refusedMatchingAt && <Tag tone="closed">{words.refused}</Tag>}
          {suspended && <Tag tone="late">{words.suspended}</Tag>}
        </p>
        <p class="small quiet">
          {missing.length === 0 ? words.complete : `${words.lacks}: ${missing.map((need) => words.needs[need]).join(", ")}`}
        </p>
        <span class="go" aria-hidden="true">
          {words.open}
          <Icon name="next" />
        </span>
      </div>
    </li>
  );
}

/** So many stand in one stretch: what is out of sight is left out of the work of drawing stretch by stretch. */
const stretch = 50;

export function ClientRows({ clients, me }: { readonly clients: readonly Client[]; readonly me: Me }) {
  const firsts = Array.from({ length: Math.ceil(clients.length / stretch) }, (_, at) => at * stretch);
  return (
    <>
      {firsts.map((first) => (
        <ul key={first} class="list clients">
          {clients.slice(first, first + stretch).map((client) => (
            <ClientRow key={client.id} client={client} me={me} />
          ))}
        </ul>
      ))}
    </>
  );
}
