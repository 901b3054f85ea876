// Makes one table of amounts of several that complete each other: by year, party, axe or action.
import { cellKey, type CellRef } from "../../domain/cell-ref";
import type { Axe } from "../../contract/convention";
import type {
  Cell,
  LigneAction,
  LigneAxe,
  LigneDeSommes,
  MontantCell,
  MontantsParAnnee,
  TableauBudgetaire,
} from "../../domain/dossier";
import { cellsOfRow, shownRows } from "./shown-rows";
import { foldLabel } from "../../domain/words/label";
import { describePart } from "../describe-part";
import { byColonne, type Cells } from "./by-colonne";
import { firstOfEach, groupRows, mergeMaps, type SlottedRow } from "./group-rows";
import { shareTotals } from "./shared-totals";
import { isFilled } from "./total-rows";

interface Row<Ligne> extends SlottedRow {
  readonly years: readonly number[];
  readonly ligne: Ligne;
}

interface ActionRow extends Row<LigneAction> {
  readonly axe: Row<LigneAxe> | null;
}

type Tables = readonly [TableauBudgetaire, ...TableauBudgetaire[]];

export const labelKey = (known: { readonly numero: number } | null, label: Cell): string =>
  known ? `n°${known.numero}` : foldLabel(label.text);

/** The first cell of each part wins. */
function mergeMontants(maps: readonly MontantsParAnnee[]): MontantsParAnnee {
  const merged = new Map<number, Cells>();
  for (const [annee, cells] of maps.flatMap((map) => [...map])) {
    const known = merged.get(annee);
    merged.set(annee, known ? byColonne((colonne) => known[colonne] ?? cells[colonne]) : cells);
  }
  return merged;
}

type Beside = Pick<LigneAction, "autres" | "contractualises" | "totauxDesAnnees" | "verses" | "justifications">;

/** What the rows of one group show beside their parts. */
function mergeBeside(rows: readonly Beside[]): Beside {
  const autres = rows.flatMap((row) => row.autres ?? []);
  // Each table's own, to be held against the years that it adds: several may total the same row.
  const totauxDesAnnees = rows.flatMap((row) => row.totauxDesAnnees ?? []);
  const contractualises = rows.flatMap((row) => row.contractualises ?? []);
  const verses = rows.flatMap((row) => row.verses ?? []);
  const justifications = rows.flatMap((row) => row.justifications ?? []);
  return {
    ...(autres.length > 0 && { autres: mergeMaps(autres) }),
    ...(contractualises.length > 0 && { contractualises: mergeMontants(contractualises) }),
    ...(totauxDesAnnees.length > 0 && { totauxDesAnnees }),
    ...(verses.length > 0 && { verses: mergeMaps(verses) }),
    ...(justifications.length > 0 && { justifications: mergeMaps(justifications) }),
  };
}

function mergeSums(sums: readonly LigneDeSommes[]): LigneDeSommes | null {
  const isFilled = ({ montants }: LigneDeSommes): boolean =>
    [...montants.values()].some((cells) => Object.values(cells).some((cell) => cell && cell.lu.kind !== "missing"));
  // One that has only its label yet counts last.
  const filledFirst = [...sums].sort((a, b) => Number(isFilled(b)) - Number(isFilled(a)));
  const [first] = filledFirst;
  if (!first) return null;
  const montants = mergeMontants(filledFirst.map((sum) => sum.montants));
  return { label: first.label, montants, ...mergeBeside(filledFirst) };
}

function mergeAnnees(parts: Tables): TableauBudgetaire["annees"] {
  const merged = new Map<number, TableauBudgetaire["annees"][number]>();
  for (const year of parts.flatMap(({ annees }) => annees)) {
    const known = merged.get(year.annee) ?? year;
    const colonnes = byColonne((colonne) => known.colonnes[colonne] ?? year.colonnes[colonne]);
    merged.set(year.annee, { ...known, colonnes });
  }
  return [...merged.values()].sort((a, b) => a.annee - b.annee);
}

const filledCells = (tableau: TableauBudgetaire): readonly MontantCell[] =>
  [...shownRows(tableau), ...(tableau.totauxDeGroupe ?? []).map(({ ligne }) => ligne)]
    .flatMap(cellsOfRow)
    .filter(isFilled);

/** The cells of the parts that the whole has no place for: read, but no part of what they make together. */
function saidTwice(parts: Tables, whole: TableauBudgetaire): readonly CellRef[] {
  const kept = new Set(filledCells(whole).map(({ ref }) => cellKey(ref)));
  return parts.flatMap(filledCells).flatMap(({ ref }) => (kept.has(cellKey(ref)) ? [] : [ref]));
}

/** `areOfYears`: the labels of each year are told; where the tables are those of parties, one names a row for every year. */
export function mergeRows(parts: Tables, areOfYears: boolean): TableauBudgetaire {
  const [{ range, heading, unit }] = parts;
  const axeRows: Row<LigneAxe>[] = [];
  const actionRows: ActionRow[] = [];
  for (const [slot, part] of parts.entries()) {
    const years = part.annees.map(({ annee }) => annee);
    const axes = part.lignesAxe.map((ligne) => ({ slot, key: labelKey(ligne.axe, ligne.label), years, ligne }));
    axeRows.push(...axes);
    for (const ligne of part.lignesAction) {
      const axe = ligne.ligneAxe === null ? null : (axes[ligne.ligneAxe] ?? null);
      // An action that one sheet puts under another axe is another row: each year is judged where it stands.
      const key = `${labelKey(ligne.action, ligne.label)}/${ligne.operateur ?? ""}/${axe?.key ?? ""}`;
      actionRows.push({ slot, key, years, ligne, axe });
    }
  }
  const labelsOf = (group: readonly Row<LigneAxe | LigneAction>[]): Pick<LigneAction, "labels"> =>
    areOfYears
      ? { labels: new Map(group.flatMap(({ years, ligne }) => years.map((annee) => [annee, ligne.label] as const))) }
      : {};
  const axeGroups = groupRows(axeRows);
  const axeIndex = new Map(axeGroups.flatMap((group, index) => group.map((row) => [row, index] as const)));
  const periodes = parts.flatMap((part) => part.periodes ?? []);
  const repeated = parts.flatMap(({ anneesRepetees }) => anneesRepetees);
  const merged: TableauBudgetaire = {
    range,
    heading,
    unit,
    annees: mergeAnnees(parts),
    // A heading over the columns of every year is told once.
    anneesRepetees: firstOfEach(repeated, (again) => `${cellKey(again.heading)}/${again.colonne ?? ""}`),
    ...(periodes.length > 0 && { periodes }),
    lignesAxe: axeGroups.map((group) => ({
      ...group[0].ligne,
      ...labelsOf(group),
      sousTotal: mergeSums(group.flatMap(({ ligne }) => ligne.sousTotal ?? [])),
    })),
    lignesAction: groupRows(actionRows).map((group) => ({
      ...group[0].ligne,
      ...labelsOf(group),
      ligneAxe: group[0].axe && (axeIndex.get(group[0].axe) ?? null),
      montants: mergeMontants(group.map(({ ligne }) => ligne.montants)),
      ...mergeBeside(group.map(({ ligne }) => ligne)),
    })),
    total: mergeSums(parts.flatMap(({ total }) => total ?? [])),
    lignesIgnorees: parts.flatMap(({ lignesIgnorees }) => lignesIgnorees),
  };
  const redites = [...parts.flatMap((part) => part.redites ?? []), ...saidTwice(parts, merged)];
  return redites.length > 0 ? { ...merged, redites } : merged;
}

/** `parts` show nothing twice; the first one stands for the whole where only one place is wanted. */
export function mergeAmountTables(parts: Tables, axes: readonly Axe[]): TableauBudgetaire {
  const [first = parts[0], ...others] = shareTotals(parts, axes);
  const unknown = parts.flatMap(({ lignesNonReconnues }) => lignesNonReconnues ?? []);
  const details = parts.flatMap(({ lignesDetail }) => lignesDetail ?? []);
  return {
    ...mergeRows([first, ...others], true),
    ...(unknown.length > 0 && { lignesNonReconnues: unknown }),
    ...(details.length > 0 && { lignesDetail: details }),
    plages: parts.map(describePart),
  };
}
