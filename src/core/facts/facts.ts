// Every figure of a workbook as facts: those of its tables of amounts, of its imputation and of its indicators.
import type { Dossier } from "../domain/dossier";
import { remember } from "../domain/remember";
import type { FigureFact } from "./fact";
import { tablesOf, type FactTable } from "./fact-tables";
import { imputedRows, type ImputedFact } from "./imputed";
import { listedFacts } from "./listed";
import { nameIndicatorRows } from "./lines/indicator-lines";

export interface Facts {
  readonly tables: readonly FactTable[];
  /** What lists beside the tables show: what is imputed on each axe, what was paid at each date. */
  readonly listed: readonly ImputedFact[];
  readonly figures: readonly FigureFact[];
}

/** Made once for each dossier. */
export const factsOf = remember((dossier: Omit<Dossier, "absences">): Facts => {
  const { convention, imputation, indicators, versements = [] } = dossier;
  const { amounts, recaps } = tablesOf(dossier);
  return {
    tables: [...amounts, ...recaps],
    listed: [...(imputation ? imputedRows(imputation).flatMap(({ facts }) => facts) : []), ...listedFacts(versements)],
    figures: indicators ? nameIndicatorRows(convention, indicators).flatMap(({ facts }) => facts) : [],
  };
});
