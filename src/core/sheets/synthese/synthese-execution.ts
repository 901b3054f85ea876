// The rows of the execution by axe: what has been spent of what the contract gives, from the same account as the reports.
import { axeDe } from "../../contract/in-force/en-vigueur";
import { sayReason } from "../../domain/known";
import { formatLocalRange } from "xlsx-model/cell-ref";
import { formatLocalCell } from "xlsx-model/local-cell";
import { isClosed } from "../../contract/in-force/annees-closes";
import type { Action, Axe, Convention } from "../../contract/convention";
import { sumEcritures, type Ecriture } from "../../facts/ledger/ecriture";
import { decisionsSur, direSuites } from "../../facts/ledger/suites";
import type { Dossier } from "../../domain/dossier";
import { formatMontant } from "../../domain/words/format";
import { typographie } from "../../domain/words/typographie";
import type { Ledger } from "../../facts/ledger/ledger";
import { toEuros } from "../../domain/values/montant";
import type { PlannedCell } from "../../workbook-port";
import { shownAmount, type LiveAmounts } from "../parts/live-amounts";
import { moneyRateCell } from "../parts/rate-cells";
import { textCell } from "../parts/sheet-builder";
import type { ConstatDuLieu, Lieu } from "../../reports/place-state";
import { CONFORMITE, describeConstat } from "./conformite";
import { addBoth, COLUMN, explainUnknown, sumAbove, totalHead, type ColumnKey } from "./synthese-rows";

export interface ExecutionSource {
  readonly convention: Convention;
  readonly ledger: Ledger;
  readonly live: LiveAmounts;
  readonly asOf: string;
  readonly decisions?: Dossier["decisions"];
  /** What the rules say there. */
  readonly constat: (lieu: Lieu) => Constats;
}

export interface ExecutionRow {
  readonly cells: readonly PlannedCell[];
  readonly ecriture: Ecriture;
}

const isWrong = ({ etat }: ConstatDuLieu): boolean => etat === "erreur" || etat === "avertissement";

/** What holds of a year that is not over may still change, and an axe that is wrong in the budget is conforming nowhere. */
function wordOf({ execution, budget }: Constats, situation: string): string {
  if (execution.etat !== "conforme") return CONFORMITE[execution.etat];
  if (situation !== "close") return `Année ${situation}`;
  return isWrong(budget) ? "Écart au budget" : CONFORMITE.conforme;
}

interface Constats {
  readonly execution: ConstatDuLieu;
  readonly budget: ConstatDuLieu;
}

export function describeYear(convention: Convention, annee: Convention["annees"][number], asOf: string): string {
  if (isClosed(convention, annee, asOf)) return "close";
  if (asOf > annee.fin) return "achevée, comptes ouverts";
  return asOf < annee.debut ? "à venir" : "en cours";
}

/** Total, rate and rest follow from the cells of the same row. */
function finishRow(
  head: readonly PlannedCell[],
  row: number,
  situation: string,
  constat: Constats,
  parts: { readonly etat: PlannedCell; readonly collectivite: PlannedCell; readonly total: PlannedCell },
  contrat: PlannedCell,
  ecriture: Ecriture,
  notes: readonly string[],
): ExecutionRow {
  const at = (column: ColumnKey): string => formatLocalCell(row, COLUMN[column]);
  const { taux, nonConsomme } = ecriture;
  const rest: PlannedCell = {
    value: shownAmount(nonConsomme),
    formula: `=IF(ISNUMBER(${at("total")}),ROUND(${at("contrat")}-${at("total")},2),"${sayReason(nonConsomme.reason)}")`,
  };
  const rate = moneyRateCell(taux, at("total"), at("contrat"));
  const figures = [parts.etat, parts.collectivite, parts.total, rate, contrat, rest];
  const said = [`Année ${situation}`, ...notes, ...describeConstat(constat.execution)];
  return { cells: [...head, ...figures, textCell(wordOf(constat, situation)), textCell(said.join("\n"))], ecriture };
}

/** What was paid for each action and not used, and what was decided of it, in the words of the rule. */
function direNonUtilise(
  { ledger, convention, decisions, asOf }: ExecutionSource,
  axe: Axe,
  actions: readonly Action[],
  annee: number,
): string[] {
  const source = { convention, asOf, ...(decisions && { decisions }) };
  const ofActions = actions.flatMap((action) => {
    const { value: unused } = ledger.read(action, annee).nonUtilise;
    if (unused === null || unused <= 0) return [];
    const suites = decisionsSur(source, { action: action.numero }, annee);
    const said = suites.length > 0 ? ` : ${direSuites(suites)}` : "";
    return typographie(`Action ${action.numero} – ${formatMontant(unused)} versés et non utilisés${said}.`);
  });
  const ofAxe = decisionsSur(source, { axe: axe.numero }, annee);
  return [...ofActions, ...(ofAxe.length > 0 ? [typographie(`Axe ${axe.numero} – ${direSuites(ofAxe)}.`)] : [])];
}

export function composeExecutionRow(
  source: ExecutionSource,
  axe: Axe,
  year: Convention["annees"][number],
  row: number,
): ExecutionRow {
  const { convention, ledger, live, asOf, constat } = source;
  const { annee } = year;
  const actions = convention.actions.filter((action) => axeDe(action, annee) === axe.numero);
  const own = actions.map((action) => ledger.read(action, annee));
  const ecriture = sumEcritures(own);
  const { execute, contractualise } = ecriture;
  const [etats, locaux] = [own.map((each) => each.execute.etat), own.map((each) => each.execute.collectivite)];
  const isFromParts =
    execute.total.value === null || (execute.etat.value !== null && execute.collectivite.value !== null);
  const at = (column: ColumnKey): string => formatLocalCell(row, COLUMN[column]);
  const { designation } = convention.collectivite;
  const notes = [
    ...explainUnknown(etats).map((note) => `État – ${note}`),
    ...explainUnknown(locaux).map((note) => `${designation} – ${note}`),
    ...direNonUtilise(source, axe, actions, annee),
  ];
  return finishRow(
    [{ value: annee }, textCell(`Axe ${axe.numero}`), textCell(axe.intitule)],
    row,
    describeYear(convention, year, asOf),
    constat({ annee, axe: axe.numero }),
    {
      etat: live.sum(etats, execute.etat),
      collectivite: live.sum(locaux, execute.collectivite),
      // Where the agent gives Totals only, their sum is none of the parts'.
      total: isFromParts
        ? addBoth(at("etat"), at("collectivite"), execute.total)
        : live.sum(
            own.map((each) => each.execute.total),
            execute.total,
          ),
    },
    { value: toEuros(contractualise.total) },
    ecriture,
    notes,
  );
}

/** Adds the rows of the year that stand just above. */
export function composeExecutionTotal(
  { convention, asOf, constat }: ExecutionSource,
  year: Convention["annees"][number],
  above: readonly ExecutionRow[],
  row: number,
): ExecutionRow {
  const ecriture = sumEcritures(above.map((each) => each.ecriture));
  const side = (part: "etat" | "collectivite" | "total"): PlannedCell =>
    sumAbove(
      above.map((each) => each.ecriture.execute[part]),
      part,
      row,
    ).cell;
  const column = COLUMN.contrat;
  const range = formatLocalRange({ top: row - above.length, bottom: row - 1, left: column, right: column });
  const contrat = { value: toEuros(ecriture.contractualise.total), formula: `=SUM(${range})` };
  const sides = { etat: side("etat"), collectivite: side("collectivite"), total: side("total") };
  const situation = describeYear(convention, year, asOf);
  return finishRow(totalHead(year.annee), row, situation, constat({ annee: year.annee }), sides, contrat, ecriture, []);
}
