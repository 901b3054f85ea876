// Every figure of a workbook as facts: those of its tables of amounts, of its imputation and of its indicators.
import type { Dossier, TableauImputation } from "../domain/dossier";
import { remember } from "../domain/remember";
import { cite, slug } from "../domain/words/typographie";
import type { AmountFact, FigureFact } from "./fact";
import { tablesOf, type FactTable } from "./fact-tables";
import { nameAxe } from "./lines/budget-lines";
import { nameIndicatorRows } from "./lines/indicator-lines";
import { numberAgain } from "./scan-table";

/** An amount imputed on an axe, or the total of them. */
export interface ImputedFact extends Omit<AmountFact, "row" | "column" | "span" | "rank"> {
  /** "Axe 1", « Frais de siège », "total". */
  readonly nom: string;
  readonly place: { readonly axe?: number };
  /** What findings add to the place. */
  readonly id: string;
}

export interface Facts {
  readonly tables: readonly FactTable[];
  readonly imputed: readonly ImputedFact[];
  readonly figures: readonly FigureFact[];
}

function imputedFacts({ lignes, total, unit }: TableauImputation): readonly ImputedFact[] {
  const numbered = numberAgain();
  const rows = lignes.map(({ axe, label, montants }) =>
    axe
      ? { montants, nom: nameAxe(axe), word: `axe-${axe.numero}`, axe: axe.numero, id: "imputation" }
      : { montants, nom: cite(label.text), word: slug(label.text), axe: null, id: `imputation-${slug(label.text)}` },
  );
  const sums = total
    ? [{ montants: total.montants, nom: "total", word: "total", axe: null, id: "imputation-total" }]
    : [];
  return [...rows, ...sums].flatMap(({ montants, nom, word, axe, id }) =>
    [...montants].map(([year, cell]) => ({
      key: numbered(`imputation/${word}/${year}`),
      subject: axe === null ? {} : { axe: String(axe) },
      year,
      role: "read",
      cell,
      party: "etat",
      nature: "imputed",
      unit,
      known: cell.known,
      nom,
      place: axe === null ? {} : { axe },
      id,
    })),
  );
}

/** Made once for each dossier. */
export const factsOf = remember((dossier: Omit<Dossier, "absences">): Facts => {
  const { convention, imputation, indicators } = dossier;
  const { amounts, recaps } = tablesOf(dossier);
  return {
    tables: [...amounts, ...recaps],
    imputed: imputation ? imputedFacts(imputation) : [],
    figures: indicators ? nameIndicatorRows(convention, indicators).flatMap(({ facts }) => facts) : [],
  };
});
