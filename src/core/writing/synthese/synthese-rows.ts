// The rows of « Synthèse par axe »: live formulas over the agent's cells, with the figures that they give today.
import { leastLocalPart } from "../../domain/contrat/contract-amounts";
import { formatLocalCell, formatLocalRange, type CellRef } from "../../domain/cell-ref";
import type { Convention } from "../../domain/contrat/convention";
import type { Colonne, TableauBudgetaire } from "../../domain/dossier";
import { formatMontant } from "../../domain/words/format";
import { addMontants, montantFromCentimes, subtractMontants, toEuros, type Montant } from "../../domain/values/montant";
import type { CellValue, PlannedCell } from "../../workbook-port";
import { composeLiveSum, type LiveSum } from "./live-sum";
import { textCell } from "../sheets/sheet-builder";
import type { Groupe, MontantDuContrat } from "../../domain/lines/axe-groups";

export const SYNTHESE_WIDTHS = [8, 12, 36, 17, 17, 17, 12, 17, 17, 18, 42] as const;
/** Those of both tables of the sheet: the part is a rate, and the gap what is left, where it is about execution. */
export const COLUMN = { axe: 1, etat: 3, collectivite: 4, total: 5, part: 6, contrat: 7, ecart: 8 } as const;

export const ABSENT: PlannedCell = { value: "absent" };
export const NONE: PlannedCell = { value: "–" };
const NOT_CHECKABLE = "Non vérifiable";

export interface SyntheseRow {
  readonly cells: readonly PlannedCell[];
  readonly etat: Montant | null;
  readonly collectivite: Montant | null;
  readonly incomplete: boolean;
}

export interface Source {
  readonly convention: Convention;
  readonly budget: TableauBudgetaire;
  readonly rawValue: (ref: CellRef) => CellValue;
}

export interface Side {
  readonly cell: PlannedCell;
  readonly montant: Montant | null;
  readonly notes: readonly string[];
  readonly incomplete: boolean;
}

export function sideOf(sum: LiveSum | null, absence: string): Side {
  if (!sum) return { cell: ABSENT, montant: null, notes: [absence], incomplete: true };
  const { montant, formula, notes, incomplete } = sum;
  return { cell: { value: toEuros(montant), formula: `=${formula}` }, montant, notes, incomplete };
}

export function sumGroup(
  { budget, rawValue }: Source,
  groupe: Groupe,
  annee: number,
  colonne: Colonne,
): LiveSum | null {
  const columns = budget.annees.find((candidate) => candidate.annee === annee)?.colonnes;
  if (!columns?.[colonne]) return null;
  const cells = groupe.lignes.flatMap((ligne) => ligne.montants.get(annee)?.[colonne] ?? []);
  const unit = columns[colonne].unit ?? budget.unit;
  return composeLiveSum(cells, { unit }, ({ ref }) => rawValue(ref));
}

/** What the local party lacks to reach its least share; null when it does, or when a side is unknown. */
function shortfall(etat: Montant | null, collectivite: Montant | null, seuil: number): Montant | null {
  if (etat === null || collectivite === null) return null;
  // A threshold of 1 leaves no room for any part of the State.
  const missing = seuil >= 1 ? etat : subtractMontants(leastLocalPart(seuil, etat), collectivite);
  return missing > 0 ? missing : null;
}

/** Total, share, gap and word from the cells of the same row. */
function finishRow(
  row: number,
  head: readonly PlannedCell[],
  etat: Side,
  collectivite: Side,
  contrat: MontantDuContrat | null,
  seuil: number,
  extraNotes: readonly string[],
): SyntheseRow {
  const at = (column: keyof typeof COLUMN): string => formatLocalCell(row, COLUMN[column]);
  const incomplete = etat.incomplete || collectivite.incomplete;
  const missing = shortfall(etat.montant, collectivite.montant, seuil);
  const notes = [
    ...(contrat ? [contrat.source] : extraNotes),
    ...etat.notes.map((note) => `État – ${note}`),
    ...collectivite.notes,
    ...(missing === null || incomplete
      ? []
      : [`Part insuffisante lors de la vérification : il manque ${formatMontant(missing)}`]),
  ];
  const tail = (cells: readonly PlannedCell[]): SyntheseRow => ({
    cells: [...head, etat.cell, collectivite.cell, ...cells, textCell(notes.join("\n"))],
    etat: etat.montant,
    collectivite: collectivite.montant,
    incomplete,
  });
  const contratCell: PlannedCell = contrat ? { value: toEuros(contrat.montant) } : NONE;
  const gap = etat.montant !== null && contrat ? subtractMontants(etat.montant, contrat.montant) : null;
  const gapCell: PlannedCell =
    gap === null ? NONE : { value: toEuros(gap), formula: `=ROUND(${at("etat")}-${at("contrat")},2)` };
  if (etat.montant === null || collectivite.montant === null) {
    return tail([ABSENT, NONE, contratCell, gapCell, textCell(NOT_CHECKABLE)]);
  }
  const total = addMontants(etat.montant, collectivite.montant);
  const share = total === 0 ? "" : collectivite.montant / total;
  const word = gap !== null && gap !== 0 ? GAP_WORD : missing === null ? "Conforme" : SHARE_WORD;
  const shareTest = `IF(ROUND(${at("total")}*${seuil}-${at("collectivite")},4)>0,"${SHARE_WORD}","Conforme")`;
  const formula = gap === null ? null : `=IF(ABS(${at("ecart")})>=0.005,"${GAP_WORD}",${shareTest})`;
  return tail([
    { value: toEuros(total), formula: `=${at("etat")}+${at("collectivite")}` },
    { value: share, formula: `=IF(${at("total")}=0,"",${at("collectivite")}/${at("total")})` },
    contratCell,
    gapCell,
    incomplete || formula === null ? textCell(NOT_CHECKABLE) : { value: word, formula },
  ]);
}

const GAP_WORD = "Non conforme (montant)";
const SHARE_WORD = "Non conforme (part)";

export function axeHead(annee: number, { sigle, intitule }: Groupe): readonly PlannedCell[] {
  return [{ value: annee }, textCell(sigle), textCell(intitule)];
}

export function totalHead(annee: number): readonly PlannedCell[] {
  return [{ value: annee }, textCell(`Total ${annee}`), { value: null }];
}

export function composeAxeRow(
  source: Source,
  groupe: Groupe,
  annee: number,
  contrat: MontantDuContrat | null,
  row: number,
): SyntheseRow {
  const { convention } = source;
  const { designation } = convention.collectivite;
  const etat = sideOf(sumGroup(source, groupe, annee, "etat"), `pas de colonne ${annee} dans le tableau`);
  const collectivite = sideOf(
    sumGroup(source, groupe, annee, "collectivite"),
    `pas de colonne ${annee} dans le tableau`,
  );
  const named = { ...collectivite, notes: collectivite.notes.map((note) => `${designation} – ${note}`) };
  return finishRow(row, axeHead(annee, groupe), etat, named, contrat, convention.cofinancement.seuil, [
    "Hors du contrat",
  ]);
}

/** Adds the rows of the year that stand just above. */
export function composeTotalRow(
  { convention }: Source,
  annee: number,
  above: readonly SyntheseRow[],
  contrat: MontantDuContrat | null,
  row: number,
): SyntheseRow {
  const incomplete = above.some((each) => each.incomplete);
  const side = (colonne: "etat" | "collectivite"): Side => {
    const montants = above.map((each) => each[colonne]);
    if (montants.some((montant) => montant === null))
      return { cell: ABSENT, montant: null, notes: [], incomplete: true };
    const montant = montants.reduce<Montant>(
      (sum, each) => addMontants(sum, each ?? montantFromCentimes(0)),
      montantFromCentimes(0),
    );
    const column = COLUMN[colonne];
    const range = formatLocalRange({ top: row - above.length, bottom: row - 1, left: column, right: column });
    return { cell: { value: toEuros(montant), formula: `=SUM(${range})` }, montant, notes: [], incomplete };
  };
  return finishRow(row, totalHead(annee), side("etat"), side("collectivite"), contrat, convention.cofinancement.seuil, [
    "Le contrat ne fixe rien pour cette année",
  ]);
}
