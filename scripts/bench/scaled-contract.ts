// The Dijon contract with its actions repeated, and a workbook of its budget with slips in proportion.
import { contratIntegre } from "../../src/contracts/built-in";
import { columnName } from "xlsx-model/local-cell";
import type { Convention } from "../../src/core/contract/convention";
import { toEuros } from "../../src/core/domain/values/montant";
import type { CellContent } from "xlsx-model/sheet-values";
import { createXlsx } from "xlsx-model/create-xlsx";

/** One action in this many has a part one centime too low, unless another rate is asked for. */
const SLIP_EVERY = 20;

export function scaledConvention(times: number): Convention {
  const { actions } = contratIntegre;
  const copies = Array.from({ length: times }, (_, copy) =>
    actions.map((action) => ({
      ...action,
      numero: copy * actions.length + Number(action.numero),
      intitule: times === 1 ? action.intitule : `${action.intitule} – volet ${copy + 1}`,
      alias: [],
      // Each action its own, as in a definition that was read.
      indicateurs: action.indicateurs.map((indicateur) => ({ ...indicateur })),
    })),
  ).flat();
  return {
    ...contratIntegre,
    actions: copies.sort((left, right) => left.axe - right.axe),
    creditsEtat: contratIntegre.creditsEtat.map((credit) => ({
      ...credit,
      montant: (credit.montant * times) as typeof credit.montant,
      ...(credit.repartition && {
        repartition: credit.repartition.map((part) => ({
          ...part,
          montant: (part.montant * times) as typeof part.montant,
        })),
      }),
    })),
  };
}

/** Amounts are euros in a definition. */
function toDefinition(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toDefinition);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => {
    const isAmount = typeof each === "number" && ["etat", "collectivite", "montant"].includes(key);
    return [key, isAmount ? each / 100 : toDefinition(each)];
  });
  return Object.fromEntries(entries) as object;
}

/** As `--contrat` takes it. */
export const definitionText = (convention: Convention): string => JSON.stringify(toDefinition(convention));

/**
 * The two annex tables, on two sheets, with typed figures and a TOTAL row of formulas that leave out the last action, each
 * with its value, as Excel keeps them.
 */
export function workbookOf(convention: Convention, slipEvery = SLIP_EVERY): Uint8Array {
  const workbook = createXlsx("banc.xlsx");
  const budget = workbook.sheets[0];
  if (!budget) throw new Error("a new workbook has a sheet");
  budget.name = "Tableau budgétaire";
  const years = convention.annees.map(({ annee }) => annee);
  put(budget, 0, ["Année", ...years.flatMap((year) => [year, null, null])]);
  put(budget, 1, [null, ...years.flatMap(() => ["Total", "Etat", "DM"])]);
  let row = 2;
  let count = 0;
  let counted: readonly number[] = [];
  const sums = years.flatMap(() => [0, 0, 0]);
  for (const axe of convention.axes) {
    put(budget, row++, [`Axe « ${axe.intitule} »`]);
    for (const action of convention.actions.filter((one) => one.axe === axe.numero)) {
      const slip = count++ % slipEvery === 0 ? 0.01 : 0;
      const amounts = action.montants.flatMap(({ etat, collectivite }) => [
        toEuros(etat) + toEuros(collectivite),
        toEuros(etat),
        toEuros(collectivite) - slip,
      ]);
      for (const [index, amount] of counted.entries()) sums[index] = (sums[index] ?? 0) + amount;
      counted = amounts;
      put(budget, row++, [`${action.numero} ${action.intitule}`, ...amounts]);
    }
  }
  budget.setContent(row, 0, { value: "TOTAL", formula: null });
  for (let column = 1; column <= 3 * years.length; column++) {
    const letter = columnName(column);
    const value = Math.round((sums[column - 1] ?? 0) * 100) / 100;
    budget.setPlanned(row, column, { value, formula: `=SUM(${letter}3:${letter}${row - 1})` });
  }
  const indicators = workbook.addSheet("Indicateurs");
  put(indicators, 0, ["Actions", "Indicateurs", "Situation T0", ...years]);
  row = 1;
  for (const axe of convention.axes) {
    put(indicators, row++, [`Axe « ${axe.intitule} »`]);
    for (const action of convention.actions.filter((one) => one.axe === axe.numero)) {
      action.indicateurs.forEach(({ intitule, t0, cibles }, index) => {
        const label = index === 0 ? `Action n°${action.numero} - ${action.intitule}` : null;
        put(indicators, row++, [label, intitule, t0, ...cibles.map(({ valeur }) => valeur)]);
      });
    }
  }
  return workbook.save();
}

type Sheet = ReturnType<typeof createXlsx>["sheets"][number];

function put(sheet: Sheet, row: number, values: readonly CellContent["value"][]): void {
  values.forEach((value, column) => {
    if (value !== null) sheet.setContent(row, column, { value, formula: null });
  });
}
