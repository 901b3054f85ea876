// The sections of the sheet « Contrat »: their lines, and the columns whose headings depend on the contract.
import type { Action, Convention, Indicateur, SousAction } from "../../contract/convention";
import { estRegle } from "../../contract/in-force/montants-regles";
import { columnsOf, type TableSection } from "../../contract/clauses/sections";
import { SANS_ARTICLE } from "../../contract/clauses/articles";
import type { Clause } from "../../contract/clauses/clause";
import { provenancesDe } from "../../contract/clauses/provenances";
import { foldText } from "../../domain/words/label";
import { avenantRows } from "./contrat-avenants";
import {
  date,
  line,
  linesOf,
  montant,
  nombre,
  reglage,
  texte,
  type ContratCell,
  type ContratLine,
} from "./contrat-rows";

interface Table {
  readonly rows: readonly ContratLine[];
  readonly headings: readonly string[];
}

const lines = (convention: Convention, section: TableSection): ContratLine[] =>
  linesOf(convention, section).map((each) => each.line);

/** The amounts of the State and of the local party, year by year. */
function montantCells(annees: Convention["annees"], montants: Action["montants"] = []): ContratCell[] {
  const byYear = new Map(montants.map((each) => [each.annee, each]));
  return annees.flatMap(({ annee }) => {
    const year = byYear.get(annee);
    return [montant(year?.etat ?? null), montant(year?.collectivite ?? null)];
  });
}

/** Those of actions and sub-actions. */
const withMontants = (convention: Convention, section: "actions" | "sousActions"): ContratLine[] =>
  linesOf(convention, section).map(({ element, line: own }) => [
    ...own,
    ...montantCells(
      convention.annees,
      section === "sousActions"
        ? (element as SousAction).montants
        : (element as Action).montants.filter((each) => estRegle(convention, element as Action, each)),
    ),
  ]);

/** Then the amount of each axe. */
function anneeRows({ annees, creditsEtat, axes }: Convention): ContratLine[] {
  const credits = new Map(creditsEtat.map((credit) => [credit.annee, credit]));
  return annees.map((year) => {
    const { repartition, ...credit } = credits.get(year.annee) ?? {};
    const split = new Map(repartition?.map(({ axe, montant: amount }) => [axe, amount]));
    const parts = axes.map((axe) => montant(split.get(axe.numero) ?? null));
    return line("annees", { ...credit, ...year }, parts);
  });
}

/** A line for each financing party of an action, then its amounts year by year. */
function autreRows({ actions, annees }: Convention): ContratLine[] {
  return actions.flatMap(({ numero: action, autres = [] }) =>
    [...new Set(autres.map(({ financeur }) => financeur))].map((financeur) => {
      const years = annees.map(({ annee }) => {
        const own = autres.find((each) => each.financeur === financeur && each.annee === annee);
        return montant(own?.montant ?? null);
      });
      return line("autres", { action, financeur }, years);
    }),
  );
}

const operateurRows = ({ actions }: Convention): ContratLine[] =>
  actions.flatMap(({ numero: action, operateurs = [] }) =>
    operateurs.length > 0 ? [line("operateurs", { action, operateurs })] : [],
  );

/** Then the target of each year. */
function indicateurRows(convention: Convention): ContratLine[] {
  return linesOf(convention, "indicateurs").map(({ element, line: own }) => {
    const byYear = new Map((element as Indicateur).cibles.map(({ annee, valeur }) => [annee, valeur]));
    return [...own, ...convention.annees.map(({ annee }) => nombre(byYear.get(annee) ?? "nd"))];
  });
}

/** Of the indicators that are not plain numbers that rise; then the target of each year in words. */
function mesureRows(convention: Convention): ContratLine[] {
  return linesOf(convention, "indicateurs").flatMap(({ element, noms }) => {
    const { cibles } = element as Indicateur;
    const targets = convention.annees.map(({ annee }) => texte(cibles.find((cible) => cible.annee === annee)?.texte));
    const own = line("mesures", noms, targets);
    const isNumber = (column: string): boolean => column === "action" || column === "numero";
    const said = own.filter((_, index) => !isNumber(columnsOf("mesures")[index]?.[0] ?? ""));
    return said.every(({ value }) => value === null) ? [] : [own];
  });
}

function nationalRows({ indicateursNationaux, nationaux = [] }: Convention): ContratLine[] {
  const rows = indicateursNationaux.map((intitule) => {
    const known = nationaux.find((each) => foldText(each.intitule) === foldText(intitule));
    return line("nationaux", { ...known, intitule });
  });
  return rows.length > 0 ? rows : [line("nationaux", {}).map(reglage)];
}

/** Of a deadline that the contract does not date, all is free; when it was done is everybody's to say. */
function echeanceRows(convention: Convention): ContratLine[] {
  const names = columnsOf("echeances").map(([name]) => name);
  return linesOf(convention, "echeances").map(({ noms, line: own }) =>
    own.map((cell, index) => {
      const name = names[index] ?? "";
      if (name === "faitLe") return reglage(date(null));
      if (name === "origine" || name === "genre") return texte(cell.value as string);
      return noms.reglage === true ? reglage(cell) : cell;
    }),
  );
}

/** Those of actions that an avenant adds among them. */
function ficheRows(convention: Convention): ContratLine[] {
  const added = convention.avenants.flatMap(({ actionsNouvelles }) => actionsNouvelles);
  return lines({ ...convention, actions: [...convention.actions, ...added] }, "fiches");
}

const ETATS: Readonly<Record<Clause["state"], string>> = { read: "lu", supposed: "supposé", confirmed: "confirmé" };

/** Sealed with the contract, and only shown here. */
const sourceRows = (convention: Convention): ContratLine[] =>
  provenancesDe(convention).map(({ state, article, nom, place, quote, confirmed }) =>
    line("sources", {
      etat: ETATS[state],
      article: article === SANS_ARTICLE ? null : article,
      valeur: nom,
      lieu: place,
      phrase: quote,
      par: confirmed?.by ?? (state === "confirmed" ? "qui a donné la définition" : null),
      le: confirmed?.on,
    }),
  );

/** Rows that wait for the next avenants. */
const SPARE_AVENANT_ROWS = 12;

/** What is not a plain list of things, and the columns that depend on the contract. */
const TABLES: Readonly<Partial<Record<TableSection, (convention: Convention) => readonly ContratLine[]>>> = {
  annees: anneeRows,
  actions: (convention) => withMontants(convention, "actions"),
  autres: autreRows,
  operateurs: operateurRows,
  sousActions: (convention) => withMontants(convention, "sousActions"),
  indicateurs: indicateurRows,
  mesures: mesureRows,
  nationaux: nationalRows,
  sources: sourceRows,
  imputation: (convention) => {
    const rows = lines(convention, "imputation");
    return rows.length > 0 ? rows : [line("imputation", {})];
  },
  echeances: echeanceRows,
  fiches: ficheRows,
  avenants: (convention) => avenantRows(convention, SPARE_AVENANT_ROWS),
};

const perYear =
  (wordsOf: (convention: Convention) => readonly string[]) =>
  (convention: Convention): readonly string[] =>
    convention.annees.flatMap(({ annee }) => wordsOf(convention).map((word) => `${word} ${annee}`));

const parties = perYear(({ collectivite }) => ["État", collectivite.designation]);

const HEADINGS: Readonly<Partial<Record<TableSection, (convention: Convention) => readonly string[]>>> = {
  annees: ({ axes }) => axes.map(({ numero }) => `Axe ${numero}`),
  actions: parties,
  autres: perYear(() => ["Montant"]),
  sousActions: parties,
  indicateurs: perYear(() => ["Cible"]),
  mesures: perYear(() => ["Cible en mots"]),
};

export const tableOf = (convention: Convention, section: TableSection): Table => ({
  rows: TABLES[section]?.(convention) ?? lines(convention, section),
  headings: HEADINGS[section]?.(convention) ?? [],
});
