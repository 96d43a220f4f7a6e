/** What is said above clients who are offered where nobody was found. */
import { clientsWords } from "./words.ts";

/** Nobody is called what was typed: those below have a name that is it but for a slip. */
export function Near({ q }: { readonly q: string }) {
  const words = clientsWords.use();
  return (
    <p class="near" role="status">
      {words.noneFound(q)}. <strong>{words.near}</strong>
    </p>
  );
}
