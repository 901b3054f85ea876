// Makes one budget table of several that each show other years of the same contract.
import type { Axe } from "../../domain/contrat/convention";
import type { Cell, LigneAction, LigneAxe, PlageLue, TableauBudgetaire, TableauExecution } from "../../domain/dossier";
import { foldLabel } from "../../domain/words/label";
import { groupRows, mergeMaps, type SlottedRow } from "./group-rows";

interface AxeRow extends SlottedRow {
  readonly years: readonly number[];
  readonly ligne: LigneAxe;
}

interface ActionRow extends SlottedRow {
  readonly years: readonly number[];
  readonly ligne: LigneAction;
  readonly verses: TableauExecution["verses"][number];
  readonly justifications: ReadonlyMap<number, Cell>;
  readonly axe: AxeRow | null;
}

interface Named {
  readonly years: readonly number[];
  readonly ligne: { readonly label: Cell };
}

export const labelKey = (known: { readonly numero: number } | null, label: Cell): string =>
  known ? `n°${known.numero}` : foldLabel(label.text);

const axeKey = (axe: Axe | null, label: Cell): string => labelKey(axe, label);

function labelsOf(group: readonly Named[]): ReadonlyMap<number, Cell> {
  return new Map(group.flatMap(({ years, ligne }) => years.map((annee) => [annee, ligne.label] as const)));
}

function mergeAxe(group: readonly [AxeRow, ...AxeRow[]]): LigneAxe {
  const [{ ligne }] = group;
  const subtotals = group.flatMap((row) => row.ligne.sousTotal ?? []);
  const [first] = subtotals;
  const montants = mergeMaps(subtotals.map((sousTotal) => sousTotal.montants));
  return {
    label: ligne.label,
    labels: labelsOf(group),
    axe: ligne.axe,
    sousTotal: first ? { label: first.label, montants } : null,
  };
}

export function describePart(part: TableauBudgetaire): PlageLue {
  return {
    range: part.range,
    heading: part.heading,
    unit: part.unit,
    annees: part.annees.map(({ annee }) => annee),
    actions: part.lignesAction.length,
    axes: part.lignesAxe.length,
    indicateurs: 0,
    lignesIgnorees: part.lignesIgnorees,
    notes: part.notes ?? [],
  };
}

/** `parts` show no year twice; the first year's stands for the whole where only one place is wanted. */
export function mergeBudgetTables(parts: readonly [TableauExecution, ...TableauExecution[]]): TableauExecution {
  const [first] = parts;
  const axeRows: AxeRow[] = [];
  const actionRows: ActionRow[] = [];
  for (const [slot, part] of parts.entries()) {
    const years = part.annees.map(({ annee }) => annee);
    const axes = part.lignesAxe.map((ligne) => ({ slot, key: axeKey(ligne.axe, ligne.label), years, ligne }));
    axeRows.push(...axes);
    for (const [index, ligne] of part.lignesAction.entries()) {
      const axe = ligne.ligneAxe === null ? null : (axes[ligne.ligneAxe] ?? null);
      // An action that one sheet puts under another axe is another row: each year is judged where it stands.
      const key = `${labelKey(ligne.action, ligne.label)}/${axe?.key ?? ""}`;
      const verses = part.verses[index] ?? new Map();
      const justifications = part.justifications?.[index] ?? new Map();
      actionRows.push({ slot, key, years, ligne, verses, justifications, axe });
    }
  }
  const axeGroups = groupRows(axeRows);
  const axeIndex = new Map(axeGroups.flatMap((group, index) => group.map((row) => [row, index] as const)));
  const actionGroups = groupRows(actionRows);
  const totals = parts.flatMap(({ total }) => total ?? []);
  const [firstTotal] = totals;
  return {
    range: first.range,
    heading: first.heading,
    unit: first.unit,
    annees: parts.flatMap(({ annees }) => annees),
    anneesRepetees: parts.flatMap(({ anneesRepetees }) => anneesRepetees),
    lignesAxe: axeGroups.map(mergeAxe),
    lignesAction: actionGroups.map((group) => ({
      label: group[0].ligne.label,
      labels: labelsOf(group),
      action: group[0].ligne.action,
      ligneAxe: group[0].axe ? (axeIndex.get(group[0].axe) ?? null) : null,
      montants: mergeMaps(group.map(({ ligne }) => ligne.montants)),
    })),
    verses: actionGroups.map((group) => mergeMaps(group.map(({ verses }) => verses))),
    ...(parts.some(({ justifications }) => justifications) && {
      justifications: actionGroups.map((group) => mergeMaps(group.map(({ justifications }) => justifications))),
    }),
    total: firstTotal ? { label: firstTotal.label, montants: mergeMaps(totals.map(({ montants }) => montants)) } : null,
    lignesIgnorees: parts.flatMap(({ lignesIgnorees }) => lignesIgnorees),
    plages: parts.map(describePart),
  };
}
