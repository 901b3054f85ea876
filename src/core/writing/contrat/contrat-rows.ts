// The values of the sheet « Contrat », section by section, in the order of the columns of its layout.
import type { Convention } from "../../contract/convention";
import {
  GENRES,
  ORIGINES,
  SECTION_COLUMNS,
  type ColumnOf,
  type Columns,
  type Parametre,
  type TableSection,
} from "../../contract/clauses/contrat-layout";
import { empreinteCourte, empreinteDuSigne } from "../../contract/signed/sceau";
import { serialFromIso } from "../../domain/justification-saisie";
import { toEuros, type Montant } from "../../domain/values/montant";
import { foldText } from "../../domain/words/label";

export interface ContratCell {
  /** "libre" for what an avenant may write of any kind. */
  readonly kind: "texte" | "montant" | "nombre" | "numero" | "date" | "part" | "libre";
  readonly value: string | number | null;
  /** The only words that the cell may hold. */
  readonly choices?: readonly string[];
  /** Others may come to be right: the list is offered, not imposed. */
  readonly isOpen?: true;
  /** Not the signed contract's: free to be changed. */
  readonly isFree?: true;
}

export type ContratLine = readonly ContratCell[];

export const texte = (value: string | null | undefined): ContratCell => ({ kind: "texte", value: value ?? null });
export const montant = (value: Montant | null): ContratCell => ({
  kind: "montant",
  value: value === null ? null : toEuros(value),
});
export const numero = (value: number | null): ContratCell => ({ kind: "numero", value });
export const date = (iso: string | null): ContratCell => ({
  kind: "date",
  value: iso === null ? null : serialFromIso(iso),
});
export const nombre = (value: number | "nd"): ContratCell => ({ kind: "nombre", value });
const part = (value: number | null): ContratCell => ({ kind: "part", value });
export const choix = (value: string | null | undefined, choices: readonly string[]): ContratCell => ({
  kind: "texte",
  value: value ?? null,
  choices,
});
/** What each party may set. */
const reglage = (cell: ContratCell): ContratCell => ({ ...cell, isFree: true });
const lignes = (values: readonly string[]): ContratCell => texte(values.length > 0 ? values.join("\n") : null);

export function parametreValues(convention: Convention): ReadonlyMap<Parametre, ContratCell> {
  const { etat, collectivite, periode, cofinancement, reglages, imputation, coordonneesBancaires: compte } = convention;
  return new Map<Parametre, ContratCell>([
    ["intitule", texte(convention.intitule)],
    ["id", texte(convention.id)],
    ...(convention.signeLe === undefined ? [] : [["signeLe", date(convention.signeLe)] as const]),
    ...(convention.effetLe === undefined ? [] : [["effetLe", date(convention.effetLe)] as const]),
    ["debut", date(periode.debut)],
    ["fin", date(periode.fin)],
    ["etatNom", texte(etat.nom)],
    ["etatRepresentant", texte(etat.representant)],
    ["etatQualite", texte(etat.qualite)],
    ["collectiviteNom", texte(collectivite.nom)],
    ["collectiviteDesignation", texte(collectivite.designation)],
    ["collectiviteMots", reglage(lignes(collectivite.motsColonne))],
    ["collectiviteRepresentant", texte(collectivite.representant)],
    ["collectiviteQualite", texte(collectivite.qualite)],
    ["ordonnateur", texte(convention.ordonnateur)],
    ["comptable", texte(convention.comptable)],
    ["seuil", part(cofinancement.seuil)],
    ["programme", texte(imputation.programme)],
    ["intituleProgramme", texte(imputation.intitule)],
    ["titulaire", texte(compte?.titulaire)],
    ["domiciliation", texte(compte?.domiciliation)],
    ["rib", texte(compte?.rib)],
    ["iban", texte(compte?.iban)],
    ["bic", texte(compte?.bic)],
    ["empreinte", texte(empreinteCourte(empreinteDuSigne(convention)))],
    ["alerteSousConsommation", reglage(part(reglages.alerteSousConsommation))],
    ["alerteCible", reglage(part(reglages.alerteCible))],
  ]);
}

/** What the cells of a column of each kind are written from. */
interface Ecrits {
  readonly texte: string;
  readonly libre: string;
  readonly lignes: readonly string[];
  readonly montant: Montant;
  readonly valeur: number | "nd";
  readonly part: number;
  readonly date: string;
  readonly numero: number;
  readonly annee: number;
  readonly numeros: readonly number[];
}

const CELLS: { readonly [Genre in keyof Ecrits]: (value: Ecrits[Genre] | null) => ContratCell } = {
  texte,
  libre: texte,
  lignes: (values) => lignes(values ?? []),
  montant,
  valeur: (value) => nombre(value ?? "nd"),
  part,
  date,
  numero,
  annee: numero,
  numeros: (values) => texte(values && values.length > 0 ? values.join(", ") : null),
};

type Ecrit<Column> = Column extends { readonly genre: infer Genre extends keyof Ecrits }
  ? Ecrits[Genre] | null | undefined
  : string | null | undefined;

/** A line of a section as its columns are described, then those that depend on the contract; what is left out stays empty. */
export function line<Name extends TableSection>(
  name: Name,
  values: { readonly [Column in ColumnOf<Name>]?: Ecrit<(typeof SECTION_COLUMNS)[Name][Column]> },
  more: readonly ContratCell[] = [],
): ContratLine {
  const columns: Columns = SECTION_COLUMNS[name];
  const given: Readonly<Record<string, unknown>> = values;
  const cells = Object.entries(columns).map(([column, { genre = "libre", mots, reglage: isFree }]) => {
    const value = given[column] ?? null;
    const cell = mots ? choix(value as string | null, Object.values(mots)) : CELLS[genre](value as never);
    return isFree ? reglage(cell) : cell;
  });
  return [...cells, ...more];
}

/** Then the amount of each axe. */
export function anneeRows({ annees, creditsEtat, axes }: Convention): ContratLine[] {
  const credits = new Map(creditsEtat.map((credit) => [credit.annee, credit]));
  return annees.map(({ annee, debut, fin }) => {
    const { statut, montant: whole, repartition } = credits.get(annee) ?? {};
    const split = new Map(repartition?.map(({ axe, montant: amount }) => [axe, amount]));
    const parts = axes.map((axe) => montant(split.get(axe.numero) ?? null));
    return line("annees", { annee, statut, debut, fin, montant: whole }, parts);
  });
}

export function axeRows({ axes }: Convention): ContratLine[] {
  return axes.map((axe) => line("axes", axe));
}

/** The amounts of the State and of the local party, year by year. */
export function montantCells(
  annees: Convention["annees"],
  montants: Convention["actions"][number]["montants"],
): ContratCell[] {
  const byYear = new Map(montants.map((each) => [each.annee, each]));
  return annees.flatMap(({ annee }) => {
    const year = byYear.get(annee);
    return [montant(year?.etat ?? null), montant(year?.collectivite ?? null)];
  });
}

export function actionRows({ actions, annees }: Convention): ContratLine[] {
  return actions.map(({ numero: own, axe, intitule, alias, montants }) =>
    line("actions", { numero: own, axe, intitule, alias }, montantCells(annees, montants)),
  );
}

/** Then the target of each year. */
export function indicateurRows({ actions, annees }: Convention): ContratLine[] {
  return actions.flatMap((action) =>
    action.indicateurs.map(({ numero: own, intitule, alias, t0, cibles }) => {
      const byYear = new Map(cibles.map(({ annee, valeur }) => [annee, valeur]));
      const targets = annees.map(({ annee }) => nombre(byYear.get(annee) ?? "nd"));
      return line("indicateurs", { action: action.numero, numero: own, intitule, alias, t0 }, targets);
    }),
  );
}

export function nationalRows({ indicateursNationaux, nationaux = [] }: Convention): ContratLine[] {
  const rows = indicateursNationaux.map((intitule) => {
    const known = nationaux.find((each) => foldText(each.intitule) === foldText(intitule));
    return line("nationaux", { code: known?.code, intitule, unite: known?.unite });
  });
  return rows.length > 0 ? rows : [line("nationaux", {}).map(reglage)];
}

export function imputationRows({ imputation: { lignes: own } }: Convention): ContratLine[] {
  return own.length > 0 ? own.map((ligne) => line("imputation", ligne)) : [line("imputation", {})];
}

export function echeanceRows({ echeances }: Convention): ContratLine[] {
  return echeances.map(({ article, avenantPour, intitule, alias: others, date: due, id, reglage: isFree, genre }) => {
    const stated = (cell: ContratCell): ContratCell => (isFree ? reglage(cell) : cell);
    return [
      stated(texte(article)),
      stated(numero(avenantPour ?? null)),
      stated(texte(intitule)),
      reglage(lignes(others)),
      stated(date(due)),
      reglage(date(null)),
      stated(texte(id)),
      texte(isFree ? ORIGINES.reglage : ORIGINES.contrat),
      texte(GENRES[genre ?? "obligation"]),
    ];
  });
}

export function ficheRows({ actions, avenants }: Convention): ContratLine[] {
  const all = [...actions, ...avenants.flatMap(({ actionsNouvelles }) => actionsNouvelles)];
  return all.flatMap(({ numero: action, fiche }) => (fiche ? [line("fiches", { action, ...fiche })] : []));
}
