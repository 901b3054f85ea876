// Says what was understood of a workbook, to be shown to the agent: one entry per range that a table was read from.
import { formatCellRef, formatLocalRange } from "xlsx-model/cell-ref";
import { formatLocalCell } from "xlsx-model/local-cell";
import type {
  ChoixTableau,
  Dossier,
  PlageLue,
  TableauBudgetaire,
  TableauExecution,
  TableauIndicateurs,
} from "../domain/dossier";
import { formatListeCourte } from "../domain/words/format";
import { direMesures } from "../domain/mesure";
import { cite, typographie } from "../domain/words/typographie";
import type { ReadTable, TableChoice } from "../verification";
import { describeParts } from "./parts/describe-parts";
import { describePart } from "./describe-part";
import { addSheetNotes } from "./sheet-notes";

function describePlage(kind: ReadTable["kind"], plage: PlageLue): ReadTable {
  return {
    kind,
    sheet: plage.range.sheet,
    range: formatLocalRange(plage.range),
    ...(kind !== "indicators" && { unit: plage.unit }),
    actions: plage.actions,
    ...(kind === "indicators" ? { indicators: plage.indicateurs } : { axes: plage.axes }),
    years: [...plage.annees].sort((a, b) => a - b),
    ignoredRows: plage.lignesIgnorees,
    ...(plage.notes.length > 0 && { notes: plage.notes }),
  };
}

/** What is said of the table as a whole stands with its first range. */
function describeTable(kind: ReadTable["kind"], table: TableauBudgetaire | TableauIndicateurs | null): ReadTable[] {
  if (!table) return [];
  const [first, ...others] = table.plages ?? [describePart(table)];
  if (!first) return [];
  const notes = table.plages ? [...first.notes, ...(table.notes ?? [])] : first.notes;
  return [{ ...first, notes }, ...others].map((plage) => describePlage(kind, plage));
}

const SHOWN = 3;

/** No rule asks for an executed action to be the contract's: that it is held against nothing is said here. */
function withUnknownActions(execution: TableauExecution): TableauExecution {
  const unknown = execution.lignesAction.filter(({ action }) => action === null);
  if (unknown.length === 0) return execution;
  const named = unknown.map(({ label: { ref, text } }) => `${cite(text)} (${formatLocalCell(ref.row, ref.column)})`);
  const note = `Actions exécutées qui ne sont pas au contrat, sans comparaison avec lui : ${formatListeCourte(named, SHOWN)}.`;
  return { ...execution, notes: [...(execution.notes ?? []), typographie(note)] };
}

/** What is executed, and of which taxes, stands with the table that shows it. */
function withMesures(table: TableauBudgetaire | null, { mesures }: Dossier): TableauBudgetaire | null {
  const said = direMesures(mesures);
  return table && said !== null ? { ...table, notes: [...(table.notes ?? []), said] } : table;
}

const RECAP = "Récapitulatif de totaux : il a été comparé aux sommes des actions.";

const withRecapNote = (tableau: TableauBudgetaire): TableauBudgetaire => ({
  ...tableau,
  notes: [...(tableau.notes ?? []), typographie(RECAP)],
});

export function describeRead(dossier: Dossier): ReadTable[] {
  const { budget, execution, indicators, feuilles = [], recapitulatifs = [] } = dossier;
  const tables = [
    ...describeTable("budget", execution ? budget : withMesures(budget, dossier)),
    ...describeTable("execution", withMesures(execution && withUnknownActions(execution), dossier)),
    ...recapitulatifs.flatMap(({ de, tableau }) => describeTable(de, withRecapNote(tableau))),
    ...describeTable("indicators", indicators),
    ...describeParts(dossier),
    ...describeContrat(dossier),
  ];
  return addSheetNotes(tables, feuilles);
}

function describeContrat({ feuilleContrat, convention, contratInconnu }: Dossier): ReadTable[] {
  if (!feuilleContrat) return [];
  return [
    {
      kind: "contract",
      sheet: feuilleContrat.range.sheet,
      range: formatLocalRange(feuilleContrat.range),
      actions: convention.actions.length,
      axes: convention.axes.length,
      indicators: convention.actions.reduce((sum, { indicateurs }) => sum + indicateurs.length, 0),
      years: convention.annees.map(({ annee }) => annee),
      ignoredRows: [],
      ...(contratInconnu !== undefined && { notes: [contratInconnu] }),
    },
  ];
}

/** The tables that the agent has to choose between, or chose between. */
export function describeChoices(choix: readonly ChoixTableau[]): TableChoice[] {
  return choix
    .filter(({ candidats }) => candidats.length > 0)
    .map(({ kind, candidats }) => ({
      kind,
      candidates: candidats.map(({ range, heading, actions, annees, retenu }) => ({
        sheet: range.sheet,
        range: formatLocalRange(range),
        heading: formatCellRef(heading),
        actions,
        years: annees,
        chosen: retenu,
      })),
    }));
}
