// Runs before everything: an optional dependency may have been skipped, and an older Node cannot even read the rest.
const [major] = process.versions.node.split(".").map(Number);
if (major < 24) {
  console.error(
    `Titian needs Node 24 and this is ${process.version}. \`npm ci\` brings Node 24 with it on Linux (x64, arm64); if its optional\n` +
      "dependencies were left out, run `npm ci --include=optional`, or install Node 24 and put it first on the PATH.",
  );
  process.exit(1);
}
