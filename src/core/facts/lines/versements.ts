// What the State has paid where no action says it: of an axe, of a whole year, of a row or a year that the contract does not have.
import type { Convention } from "../../contract/convention";
import type {
  LigneAction,
  LigneDeSommes,
  MontantCell,
  TableauBudgetaire,
  TableauExecution,
} from "../../domain/dossier";
import { remember } from "../../domain/remember";
import { LIGNE_TOTAL, nameActionRows, nameAxeRows, type Ligne, type LigneNommee } from "./budget-lines";
import type { Cells } from "./demandes";
import { actionRowsUnder } from "./rows-of-table";

export interface VersementGlobal {
  readonly annee: number;
  readonly ligne: Ligne;
  /** Index of the heading that it stands at; null for the TOTAL. */
  readonly heading: number | null;
  readonly cells: Cells;
}

const isEmpty = ({ lu }: MontantCell): boolean => lu.kind === "missing";

/** A formula that adds empty cells says nothing. */
const isSaid = ({ formula, lu }: MontantCell): boolean =>
  formula === null ? lu.kind !== "missing" : lu.kind === "montant" && lu.montant !== 0;

const isFilled = (cells: readonly MontantCell[]): cells is Cells => cells.length > 0;

function globauxDe(
  ligne: Ligne,
  heading: number | null,
  sums: LigneDeSommes | null,
  under: (annee: number) => readonly MontantCell[],
): VersementGlobal[] {
  return [...(sums?.verses ?? [])].flatMap(([annee, shown]) => {
    const cells = shown.filter(isSaid);
    return isFilled(cells) && under(annee).every(isEmpty) ? { annee, ligne, heading, cells } : [];
  });
}

/** Of the axes and of the year as a whole, where nothing stands in what they would add: no sums, but what the table says itself. */
export const versementsGlobaux = remember((tableau: TableauBudgetaire): readonly VersementGlobal[] => {
  const rows = actionRowsUnder(tableau);
  const paidUnder = (heading: number | null) => (annee: number) =>
    (rows.get(heading) ?? []).flatMap(({ row }) => row.verses?.get(annee) ?? []);
  const axes = nameAxeRows(tableau.lignesAxe).flatMap((row, index) =>
    globauxDe(row, index, row.ligne.sousTotal, paidUnder(index)),
  );
  const ofAll = paidUnder(null);
  const total = globauxDe(LIGNE_TOTAL, null, tableau.total, (annee) => [
    ...ofAll(annee),
    ...axes.flatMap((axe) => (axe.annee === annee ? axe.cells : [])),
  ]);
  return [...axes, ...total];
});

export interface VersementHorsContrat {
  readonly annee: number;
  readonly row: LigneNommee<LigneAction>;
  readonly cells: Cells;
}

/** Of rows that are no action of the contract, and of years that it does not have. */
export function versementsHorsContrat(
  { annees }: Convention,
  { lignesAction }: TableauExecution,
): readonly VersementHorsContrat[] {
  const years = new Set(annees.map(({ annee }) => annee));
  return nameActionRows(lignesAction).flatMap((row) =>
    [...(row.ligne.verses ?? [])].flatMap(([annee, shown]) => {
      const cells = shown.filter((cell) => !isEmpty(cell));
      return isFilled(cells) && (row.ligne.action === null || !years.has(annee)) ? { annee, row, cells } : [];
    }),
  );
}
