import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ensureSynthesised, hashSources } from "../../infra/synth.ts";

/** A project of its own whose app writes a file, and counts how often it ran. */
function makeProject(): string {
  const project = mkdtempSync(join(tmpdir(), "titian-synth-"));
  for (const folder of ["infra", "functions/http", "shared", "web/link"]) mkdirSync(join(project, folder), { recursive: true });
  writeFileSync(join(project, "package-lock.json"), "{}");
  writeFileSync(join(project, "cdk.json"), "{}");
  writeFileSync(join(project, "functions/http/one.ts"), "1");
  writeFileSync(
    join(project, "infra/app.ts"),
    `import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
     const out = process.env.CDK_OUTDIR;
     const content = readFileSync("functions/http/one.ts", "utf8");
     appendFileSync("runs", ".");
     if (content === "broken") throw new Error("The source is broken");
     mkdirSync(out + "/asset." + content, { recursive: true });
     writeFileSync(out + "/asset." + content + "/index.js", content);
     writeFileSync(out + "/manifest.json", content);`,
  );
  return project;
}

const project = makeProject();
afterAll(() => rmSync(project, { recursive: true, force: true }));
const write = (content: string) => writeFileSync(join(project, "functions/http/one.ts"), content);
const runs = () => readFileSync(join(project, "runs"), "utf8").length;
const manifest = () => readFileSync(join(project, "cdk.out/manifest.json"), "utf8");

test("synthesises the first time, then only when a source has changed, and never twice at once", async () => {
  expect(await ensureSynthesised(project)).toMatchObject({ cdkOut: join(project, "cdk.out"), fresh: true });
  expect(await ensureSynthesised(project)).toMatchObject({ fresh: false });
  expect(runs()).toBe(1);

  write("2");
  const [one, other] = await Promise.all([ensureSynthesised(project), ensureSynthesised(project)]);
  expect(one).toBe(other);
  expect(runs()).toBe(2);
  expect(manifest()).toBe("2");
  expect(existsSync(join(project, "cdk.out/asset.1/index.js")), "a cloud that still runs on the last bundles keeps them").toBe(
    true,
  );
});

test("leaves what was there when the synthesis fails, says why, and tries again", async () => {
  write("broken");
  await expect(ensureSynthesised(project)).rejects.toThrow("The source is broken");
  expect(manifest()).toBe("2");
  await expect(ensureSynthesised(project)).rejects.toThrow("The source is broken");
  write("3");
  expect(await ensureSynthesised(project)).toMatchObject({ fresh: true });
  expect(manifest()).toBe("3");
});

test("knows a source by its name and content, wherever the project lies", async () => {
  const before = await hashSources(project);
  const copy = `${project}-copy`;
  cpSync(project, copy, { recursive: true });
  try {
    expect(await hashSources(copy)).toBe(before);
    cpSync(join(copy, "functions/http/one.ts"), join(copy, "functions/http/other.ts"));
    expect(await hashSources(copy)).not.toBe(before);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});
