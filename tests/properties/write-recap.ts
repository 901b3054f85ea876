// A recapitulation: the totals per axe of the budget on a sheet of their own, typed, as agents give them to their elected members.
import fc from "fast-check";
import type { Axe, Convention } from "../../src/core/contract/convention";
import type { Colonne } from "../../src/core/domain/dossier";
import type { AmountLayout } from "./amount-layout";
import { partyWord } from "./amount-words";
import type { Canvas, Written } from "./canvas";
import { COLONNES, figureAt, type AmountTable } from "./content";
import { axeLabel, PLAIN } from "./wording";

export interface RecapLayout {
  readonly sheet: string;
  readonly axes: "number" | "label" | "as in the budget";
  readonly columns: "parts" | "total" | "all";
  readonly heads: "two rows" | "one row";
  readonly hasTotal: boolean;
  readonly titles: readonly string[];
  readonly top: number;
  readonly left: number;
}

export const PLAIN_RECAP: RecapLayout = {
  sheet: "Synthèse",
  axes: "number",
  columns: "all",
  heads: "one row",
  hasTotal: true,
  titles: [],
  top: 0,
  left: 0,
};

export const recapLayouts: fc.Arbitrary<RecapLayout> = fc.record({
  sheet: fc.constantFrom("Synthèse", "Récapitulatif", "Feuil9"),
  axes: fc.constantFrom("number" as const, "label" as const, "as in the budget" as const),
  columns: fc.constantFrom("all" as const, "parts" as const, "total" as const),
  heads: fc.constantFrom("one row" as const, "two rows" as const),
  hasTotal: fc.boolean(),
  titles: fc.subarray(["Contrat local des solidarités 2024-2027", "Synthèse par axe"]),
  top: fc.nat({ max: 3 }),
  left: fc.nat({ max: 2 }),
});

export const recapColumns = ({ columns }: RecapLayout): readonly Colonne[] =>
  COLONNES.filter((colonne) => columns === "all" || (colonne === "total") === (columns === "total"));

interface RecapWriting {
  readonly convention: Convention;
  readonly table: AmountTable;
  /** Of the budget, whose words it uses. */
  readonly amounts: AmountLayout;
  readonly layout: RecapLayout;
  readonly canvas: Canvas;
}

/** Each sum is tagged "budget:recap/2/2024/etat", the last row "budget:recap/total/2024/etat". */
export function writeRecap({ convention, table, amounts, layout, canvas }: RecapWriting): void {
  const pen = canvas.pen(layout.sheet, layout.top, layout.left);
  for (const title of layout.titles) pen.write([title]);
  const colonnes = recapColumns(layout);
  const slots = table.years.flatMap((annee) => colonnes.map((colonne) => ({ annee, colonne })));
  // Euros, whatever the unit of the budget.
  const word = (colonne: Colonne): string =>
    partyWord({ convention, table, layout: { ...amounts, unit: "€" } }, colonne);
  if (layout.heads === "one row")
    pen.write(["Axes", ...slots.map(({ annee, colonne }) => `${word(colonne)} ${annee}`)]);
  else {
    pen.write([null, ...slots.map(({ annee, colonne }) => (colonne === colonnes[0] ? annee : null))]);
    pen.write(["Axes", ...slots.map(({ colonne }) => word(colonne))]);
  }
  const sums = (what: string, axe: Axe | null): Written[] =>
    slots.map(({ annee, colonne }) => {
      const tag = `budget:recap/${what}/${annee}/${colonne}`;
      const rows = table.rows.filter((row) => axe === null || row.axe === axe.numero);
      const figures = rows.map((row) => figureAt(row, annee, colonne).centimes ?? 0);
      const sum = figures.reduce((total, centimes) => total + centimes, table.sums.get(tag)?.add ?? 0);
      return { value: sum / 100, tags: [tag] };
    });
  for (const axe of convention.axes) {
    const wording = layout.axes === "as in the budget" ? amounts.wording : PLAIN;
    const label =
      layout.axes === "number" ? `Axe ${axe.numero}` : axeLabel(wording, axe.numero, [axe.intitule, ...axe.alias]);
    pen.write([label, ...sums(`${axe.numero}`, axe)]);
  }
  if (layout.hasTotal) pen.write(["TOTAL", ...sums("total", null)]);
}
