// Slips in the indicators: their rows, their targets and what was achieved.
import { slug } from "../../../src/core/domain/typographie";
import type { Workbook } from "../canvas";
import {
  changeIndicator,
  closedYears,
  targetAt,
  yearsOf,
  type Content,
  type IndicatorRow,
  type IndicatorTable,
} from "../content";
import { NATIONAL } from "../contracts";
import { EARLY, indicatorsOf, LATE, pick, withIndicators, type Dice, type Planted, type Slip } from "./slip";

const MISSING = [null, "nd", "NC", "–"];
const UNREADABLE = ["environ 12", "#N/A", "10 à 20", "voir bilan"];

interface Spot {
  readonly table: IndicatorTable;
  readonly row: IndicatorRow;
  readonly action: number;
  readonly axe: number;
  readonly rank: number;
  readonly annee: number;
  readonly target: number | "nd";
  /** "5/indicateur-2". */
  readonly place: string;
}

function spotIn(content: Content, dice: Dice, years = yearsOf(content.convention)): Spot | null {
  const { convention, indicators } = content;
  const own = indicatorsOf(content).filter(({ id }) => !id.startsWith("national"));
  const row = pick(own, dice.row);
  const annee = pick(years, dice.year);
  if (!indicators || !row || annee === null) return null;
  const rank = Number(row.id.split(".")[1]);
  const action = convention.actions.find(({ numero }) => numero === row.action);
  const indicateur = action?.indicateurs.find(({ numero }) => numero === rank);
  const target = indicateur ? targetAt(indicateur, annee) : null;
  if (target === null) return null;
  return {
    table: indicators,
    row,
    action: row.action,
    axe: row.axe,
    rank,
    annee,
    target,
    place: `${row.action}/indicateur-${rank}`,
  };
}

/** A spot whose target the contract gives, or leaves to be set. */
function spotWhere(content: Content, dice: Dice, isGiven: boolean, years?: readonly number[]): Spot | null {
  const count = indicatorsOf(content).length;
  for (let turn = 0; turn < count; turn += 1) {
    const spot = spotIn(content, { ...dice, row: dice.row + turn }, years);
    if (spot && (spot.target !== "nd") === isGiven) return spot;
  }
  return null;
}

function plant(content: Content, indicators: IndicatorTable, planted: Omit<Planted, "content">): Planted {
  return { content: { ...content, indicators }, ...planted };
}

function changeTarget(
  content: Content,
  { table, row, annee }: Spot,
  value: IndicatorRow["t0"],
  planted: Omit<Planted, "content">,
) {
  const changed = changeIndicator(table, row.id, (one) => [{ ...one, cibles: new Map(one.cibles).set(annee, value) }]);
  return plant(content, changed, planted);
}

function changeAchieved(
  content: Content,
  { table, row, annee }: Spot,
  value: IndicatorRow["t0"],
  planted: Omit<Planted, "content">,
) {
  const changed = changeIndicator(table, row.id, (one) => [
    { ...one, realises: new Map(one.realises).set(annee, value) },
  ]);
  return plant(content, changed, planted);
}

const withAchieved: Slip["needs"] = (layout) =>
  layout.indicators.form === "targets" ? withIndicators(layout, { form: "pairs" }) : layout;

const closed = ({ convention }: Content): readonly number[] => closedYears(convention, LATE);

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
