// Makes one indicator table of several that show other years, or of rows that each show one year.
import type { ShownFigure } from "../../domain/amounts";
import type { Cell, LigneIndicateur, TableauIndicateurs } from "../../domain/dossier";
import { foldLabel } from "../../domain/words/label";
import { describePart, yearsOf } from "../describe-part";
import { firstOfEach, groupRows, type SlottedRow } from "../amounts/group-rows";
import { labelKey } from "../amounts/merge-amount-tables";

type Rows = Pick<TableauIndicateurs, "lignesAction" | "lignesIndicateur">;

/** The rows of one table, with the years that each of its indicator rows shows. */
interface DatedRows extends Rows {
  readonly years: readonly (readonly number[])[];
}

interface ActionRow {
  readonly key: string;
  /** Among those of all the tables. */
  readonly rank: number;
  readonly ligne: Rows["lignesAction"][number];
  readonly labels: Map<number, Cell>;
}

interface IndicatorRow extends SlottedRow {
  readonly years: readonly number[];
  readonly ligne: LigneIndicateur;
  readonly action: ActionRow | null;
}

/** Stands for the year of a row that gives the initial situation: it names its indicator as the others do. */
const T0 = 0;

/** The first label of each year counts. */
function addLabels(labels: Map<number, Cell>, years: readonly number[], label: Cell): void {
  for (const annee of years) if (!labels.has(annee)) labels.set(annee, label);
}

function labelsOf(group: readonly IndicatorRow[]): ReadonlyMap<number, Cell> {
  const labels = new Map<number, Cell>();
  for (const { years, ligne } of group) addLabels(labels, years.length > 0 ? years : [T0], ligne.label);
  return labels;
}

/** The first row that has a figure wins; the initial situation may be given on one of them only. */
function mergeFigures(rows: readonly LigneIndicateur[]): readonly ShownFigure[] {
  const figures = rows.flatMap((row) => row.figures);
  const isT0 = ({ nature }: ShownFigure): boolean => nature === "t0";
  const t0 = figures.find((figure) => isT0(figure) && figure.cell.known.reason !== "missing") ?? figures.find(isT0);
  const others = figures.filter((figure) => !isT0(figure));
  return [...(t0 ? [t0] : []), ...firstOfEach(others, ({ nature, year }) => `${nature}/${year}`)];
}

/** Rows of one part are told apart by their year; rows of several parts by the part. */
export function mergeIndicatorRows(parts: readonly DatedRows[]): Rows {
  const actions = new Map<string, ActionRow>();
  const rows: IndicatorRow[] = [];
  for (const [at, { lignesAction, lignesIndicateur, years }] of parts.entries()) {
    const own = lignesAction.map((ligne): ActionRow => {
      const key = labelKey(ligne.action, ligne.label);
      const action = actions.get(key) ?? { key, rank: actions.size, ligne, labels: new Map() };
      actions.set(key, action);
      return action;
    });
    for (const [index, ligne] of lignesIndicateur.entries()) {
      const shown = years[index] ?? [];
      const action = own[ligne.ligneAction ?? -1] ?? null;
      const label = lignesAction[ligne.ligneAction ?? -1]?.label;
      if (action && label) addLabels(action.labels, shown, label);
      const slot = parts.length > 1 ? at : (shown[0] ?? 0);
      const key = `${action?.key ?? ""}/${foldLabel(ligne.indicateur?.intitule ?? ligne.label.text)}`;
      rows.push({ slot, key, years: shown, ligne, action });
    }
  }
  return {
    lignesAction: [...actions.values()].map(({ ligne, labels }) => ({ ...ligne, labels })),
    lignesIndicateur: groupRows(rows).map((group) => ({
      label: group[0].ligne.label,
      labels: labelsOf(group),
      indicateur: group[0].ligne.indicateur,
      ligneAction: group[0].action?.rank ?? null,
      figures: mergeFigures(group.map(({ ligne }) => ligne)),
    })),
  };
}

/** `parts` show nothing twice: targets and achieved values apart, and each action's. */
export function mergeIndicatorTables(
  parts: readonly [TableauIndicateurs, ...TableauIndicateurs[]],
): TableauIndicateurs {
  const [first] = parts;
  const rows = mergeIndicatorRows(
    parts.map((part) => ({ ...part, years: part.lignesIndicateur.map(() => yearsOf(part)) })),
  );
  const unknown = parts.flatMap(({ lignesNonReconnues }) => lignesNonReconnues ?? []);
  const bare = parts.flatMap(({ lignesSansChiffre }) => lignesSansChiffre ?? []);
  const redites = parts.flatMap((part) => part.redites ?? []);
  return {
    range: first.range,
    heading: first.heading,
    // Tables of other actions repeat the years.
    annees: firstOfEach(
      parts.flatMap(({ annees }) => annees),
      ({ annee }) => annee,
    ),
    anneesRealisees: firstOfEach(
      parts.flatMap(({ anneesRealisees }) => anneesRealisees),
      ({ annee }) => annee,
    ),
    ...rows,
    lignesIgnorees: parts.flatMap(({ lignesIgnorees }) => lignesIgnorees),
    ...(unknown.length > 0 && { lignesNonReconnues: unknown }),
    ...(bare.length > 0 && { lignesSansChiffre: bare }),
    ...(redites.length > 0 && { redites }),
    plages: parts.map(describePart),
  };
}
