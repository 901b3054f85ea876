// What an agent may do to a workbook without changing what it says.
import fc from "fast-check";
import { FORMATS, NOTES, TITLES, type AmountLayout } from "./amount-layout";
import { pageLayouts } from "./pages";
import type { WorkbookLayout } from "./workbook-layout";

interface Place {
  readonly top: number;
  readonly left: number;
  readonly blankRows: number;
  readonly titles: readonly string[];
  readonly notes: readonly string[];
  readonly areYearsReversed: boolean;
  readonly format: string;
}

const places: fc.Arbitrary<Place> = fc.record({
  top: fc.nat({ max: 30 }),
  left: fc.nat({ max: 8 }),
  blankRows: fc.nat({ max: 2 }),
  titles: fc.subarray([...TITLES]),
  notes: fc.subarray([...NOTES]),
  areYearsReversed: fc.boolean(),
  format: fc.constantFrom(...FORMATS),
});

const amounts: fc.Arbitrary<Place & Pick<AmountLayout, "order" | "gap">> = fc
  .tuple(
    places,
    fc.shuffledSubarray(["etat", "collectivite", "total"] as const, { minLength: 3 }),
    fc.constantFrom("none" as const, "after the labels" as const, "between the years" as const),
  )
  .map(([place, order, gap]) => ({ ...place, order, gap }));

const recapPlaces = fc.record({
  sheet: fc.constantFrom("Synthèse", "Bureau du 12"),
  titles: fc.subarray([...TITLES]),
  top: fc.nat({ max: 12 }),
  left: fc.nat({ max: 4 }),
});

/** Moves, renames, reorders, inserts blank rows and columns, changes number formats. */
export interface Move {
  apply(layout: WorkbookLayout): WorkbookLayout;
}

const NAMES = ["Budget", "Feuil12", "L’annexe (2)", "Copie de travail"] as const;

export const moves: fc.Arbitrary<Move> = fc
  .record({
    budget: amounts,
    execution: amounts,
    indicators: places,
    name: fc.constantFrom(...NAMES),
    order: fc.constantFrom("as begun" as const, "reversed" as const),
    indicatorsAre: fc.constantFrom("apart" as const, "under" as const),
    others: fc.subarray(["Page de garde", "Contacts"]),
    recap: recapPlaces,
    pages: pageLayouts,
  })
  .map(({ pages, recap, budget, execution, indicators, name, order, indicatorsAre, others }) => ({
    apply: (layout) => ({
      budget: { ...layout.budget, ...budget, sheet: name },
      execution: { ...layout.execution, ...execution },
      indicators: { ...layout.indicators, ...indicators, format: "#,##0.00" },
      recap: layout.recap && { ...layout.recap, ...recap },
      // How a fiche is written says where its answers stand; the rest is moves.
      pages: { ...pages, answers: layout.pages.answers },
      order,
      indicatorsAre,
      others,
    }),
  }));
