// Every figure of a workbook as facts: those of its tables of amounts, of its imputation and of its indicators.
import type { Dossier, TableauImputation, TableauIndicateurs } from "../domain/dossier";
import type { ValeurCell } from "../domain/cells";
import type { Convention } from "../contract/convention";
import { remember } from "../domain/remember";
import { cite, slug } from "../domain/words/typographie";
import { knownAmount, knownFigure, type AmountFact, type FactSubject, type FigureFact } from "./fact";
import { tablesOf, type FactTable } from "./fact-tables";
import { nameAxe } from "./lines/budget-lines";
import { nameIndicatorRows, type IndicateurNomme } from "./lines/indicator-lines";
import { numberAgain } from "./scan-table";

/** An amount imputed on an axe, or the total of them. */
export interface ImputedFact extends Omit<AmountFact, "row" | "column" | "span" | "rank"> {
  /** "Axe 1", « Frais de siège », "total". */
  readonly nom: string;
  readonly place: { readonly axe?: number };
  /** What findings add to the place. */
  readonly id: string;
}

export interface IndicatorFact extends FigureFact {
  readonly row: IndicateurNomme;
}

export interface Facts {
  readonly tables: readonly FactTable[];
  readonly imputed: readonly ImputedFact[];
  readonly figures: readonly IndicatorFact[];
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
      known: knownAmount(cell),
      nom,
      place: axe === null ? {} : { axe },
      id,
    })),
  );
}

function subjectOf({ place: { axe, action, indicator } }: IndicateurNomme): FactSubject {
  return {
    ...(axe !== undefined && { axe: String(axe) }),
    ...(action !== undefined && { action: String(action) }),
    ...(indicator !== undefined && { indicateur: String(indicator) }),
  };
}

function indicatorFacts(convention: Convention, table: TableauIndicateurs): readonly IndicatorFact[] {
  const numbered = numberAgain();
  return nameIndicatorRows(convention, table).flatMap((row) => {
    const { place, key, indicateur, ligne } = row;
    const action = place.action === undefined ? null : `action-${place.action}`;
    const rank = place.indicator === undefined ? null : `indicateur-${place.indicator}`;
    const base = ["indicateurs", action, rank, key].filter((part) => part !== null && part !== undefined).join("/");
    const make = (
      said: string,
      year: number | null,
      nature: FigureFact["nature"],
      cell: ValeurCell,
    ): IndicatorFact => ({
      key: numbered(`${base}/${said}`),
      subject: subjectOf(row),
      year,
      role: "read",
      cell,
      nature,
      unit: indicateur?.unite ?? null,
      known: knownFigure(cell),
      row,
    });
    return [
      ...(ligne.t0 ? [make("t0", null, "t0", ligne.t0)] : []),
      ...[...ligne.cibles].map(([year, cell]) => make(`cible/${year}`, year, "target", cell)),
      ...[...ligne.realises].map(([year, cell]) => make(`realise/${year}`, year, "achieved", cell)),
    ];
  });
}

/** Made once for each dossier. */
export const factsOf = remember((dossier: Omit<Dossier, "absences">): Facts => {
  const { convention, imputation, indicators } = dossier;
  const { amounts, recaps } = tablesOf(dossier);
  return {
    tables: [...amounts, ...recaps],
    imputed: imputation ? imputedFacts(imputation) : [],
    figures: indicators ? indicatorFacts(convention, indicators) : [],
  };
});
