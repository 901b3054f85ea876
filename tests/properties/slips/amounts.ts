// Slips in the amounts of a budget: what the rules on parts, envelopes and contracted amounts must find.
import { changeFigure, type Content } from "../content";
import { EARLY, pick, plantFigure, spotIn, withBudget, type Dice, type Planted, type Slip, type Spot } from "./slip";

const SPLIT = ["enveloppe-annuelle", "repartition-par-axe"];

const severityOf = ({ isFirm }: Spot): "error" | "warning" => (isFirm ? "error" : "warning");

const MISSING = [null, "nd", "NC", "n.c.", "Non précisé", "–", "-", "/", " ND "];
const PARTS = ["etat", "collectivite"] as const;
const sumsOnly: Slip["needs"] = (layout) =>
  layout.budget.formulas === "all" ? withBudget(layout, { formulas: "sums" }) : layout;

export const amountSlips: readonly Slip[] = [
  {
    name: "a local part one centime below its minimum",
    rules: ["cofinancement-minimum"],
    asOf: EARLY,
    plant(content, dice) {
      const spot = spotIn(content, "budget", dice);
      if (!spot || spot.least === 0) return null;
      return plantFigure(
        content,
        spot,
        "collectivite",
        { centimes: spot.least - 1 },
        {
          expected: (workbook) => [
            {
              severity: "error",
              id: `cofinancement-minimum/${spot.place}/metropole`,
              cells: [spot.cell(workbook, "collectivite")],
            },
            {
              severity: severityOf(spot),
              id: `montant-contractualise/${spot.place}/metropole`,
              cells: [spot.cell(workbook, "collectivite")],
            },
          ],
          also: [],
        },
      );
    },
  },
  {
    name: "a State part above the contract's and above the envelope",
    rules: ["montant-contractualise", "enveloppe-annuelle"],
    asOf: EARLY,
    plant: (content, dice) => changedState(content, dice, 1 + (dice.amount % 90_000)),
  },
  {
    name: "a State part below the contract's and below the envelope",
    rules: ["montant-contractualise", "enveloppe-annuelle"],
    asOf: EARLY,
    plant: (content, dice) => changedState(content, dice, -1 - (dice.amount % 9_000)),
  },
  {
    name: "a local part above the contract's",
    rules: ["montant-contractualise"],
    asOf: EARLY,
    plant(content, dice) {
      const spot = spotIn(content, "budget", dice);
      if (!spot) return null;
      return plantFigure(
        content,
        spot,
        "collectivite",
        { centimes: spot.collectivite + 1 + dice.amount },
        {
          expected: (workbook) => [
            {
              severity: "info",
              id: `montant-contractualise/${spot.place}/metropole`,
              cells: [spot.cell(workbook, "collectivite")],
            },
          ],
          also: [],
        },
      );
    },
  },
  {
    name: "a part that is not given",
    rules: ["montant-contractualise"],
    asOf: EARLY,
    needs: sumsOnly,
    plant(content, dice) {
      const spot = spotIn(content, "budget", dice);
      const colonne = pick(PARTS, dice.colonne);
      if (!spot || !colonne || spot[colonne] === 0) return null;
      return plantFigure(
        content,
        spot,
        colonne,
        { centimes: null, shown: pick(MISSING, dice.amount) },
        {
          expected: (workbook) => [
            {
              severity: severityOf(spot),
              id: `montant-contractualise/${spot.place}/${colonne === "etat" ? "etat" : "metropole"}`,
              cells: [spot.cell(workbook, colonne)],
            },
          ],
          also: SPLIT,
        },
      );
    },
  },
  {
    name: "a Total that is not the sum of its parts",
    rules: ["total-de-l-action"],
    asOf: EARLY,
    needs: (layout) => withBudget(layout, { hasTotalColumn: true }),
    plant(content, dice) {
      const spot = spotIn(content, "budget", dice);
      if (!spot) return null;
      const gap = dice.amount % 2 === 0 ? 1 + dice.amount : -1 - (dice.amount % 9_000);
      const centimes = spot.etat + spot.collectivite + gap;
      return plantFigure(
        content,
        spot,
        "total",
        { centimes },
        {
          expected: (workbook) => [
            { severity: "error", id: `total-de-l-action/${spot.place}/total`, cells: [spot.cell(workbook, "total")] },
          ],
          also: [],
        },
      );
    },
  },
  {
    name: "an amount moved from one axe to another",
    rules: ["repartition-par-axe"],
    asOf: EARLY,
    plant(content, dice) {
      const { convention } = content;
      const split = convention.creditsEtat.filter(({ repartition }) => repartition !== undefined);
      const spot = spotIn(
        content,
        "budget",
        dice,
        split.map(({ annee }) => annee),
      );
      const other =
        spot &&
        pick(
          spot.table.rows.filter(({ axe }) => axe !== spot.row.axe),
          dice.other,
        );
      const taken = 1 + (dice.amount % 9_000);
      const there = other?.montants.get(spot?.annee ?? 0)?.etat.centimes ?? null;
      if (!spot || !other || there === null || spot.etat < taken) return null;
      const { annee, row } = spot;
      const less = changeFigure(spot.table, row.id, annee, "etat", { centimes: spot.etat - taken });
      const budget = changeFigure(less, other.id, annee, "etat", { centimes: there + taken });
      return {
        content: { ...content, budget },
        expected: (workbook) =>
          [row.axe, other.axe].map((axe) => ({
            severity: "error",
            id: `repartition-par-axe/axe-${axe}/${annee}/etat`,
            cells: [
              workbook.at(
                `budget:subtotal/${axe}/${annee}/etat`,
                `budget:axe/${axe}/${annee}`,
                `budget:column/${annee}/etat`,
              ),
            ],
          })),
        also: ["montant-contractualise", "cofinancement-minimum"],
      };
    },
  },
];

function changedState(content: Content, dice: Dice, gap: number): Planted | null {
  const spot = spotIn(content, "budget", dice);
  if (!spot || spot.etat + gap < 0) return null;
  const { annee } = spot;
  return plantFigure(
    content,
    spot,
    "etat",
    { centimes: spot.etat + gap },
    {
      expected: (workbook) => [
        {
          severity: severityOf(spot),
          id: `montant-contractualise/${spot.place}/etat`,
          cells: [spot.cell(workbook, "etat")],
        },
        {
          severity: gap > 0 && spot.isFirm ? "error" : "warning",
          id: `enveloppe-annuelle/${annee}/etat`,
          cells: [workbook.at(`budget:total/${annee}/etat`, `budget:column/${annee}/etat`)],
        },
      ],
      also: ["cofinancement-minimum", "repartition-par-axe"],
    },
  );
}
