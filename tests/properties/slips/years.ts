// Slips in the years of a budget and in their columns.
import type { AmountTable } from "../content";
import type { WorkbookLayout } from "../workbook-layout";
import { EARLY, party, pick, plantBudget as plant, withBudget, type Slip } from "./slip";

const first = (table: AmountTable): number => Math.min(...table.years);

const inColumns = (layout: WorkbookLayout): WorkbookLayout =>
  withBudget(layout, {
    form: "columns",
    heads: layout.budget.heads === "parties over years" ? "two rows" : layout.budget.heads,
    yearCells: "merged",
  });

export const yearSlips: readonly Slip[] = [
  {
    name: "a year that is missing",
    rules: ["annees-du-contrat"],
    asOf: EARLY,
    plant(content, dice, layout) {
      const { budget } = content;
      const annee = budget && pick(budget.years, dice.year);
      if (!budget || annee === null || budget.years.length < 2) return null;
      const kept = { ...budget, years: budget.years.filter((year) => year !== annee) };
      const heading = layout.budget.form === "flat" ? `budget:year/${first(kept)}` : "budget:heading";
      return plant(content, kept, {
        expected: (workbook) => [
          { severity: "error", id: `annees-du-contrat/${annee}`, cells: [workbook.at(heading)] },
        ],
        also: [],
      });
    },
  },
  {
    name: "a year outside the period",
    rules: ["annees-du-contrat"],
    asOf: EARLY,
    plant(content) {
      const { budget } = content;
      if (!budget) return null;
      const last = Math.max(...budget.years);
      const rows = budget.rows.map((row) => {
        const own = row.montants.get(last);
        return { ...row, montants: new Map([...row.montants, ...(own ? [[2042, own] as const] : [])]) };
      });
      return plant(
        content,
        { ...budget, rows, years: [...budget.years, 2042] },
        {
          expected: (workbook) => [
            { severity: "error", id: "annees-du-contrat/2042", cells: [workbook.at("budget:year/2042")] },
          ],
          also: [],
        },
      );
    },
  },
  {
    name: "a year that comes again",
    rules: ["annees-du-contrat"],
    asOf: EARLY,
    needs: inColumns,
    plant(content, dice) {
      const { budget } = content;
      const annee = budget && pick(budget.years, dice.year);
      if (!budget || annee === null) return null;
      return plant(
        content,
        { ...budget, repeated: new Set([`${annee}`]) },
        {
          expected: (workbook) => [
            { severity: "error", id: `annees-du-contrat/${annee}`, cells: [workbook.at(`budget:year/${annee}#2`)] },
          ],
          also: [],
        },
      );
    },
  },
  {
    name: "a column that comes again",
    rules: ["annees-du-contrat"],
    asOf: EARLY,
    needs: (layout) => (layout.budget.form === "columns" || layout.budget.form === "flat" ? inColumns(layout) : layout),
    plant(content, dice) {
      const { budget } = content;
      const annee = budget && pick(budget.years, dice.year);
      const colonne = pick(["etat", "collectivite"] as const, dice.colonne);
      if (!budget || annee === null || !colonne) return null;
      return plant(
        content,
        { ...budget, repeated: new Set([`${annee}/${colonne}`]) },
        {
          expected: (workbook) => [
            {
              severity: "error",
              id: `annees-du-contrat/${annee}/${party(colonne)}`,
              cells: [workbook.at(`budget:column/${annee}/${colonne}#2`)],
            },
          ],
          also: [],
        },
      );
    },
  },
  {
    name: "a column that is missing",
    rules: ["annees-du-contrat"],
    asOf: EARLY,
    needs: (layout) => {
      const shown = withBudget(layout, { hasTotalColumn: true, yearCells: "merged" });
      return layout.budget.form === "flat" ? inColumns(shown) : shown;
    },
    plant(content, dice) {
      const { budget } = content;
      const annee = budget && pick(budget.years, dice.year);
      const colonne = pick(["etat", "collectivite"] as const, dice.colonne);
      if (!budget || annee === null || !colonne) return null;
      return plant(
        content,
        { ...budget, dropped: new Set([`${annee}/${colonne}`]) },
        {
          expected: (workbook) => [
            {
              severity: "error",
              id: `annees-du-contrat/${annee}/${party(colonne)}`,
              cells: [workbook.at(`budget:year/${annee}`)],
            },
          ],
          also: [],
        },
      );
    },
  },
];
