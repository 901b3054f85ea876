// The rows of a budget table with the identity and the name that findings give them.
import type { Action, Axe, Convention } from "../../contract/convention";
import type { AnneeColonnes, Colonne, LigneAction, LigneAxe } from "../../domain/dossier";
import { remember } from "../../domain/remember";
import { cite, slug } from "../../domain/words/typographie";
import type { NumeroAction } from "../../domain/values/numero-action";

/** In the order in which findings speak of them. */
export const COLONNES: readonly Colonne[] = ["etat", "collectivite", "total"];

interface Place {
  readonly axe?: number;
  readonly action?: NumeroAction;
}

/** A row of the table as findings know it. */
export interface Ligne {
  readonly place: Place;
  /** Tells it apart from another row of the same place. */
  readonly key?: string;
  /** "Action 5", "Axe 3", "TOTAL". */
  readonly nom: string;
}

export interface LigneNommee<L extends LigneAction | LigneAxe> extends Ligne {
  readonly ligne: L;
}

/** Numbers the rows that stand for the same thing in the same year: the second gets "ligne-2". */
function repeater(): (identity: string, row: LigneAction | LigneAxe) => number {
  const seen = new Map<string, number>();
  return (identity, { labels }) => {
    if (!labels) {
      const rank = 1 + (seen.get(identity) ?? 0);
      seen.set(identity, rank);
      return rank;
    }
    const places = [...labels.keys()].map((annee) => `${annee}/${identity}`);
    const rank = 1 + Math.max(0, ...places.map((place) => seen.get(place) ?? 0));
    for (const place of places) seen.set(place, rank);
    return rank;
  };
}

/** "Sous-total volet A" says itself what it is. */
const SUMS = /^\W*(?:sous|total|s[./ ]*t\b)/iu;
const SANS_INTITULE = "Ligne sans intitulé";

function nameRows<L extends LigneAction | LigneAxe>(
  rows: readonly L[],
  known: (row: L) => { readonly place: Place; readonly nom: string } | null,
  word: string,
): LigneNommee<L>[] {
  const rankOf = repeater();
  return rows.map((ligne) => {
    const terms = known(ligne);
    const base = terms ? null : `${word.toLowerCase()}-${slug(ligne.label.text)}`;
    const rank = rankOf(terms?.nom ?? base ?? "", ligne);
    if (terms && rank === 1) return { ligne, place: terms.place, nom: terms.nom };
    const repetition = rank > 1 ? `ligne-${rank}` : null;
    const key = [base, repetition].filter((part) => part !== null).join("-");
    const { text } = ligne.label;
    const named = SUMS.test(text) ? cite(text) : `${word} ${cite(text)}`;
    const nom = terms?.nom ?? (text.trim() === "" ? SANS_INTITULE : named);
    return {
      ligne,
      place: terms?.place ?? {},
      nom: rank > 1 ? `${nom} (${rank}e ligne)` : nom,
      ...(key && { key }),
    };
  });
}

export function nameAction({ numero }: Action): string {
  return `Action ${numero}`;
}

export function nameAxe({ numero }: Axe): string {
  return `Axe ${numero}`;
}

export const nameActionRows = remember((rows: readonly LigneAction[]): readonly LigneNommee<LigneAction>[] =>
  nameRows(
    rows,
    ({ action }) => action && { place: { axe: action.axe, action: action.numero }, nom: nameAction(action) },
    "Action",
  ),
);

export const nameAxeRows = remember((rows: readonly LigneAxe[]): readonly LigneNommee<LigneAxe>[] =>
  nameRows(rows, ({ axe }) => axe && { place: { axe: axe.numero }, nom: nameAxe(axe) }, "Axe"),
);

export const LIGNE_TOTAL: Ligne = { place: {}, nom: "TOTAL" };

/** "part État", "part Métropole", "Total". */
export function namePart(convention: Convention, colonne: Colonne): string {
  if (colonne === "total") return "Total";
  return `part ${colonne === "etat" ? "État" : convention.collectivite.designation}`;
}

/** Identity of what a finding says of one row, one year, one party. */
export function locate({ place, key }: Ligne, annee: number, colonne: Colonne) {
  // What is added to a copy takes V8 twenty times as long as what is copied beside it.
  const subject = Object.assign({}, place, { year: annee, party: colonne });
  return key === undefined ? { subject } : { subject, key };
}

/** "Action 1 – 2025 – part Métropole". */
export function describe(convention: Convention, ligne: Ligne, annee: number, colonne: Colonne): string {
  return `${ligne.nom} – ${annee} – ${namePart(convention, colonne)}`;
}

/** French: which of the columns the year lacks. */
export function explainColumns(
  convention: Convention,
  year: AnneeColonnes | null,
  annee: number,
  wanted: readonly Colonne[],
): string {
  const absent = wanted.find((colonne) => !year?.colonnes[colonne]) ?? wanted[0] ?? "total";
  return `${annee} : aucune colonne « ${namePart(convention, absent)} » n’a été reconnue dans le tableau budgétaire.`;
}
