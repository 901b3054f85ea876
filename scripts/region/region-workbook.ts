// The workbook of an invented contract, with its slips, as Excel would have saved it: formulas with their results.
import { columnName } from "xlsx-model/local-cell";
import { createXlsx } from "xlsx-model/create-xlsx";
import type { SheetModel } from "xlsx-model/workbook-model";
import { CLOSED, YEARS, type RegionAction, type RegionContract } from "./region";

type Cell = string | number | null;

function put(sheet: SheetModel, row: number, values: readonly Cell[]): void {
  values.forEach((value, column) => {
    if (value !== null) sheet.setContent(row, column, { value, formula: null });
  });
}

const euros = (centimes: number): number => centimes / 100;

/** The rows of the actions below their axes, then the total. */
function layOutActions(
  sheet: SheetModel,
  { axes, actions }: RegionContract,
  cells: (action: RegionAction) => readonly (number | null)[],
): void {
  let row = 2;
  const sums: number[] = [];
  for (const [index, intitule] of axes.entries()) {
    put(sheet, row++, [`Axe ${index + 1} : ${intitule}`]);
    for (const action of actions.filter(({ axe }) => axe === index + 1)) {
      const values = cells(action);
      put(sheet, row++, [
        `${action.numero} ${action.intitule}`,
        ...values.map((value) => (value === null ? null : euros(value))),
      ]);
      values.forEach((value, column) => (sums[column] = (sums[column] ?? 0) + (value ?? 0)));
    }
  }
  put(sheet, row, ["TOTAL"]);
  sums.forEach((sum, column) => {
    const letter = columnName(column + 1);
    sheet.setContent(row, column + 1, { value: euros(sum), formula: `=SUM(${letter}3:${letter}${row})` });
  });
}

function layOutBudget(sheet: SheetModel, contract: RegionContract): void {
  put(sheet, 0, ["Année", ...YEARS.flatMap((annee) => [annee, null, null])]);
  put(sheet, 1, [null, ...YEARS.flatMap(() => ["Total", "Etat", "Agglo"])]);
  layOutActions(sheet, contract, ({ numero, montants }) =>
    montants.flatMap(({ etat, collectivite }, index) => {
      const slips = contract.sousLeSeuil.some(({ action, annee }) => action === numero && annee === YEARS[index]);
      const local = slips ? etat - 1 : collectivite;
      return [etat + local, etat, local];
    }),
  );
}

function layOutExecution(sheet: SheetModel, contract: RegionContract): void {
  put(sheet, 0, ["Exécution", ...CLOSED.flatMap((annee) => [annee, null, null, null])]);
  put(sheet, 1, [
    null,
    ...CLOSED.flatMap(() => ["Exécuté Etat", "Exécuté Agglo", "Exécuté Total", "Versé par l’État"]),
  ]);
  layOutActions(sheet, contract, ({ executes }) =>
    executes.flatMap((executed) =>
      executed
        ? [executed.etat, executed.collectivite, executed.etat + executed.collectivite, executed.verse]
        : [null, null, null, null],
    ),
  );
}

function layOutIndicators(sheet: SheetModel, { axes, actions }: RegionContract): void {
  const headings = YEARS.flatMap((annee, index) =>
    index < CLOSED.length ? [`Cible ${annee}`, `Réalisé ${annee}`] : [`Cible ${annee}`],
  );
  put(sheet, 0, ["Actions", "Indicateurs", "Situation T0", ...headings]);
  let row = 1;
  for (const [index, intitule] of axes.entries()) {
    put(sheet, row++, [`Axe ${index + 1} : ${intitule}`]);
    for (const { numero, intitule: action, indicateur } of actions.filter(({ axe }) => axe === index + 1)) {
      const values = indicateur.cibles.flatMap((cible, year) =>
        year < CLOSED.length ? [cible, indicateur.realises[year] ?? null] : [cible],
      );
      put(sheet, row++, [`Action n°${numero} - ${action}`, indicateur.intitule, indicateur.t0, ...values]);
    }
  }
}

export function workbookOf(contract: RegionContract): Uint8Array {
  const workbook = createXlsx(`${contract.nom}.xlsx`);
  const [budget] = workbook.sheets;
  if (!budget) throw new Error("a new workbook has a sheet");
  budget.name = "Tableau budgétaire";
  layOutBudget(budget, contract);
  layOutExecution(workbook.addSheet("Exécution"), contract);
  layOutIndicators(workbook.addSheet("Indicateurs"), contract);
  return workbook.save();
}
