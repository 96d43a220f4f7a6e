/** The seats that were opened under an agreement, and how many of them are filled, as a picture with its table. */
import { Link } from "@tanstack/react-router";
import { formatDate } from "../../../../shared/domain/calendar/format.ts";
import { target } from "../../../../shared/pictures/target.ts";
import type { Answer } from "../../api/client.ts";
import { FittedPicture } from "../../parts/picture.tsx";
import { Empty } from "../../parts/states.tsx";
import { language } from "../../words/language.ts";
import { agreementWords } from "./words.ts";

type Props = Pick<Answer<"readAgreement">, "vacancies" | "delivered"> & {
  readonly promised: Answer<"readAgreement">["agreement"]["promised"];
};

const sum = (all: readonly number[]): number => all.reduce((before, one) => before + one, 0);

export function Delivered({ vacancies, promised, delivered }: Props) {
  const words = agreementWords.use();
  const jobs = promised?.jobs;
  if (vacancies.length === 0 && jobs === undefined)
    return (
      <>
        <AlsoPromised promised={promised} delivered={delivered} />
        <Empty title={words.nothingPromised}>
          <p>{words.nothingPromisedNext}</p>
        </Empty>
      </>
    );
  const pledges = vacancies.map(({ title, seats, seatsFree }) => ({
    name: title,
    promised: seats,
    delivered: seats - seatsFree,
  }));
  const total = {
    name: jobs === undefined ? words.total : words.jobs,
    promised: jobs ?? sum(pledges.map((pledge) => pledge.promised)),
    delivered: delivered.jobs,
  };
  return (
    <>
      <FittedPicture
        wideFrom={512}
        draw={(layout) =>
          target(
            { language: language(), title: words.promised, width: layout === "wide" ? 512 : 292 },
            pledges.length > 1 || jobs !== undefined ? [total, ...pledges] : pledges,
          )
        }
      />
      <AlsoPromised promised={promised} delivered={delivered} />
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

/** Seats in trainings and certificates, promised and delivered, whether or not there are vacancies. */
function AlsoPromised({ promised, delivered }: Pick<Props, "promised" | "delivered">) {
  const words = agreementWords.use();
  const { trainingSeats, certificates } = promised ?? {};
  const lines = [
    (trainingSeats !== undefined || delivered.trainingSeats > 0) && words.seatsOf(delivered.trainingSeats, trainingSeats),
    (certificates !== undefined || delivered.certificates > 0) && words.certificatesOf(delivered.certificates, certificates),
  ].filter((line) => line !== false);
  return (
    lines.length > 0 && (
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    )
  );
}
