// Makes the example workbooks of exemples/, the same bytes each time; `--check` fails when a committed one differs.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { makeCompliant, makeExample, makeExecuted } from "./example/example-workbooks";

const folder = fileURLToPath(new URL("../exemples/", import.meta.url));

function isCommitted(path: string, bytes: Uint8Array): boolean {
  return existsSync(path) && readFileSync(path).equals(bytes);
}

const check = process.argv.includes("--check");
mkdirSync(folder, { recursive: true });
for (const workbook of [await makeExample(), await makeCompliant(), await makeExecuted()]) {
  const path = folder + workbook.name;
  const bytes = workbook.save();
  if (!check) {
    writeFileSync(path, bytes);
  } else if (!isCommitted(path, bytes)) {
    process.stderr.write(`exemples/${workbook.name} n’est pas à jour : lancez « npx tsx scripts/make-example.ts ».\n`);
    process.exitCode = 1;
  }
}
