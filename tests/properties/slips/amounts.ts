// Slips in the amounts of a budget: what the rules on reading, parts and contracted amounts must find.
import { changeFigure, type Content, type Figure } from "../content";
import { EARLY, pick, spotIn, withBudget, type Dice, type Planted, type Slip, type Spot } from "./slip";

const SPLIT = ["enveloppe-annuelle", "repartition-par-axe"];

/** Replaces one amount of the budget. */
function plantFigure(
  content: Content,
  spot: Spot,
  colonne: "etat" | "collectivite" | "total",
  figure: Figure,
  planted: Omit<Planted, "content">,
): Planted {
  const { table, row, annee } = spot;
  return { content: { ...content, budget: changeFigure(table, row.id, annee, colonne, figure) }, ...planted };
}

const severityOf = ({ isFirm }: Spot): "error" | "warning" => (isFirm ? "error" : "warning");

const MISSING = [null, "nd", "NC", "n.c.", "Non précisé", "–", "-", "/", " ND "];
const UNREADABLE = ["Entre 200 et 500", "#REF!", "environ 3000", "12/03", "voir avenant"];

/** French ways of writing an amount in a text. */
const TEXTS = [
  (euros: string, cents: string) => `${euros},${cents} €`,
  (euros: string, cents: string) => `${euros.replaceAll(" ", "\u202f")},${cents}\u00a0€`,
  (euros: string, cents: string) => `${euros.replaceAll(" ", ".")},${cents} euros`,
  (euros: string, cents: string) => ` ${euros.replaceAll(" ", "\u00a0")},${cents}€`,
  (euros: string, cents: string) => `${euros.replaceAll(" ", "")},${cents}euros`,
];

function typedText(centimes: number, index: number): string {
  const euros = String(Math.floor(centimes / 100)).replace(/\B(?=(?:\d{3})+$)/g, " ");
  return pick(TEXTS, index)?.(euros, String(centimes % 100).padStart(2, "0")) ?? "";
}

const PARTS = ["etat", "collectivite"] as const;
const typedOnly: Slip["needs"] = (layout) => withBudget(layout, { formulas: "none" });
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
  {
    name: "an amount typed as a text",
    rules: ["montant-lisible"],
    asOf: EARLY,
    needs: typedOnly,
    plant(content, dice) {
      const spot = spotIn(content, "budget", dice);
      const colonne = pick(PARTS, dice.colonne);
      if (!spot || !colonne) return null;
      const shown = typedText(spot[colonne], dice.amount);
      return plantFigure(
        content,
        spot,
        colonne,
        { centimes: spot[colonne], shown },
        {
          expected: (workbook) => [
            {
              severity: "warning",
              id: `montant-lisible/${spot.place}/${colonne === "etat" ? "etat" : "metropole"}`,
              cells: [spot.cell(workbook, colonne)],
            },
          ],
          also: [],
        },
      );
    },
  },
  {
    name: "an amount that cannot be read",
    rules: ["montant-lisible"],
    asOf: EARLY,
    needs: typedOnly,
    plant(content, dice) {
      const spot = spotIn(content, "budget", dice);
      const colonne = pick(PARTS, dice.colonne);
      if (!spot || !colonne) return null;
      return plantFigure(
        content,
        spot,
        colonne,
        { centimes: null, shown: pick(UNREADABLE, dice.amount) },
        {
          expected: (workbook) => [
            {
              severity: "error",
              id: `montant-lisible/${spot.place}/${colonne === "etat" ? "etat" : "metropole"}`,
              cells: [spot.cell(workbook, colonne)],
            },
          ],
          also: [],
        },
      );
    },
  },
  {
    name: "a third decimal",
    rules: ["centimes-caches"],
    asOf: EARLY,
    needs: typedOnly,
    plant(content, dice) {
      const spot = spotIn(content, "budget", dice);
      const colonne = pick(PARTS, dice.colonne);
      if (!spot || !colonne) return null;
      return plantFigure(
        content,
        spot,
        colonne,
        { centimes: spot[colonne], hidden: 0.004 },
        {
          expected: (workbook) => [
            {
              severity: "info",
              id: `centimes-caches/${spot.place}/${colonne === "etat" ? "etat" : "metropole"}`,
              cells: [spot.cell(workbook, colonne)],
            },
          ],
          also: [],
        },
      );
    },
  },
  {
    name: "a negative amount",
    rules: ["montant-positif"],
    asOf: EARLY,
    plant(content, dice) {
      const spot = spotIn(content, "budget", dice);
      if (!spot) return null;
      return plantFigure(
        content,
        spot,
        "etat",
        { centimes: -1 - dice.amount },
        {
          expected: (workbook) => [
            { severity: "warning", id: `montant-positif/${spot.place}/etat`, cells: [spot.cell(workbook, "etat")] },
          ],
          // The sums of a small table may become negative with it.
          also: ["montant-contractualise", "montant-positif", ...SPLIT],
        },
      );
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
          severity: gap > 0 ? "error" : "warning",
          id: `enveloppe-annuelle/${annee}/etat`,
          cells: [workbook.at(`budget:total/${annee}/etat`, `budget:column/${annee}/etat`)],
        },
      ],
      also: ["cofinancement-minimum", "repartition-par-axe"],
    },
  );
}
