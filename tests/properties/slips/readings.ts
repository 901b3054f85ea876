// Slips in how an amount is typed: as a text, unreadable, with hidden decimals, negative.
import { EARLY, pick, plantFigure, spotIn, withBudget, type Slip } from "./slip";

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

export const readingSlips: readonly Slip[] = [
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
      // Alone, it makes every sum negative with it: one finding of them all.
      if (!spot || spot.table.rows.length < 2) return null;
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
          also: ["montant-contractualise", "montant-positif", "enveloppe-annuelle", "repartition-par-axe"],
        },
      );
    },
  },
];
