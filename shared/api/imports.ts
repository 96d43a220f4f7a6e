/** Shapes of what is brought in from elsewhere; they stand with the rules, since what reads a file on a desk speaks them too. */
export { clientsInput, lineResults } from "../domain/clients/import/lines.ts";
export { postingResults, postingsInput } from "../domain/vacancies/import/posting.ts";
