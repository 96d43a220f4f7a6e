/** What names and inputs must be. */
import { ApiError, isOverPayloadLimit } from "./errors.ts";
import { parseJson } from "./json.ts";

// biome-ignore lint/suspicious/noControlCharactersInRegex: AWS forbids control characters in names.
const forbiddenInNames = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f]/;

/** A name of a machine or an execution. @throws ApiError InvalidName */
export function checkName(name: string): string {
  if (name.length < 1 || name.length > 80 || forbiddenInNames.test(name))
    throw new ApiError("InvalidName", `Invalid Name: '${name}'`);
  return name;
}

/** The input of an execution. @throws ApiError InvalidExecutionInput, ValidationException */
export function checkInput(input: string): string {
  if (isOverPayloadLimit(input)) {
    throw new ApiError(
      "ValidationException",
      "1 validation error detected: Value at 'input' failed to satisfy constraint: Member must have length less than or equal to 262144",
    );
  }
  try {
    parseJson(input);
  } catch (thrown) {
    const why = input === "" ? "Invalid execution input." : thrown instanceof Error ? thrown.message : String(thrown);
    throw new ApiError("InvalidExecutionInput", `Invalid State Machine Execution Input: '${why}'`);
  }
  return input;
}
