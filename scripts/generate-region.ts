// Writes a folder of invented contracts, workbooks and definitions: `tsx scripts/generate-region.ts DOSSIER [116]`.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { definitionOf, inventRegion } from "./region/region";
import { workbookOf } from "./region/region-workbook";

const [folder = "", count = "116"] = process.argv.slice(2);
if (folder === "") throw new Error("usage: tsx scripts/generate-region.ts FOLDER [COUNT]");
mkdirSync(join(folder, "classeurs"), { recursive: true });
mkdirSync(join(folder, "contrats"), { recursive: true });
for (const contract of inventRegion(Number(count))) {
  writeFileSync(join(folder, "classeurs", `${contract.nom}.xlsx`), workbookOf(contract));
  writeFileSync(join(folder, "contrats", `${contract.nom}.json`), JSON.stringify(definitionOf(contract), null, 2));
}
