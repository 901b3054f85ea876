// Makes one table of amounts of several that complete each other: by year, party, axe or action.
import type { Axe } from "../../domain/contrat/convention";
import type {
  Cell,
  Colonne,
  LigneAction,
  LigneAxe,
  LigneDeSommes,
  MontantCell,
  MontantsParAnnee,
  PlageLue,
  TableauBudgetaire,
  TableauExecution,
} from "../../domain/dossier";
import { foldLabel } from "../../domain/words/label";
import { saidTwice } from "./said-twice";
import { shareTotals } from "./shared-totals";
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

type Cells = Readonly<Record<Colonne, MontantCell | null>>;
type Tables = readonly [TableauExecution, ...TableauExecution[]];

export const labelKey = (known: { readonly numero: number } | null, label: Cell): string =>
  known ? `n°${known.numero}` : foldLabel(label.text);

const axeKey = (axe: Axe | null, label: Cell): string => labelKey(axe, label);

/** The first cell of each part wins. */
const mergeCells = (a: Cells, b: Cells): Cells => ({
  etat: a.etat ?? b.etat,
  collectivite: a.collectivite ?? b.collectivite,
  total: a.total ?? b.total,
});

function mergeMontants(maps: readonly MontantsParAnnee[]): MontantsParAnnee {
  const merged = new Map<number, Cells>();
  for (const map of maps) {
    for (const [annee, cells] of map) {
      const known = merged.get(annee);
      merged.set(annee, known ? mergeCells(known, cells) : cells);
    }
  }
  return merged;
}

type Beside = "autres" | "contractualises" | "totauxDesAnnees" | "verses";

/** What the rows of one group show beside their parts. */
function mergeBeside(rows: readonly Pick<LigneDeSommes, Beside>[]): Pick<LigneDeSommes, Beside> {
  const autres = rows.flatMap((row) => row.autres ?? []);
  // Each table's own, to be held against the years that it adds: several may total the same row.
  const totauxDesAnnees = rows.flatMap((row) => row.totauxDesAnnees ?? []);
  const contractualises = rows.flatMap((row) => row.contractualises ?? []);
  const verses = rows.flatMap((row) => row.verses ?? []);
  return {
    ...(autres.length > 0 && { autres: mergeMaps(autres) }),
    ...(contractualises.length > 0 && { contractualises: mergeMontants(contractualises) }),
    ...(totauxDesAnnees.length > 0 && { totauxDesAnnees }),
    ...(verses.length > 0 && { verses: mergeMaps(verses) }),
  };
}

const labelsOf = (group: readonly Named[]): ReadonlyMap<number, Cell> =>
  new Map(group.flatMap(({ years, ligne }) => years.map((annee) => [annee, ligne.label] as const)));

function mergeSums(sums: readonly LigneDeSommes[]): LigneDeSommes | null {
  const isFilled = ({ montants }: LigneDeSommes): boolean =>
    [...montants.values()].some((cells) => Object.values(cells).some((cell) => cell && cell.lu.kind !== "missing"));
  // One that has only its label yet counts last.
  const filledFirst = [...sums].sort((a, b) => Number(isFilled(b)) - Number(isFilled(a)));
  const [first] = filledFirst;
  return first
    ? {
        label: first.label,
        montants: mergeMontants(filledFirst.map(({ montants }) => montants)),
        ...mergeBeside(filledFirst),
      }
    : null;
}

function mergeAxe(group: readonly [AxeRow, ...AxeRow[]]): LigneAxe {
  const [{ ligne }] = group;
  return {
    label: ligne.label,
    labels: labelsOf(group),
    axe: ligne.axe,
    sousTotal: mergeSums(group.flatMap((row) => row.ligne.sousTotal ?? [])),
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

function mergeAnnees(parts: Tables): TableauBudgetaire["annees"] {
  const merged = new Map<number, TableauBudgetaire["annees"][number]>();
  for (const { annees } of parts) {
    for (const annee of annees) {
      const known = merged.get(annee.annee);
      const { etat, collectivite, total } = annee.colonnes;
      const own = known?.colonnes;
      merged.set(annee.annee, {
        ...(known ?? annee),
        colonnes: {
          etat: own?.etat ?? etat,
          collectivite: own?.collectivite ?? collectivite,
          total: own?.total ?? total,
        },
      });
    }
  }
  return [...merged.values()].sort((a, b) => a.annee - b.annee);
}

/** A heading over the columns of every year is told once. */
function mergeRepetitions(parts: Tables): TableauBudgetaire["anneesRepetees"] {
  const seen = new Set<string>();
  return parts.flatMap(({ anneesRepetees }) =>
    anneesRepetees.filter(({ heading: { sheet, row, column }, colonne }) => {
      const key = `${sheet}/${row}/${column}/${colonne ?? ""}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    }),
  );
}

function mergeRows(parts: Tables): TableauExecution {
  const whole = joinRows(parts);
  const redites = [...parts.flatMap((part) => part.redites ?? []), ...saidTwice(parts, whole)];
  return redites.length > 0 ? { ...whole, redites } : whole;
}

function joinRows(parts: Tables): TableauExecution {
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
      const key = `${labelKey(ligne.action, ligne.label)}/${ligne.operateur ?? ""}/${axe?.key ?? ""}`;
      const verses = part.verses[index] ?? new Map();
      const justifications = part.justifications?.[index] ?? new Map();
      actionRows.push({ slot, key, years, ligne, verses, justifications, axe });
    }
  }
  const axeGroups = groupRows(axeRows);
  const axeIndex = new Map(axeGroups.flatMap((group, index) => group.map((row) => [row, index] as const)));
  const actionGroups = groupRows(actionRows);
  const periodes = parts.flatMap((part) => part.periodes ?? []);
  return {
    range: first.range,
    heading: first.heading,
    unit: first.unit,
    annees: mergeAnnees(parts),
    anneesRepetees: mergeRepetitions(parts),
    ...(periodes.length > 0 && { periodes }),
    lignesAxe: axeGroups.map(mergeAxe),
    lignesAction: actionGroups.map((group) => ({
      ...group[0].ligne,
      labels: labelsOf(group),
      ligneAxe: group[0].axe ? (axeIndex.get(group[0].axe) ?? null) : null,
      montants: mergeMontants(group.map(({ ligne }) => ligne.montants)),
      ...mergeBeside(group.map(({ ligne }) => ligne)),
    })),
    verses: actionGroups.map((group) => mergeMaps(group.map(({ verses }) => verses))),
    ...(parts.some(({ justifications }) => justifications) && {
      justifications: actionGroups.map((group) => mergeMaps(group.map(({ justifications }) => justifications))),
    }),
    total: mergeSums(parts.flatMap(({ total }) => total ?? [])),
    lignesIgnorees: parts.flatMap(({ lignesIgnorees }) => lignesIgnorees),
  };
}

function withoutLabels<Ligne extends { readonly labels?: unknown }>(ligne: Ligne): Omit<Ligne, "labels"> {
  const { labels, ...rest } = ligne;
  return labels ? rest : ligne;
}

/** Of one range: its rows say themselves which year or party they are about. One label may name a row for every year. */
export function mergeSlices(slices: Tables, areOfYears: boolean): TableauExecution {
  const merged = mergeRows(slices);
  if (areOfYears) return merged;
  return {
    ...merged,
    lignesAxe: merged.lignesAxe.map(withoutLabels),
    lignesAction: merged.lignesAction.map(withoutLabels),
  };
}

/** `parts` show nothing twice; the first one stands for the whole where only one place is wanted. */
export function mergeAmountTables(parts: Tables, axes: readonly Axe[]): TableauExecution {
  const [first = parts[0], ...others] = shareTotals(parts, axes);
  const unknown = parts.flatMap(({ lignesNonReconnues }) => lignesNonReconnues ?? []);
  const details = parts.flatMap(({ lignesDetail }) => lignesDetail ?? []);
  return {
    ...mergeRows([first, ...others]),
    ...(unknown.length > 0 && { lignesNonReconnues: unknown }),
    ...(details.length > 0 && { lignesDetail: details }),
    plages: parts.map(describePart),
  };
}
