// Whether a result sheet still says what we wrote on it, and nothing else: words of somebody's are not written over unasked.
import { hash } from "../../reports/proces-verbal/empreinte";
import type { CellValue, PlannedCell, RawSheet, SheetPlan } from "../../workbook-port";

const LABEL = "Empreinte du texte\u00a0: ";
const DIGITS = 16;
const MARK = new RegExp(`^${LABEL}([0-9a-f]{${DIGITS}})$`);

/** Excel keeps fifteen digits, and line breaks its own way. */
const plain = (value: CellValue): string =>
  typeof value === "number" ? `${Number(value.toPrecision(15))}` : String(value).replaceAll("\r", "");

const isSaid = (value: CellValue): boolean => value !== null && value !== "";

/** What is typed, in order, and how many formulas stand there: what they come to changes with other cells. */
const digest = (typed: readonly string[], formulas: number): string =>
  hash(JSON.stringify([typed, formulas])).slice(0, DIGITS);

function digestOf(cells: readonly (readonly PlannedCell[])[]): string {
  const all = cells.flat();
  const typed = all.flatMap(({ value, formula }) => (formula === undefined && isSaid(value) ? [plain(value)] : []));
  return digest(typed, all.filter(({ formula }) => formula !== undefined).length);
}

/** With a hidden column more, where the sheet keeps what it said. */
export function withOwnWords(plan: SheetPlan): SheetPlan {
  const { cells, columnWidths, hiddenColumns = [] } = plan;
  const mark = `${LABEL}${digestOf(cells)}`;
  return {
    ...plan,
    cells: cells.map((row, index) => [...row, { value: index === 0 ? mark : null }]),
    columnWidths: [...columnWidths, 4],
    hiddenColumns: [...hiddenColumns, columnWidths.length],
  };
}

/** Of a sheet that we wrote so: whether nobody typed on it since. */
export function saysOwnWords({ blocks }: Pick<RawSheet, "blocks">): boolean {
  let mark: string | undefined;
  let formulas = 0;
  const typed: string[] = [];
  const rows = new Map<number, { readonly column: number; readonly values: readonly string[] }[]>();
  for (const { row, column, values, formulas: ofBlock } of blocks) {
    values.forEach((line, index) => {
      const said: string[] = [];
      line.forEach((value, at) => {
        if (typeof ofBlock[index]?.[at] === "string") formulas += 1;
        else if (isSaid(value)) {
          const own = MARK.exec(plain(value));
          if (own) mark = own[1];
          else said.push(plain(value));
        }
      });
      const known = rows.get(row + index) ?? [];
      known.push({ column, values: said });
      rows.set(row + index, known);
    });
  }
  for (const row of [...rows.keys()].sort((one, other) => one - other)) {
    const pieces = rows.get(row) ?? [];
    for (const { values } of pieces.sort((one, other) => one.column - other.column)) typed.push(...values);
  }
  return mark === digest(typed, formulas);
}
