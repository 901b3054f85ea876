// No cell of a recognised workbook is passed over: another figure, or another word, changes what the verification says, but where this page says why not.
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { formatLocalCell } from "xlsx-model/local-cell";
import { verify } from "../../src/core/verify";
import type { RawBlock, RawWorkbook } from "../../src/core/workbook-port";
import type { CellValue } from "xlsx-model/plan";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { insertAnnexe } from "../../src/usecases/insert-annexe";

const AS_OF = "2026-11-24";

/** What may be another without any rule having a word to say, and why. */
const PASSED_OVER: readonly (readonly [what: string, cells: RegExp])[] = [
  ["an achieved value that is still above its target", /^Indicateurs!(?:H|I)\d+=\d/],
  [
    "the headings of columns that are known by what they hold",
    /^(?:Tableau budgétaire!A1|Indicateurs![AB]1|Exécution!A3)=/,
  ],
  ["the heading of reasons where none is given", /^Exécution![EI]4=Justification$/],
  ["titles and instructions", /^Contrat!A(?:1|2|32|40|59|85|110|163)=/],
  ["other names under which the agents' sheets are read", /^Contrat!(?:D(?:4[1-8]|8[6-9]|9[0-6])|F60)=/],
  ["headings of columns of the contract's sheet that hold nothing", /^Contrat!(?:A74|D74|N99|C164)=/],
  [
    "where each value comes from: the seal tells it, and the sheet says that nothing typed there counts",
    /^Contrat![A-O]1(?:1[1-9]|[2-5]\d|60)=/,
  ],
  [
    "what goes with a date that the contract leaves open",
    /^Contrat!(?:A(?:87|88|89|90|92|93|95)|B(?:88|90)|C(?:92|93|95))=/,
  ],
  ["titles and headings of the list of deadlines", /^Échéancier!(?:A[123]|B5|[EFH]5)=/],
  ["the article of a deadline, which its name tells", /^Échéancier!B\d+=[\d.]+$/],
  ["titles and headings of the annexe", /^'Imputation des crédits'!(?:A(?:1|2|3|5|12)|[HJL]5)=/],
  ["an axe that its code tells", /^'Imputation des crédits'!A[6-9]=/],
  ["labels of bank details that « Contrat » gives as well", /^'Imputation des crédits'!A1[3-9]=/],
  ["holder, domicile and officers: no rule compares words for a person", /^'Imputation des crédits'!B1[3489]=/],
  [
    "titles and labels of a fiche that its sheet's name and its other fields tell",
    /^'Fiche action 2'!A(?:1|2|3|5|6|7|8|9|11)=/,
  ],
  ["fields of a fiche that only have to be filled in", /^'Fiche action 2'!B(?:8|13|16|17|18)=/],
];

async function workbook(): Promise<RawWorkbook> {
  const file = path.join(import.meta.dirname, "../../exemples/classeur-conforme.xlsx");
  const { port } = openFileWorkbook(readFileSync(file), "classeur.xlsx");
  const annexes = [{ kind: "imputation" }, { kind: "echeancier" }, { kind: "fiches", action: 2 }] as const;
  await insertAnnexe(port, contratIntegre, AS_OF, annexes);
  return filled(await port.read());
}

/** An effect, a clause and a deliberation, which the example's register leaves empty. */
function filled(raw: RawWorkbook): RawWorkbook {
  const line = ["01/01/2025", "Article 2", "ferme", "05/11/2024"];
  const sheets = raw.sheets.map((sheet) => {
    if (sheet.resultSheet !== "contrat") return sheet;
    const [block, ...others] = sheet.blocks;
    if (!block || others.length > 0) throw new Error("« Contrat » is one block");
    const row = block.values.findIndex(([first]) => first === "Avenant n°") + 1;
    const column = block.values[row - 1]?.indexOf("Prend effet le") ?? -1;
    return { ...sheet, blocks: [line.reduce((all, value, index) => put(all, row, column + index, value), block)] };
  });
  return { ...raw, sheets };
}

const isAgents = ({ resultSheet }: RawWorkbook["sheets"][number]): boolean =>
  resultSheet === null || resultSheet === "contrat";

const other = (value: CellValue): CellValue => (typeof value === "number" ? value + 1 : "Zorglub quantique");

const replace = <Item>(items: readonly Item[], at: number, by: Item): readonly Item[] =>
  items.map((item, index) => (index === at ? by : item));

/** Typed, where a formula stood. */
function put(block: RawBlock, row: number, column: number, value: CellValue): RawBlock {
  const at = <Cell>(grid: readonly (readonly Cell[])[], cell: Cell) =>
    grid.map((cells, index) => (index === row ? replace(cells, column, cell) : cells));
  return { ...block, values: at(block.values, value), formulas: at(block.formulas, null) };
}

it("says another thing of each cell that is another", async () => {
  const raw = await workbook();
  const resultOf = (workbookRead: RawWorkbook): string =>
    JSON.stringify(verify(workbookRead, contratIntegre, AS_OF).verification);
  const before = resultOf(raw);
  let tried = 0;
  const silent: string[] = [];
  for (const [at, sheet] of raw.sheets.entries()) {
    if (!isAgents(sheet)) continue;
    for (const [index, block] of sheet.blocks.entries()) {
      for (const [row, values] of block.values.entries()) {
        for (const [column, value] of values.entries()) {
          if (value === null || typeof value === "boolean") continue;
          tried += 1;
          const blocks = replace(sheet.blocks, index, put(block, row, column, other(value)));
          const now = resultOf({ ...raw, sheets: replace(raw.sheets, at, { ...sheet, blocks }) });
          if (now !== before) continue;
          const name = /^\p{L}+(?: budgétaire)?$/u.test(sheet.name) ? sheet.name : `'${sheet.name}'`;
          silent.push(`${name}!${formatLocalCell(block.row + row, block.column + column)}=${value}`);
        }
      }
    }
  }
  expect(tried).toBeGreaterThan(700);
  expect(silent.filter((cell) => !PASSED_OVER.some(([, cells]) => cells.test(cell)))).toEqual([]);
  // What a rule has come to look at goes from the list.
  expect(PASSED_OVER.filter(([, cells]) => !silent.some((cell) => cells.test(cell)))).toEqual([]);
});
