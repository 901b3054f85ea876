// What corrected parts make of the figures that the contract bounds: the axe, the year's envelope, the local party's share.
import { formatCellRef } from "../domain/cell-ref";
import { seuilDe } from "../contract/in-force/contract-amounts";
import type { Dossier, MontantCell, TableauBudgetaire } from "../domain/dossier";
import { indexEntries } from "../facts/lines/amount-entries";
import { groupByAxe, stateAmount, stateEnvelope } from "../facts/lines/axe-groups";
import { addMontants, montantFromCentimes, type Montant } from "../domain/values/montant";
import type { Correction, Effect, Share } from "./correction";

const NOTHING = montantFromCentimes(0);

interface Read {
  before(cell: MontantCell | null | undefined): Montant;
  after(cell: MontantCell | null | undefined): Montant;
}

function reader(corrections: readonly Correction[]): Read {
  const changed = new Map(corrections.map((correction) => [formatCellRef(correction.cell), correction.montants]));
  const before: Read["before"] = (cell) => (cell?.lu.kind === "montant" ? cell.lu.montant : NOTHING);
  return {
    before,
    after: (cell) => (cell && changed.get(formatCellRef(cell.ref))?.after) ?? before(cell),
  };
}

type Changed = { readonly index: number; readonly annee: number; readonly isState: boolean };

/** Parts of actions whose amount changes. */
function changedParts(
  budget: TableauBudgetaire,
  corrections: readonly Correction[],
  { before, after }: Read,
): Changed[] {
  return corrections.flatMap(({ cell }) => {
    const entree = indexEntries(budget).at(cell);
    if (entree?.kind !== "action" || entree.colonne === "total") return [];
    if (before(entree.cell) === after(entree.cell)) return [];
    return [{ index: entree.index, annee: entree.annee, isState: entree.colonne === "etat" }];
  });
}

function stateEffects(
  dossier: Dossier,
  budget: TableauBudgetaire,
  annee: number,
  read: Read,
  rows: ReadonlySet<number>,
) {
  const { convention } = dossier;
  const changed = new Set([...rows].map((index) => budget.lignesAction[index]));
  const sum = (lignes: TableauBudgetaire["lignesAction"], side: Read["before"]): Montant =>
    addMontants(...lignes.map(({ montants }) => side(montants.get(annee)?.etat)));
  const effect = (on: "axe" | "enveloppe", axe: number | null, lignes: TableauBudgetaire["lignesAction"]): Effect => ({
    on,
    axe,
    annee,
    before: sum(lignes, read.before),
    after: sum(lignes, read.after),
    expected: (on === "axe" ? stateAmount(convention, axe, annee) : stateEnvelope(convention, annee))?.montant ?? null,
  });
  const axes = groupByAxe(convention, budget).filter(
    ({ axe, lignes }) => axe !== null && lignes.some((ligne) => changed.has(ligne)),
  );
  return [...axes.map(({ axe, lignes }) => effect("axe", axe, lignes)), effect("enveloppe", null, budget.lignesAction)];
}

function shareEffect(dossier: Dossier, budget: TableauBudgetaire, { index, annee }: Changed, read: Read): Effect[] {
  const { action, montants } = budget.lignesAction[index] ?? {};
  const cells = montants?.get(annee);
  if (!action || !cells?.etat || !cells.collectivite) return [];
  const share = (side: Read["before"]): Share => ({
    part: side(cells.collectivite),
    whole: addMontants(side(cells.etat), side(cells.collectivite)),
  });
  const expected = seuilDe(dossier.convention, { axe: action.axe, annee });
  return [
    {
      on: "cofinancement",
      action: action.numero,
      annee,
      before: share(read.before),
      after: share(read.after),
      expected,
    },
  ];
}

export function effectsOf(dossier: Dossier, corrections: readonly Correction[]): readonly Effect[] {
  const { budget } = dossier;
  if (!budget) return [];
  const read = reader(corrections);
  const parts = changedParts(budget, corrections, read);
  const years = [...new Set(parts.filter(({ isState }) => isState).map(({ annee }) => annee))].sort();
  const shares = new Map(parts.map((part) => [`${part.index}/${part.annee}`, part]));
  return [
    ...years.flatMap((annee) => {
      const rows = parts.filter((part) => part.isState && part.annee === annee).map(({ index }) => index);
      return stateEffects(dossier, budget, annee, read, new Set(rows));
    }),
    ...[...shares.values()].flatMap((part) => shareEffect(dossier, budget, part, read)),
  ];
}
