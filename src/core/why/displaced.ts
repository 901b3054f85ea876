// Whether the amounts of the budget table are the contract's, one row or one column away from where they stand.
import { LAST_COLUMN } from "xlsx-model/cell-ref";
import { contractAmount } from "../contract/in-force/contract-amounts";
import type { Convention } from "../contract/convention";
import { setTo, type CorrectedFact } from "../facts/corrected-fact";
import type { MontantCell, TableauBudgetaire } from "../domain/dossier";
import { bandsOf, colonneOf } from "../facts/bands";
import type { YearFact } from "../facts/fact";
import { budgetTable } from "../facts/fact-tables";
import { shownIn } from "../facts/lecture";
import { addMontants, ZERO, type Montant } from "../domain/values/montant";

const SHIFTS = [
  { rows: 1, columns: 0, ou: "d’une ligne vers le bas" },
  { rows: -1, columns: 0, ou: "d’une ligne vers le haut" },
  { rows: 0, columns: 1, ou: "d’une colonne vers la droite" },
  { rows: 0, columns: -1, ou: "d’une colonne vers la gauche" },
] as const;
/** Fewer amounts may fit by chance. */
const LEAST = 3;

export interface Displaced {
  /** French: which way. */
  readonly ou: string;
  /** Every cell of the table as it would read once they are back in their place. */
  readonly corrections: readonly CorrectedFact[];
}

interface Placed {
  readonly cell: MontantCell;
  readonly expected: Montant;
  readonly isSum: boolean;
  /** One of the contract's own amounts. */
  readonly isOwn: boolean;
}

/** What the contract gives a figure of the budget table; null where it knows nothing of it. */
function expectedOf(convention: Convention, fact: YearFact): Montant | null {
  const { year, row } = fact;
  const colonne = colonneOf(fact);
  if (row.kind === "action") return row.action && contractAmount(row.action, year, colonne);
  const actions = convention.actions.filter((one) => row.kind === "total" || one.axe === row.axe?.numero);
  return addMontants(ZERO, ...actions.map((one) => contractAmount(one, year, colonne)));
}

/** Found by their place. */
class Places {
  private readonly sheets = new Map<string, Map<number, Placed>>();

  constructor(placed: readonly Placed[]) {
    for (const one of placed) {
      const { sheet, row, column } = one.cell.ref;
      let places = this.sheets.get(sheet);
      if (!places) this.sheets.set(sheet, (places = new Map()));
      places.set(placeOf(row, column), one);
    }
  }

  at(sheet: string, row: number, column: number): Placed | undefined {
    return this.sheets.get(sheet)?.get(placeOf(row, column));
  }
}

const placeOf = (row: number, column: number): number => row * (LAST_COLUMN + 2) + column;

type Shift = (typeof SHIFTS)[number];

/** Whether the cell shows what the contract gives the place that it would come from. */
function comesFrom(cell: MontantCell, { rows, columns }: Shift, places: Places): boolean {
  const { sheet, row, column } = cell.ref;
  const source = places.at(sheet, row - rows, column - columns);
  // The heading of an axe may have been empty before amounts came into it.
  const isEmpty = source === undefined || (source.isSum && shownIn(cell) === ZERO);
  return shownIn(cell) === (isEmpty ? ZERO : source.expected);
}

/** Null unless every amount that differs from the contract's is explained so. */
export function findDisplaced(convention: Convention, budget: TableauBudgetaire): Displaced | null {
  const placed = bandsOf(budgetTable(budget)).parts.facts.flatMap((fact): Placed[] => {
    const expected = expectedOf(convention, fact);
    const isSum = fact.row.kind !== "action";
    return expected === null ? [] : [{ cell: fact.cell, expected, isSum, isOwn: !isSum && fact.column !== "total" }];
  });
  const wrong = placed.filter(({ cell, expected, isOwn }) => isOwn && shownIn(cell) !== expected);
  if (wrong.filter(({ cell }) => shownIn(cell) !== 0).length < LEAST) return null;
  const places = new Places(placed);
  const shift = SHIFTS.find((one) => wrong.every(({ cell }) => comesFrom(cell, one, places)));
  return shift ? { ou: shift.ou, corrections: placed.map(({ cell, expected }) => setTo(cell, expected)) } : null;
}
