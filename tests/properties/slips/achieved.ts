// Slips in what was achieved, and in the national indicators.
import { slug } from "../../../src/core/domain/words/typographie";
import { changeIndicator, closedYears, yearsOf, type Content } from "../content";
import { NATIONAL } from "../contracts";
import { changeAchieved, plantIndicators as plant, spotIn, spotWhere } from "./indicator-spot";
import { LATE, pick, withIndicators, type Slip } from "./slip";

const MISSING = [null, "nd", "NC", "–"];

const withAchieved: Slip["needs"] = (layout) =>
  layout.indicators.form === "targets" ? withIndicators(layout, { form: "pairs" }) : layout;

const closed = ({ convention }: Content): readonly number[] => closedYears(convention, LATE);

export const achievedSlips: readonly Slip[] = [
  {
    name: "an achieved value that is not given",
    rules: ["realise-renseigne"],
    asOf: LATE,
    needs: withAchieved,
    plant(content, dice) {
      const spot = spotIn(content, dice, closed(content));
      if (!spot) return null;
      return changeAchieved(content, spot, pick(MISSING, dice.amount), {
        expected: (workbook) => [
          {
            severity: "warning",
            id: `realise-renseigne/${spot.annee}`,
            cells: [workbook.at(`indicators:realise/${spot.row.id}/${spot.annee}`)],
          },
        ],
        also: [],
      });
    },
  },
  {
    name: "an achieved value below the alert threshold",
    rules: ["cible-atteinte"],
    asOf: LATE,
    needs: withAchieved,
    plant(content, dice) {
      const spot = spotWhere(content, dice, true, closed(content));
      if (!spot || spot.target === "nd" || spot.target === 0) return null;
      return changeAchieved(content, spot, Math.floor(spot.target / 2), {
        expected: (workbook) => [
          {
            severity: "warning",
            id: `cible-atteinte/${spot.place}/${spot.annee}`,
            cells: [workbook.at(`indicators:realise/${spot.row.id}/${spot.annee}`)],
          },
        ],
        also: [],
      });
    },
  },
  {
    name: "an achieved value just below its target",
    rules: ["cible-atteinte"],
    asOf: LATE,
    needs: withAchieved,
    plant(content, dice) {
      const spot = spotWhere(content, dice, true, closed(content));
      if (!spot || spot.target === "nd" || spot.target < 6) return null;
      return changeAchieved(content, spot, spot.target - 1, {
        expected: (workbook) => [
          {
            severity: "info",
            id: `cible-atteinte/${spot.place}/${spot.annee}`,
            cells: [workbook.at(`indicators:realise/${spot.row.id}/${spot.annee}`)],
          },
        ],
        also: [],
      });
    },
  },
  {
    name: "a national indicator that is not given",
    rules: ["indicateurs-nationaux"],
    asOf: LATE,
    needs: withAchieved,
    plant(content, dice) {
      const annee = pick(closed(content), dice.year);
      if (!content.indicators || annee === null || content.convention.indicateursNationaux.length === 0) return null;
      const changed = changeIndicator(content.indicators, "national.1", (row) => [
        { ...row, realises: new Map(row.realises).set(annee, pick(MISSING, dice.amount)) },
      ]);
      return plant(content, changed, {
        expected: (workbook) => [
          {
            severity: "warning",
            id: `indicateurs-nationaux/${slug(NATIONAL)}`,
            cells: [workbook.at(`indicators:realise/national.1/${annee}`)],
          },
        ],
        also: [],
      });
    },
  },
  {
    name: "a national indicator that is missing",
    rules: ["indicateurs-nationaux"],
    asOf: LATE,
    needs: withAchieved,
    plant(content) {
      if (!content.indicators || content.convention.indicateursNationaux.length === 0) return null;
      return plant(
        content,
        changeIndicator(content.indicators, "national.1", () => []),
        {
          expected: (workbook) => [
            {
              severity: "warning",
              id: `indicateurs-nationaux/${slug(NATIONAL)}`,
              cells: [workbook.at("indicators:heading", `indicators:heading/${yearsOf(content.convention)[0] ?? 0}`)],
            },
          ],
          also: [],
        },
      );
    },
  },
];
