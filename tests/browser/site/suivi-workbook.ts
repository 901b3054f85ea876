// A follow-up as an office keeps it, four years in one table, in words of its own: « BP 2024 Etat », « Reliquat », « CCAS ».
import { contratIntegre } from "../../../src/contracts/built-in";
import { contractAmount } from "../../../src/core/contract/in-force/contract-amounts";
import { openXlsx } from "xlsx-model/open-xlsx";
import { compliantFile, type WorkbookFile } from "./workbooks";

const YEARS = [2024, 2025, 2026, 2027] as const;
const TOP = 2;

type Cells = readonly (string | number | null)[];

const euros = (centimes: number): number => centimes / 100;

/** Two amounts of 2026 were revised; what is left of 2024 stands beside its year. */
function rowOf(
  label: string,
  at: number | null,
  amounts: (year: number, part: "etat" | "collectivite") => number,
): Cells {
  return [
    label,
    ...YEARS.flatMap((year): Cells => {
      const revised = year === 2026 && (at === 0 || at === 4) ? 1_000 : 0;
      const [etat, local] = [amounts(year, "etat") + revised, amounts(year, "collectivite")];
      const left = year === 2024 ? [at === null ? null : ([1_200, 0, 3_450, 0, 5_120, 0, 640, 0][at % 8] ?? 0)] : [];
      return [etat + local, etat, local, ...left];
    }),
  ];
}

function rows(): readonly Cells[] {
  const heads = YEARS.flatMap((year): Cells => [
    `Total ${year}`,
    year === 2026 ? "BP 2026 Etat révisé" : `BP ${year} Etat`,
    `Métropole ${year}`,
    ...(year === 2024 ? ["Reliquat"] : []),
  ]);
  const actions = contratIntegre.actions.map((action, at) =>
    rowOf(`${action.numero} ${action.intitule}`, at, (year, part) => euros(contractAmount(action, year, part))),
  );
  const total: Cells = [
    "TOTAL",
    ...heads.map((_, column) => actions.reduce((sum, row) => sum + Number(row[column + 1] ?? 0), 0)),
  ];
  return [["Actions", ...heads], ...actions, rowOf("CCAS", null, (year) => (year < 2027 ? 10_000 : 12_000)), total];
}

/** The compliant workbook with that follow-up in the place of its budget table. */
export function suiviFile(): WorkbookFile {
  const file = compliantFile();
  const name = "suivi-cls.xlsx";
  const model = openXlsx(new Uint8Array(file.buffer), name);
  const [budget] = model.sheets;
  if (!budget) throw new Error("no budget table");
  const sheet = model.addSheet("Suivi CLS");
  const table = rows();
  table.forEach((cells, row) =>
    cells.forEach((value, column) => sheet.setContent(TOP + row, column, { value, formula: null })),
  );
  const right = (table[0]?.length ?? 1) - 1;
  const figures = { top: TOP + 1, bottom: TOP + table.length - 1, left: 1, right };
  sheet.setStyle(figures, { numberFormat: "#,##0" });
  sheet.setColumnWidth(0, 26);
  sheet.setColumnWidth(1, 13, right);
  model.moveSheet(sheet.id, 0);
  model.removeSheet(budget.id);
  return { ...file, name, buffer: Buffer.from(model.save()) };
}
