// What a workbook says of the imputation of the State's credits as facts: its rows, and the amounts of each.
import type { LigneImputationLue, TableauImputation } from "../domain/dossier";
import { remember } from "../domain/remember";
import type { NumeroAction } from "../domain/values/numero-action";
import { cite, slug } from "../domain/words/typographie";
import type { AmountFact } from "./fact";
import { nameAxe } from "./lines/budget-lines";
import { numberAgain } from "./scan-table";

/** An amount imputed on an axe, or the total of them; or a payment of a list. */
export interface ImputedFact extends Omit<AmountFact, "year" | "row" | "column" | "span" | "rank"> {
  readonly year: number;
  /** "Axe 1", « Frais de siège », "total". */
  readonly nom: string;
  readonly place: { readonly axe?: number; readonly action?: NumeroAction };
  /** What findings add to the place. */
  readonly id: string;
}

export interface ImputedRow {
  /** Null for the total. */
  readonly ligne: LigneImputationLue | null;
  /** Second word of the keys of its facts: "axe-1", "frais-de-siege", "total". */
  readonly word: string;
  readonly facts: readonly ImputedFact[];
}

/** The row of each axe and of what is none, then that of the total. */
export const imputedRows = remember(({ lignes, total, unit }: TableauImputation): readonly ImputedRow[] => {
  const numbered = numberAgain();
  const toRow = (
    ligne: LigneImputationLue | null,
    montants: LigneImputationLue["montants"],
    { nom, word, id }: { readonly nom: string; readonly word: string; readonly id: string },
  ): ImputedRow => {
    const axe = ligne?.axe?.numero;
    const facts = [...montants].map(([year, cell]): ImputedFact => ({
      key: numbered(`imputation/${word}/${year}`),
      subject: axe === undefined ? {} : { axe: String(axe) },
      year,
      role: "read",
      cell,
      party: "etat",
      nature: "imputed",
      unit,
      known: cell.known,
      nom,
      place: axe === undefined ? {} : { axe },
      id,
    }));
    return { ligne, word, facts };
  };
  const rows = lignes.map((ligne) => {
    const { axe, label, montants } = ligne;
    const word = axe ? `axe-${axe.numero}` : slug(label.text);
    return axe
      ? toRow(ligne, montants, { nom: nameAxe(axe), word, id: "imputation" })
      : toRow(ligne, montants, { nom: cite(label.text), word, id: `imputation-${word}` });
  });
  return total ? [...rows, toRow(null, total.montants, { nom: "total", word: "total", id: "imputation-total" })] : rows;
});

/** What these rows show for a year, each its own. */
export const imputedIn = (rows: readonly ImputedRow[], annee: number): readonly ImputedFact[] =>
  rows.flatMap(({ facts }) => facts.filter(({ year }) => year === annee));
