// Slips in the rows of a budget: missing, repeated, unknown, out of place, mistyped.
import type { Workbook } from "../canvas";
import { changeRow, type AmountRow, type AmountTable } from "../content";
import { EARLY, pick, plantBudget as plant, spotIn, withBudget, type Slip } from "./slip";

const SPLIT = ["enveloppe-annuelle", "repartition-par-axe"];

const labelsOf = (workbook: Workbook, { table, id }: { table: AmountTable; id: string }): string[] => [
  ...new Set(
    table.years
      .map((annee) => `budget:label/${id}/${annee}`)
      .flatMap((tag) => (workbook.has(tag) ? [workbook.at(tag)] : [])),
  ),
];

const first = (table: AmountTable): number => Math.min(...table.years);

export const rowSlips: readonly Slip[] = [
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
    // Without a number it might be anything.
    needs: (layout) => withBudget(layout, { wording: { ...layout.budget.wording, action: "number" } }),
    plant(content, dice) {
      const spot = spotIn(content, "budget", dice);
      if (!spot) return null;
      const stranger: AmountRow = {
        ...spot.row,
        id: "autre",
        numero: 99,
        intitule: "Organiser une fête de quartier",
      };
      const budget = { ...spot.table, rows: [...spot.table.rows, stranger] };
      return plant(content, budget, {
        expected: (workbook) => [
          {
            // With money of the State it needs an avenant.
            severity: [...stranger.montants.values()].some(({ etat }) => etat.centimes) ? "error" : "warning",
            id: "actions-du-contrat/action-*",
            cells: labelsOf(workbook, { table: budget, id: stranger.id }),
          },
        ],
        also: SPLIT,
      });
    },
  },
  {
    name: "a row that names nothing of the contract is asked about, and accuses nobody",
    rules: ["actions-du-contrat"],
    asOf: EARLY,
    plant(content, dice) {
      const spot = spotIn(content, "budget", dice);
      if (!spot) return null;
      const stranger: AmountRow = {
        ...spot.row,
        id: "autre",
        numero: null,
        intitule: "Organiser une fête de quartier",
      };
      const budget = { ...spot.table, rows: [...spot.table.rows, stranger] };
      return plant(content, budget, { expected: () => [], asked: ["row"], also: [] });
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
];
