// Slips in the rows of the indicators and in their targets.
import type { Workbook } from "../canvas";
import { changeIndicator, yearsOf, type IndicatorRow } from "../content";
import { changeTarget, plantIndicators as plant, spotIn, spotWhere, type Spot } from "./indicator-spot";
import { EARLY, indicatorsOf, LATE, pick, type Slip } from "./slip";

const MISSING = [null, "nd", "NC", "–"];
const UNREADABLE = ["environ 12", "#N/A", "10 à 20", "voir bilan"];

/** Where the action is named, on the first of its sheets; else the table's heading. */
const actionCell = (workbook: Workbook, action: number, years: readonly number[]): string => {
  const suffixes = ["", ...years.map((annee) => `/${annee}`)];
  return workbook.at(
    ...suffixes.map((suffix) => `indicators:action/${action}${suffix}`),
    ...suffixes.map((suffix) => `indicators:heading${suffix}`),
  );
};

/** Every cell that names the indicator beside its targets, whatever the layout. */
const labelsOf = (workbook: Workbook, id: string): string[] => [
  ...new Set(
    workbook
      .tagged(`indicators:label/${id}`)
      .filter((tag) => /^(?:\/\d+)?$/.test(tag.slice(`indicators:label/${id}`.length)))
      .map((tag) => workbook.at(tag)),
  ),
];

/** The first place of the starting value: a sheet of each year repeats it. */
const t0Cell = (workbook: Workbook, { row, table }: Spot): string =>
  workbook.at(`indicators:t0/${row.id}`, ...table.years.map((annee) => `indicators:t0/${row.id}/${annee}`));

export const indicatorSlips: readonly Slip[] = [
  {
    name: "no table of indicators",
    rules: ["tableau-attendu"],
    asOf: EARLY,
    plant: (content) => ({
      content: { ...content, indicators: null },
      expected: () => [{ severity: "error", id: "tableau-attendu/tableau-des-indicateurs", cells: [] }],
      also: [],
    }),
  },
  {
    name: "an indicator that is missing",
    rules: ["indicateurs-du-contrat"],
    asOf: EARLY,
    // A row of words alone, of the same action, is asked about: it may be that indicator.
    needs: (layout) => ({ ...layout, indicators: { ...layout.indicators, comment: null } }),
    plant(content, dice) {
      const spot = spotIn(content, dice);
      if (!spot || indicatorsOf(content).length < 2) return null;
      const groups = changeIndicator(spot.table, spot.row.id, () => []).groups;
      return plant(
        content,
        { ...spot.table, groups },
        {
          expected: (workbook) => [
            {
              severity: "error",
              id: `indicateurs-du-contrat/${spot.place}`,
              cells: [actionCell(workbook, spot.action, yearsOf(content.convention))],
            },
          ],
          also: [],
        },
      );
    },
  },
  {
    name: "a starting value that is not the contract's",
    rules: ["t0-contractualise"],
    asOf: EARLY,
    plant(content, dice) {
      const spot = spotIn(content, dice);
      if (!spot || typeof spot.row.t0 !== "number") return null;
      const t0 = spot.row.t0 + 1 + dice.amount;
      return plant(
        content,
        changeIndicator(spot.table, spot.row.id, (row) => [{ ...row, t0 }]),
        {
          expected: (workbook) => [
            { severity: "error", id: `t0-contractualise/${spot.place}/t0`, cells: [t0Cell(workbook, spot)] },
          ],
          also: [],
        },
      );
    },
  },
  {
    name: "an indicator that stands twice",
    rules: ["indicateurs-du-contrat"],
    asOf: EARLY,
    plant(content, dice) {
      const spot = spotIn(content, dice);
      if (!spot) return null;
      const again = { ...spot.row, id: `${spot.row.id} bis` };
      return plant(
        content,
        changeIndicator(spot.table, spot.row.id, (row) => [row, again]),
        {
          expected: (workbook) => [
            {
              severity: "error",
              id: `indicateurs-du-contrat/${spot.place}/ligne-2`,
              cells: labelsOf(workbook, again.id),
            },
          ],
          // Its open targets are said of the second row too.
          also: [],
        },
      );
    },
  },
  {
    name: "an indicator that the contract does not have",
    rules: ["indicateurs-du-contrat"],
    asOf: EARLY,
    plant(content, dice) {
      const spot = spotIn(content, dice);
      if (!spot) return null;
      const cibles = new Map(yearsOf(content.convention).map((annee) => [annee, 12]));
      const stranger: IndicatorRow = {
        ...spot.row,
        id: "autre",
        intitule: "Nombre de fêtes de quartier",
        t0: 3,
        cibles,
      };
      return plant(
        content,
        changeIndicator(spot.table, spot.row.id, (row) => [row, stranger]),
        {
          expected: (workbook) => [
            {
              severity: "info",
              id: `indicateurs-du-contrat/${spot.action}/indicateur-*`,
              cells: labelsOf(workbook, "autre"),
            },
          ],
          also: [],
        },
      );
    },
  },
  {
    name: "a target that cannot be read",
    rules: ["indicateur-lisible"],
    asOf: EARLY,
    plant(content, dice) {
      const spot = spotIn(content, dice);
      if (!spot) return null;
      return changeTarget(content, spot, pick(UNREADABLE, dice.amount), {
        expected: (workbook) => [
          {
            severity: "error",
            id: `indicateur-lisible/${spot.place}/${spot.annee}`,
            cells: [workbook.at(`indicators:cible/${spot.row.id}/${spot.annee}`)],
          },
        ],
        also: [],
      });
    },
  },
  {
    name: "a negative target",
    rules: ["indicateur-lisible"],
    asOf: EARLY,
    plant(content, dice) {
      const spot = spotIn(content, dice);
      if (!spot) return null;
      return changeTarget(content, spot, -1 - dice.amount, {
        expected: (workbook) => [
          {
            severity: "error",
            id: `indicateur-lisible/${spot.place}/${spot.annee}`,
            cells: [workbook.at(`indicators:cible/${spot.row.id}/${spot.annee}`)],
          },
        ],
        also: ["cible-contractualisee"],
      });
    },
  },
  {
    name: "targets left open after the first year",
    rules: ["cible-a-preciser"],
    asOf: LATE,
    plant(content, dice) {
      const spot = spotWhere(content, dice, false);
      if (!spot) return null;
      const open = yearsOf(content.convention).filter((annee) => spot.row.cibles.get(annee) === "nd");
      return plant(content, spot.table, {
        expected: (workbook) => [
          {
            severity: "warning",
            id: `cible-a-preciser/${spot.place}`,
            cells: open.map((annee) => workbook.at(`indicators:cible/${spot.row.id}/${annee}`)),
          },
        ],
        also: [],
      });
    },
  },
  {
    name: "a target that is not the contract's",
    rules: ["cible-contractualisee"],
    asOf: EARLY,
    plant(content, dice) {
      const spot = spotWhere(content, dice, true);
      if (!spot || spot.target === "nd") return null;
      return changeTarget(content, spot, spot.target + 1 + dice.amount, {
        expected: (workbook) => [
          {
            severity: "error",
            id: `cible-contractualisee/${spot.place}/${spot.annee}`,
            cells: [workbook.at(`indicators:cible/${spot.row.id}/${spot.annee}`)],
          },
        ],
        also: [],
      });
    },
  },
  {
    name: "a target that became open",
    rules: ["cible-contractualisee"],
    asOf: EARLY,
    plant(content, dice) {
      const spot = spotWhere(content, dice, true);
      if (!spot) return null;
      return changeTarget(content, spot, pick(MISSING, dice.amount), {
        expected: (workbook) => [
          {
            severity: "error",
            id: `cible-contractualisee/${spot.place}/${spot.annee}`,
            cells: [workbook.at(`indicators:cible/${spot.row.id}/${spot.annee}`)],
          },
        ],
        also: [],
      });
    },
  },
  {
    name: "an open target that has been set",
    rules: ["cible-contractualisee"],
    asOf: EARLY,
    plant(content, dice) {
      const spot = spotWhere(content, dice, false);
      if (!spot) return null;
      return changeTarget(content, spot, dice.amount, {
        expected: (workbook) => [
          {
            severity: "info",
            id: `cible-contractualisee/${spot.place}/${spot.annee}`,
            cells: [workbook.at(`indicators:cible/${spot.row.id}/${spot.annee}`)],
          },
        ],
        also: [],
      });
    },
  },
];
