// The ways in which agents lay out a table of indicators: targets alone, with achieved values, in a long form.
import fc from "fast-check";
import { NOTES, TITLES } from "./amount-layout";
import { PLAIN, wordings, type Wording } from "./wording";

export interface IndicatorLayout {
  readonly form:
    "targets" | "pairs" | "pairs under years" | "bands" | "long" | "long, T0 in a row" | "sheets" | "apart";
  readonly yearWords: "number" | "text";
  readonly areYearsReversed: boolean;
  readonly words: {
    readonly action: string;
    readonly indicator: string;
    readonly t0: string;
    readonly cible: string;
    readonly realise: string;
  };
  /** Beside its first indicator, beside each, or on a row of its own. */
  readonly actionCells: "once" | "repeated" | "own row";
  readonly hasAxes: boolean;
  readonly comment: string | null;
  readonly titles: readonly string[];
  readonly notes: readonly string[];
  readonly format: string;
  readonly blankRows: number;
  readonly top: number;
  readonly left: number;
  readonly sheet: string;
  readonly wording: Wording;
}

export const PLAIN_INDICATORS: IndicatorLayout = {
  form: "targets",
  yearWords: "number",
  areYearsReversed: false,
  words: { action: "Actions", indicator: "Indicateurs", t0: "Situation T0", cible: "Cible", realise: "Réalisé" },
  actionCells: "once",
  hasAxes: true,
  comment: null,
  titles: [],
  notes: [],
  format: "General",
  blankRows: 0,
  top: 0,
  left: 0,
  sheet: "Indicateurs",
  wording: PLAIN,
};

const choice = <Item>(...items: readonly [Item, ...Item[]]): fc.Arbitrary<Item> => fc.constantFrom(...items);

export const indicatorLayouts: fc.Arbitrary<IndicatorLayout> = fc.record({
  form: choice<IndicatorLayout["form"]>(
    "targets",
    "pairs",
    "pairs under years",
    "bands",
    "long",
    "long, T0 in a row",
    "sheets",
    "apart",
  ),
  yearWords: choice<IndicatorLayout["yearWords"]>("number", "text"),
  areYearsReversed: fc.boolean(),
  words: fc.record({
    action: choice("Actions", "Action", "Intitulé de l’action", "FICHE ACTION"),
    indicator: choice("Indicateurs", "Indicateur", "Intitulé de l'indicateur", "Indicateurs de suivi"),
    t0: choice("Situation T0", "T0", "Valeur initiale", "Situation de départ"),
    cible: choice("Cible", "Objectif", "Valeur cible", "Valeur attendue"),
    realise: choice("Réalisé", "Résultat", "Valeur atteinte", "Réalisation"),
  }),
  actionCells: choice<IndicatorLayout["actionCells"]>("once", "repeated", "own row"),
  hasAxes: fc.boolean(),
  comment: choice<string | null>(null, "Au-delà du nombre, la qualité des parcours sera évaluée avec les partenaires."),
  titles: fc.subarray([...TITLES], { maxLength: 2 }),
  notes: fc.subarray([...NOTES], { maxLength: 2 }),
  format: choice("General", "0", "#,##0", "0.0"),
  blankRows: fc.nat({ max: 2 }),
  top: fc.nat({ max: 3 }),
  left: fc.nat({ max: 2 }),
  sheet: choice("Indicateurs", "Suivi", "Feuil2"),
  wording: wordings,
});
