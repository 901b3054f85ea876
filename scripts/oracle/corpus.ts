// The workbooks that are asked of the product: the examples, those of the tests, and an invented region.
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { definitionOf, inventRegion } from "../region/region";
import { workbookOf } from "../region/region-workbook";

export interface Given {
  /** Path of an .xlsx file. */
  readonly workbook: string;
  /** Path of its definition; left out where the workbook or the product has it. */
  readonly contrat?: string;
}

const root = fileURLToPath(new URL("../../", import.meta.url));

/** `folder` is where the region is written. */
export function readCorpus(folder: string, region: number): readonly Given[] {
  mkdirSync(folder, { recursive: true });
  const kept = ["exemples", "tests/fixtures"].flatMap((place) =>
    readdirSync(join(root, place))
      .filter((name) => name.endsWith(".xlsx"))
      .map((name): Given => ({ workbook: join(root, place, name) })),
  );
  const invented = inventRegion(region).map((contract): Given => {
    const [workbook, contrat] = [join(folder, `${contract.nom}.xlsx`), join(folder, `${contract.nom}.json`)];
    writeFileSync(workbook, workbookOf(contract));
    writeFileSync(contrat, JSON.stringify(definitionOf(contract)));
    return { workbook, contrat };
  });
  return [...kept, ...invented];
}
