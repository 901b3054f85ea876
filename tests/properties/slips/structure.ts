// Slips in the rows, the years and the sums of a budget.
import { changeRow, changeSum, COLONNES, type AmountRow, type AmountTable, type Content } from "../content";
import type { Workbook } from "../canvas";
import type { WorkbookLayout } from "../workbook-layout";
import { EARLY, party, pick, spotIn, withBudget, type Dice, type Planted, type Slip } from "./slip";

const SPLIT = ["enveloppe-annuelle", "repartition-par-axe"];

const labelsOf = (workbook: Workbook, { table, id }: { table: AmountTable; id: string }): string[] => [
  ...new Set(
    table.years
      .map((annee) => `budget:label/${id}/${annee}`)
      .flatMap((tag) => (workbook.has(tag) ? [workbook.at(tag)] : [])),
  ),
];

const first = (table: AmountTable): number => Math.min(...table.years);

function plant(content: Content, budget: AmountTable, planted: Omit<Planted, "content">): Planted {
  return { content: { ...content, budget }, ...planted };
}

const inColumns = (layout: WorkbookLayout): WorkbookLayout =>
  withBudget(layout, {
    form: "columns",
    heads: layout.budget.heads === "parties over years" ? "two rows" : layout.budget.heads,
    yearCells: "merged",
  });

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

export const structureSlips: readonly Slip[] = [
  {
    name: "no budget table",
    rules: ["tableau-attendu"],
    asOf: EARLY,
    plant: (content) => ({
      content: { ...content, budget: null },
      expected: () => [{ severity: "error", id: "tableau-attendu/tableau-budgetaire", cells: [] }],
      also: [],
    }),
  },
  {
    name: "an action that is missing",
    rules: ["actions-du-contrat"],
    asOf: EARLY,
    plant(content, dice) {
      const spot = spotIn(content, "budget", dice);
      if (!spot || spot.table.rows.length < 2) return null;
      const { row, numero } = spot;
      const budget = { ...spot.table, rows: spot.table.rows.filter((one) => one !== row) };
      return plant(content, budget, {
        expected: (workbook) => [
          {
            severity: "error",
            id: `actions-du-contrat/${numero}`,
            cells: [workbook.at(`budget:axe/${row.axe}/${first(budget)}`, "budget:heading")],
          },
        ],
        also: SPLIT,
      });
    },
  },
  {
    name: "an action that is missing in one year",
    rules: ["actions-du-contrat"],
    asOf: EARLY,
    needs: (layout) => withBudget(layout, { form: layout.budget.form === "columns" ? "sheets" : layout.budget.form }),
    plant(content, dice) {
      const spot = spotIn(content, "budget", dice);
      if (!spot || spot.table.rows.length < 2) return null;
      const { row, annee, numero } = spot;
      const budget = changeRow(spot.table, row.id, (one) => ({
        ...one,
        montants: new Map([...one.montants].filter(([year]) => year !== annee)),
      }));
      return plant(content, budget, {
        expected: (workbook) => [
          {
            severity: "error",
            id: `actions-du-contrat/${numero}/${annee}`,
            cells: [workbook.at(`budget:axe/${row.axe}/${annee}`, `budget:heading/${annee}`)],
          },
        ],
        also: SPLIT,
      });
    },
  },
  {
    name: "an action that stands twice",
    rules: ["actions-du-contrat"],
    asOf: EARLY,
    plant(content, dice) {
      const spot = spotIn(content, "budget", dice);
      if (!spot) return null;
      const again: AmountRow = { ...spot.row, id: `${spot.row.id} bis` };
      const isNext = dice.other % 2 === 0;
      const rows = spot.table.rows.flatMap((one) => (one === spot.row && isNext ? [one, again] : [one]));
      const budget = { ...spot.table, rows: isNext ? rows : [...rows, again] };
      return plant(content, budget, {
        expected: (workbook) => [
          {
            severity: "error",
            id: `actions-du-contrat/${spot.numero}/ligne-2`,
            cells: labelsOf(workbook, { table: budget, id: again.id }),
          },
        ],
        also: SPLIT,
      });
    },
  },
  {
    name: "an action that the contract does not have",
    rules: ["actions-du-contrat"],
    asOf: EARLY,
    plant(content, dice) {
      const spot = spotIn(content, "budget", dice);
      if (!spot) return null;
      const isNumbered = dice.other % 2 === 0;
      const stranger: AmountRow = {
        ...spot.row,
        id: "autre",
        numero: isNumbered ? 99 : null,
        intitule: "Organiser une fête de quartier",
      };
      const budget = { ...spot.table, rows: [...spot.table.rows, stranger] };
      return plant(content, budget, {
        expected: (workbook) => [
          {
            severity: "warning",
            id: "actions-du-contrat/action-*",
            cells: labelsOf(workbook, { table: budget, id: stranger.id }),
          },
        ],
        also: SPLIT,
      });
    },
  },
  {
    name: "an action under another axe",
    rules: ["action-dans-son-axe"],
    asOf: EARLY,
    needs: (layout) =>
      withBudget(layout, {
        axes: layout.budget.form === "flat" || layout.budget.axes === "none" ? "column" : layout.budget.axes,
      }),
    plant(content, dice) {
      const spot = spotIn(content, "budget", dice);
      const others = spot
        ? [...new Set(spot.table.rows.map(({ axe }) => axe))].filter((axe) => axe !== spot.row.axe)
        : [];
      const axe = pick(others, dice.other);
      if (!spot || axe === null) return null;
      const budget = changeRow(spot.table, spot.row.id, (row) => ({ ...row, axe }));
      return plant(content, budget, {
        expected: (workbook) => [
          {
            severity: "error",
            id: `action-dans-son-axe/${spot.numero}`,
            cells: labelsOf(workbook, { table: budget, id: spot.row.id }),
          },
        ],
        also: ["repartition-par-axe"],
      });
    },
  },
  {
    name: "a label with a slip of the pen",
    rules: ["libelle-du-contrat"],
    asOf: EARLY,
    plant(content, dice) {
      const spot = spotIn(content, "budget", dice);
      if (!spot || spot.row.intitule.length < 24) return null;
      const at = 8 + (dice.amount % 8);
      const { intitule } = spot.row;
      const slipped = `${intitule.slice(0, at)}${intitule.slice(at + 1)}`;
      // A space or a doubled letter may be no slip at all.
      if (/[\s’'-]/.test(intitule.slice(at - 1, at + 2)) || slipped === intitule) return null;
      const budget = changeRow(spot.table, spot.row.id, (row) => ({ ...row, intitule: slipped }));
      return plant(content, budget, {
        expected: (workbook) => [
          {
            severity: "info",
            id: `libelle-du-contrat/${spot.numero}/tableau-budgetaire`,
            cells: labelsOf(workbook, { table: budget, id: spot.row.id }),
          },
        ],
        also: [],
      });
    },
  },
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
