// Whether the amounts of the budget table are the contract's, one row or one column away from where they stand.
import type { CellRef } from "../cell-ref";
import { contractAmount } from "../contrat/contract-amounts";
import type { Convention } from "../contrat/convention";
import { setTo, type Correction } from "../correction";
import type { MontantCell } from "../dossier";
import type { AmountFact, Fact } from "../facts";
import { addMontants, montantFromCentimes, type Montant } from "../values/montant";

const SHIFTS = [
  { rows: 1, columns: 0, ou: "d’une ligne vers le bas" },
  { rows: -1, columns: 0, ou: "d’une ligne vers le haut" },
  { rows: 0, columns: 1, ou: "d’une colonne vers la droite" },
  { rows: 0, columns: -1, ou: "d’une colonne vers la gauche" },
] as const;
/** Fewer amounts may fit by chance. */
const LEAST = 3;
const NOTHING = montantFromCentimes(0);

export interface Displaced {
  /** French: which way. */
  readonly ou: string;
  /** Every cell of the table as it would read once they are back in their place. */
  readonly corrections: readonly Correction[];
}

interface Placed {
  readonly cell: MontantCell;
  readonly expected: Montant;
  /** One of the contract's own amounts, and no sum. */
  readonly isPart: boolean;
  readonly isSum: boolean;
}

/** What the contract gives a figure of the budget table; null where it knows nothing of it. */
function expectedOf(convention: Convention, { rang, action, axe, annee, part }: AmountFact): Montant | null {
  if (annee === "periode" || part === "autres" || (rang === "action" && !action)) return null;
  const actions = action ? [action] : convention.actions.filter((one) => rang === "total" || one.axe === axe?.numero);
  return addMontants(NOTHING, ...actions.map((one) => contractAmount(one, annee, part)));
}

const shownIn = ({ lu }: MontantCell): Montant => (lu.kind === "montant" ? lu.montant : NOTHING);
const placeKey = ({ sheet, row, column }: CellRef): string => `${sheet}/${row}/${column}`;

/** Null unless every amount that differs from the contract's is explained so. */
export function findDisplaced(convention: Convention, facts: readonly Fact[]): Displaced | null {
  const placed = facts.flatMap((fact): Placed[] => {
    if (fact.kind !== "montant" || fact.nature !== "contracted") return [];
    const expected = expectedOf(convention, fact);
    const isPart = fact.rang === "action" && fact.part !== "total";
    return expected === null ? [] : [{ cell: fact.cell, expected, isPart, isSum: fact.rang !== "action" }];
  });
  const wrong = placed.filter(({ cell, expected, isPart }) => isPart && shownIn(cell) !== expected);
  if (wrong.filter(({ cell }) => shownIn(cell) !== 0).length < LEAST) return null;
  const at = new Map(placed.map((one) => [placeKey(one.cell.ref), one]));
  const shift = SHIFTS.find(({ rows, columns }) =>
    wrong.every(({ cell }) => {
      const { ref } = cell;
      const from = placeKey({ ...ref, row: ref.row - rows, column: ref.column - columns });
      const source = at.get(from);
      // The heading of an axe may have been empty before amounts came into it.
      const isEmpty = source === undefined || (source.isSum && shownIn(cell) === NOTHING);
      return shownIn(cell) === (isEmpty ? NOTHING : source.expected);
    }),
  );
  return shift ? { ou: shift.ou, corrections: placed.map(({ cell, expected }) => setTo(cell, expected)) } : null;
}
