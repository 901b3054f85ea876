// The budget table of the annex in thousands of euros, which nothing says, and what is said of it.
import { contratIntegre } from "../../../src/contracts/built-in";

/** The two parts of each action and year. */
const IN_THOUSANDS = Object.fromEntries(
  ["CD", "FG", "IJ", "LM"].flatMap((columns, year) =>
    contratIntegre.actions.flatMap(({ numero, axe, montants }) => {
      // The rows of the axes stand among those of the actions.
      const row = 2 + Number(numero) + axe;
      const { etat = 0, collectivite = 0 } = montants[year] ?? {};
      return [etat, collectivite].map(
        (montant, index) => [`${columns.charAt(index)}${row}`, montant / 100_000] as const,
      );
    }),
  ),
);

export const wholeInThousands = {
  name: "a whole table in thousands",
  budget: { cells: IN_THOUSANDS },
  findings: [
    {
      message: "tableau-en-milliers",
      id: "montant-contractualise/en-milliers",
      severity: "error" as const,
      cells: Object.keys(IN_THOUSANDS).map((address) => `Budget!${address}`),
      found: 64,
      expected: 0,
      gap: 64,
    },
  ],
};
