/** The seats that were opened under an agreement, and how many of them are filled, as a picture with its table. */
import { Link } from "@tanstack/react-router";
import { formatDate } from "../../../../shared/domain/calendar/format.ts";
import { target } from "../../../../shared/pictures/target.ts";
import type { Answer } from "../../api/client.ts";
import { FittedPicture } from "../../parts/picture.tsx";
import { Empty } from "../../parts/states.tsx";
import { language } from "../../words/language.ts";
import { agreementWords } from "./words.ts";

type Vacancies = Answer<"readAgreement">["vacancies"];
type Props = { readonly vacancies: Vacancies };

const sum = (all: readonly number[]): number => all.reduce((before, one) => before + one, 0);

export function Delivered({ vacancies }: Props) {
  const words = agreementWords.use();
  if (vacancies.length === 0)
    return (
      <Empty title={words.nothingPromised}>
        <p>{words.nothingPromisedNext}</p>
      </Empty>
    );
  const pledges = vacancies.map(({ title, seats, seatsFree }) => ({
    name: title,
    promised: seats,
    delivered: seats - seatsFree,
  }));
  const total = {
    name: words.total,
    promised: sum(pledges.map(({ promised }) => promised)),
    delivered: sum(pledges.map(({ delivered }) => delivered)),
  };
  return (
    <>
      <FittedPicture
        wideFrom={512}
        draw={(layout) =>
          target(
            { language: language(), title: words.promised, width: layout === "wide" ? 512 : 292 },
            pledges.length > 1 ? [total, ...pledges] : pledges,
          )
        }
      />
      <ul>
        {vacancies.map(({ id, title, validUntil }) => (
          <li key={id} class="row two inside">
            <Link class="name" to="/lowongan/$id" params={{ id }}>
              {title}
            </Link>
            <span class="small quiet">{words.until(formatDate(validUntil, language()))}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
