// Makes the example workbooks of exemples/, the same bytes each time; `--check` fails when a committed one differs.
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { makeCompliant, makeExample, makeExecuted } from "./example/example-workbooks";
import { writeOrCheck } from "./write-or-check";

const folder = fileURLToPath(new URL("../exemples/", import.meta.url));

mkdirSync(folder, { recursive: true });
for (const workbook of [await makeExample(), await makeCompliant(), await makeExecuted()]) {
  writeOrCheck(folder + workbook.name, workbook.save());
}
