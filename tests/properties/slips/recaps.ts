// Slips in a recapitulation of the budget, on its own sheet.
import type { Convention } from "../../../src/core/contract/convention";
import { changeSum } from "../content";
import { PLAIN_RECAP, recapColumns } from "../write-recap";
import type { WorkbookLayout } from "../workbook-layout";
import { EARLY, party, pick, plantBudget as plant, spotIn, type Slip } from "./slip";

/** With both parts: totals alone are named, and not compared. */
const withRecap = (layout: WorkbookLayout): WorkbookLayout => {
  const { columns, ...recap } = layout.recap ?? PLAIN_RECAP;
  return { ...layout, recap: { ...recap, columns: columns === "total" ? "all" : columns, hasTotal: true } };
};

/** The total of a single axe may be of anything: it is named, and not compared. */
const isSummedUp = ({ axes }: Convention): boolean => axes.length > 1;

export const recapSlips: readonly Slip[] = [
  {
    name: "a wrong total of an axe in a recapitulation",
    rules: ["sous-total-axe"],
    asOf: EARLY,
    needs: withRecap,
    plant(content, dice, { recap }) {
      const spot = spotIn(content, "budget", dice);
      const colonne = recap && pick(recapColumns(recap), dice.colonne);
      if (!spot || !colonne || !isSummedUp(spot.convention)) return null;
      const { axe } = spot.row;
      const tag = `budget:recap/${axe}/${spot.annee}/${colonne}`;
      return plant(content, changeSum(spot.table, tag, { add: 1 + dice.amount }), {
        expected: (workbook) => [
          {
            severity: "error",
            id: `sous-total-axe/axe-${axe}/${spot.annee}/${party(colonne)}/recapitulatif`,
            cells: [workbook.at(tag)],
          },
        ],
        also: [],
      });
    },
  },
  {
    name: "a wrong TOTAL in a recapitulation",
    rules: ["total-general"],
    asOf: EARLY,
    needs: withRecap,
    plant(content, dice, { recap }) {
      const { budget } = content;
      const annee = budget && pick(budget.years, dice.year);
      const colonne = recap && pick(recapColumns(recap), dice.colonne);
      if (!budget || annee === null || !colonne || !isSummedUp(content.convention)) return null;
      const tag = `budget:recap/total/${annee}/${colonne}`;
      return plant(content, changeSum(budget, tag, { add: -1 - dice.amount }), {
        expected: (workbook) => [
          {
            severity: "error",
            id: `total-general/${annee}/${party(colonne)}/recapitulatif`,
            cells: [workbook.at(tag)],
          },
        ],
        also: [],
      });
    },
  },
];
