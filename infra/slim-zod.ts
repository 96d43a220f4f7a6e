/**
 * Leaves out of the bundles how zod turns schemas into JSON Schema: no function does, since the API document is made when they
 * are built. It is a fifth of zod, and each kind of schema holds on to its part. And its English sentences: whatever a schema of
 * ours finds is told by a code, for which we have the words (`shared/domain/issues.ts`).
 */
import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

/** One statement for each kind of schema; the parts of `json-schema-processors.js` hang on nothing else. */
const processing = /^ *inst\._zod\.processJSONSchema = [^\n]*;$/gm;
const maker = "return createToJSONSchemaMethod(this, {})(params);";
const standard = /createStandardJSONSchemaMethod\([^)]*\)/g;
const refusal = "JSON Schema is not part of this bundle: see infra/slim-zod.ts";

export const slimZod: Plugin = {
  name: "slim-zod",
  setup({ onLoad }) {
    onLoad({ filter: /zod[\\/]v4[\\/]classic[\\/]schemas\.js$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      // A zod that is written otherwise would silently come whole again, or worse, in part.
      if (source.match(processing) === null || source.split(maker).length !== 2)
        return { errors: [{ text: `${path} is not written as infra/slim-zod.ts expects it` }] };
      const contents = source
        .replace(processing, "")
        .replace(maker, `throw new Error(${JSON.stringify(refusal)});`)
        .replace(standard, "undefined");
      return { contents, loader: "js" };
    });
    onLoad({ filter: /zod[\\/]v4[\\/]locales[\\/]en\.js$/ }, () => ({
      contents: 'export default () => ({ localeError: () => "Invalid input" });',
    }));
  },
};
