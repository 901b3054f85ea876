// Slips in the sums of a budget: subtotals, the TOTAL, and their formulas.
import { changeSum, COLONNES } from "../content";
import type { WorkbookLayout } from "../workbook-layout";
import { EARLY, party, pick, plantBudget as plant, spotIn, withBudget, type Dice, type Slip } from "./slip";

const withTotalRow = (layout: WorkbookLayout): WorkbookLayout =>
  withBudget(layout, {
    totalRow: layout.budget.totalRow ?? "TOTAL",
    flatOrder: "by year",
    totalFormula: layout.budget.totalFormula === "subtotals" ? "cells" : layout.budget.totalFormula,
  });

const withSubtotals = (layout: WorkbookLayout): WorkbookLayout =>
  withBudget(layout, {
    form: layout.budget.form === "flat" ? "columns" : layout.budget.form,
    axes: layout.budget.axes === "none" ? "rows" : layout.budget.axes,
    subtotals:
      layout.budget.subtotals === "none" || layout.budget.axes === "column" ? "after" : layout.budget.subtotals,
    totalFormula: "cells",
  });

const colonneOf = ({ budget }: WorkbookLayout, dice: Dice) =>
  pick(
    COLONNES.filter((colonne) => colonne !== "total" || budget.hasTotalColumn),
    dice.colonne,
  ) ?? "etat";

const withPeriod = (layout: WorkbookLayout): WorkbookLayout =>
  withBudget(layout, {
    form: "columns",
    heads: layout.budget.heads === "parties over years" ? "two rows" : layout.budget.heads,
    hasTotalColumn: true,
    hasPeriod: true,
  });

export const sumSlips: readonly Slip[] = [
  {
    name: "a wrong total over the years",
    rules: ["total-de-la-periode"],
    asOf: EARLY,
    needs: withPeriod,
    plant(content, dice) {
      const spot = spotIn(content, "budget", dice);
      if (!spot || spot.table.years.length < 2) return null;
      const tag = `budget:periode/${spot.row.id}`;
      return plant(content, changeSum(spot.table, tag, { add: 1 + dice.amount }), {
        expected: (workbook) => [
          { severity: "error", id: `total-de-la-periode/${spot.numero}/total/periode`, cells: [workbook.at(tag)] },
        ],
        also: [],
      });
    },
  },
  {
    name: "a wrong subtotal",
    rules: ["sous-total-axe"],
    asOf: EARLY,
    needs: withSubtotals,
    plant(content, dice, layout) {
      const spot = spotIn(content, "budget", dice);
      if (!spot) return null;
      const colonne = colonneOf(layout, dice);
      const tag = `budget:subtotal/${spot.row.axe}/${spot.annee}/${colonne}`;
      return plant(content, changeSum(spot.table, tag, { add: 1 + dice.amount }), {
        expected: (workbook) => [
          {
            severity: "error",
            id: `sous-total-axe/axe-${spot.row.axe}/${spot.annee}/${party(colonne)}`,
            cells: [workbook.at(tag)],
          },
        ],
        also: [],
      });
    },
  },
  {
    name: "a wrong TOTAL",
    rules: ["total-general"],
    asOf: EARLY,
    needs: withTotalRow,
    plant(content, dice, layout) {
      const { budget } = content;
      const annee = budget && pick(budget.years, dice.year);
      if (!budget || annee === null) return null;
      const colonne = colonneOf(layout, dice);
      const tag = `budget:total/${annee}/${colonne}`;
      return plant(content, changeSum(budget, tag, { add: 1 + dice.amount }), {
        expected: (workbook) => [
          { severity: "error", id: `total-general/${annee}/${party(colonne)}`, cells: [workbook.at(tag)] },
        ],
        also: [],
      });
    },
  },
  {
    name: "a TOTAL typed over its formula",
    rules: ["total-en-formule"],
    asOf: EARLY,
    needs: (layout) => withBudget(withTotalRow(layout), { formulas: "all" }),
    plant(content, dice, layout) {
      const { budget } = content;
      const annee = budget && pick(budget.years, dice.year);
      if (!budget || annee === null) return null;
      const tag = `budget:total/${annee}/${colonneOf(layout, dice)}`;
      return plant(content, changeSum(budget, tag, { isTyped: true }), {
        expected: (workbook) => [{ severity: "info", id: "total-en-formule", cells: [workbook.at(tag)] }],
        also: [],
      });
    },
  },
  {
    name: "a TOTAL whose formula leaves out an action",
    rules: ["formule-incomplete"],
    asOf: EARLY,
    needs: withTotalRow,
    plant(content, dice, layout) {
      const spot = spotIn(content, "budget", dice);
      if (!spot || spot.table.rows.length < 2) return null;
      const colonne = colonneOf(layout, dice);
      const tag = `budget:total/${spot.annee}/${colonne}`;
      return plant(content, changeSum(spot.table, tag, { without: spot.row.id }), {
        expected: (workbook) => [
          { severity: "warning", id: `formule-incomplete/${spot.annee}/${party(colonne)}`, cells: [workbook.at(tag)] },
          { severity: "error", id: `total-general/${spot.annee}/${party(colonne)}`, cells: [workbook.at(tag)] },
        ],
        also: [],
      });
    },
  },
];
