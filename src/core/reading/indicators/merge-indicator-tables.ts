// Makes one indicator table of several that show other years, or of rows that each show one year.
import type { Cell, LigneIndicateur, PlageLue, TableauIndicateurs, ValeurCell } from "../../domain/dossier";
import { foldLabel } from "../../domain/words/label";
import { groupRows, mergeMaps, type SlottedRow } from "../amounts/group-rows";
import { labelKey } from "../amounts/merge-amount-tables";

type Rows = Pick<TableauIndicateurs, "lignesAction" | "lignesIndicateur">;

/** The rows of one table, with the years that each of its indicator rows shows. */
interface DatedRows extends Rows {
  readonly years: readonly (readonly number[])[];
}

interface IndicatorRow extends SlottedRow {
  readonly years: readonly number[];
  readonly ligne: LigneIndicateur;
  readonly action: string | null;
}

/** Stands for the year of a row that gives the initial situation: it names its indicator as the others do. */
const T0 = 0;

function labelsOf(rows: readonly { readonly years: readonly number[]; readonly label: Cell }[]) {
  const labels = new Map<number, Cell>();
  for (const { years, label } of rows) for (const annee of years) if (!labels.has(annee)) labels.set(annee, label);
  return labels;
}

/** The initial situation may be given on one row only. */
function firstGiven(cells: readonly (ValeurCell | null)[]): ValeurCell | null {
  return cells.find((cell) => cell && cell.lu.kind !== "missing") ?? cells.find((cell) => cell !== null) ?? null;
}

/** Rows of one part are told apart by their year; rows of several parts by the part. */
export function mergeIndicatorRows(parts: readonly DatedRows[]): Rows {
  const actions = new Map<string, { ligne: Rows["lignesAction"][number]; rows: { years: number[]; label: Cell }[] }>();
  const rows: IndicatorRow[] = [];
  for (const [at, { lignesAction, lignesIndicateur, years }] of parts.entries()) {
    const keys = lignesAction.map(({ action, label }) => labelKey(action, label));
    const shown = lignesAction.map(() => new Set<number>());
    for (const [index, ligne] of lignesIndicateur.entries()) {
      const own = years[index] ?? [];
      const action = ligne.ligneAction === null ? null : (keys[ligne.ligneAction] ?? null);
      if (ligne.ligneAction !== null) for (const annee of own) shown[ligne.ligneAction]?.add(annee);
      const slot = parts.length > 1 ? at : (own[0] ?? 0);
      const key = `${action ?? ""}/${foldLabel(ligne.indicateur?.intitule ?? ligne.label.text)}`;
      rows.push({ slot, key, years: own, ligne, action });
    }
    for (const [index, ligne] of lignesAction.entries()) {
      const key = keys[index] ?? "";
      const row = { years: [...(shown[index] ?? [])], label: ligne.label };
      const known = actions.get(key);
      if (known) known.rows.push(row);
      else actions.set(key, { ligne, rows: [row] });
    }
  }
  const order = new Map([...actions.keys()].map((key, index) => [key, index]));
  return {
    lignesAction: [...actions.values()].map(({ ligne, rows: own }) => ({ ...ligne, labels: labelsOf(own) })),
    lignesIndicateur: groupRows(rows).map((group) => {
      const [{ ligne, action }] = group;
      return {
        label: ligne.label,
        labels: labelsOf(
          group.map(({ years, ligne: { label } }) => ({ years: years.length > 0 ? years : [T0], label })),
        ),
        indicateur: ligne.indicateur,
        ligneAction: action === null ? null : (order.get(action) ?? null),
        t0: firstGiven(group.map((row) => row.ligne.t0)),
        cibles: mergeMaps(group.map((row) => row.ligne.cibles)),
        realises: mergeMaps(group.map((row) => row.ligne.realises)),
      };
    }),
  };
}

export function describeIndicatorPart(part: TableauIndicateurs): PlageLue {
  return {
    range: part.range,
    heading: part.heading,
    unit: "€",
    annees: yearsOf(part),
    actions: part.lignesAction.length,
    axes: 0,
    indicateurs: part.lignesIndicateur.length,
    lignesIgnorees: part.lignesIgnorees,
    notes: part.notes ?? [],
  };
}

function yearsOf({ annees, anneesRealisees }: TableauIndicateurs): number[] {
  return [...new Set([...annees, ...anneesRealisees].map(({ annee }) => annee))];
}

type Headed = TableauIndicateurs["annees"];

/** Tables of other actions repeat the years: the first heading of each is kept. */
const onceEach = (headed: Headed): Headed =>
  headed.filter(({ annee }, index) => headed.findIndex((other) => other.annee === annee) === index);

/** `parts` show nothing twice: targets and achieved values apart, and each action's. */
export function mergeIndicatorTables(
  parts: readonly [TableauIndicateurs, ...TableauIndicateurs[]],
): TableauIndicateurs {
  const [first] = parts;
  const rows = mergeIndicatorRows(
    parts.map((part) => ({ ...part, years: part.lignesIndicateur.map(() => yearsOf(part)) })),
  );
  const unknown = parts.flatMap(({ lignesNonReconnues }) => lignesNonReconnues ?? []);
  const redites = parts.flatMap((part) => part.redites ?? []);
  return {
    range: first.range,
    heading: first.heading,
    annees: onceEach(parts.flatMap(({ annees }) => annees)),
    anneesRealisees: onceEach(parts.flatMap(({ anneesRealisees }) => anneesRealisees)),
    ...rows,
    lignesIgnorees: parts.flatMap(({ lignesIgnorees }) => lignesIgnorees),
    ...(unknown.length > 0 && { lignesNonReconnues: unknown }),
    ...(redites.length > 0 && { redites }),
    plages: parts.map(describeIndicatorPart),
  };
}
