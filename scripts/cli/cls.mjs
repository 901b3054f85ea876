// Runs the built command line from the sources; builds it first where it is not there or older than them.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const ROOT = new URL("../../", import.meta.url).pathname;
const BUILT = join(ROOT, "dist/cli/cls.mjs");

function isNewer(path, built) {
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs > built;
  // A file that went, or was renamed, shows in its folder.
  return status.mtimeMs > built || readdirSync(path).some((name) => isNewer(join(path, name), built));
}

const built = statSync(BUILT, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const sources = [
  "src/core",
  "src/contracts",
  "src/usecases",
  "src/files",
  "packages/xlsx-model/src",
  "src/documents",
  "src/report",
  "src/word",
  "src/cli",
];
const others = ["scripts/cli", "package.json", "package-lock.json"];
if ([...sources, ...others].some((path) => isNewer(join(ROOT, path), built))) {
  const { buildCli } = await import("./build-cli.mjs");
  await buildCli();
}
await import(BUILT);
