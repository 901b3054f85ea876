// Every figure is somewhere: cells added anywhere, under any words, are read, or named, or left aside with a reason; none vanishes.
import fc, { check, runs } from "../seeded";
import { expect, test } from "vitest";
import type { RawBlock, RawSheet, RawWorkbook } from "../../src/core/workbook-port";
import type { CellValue } from "xlsx-model/plan";
import { verify } from "../../src/core/verify";
import { accountsOf, vanished } from "./account";
import { cleanContent } from "./content";
import { contracts } from "./contracts";
import { showWorkbook } from "./show-workbook";
import { EARLY } from "./slips/slip";
import { workbookLayouts, writeWorkbook } from "./workbook-layout";

/** Words that once made a column vanish, words of every kind of heading, and words that nobody knows. */
const WORDS = [
  ...[
    "Durée",
    "Mois",
    "Total sur la durée",
    "Contrôle",
    "Ordre",
    "Nombre",
    "Priorités",
    "Évolution",
    "Taux",
    "% du total",
  ],
  ...[
    "Écart",
    "N°",
    "Code",
    "Effectif",
    "Nombre d’ETP",
    "Jours",
    "Commentaire",
    "Observations",
    "Vérification",
    "Delta",
  ],
  ...[
    "Divers",
    "Xylophone",
    "Complément",
    "État",
    "Montant",
    "Total",
    "Rappel",
    "Simulation",
    "Variation",
    "Axe",
    "Action",
  ],
] as const;

const PLACES = ["right", "beyond a gap", "under", "below a gap", "hole", "elsewhere"] as const;

const additions = fc.record({
  where: fc.constantFrom(...PLACES),
  isWhole: fc.boolean(),
  words: fc.oneof(fc.constantFrom(...WORDS), fc.string({ minLength: 1, maxLength: 12 })),
  /** More than any amount of the contracts: in no unit and no place it says again what a table says. */
  amount: fc.integer({ min: 900_001, max: 990_000 }).map((euros) => euros + 0.37),
  at: fc.nat({ max: 500 }),
});

type Addition = typeof additions extends fc.Arbitrary<infer Value> ? Value : never;
type Cell = readonly [row: number, column: number, value: CellValue];
type Values = RawBlock["values"];

const isNumber = (value: CellValue | undefined): boolean => typeof value === "number";

/** The figures to add and the words with them; none where the sheet leaves no room. */
function cellsOf(values: Values, { where, isWhole, words, amount, at }: Addition): readonly Cell[] {
  const rows = values.flatMap((row, index) =>
    row.filter(isNumber).length > 1 && row.some((value) => typeof value === "string") ? [index] : [],
  );
  const [first = 0] = rows;
  const last = values[rows.at(-1) ?? 0] ?? [];
  const width = values[0]?.length ?? 0;
  const some = (all: readonly Cell[]): readonly Cell[] =>
    isWhole ? all : all.slice(at % (all.length || 1)).slice(0, 1);
  if (rows.length === 0) return [];
  if (where === "hole") {
    const holes = rows.flatMap((row) =>
      Array.from({ length: width }, (_, column): Cell => [row, column, amount]).filter(
        ([, column]) => (values[row]?.[column] ?? null) === null,
      ),
    );
    return holes.slice(at % (holes.length || 1)).slice(0, 1);
  }
  if (where === "right" || where === "beyond a gap") {
    const column = width + (where === "right" ? 0 : 1);
    return [[Math.max(0, first - 1), column, words], ...some(rows.map((row) => [row, column, amount]))];
  }
  const row = values.length + (where === "under" ? 0 : 1);
  const label = last.findIndex((value) => typeof value === "string");
  const figures = last.flatMap((value, column): Cell[] =>
    isNumber(value) && column !== label ? [[row, column, amount]] : [],
  );
  return [[row, Math.max(0, label), words], ...some(figures)];
}

function withCells(block: RawBlock, cells: readonly Cell[]): RawBlock {
  const height = Math.max(block.values.length, ...cells.map(([row]) => row + 1));
  const width = Math.max(block.values[0]?.length ?? 0, ...cells.map(([, column]) => column + 1));
  const fill = <Value>(grid: readonly (readonly Value[])[], empty: Value): Value[][] =>
    Array.from({ length: height }, (_, row) =>
      Array.from({ length: width }, (__, column) => grid[row]?.[column] ?? empty),
    );
  const values = fill<CellValue>(block.values, null);
  for (const [row, column, value] of cells) (values[row] ?? [])[column] = value;
  return {
    ...block,
    values,
    formulas: fill(block.formulas, null),
    numberFormats: fill(block.numberFormats, "General"),
  };
}

const EMPTY: RawBlock = { row: 0, column: 0, values: [], formulas: [], numberFormats: [] };

function add(
  raw: RawWorkbook,
  addition: Addition,
): { readonly raw: RawWorkbook; readonly sheet: string; readonly cells: readonly Cell[] } | null {
  const { where, words, amount, at } = addition;
  const sheets = raw.sheets.filter(({ resultSheet, blocks }) => resultSheet === null && blocks.length > 0);
  const model = sheets[at % sheets.length];
  const [block] = model?.blocks ?? [];
  if (!model || !block) return null;
  const isElsewhere = where === "elsewhere";
  // Beside words of the contract: alone on a sheet of its own, nothing says that a figure has to do with it.
  const cells: readonly Cell[] = isElsewhere
    ? [
        [0, 0, "Montants 2025"],
        [1, 0, words],
        [1, 1, amount],
      ]
    : cellsOf(block.values, addition);
  const sheet: RawSheet = {
    ...model,
    ...(isElsewhere && { id: "elsewhere", name: "Feuil99" }),
    blocks: [withCells(isElsewhere ? EMPTY : block, cells)],
  };
  const others = isElsewhere ? raw.sheets : raw.sheets.filter((one) => one !== model);
  return {
    raw: { ...raw, sheets: [...others, sheet] },
    sheet: sheet.name,
    cells: cells.filter(([, , value]) => value === amount),
  };
}

test("figures added anywhere, under any words, are read or told, and nothing that they could change is said to be kept", () => {
  const tried = { read: 0, unread: 0 };
  check(
    runs(60, 140),
    fc.property(contracts, workbookLayouts, additions, (convention, layout, addition) => {
      const content = { ...cleanContent(convention, EARLY), execution: null };
      const made = add(writeWorkbook(content, layout).raw, addition);
      if (!made || made.cells.length === 0) return;
      const { verification, dossier } = verify(made.raw, convention, EARLY);
      const accounts = accountsOf(dossier, verification);
      const unread = made.cells.filter(([row, column]) => !accounts.isRead({ sheet: made.sheet, row, column }));
      const lost = vanished(made.raw, accounts);
      const said = () =>
        [
          JSON.stringify(addition),
          showWorkbook(made.raw),
          JSON.stringify([verification.unread, verification.leftAside], null, 1),
        ].join("\n");
      if (lost.length > 0) throw new Error(`${lost.join(" ")} vanished\n${said()}`);
      tried[unread.length > 0 ? "unread" : "read"] += 1;
      if (unread.length > 0 && verification.verdict.state === "conforming") throw new Error(`conforming\n${said()}`);
    }),
  );
  expect(tried.unread).toBeGreaterThan(20);
});
