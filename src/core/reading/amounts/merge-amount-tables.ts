// Makes one table of amounts of several that complete each other: by year, party, axe or action.
import { cellKey, type CellRef } from "xlsx-model/cell-ref";
import type { Axe } from "../../contract/convention";
import { partsOf, type ShownAmount, type Shows } from "../../domain/amounts";
import type { Cell, LigneAction, LigneAxe, LigneDeSommes, MontantCell, TableauBudgetaire } from "../../domain/dossier";
import { shownRows, sousTotalOf, totalOf } from "../../domain/table-rows";
import { foldLabel } from "../../domain/words/label";
import { describePart } from "../describe-part";
import { byColonne } from "./amount-columns";
import { firstOfEach, groupRows, mergeMaps, type SlottedRow } from "./group-rows";
import { shareTotals } from "./shared-totals";
import { isFilled } from "./total-rows";
import type { NumeroAction } from "../../domain/values/numero-action";

interface Row<Ligne> extends SlottedRow {
  readonly years: readonly number[];
  readonly ligne: Ligne;
}

interface AxeRow extends Row<LigneAxe> {
  readonly sousTotal: LigneDeSommes | null;
}

interface ActionRow extends Row<LigneAction> {
  readonly axe: AxeRow | null;
}

type Tables = readonly [TableauBudgetaire, ...TableauBudgetaire[]];

export const labelKey = (known: { readonly numero: NumeroAction } | null, label: Cell): string =>
  known ? `n°${known.numero}` : foldLabel(label.text);

/** The first row that has a column of a year wins; a total over years is held against those of its own table, and several may stand. */
function mergeAmounts(rows: readonly Shows[]): readonly ShownAmount[] {
  const taken = new Set<string>();
  return rows.flatMap(({ amounts }) => {
    const own = amounts.filter(({ year, column }) => year === null || !taken.has(`${year}/${column}`));
    for (const { year, column } of own) taken.add(`${year}/${column}`);
    return own;
  });
}

function mergeJustifications(rows: readonly LigneAction[]): Pick<LigneAction, "justifications"> {
  const justifications = rows.flatMap((row) => row.justifications ?? []);
  return justifications.length > 0 ? { justifications: mergeMaps(justifications) } : {};
}

function mergeSums(sums: readonly LigneDeSommes[], of: LigneDeSommes["of"]): readonly LigneDeSommes[] {
  const isFilled = (row: LigneDeSommes): boolean => partsOf(row).some(({ cell }) => cell.known.reason !== "missing");
  // One that has only its label yet counts last.
  const filledFirst = [...sums].sort((a, b) => Number(isFilled(b)) - Number(isFilled(a)));
  const [first] = filledFirst;
  return first ? [{ label: first.label, of, amounts: mergeAmounts(filledFirst) }] : [];
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
  shownRows(tableau).flatMap(({ amounts }) => amounts.flatMap(({ cell }) => (isFilled(cell) ? cell : [])));

/** The cells of the parts that the whole has no place for: read, but no part of what they make together. */
function saidTwice(parts: Tables, whole: TableauBudgetaire): readonly CellRef[] {
  const kept = new Set(filledCells(whole).map(({ ref }) => cellKey(ref)));
  return parts.flatMap(filledCells).flatMap(({ ref }) => (kept.has(cellKey(ref)) ? [] : [ref]));
}

/** `areOfYears`: the labels of each year are told; where the tables are those of parties, one names a row for every year. */
export function mergeRows(parts: Tables, areOfYears: boolean): TableauBudgetaire {
  const [{ range, heading, unit }] = parts;
  const axeRows: AxeRow[] = [];
  const actionRows: ActionRow[] = [];
  for (const [slot, part] of parts.entries()) {
    const years = part.annees.map(({ annee }) => annee);
    const axes = part.lignesAxe.map((ligne, index): AxeRow => {
      const key = labelKey(ligne.axe, ligne.label);
      return { slot, key, years, ligne, sousTotal: sousTotalOf(part, index) };
    });
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
  const repeated = parts.flatMap(({ anneesRepetees }) => anneesRepetees);
  const merged: TableauBudgetaire = {
    range,
    heading,
    unit,
    entetes: parts.flatMap(({ entetes }) => entetes),
    annees: mergeAnnees(parts),
    // A heading over the columns of every year is told once.
    anneesRepetees: firstOfEach(repeated, (again) => `${cellKey(again.heading)}/${again.colonne ?? ""}`),
    lignesAxe: axeGroups.map((group) => ({ ...group[0].ligne, ...labelsOf(group) })),
    lignesAction: groupRows(actionRows).map((group) => ({
      ...group[0].ligne,
      ...labelsOf(group),
      ligneAxe: group[0].axe && (axeIndex.get(group[0].axe) ?? null),
      amounts: mergeAmounts(group.map(({ ligne }) => ligne)),
      ...mergeJustifications(group.map(({ ligne }) => ligne)),
    })),
    sommes: [
      ...axeGroups.flatMap((group, index) =>
        mergeSums(
          group.flatMap(({ sousTotal }) => sousTotal ?? []),
          { kind: "axe", index },
        ),
      ),
      ...mergeSums(
        parts.flatMap((part) => totalOf(part) ?? []),
        { kind: "total" },
      ),
    ],
    lignesIgnorees: parts.flatMap(({ lignesIgnorees }) => lignesIgnorees),
  };
  const redites = [...parts.flatMap((part) => part.redites ?? []), ...saidTwice(parts, merged)];
  return redites.length > 0 ? { ...merged, redites } : merged;
}

/** `parts` show nothing twice; the first one stands for the whole where only one place is wanted. */
export function mergeAmountTables(parts: Tables, axes: readonly Axe[]): TableauBudgetaire {
  const [first = parts[0], ...others] = shareTotals(parts, axes);
  const unknown = parts.flatMap(({ lignesNonReconnues }) => lignesNonReconnues ?? []);
  const bare = parts.flatMap(({ lignesSansChiffre }) => lignesSansChiffre ?? []);
  const details = parts.flatMap(({ lignesDetail }) => lignesDetail ?? []);
  const sousActions = parts.flatMap(({ lignesSousAction }) => lignesSousAction ?? []);
  return {
    ...mergeRows([first, ...others], true),
    ...(unknown.length > 0 && { lignesNonReconnues: unknown }),
    ...(bare.length > 0 && { lignesSansChiffre: bare }),
    ...(sousActions.length > 0 && { lignesSousAction: sousActions }),
    ...(details.length > 0 && { lignesDetail: details }),
    plages: parts.map(describePart),
  };
}
