// The clauses of a contract that a line of an avenant names by its words, for want of columns of their own.
import type { Convention } from "../convention";
import { foldLabel, foldText } from "../../domain/words/label";
import { slug } from "../../domain/words/typographie";
import type { Noms } from "./chose";
import { listClauses } from "./list-clauses";
import { estParametreChangeable, NOMS_DES_PARAMETRES } from "./parametres";
import type { TableSection } from "./sections";
import { findWord } from "./sheet-words";
import { fill } from "./template";
import { isNommee, nomsDansLeLibelle, objetQuiChange, TYPES, type TypeDeClause } from "./types-de-clause";
import { numeroAction, parNumeroDit } from "../../domain/values/numero-action";

/** By any of its labels; of one that the same avenant adds, what its label makes. */
export function idEcheance({ echeances }: Convention, nom: string): string {
  const wanted = foldLabel(nom);
  const known = echeances.find(({ id, intitule, alias }) =>
    [id, intitule, ...alias].some((label) => foldLabel(label) === wanted),
  );
  return known?.id ?? slug(nom);
}

/** The key that a text names in the words of a template; null where it does not. */
export function cleDansLesMots(convention: Convention, text: string, nom: string, cle: string): string | null {
  const found = nomsDansLeLibelle(nom, foldText(text));
  const { designation } = convention.collectivite;
  if (!found || ("designation" in found && found.designation !== foldText(designation))) return null;
  const intitule = String(found.intitule ?? "");
  const id = cle.startsWith("echeances/") ? idEcheance(convention, intitule) : slug(intitule);
  // The number of a sub-action is as it is written: letters keep their case.
  const sousAction = /sous-action\s+(\S+)/iu.exec(text)?.[1];
  const numero = numeroAction(String(found.action ?? ""));
  const action = numero === null ? undefined : (parNumeroDit(convention.actions, numero)?.numero ?? numero);
  return fill(cle, { ...found, id, sousAction, ...(action !== undefined && { action }) });
}

const ADDED: readonly TypeDeClause[] = TYPES.filter(
  (type) => type.chose !== null && type.ligne.nouveau === true && objetQuiChange(type) === "parametre",
);

/** The key of what these words name, stated by the contract or to be added to it; null for words that name nothing. */
export function cleNommee(convention: Convention, text: string): string | null {
  const parametre = findWord(NOMS_DES_PARAMETRES, text);
  if (parametre !== null && estParametreChangeable(parametre)) return parametre;
  const folded = foldText(text);
  const stated = listClauses(convention).find(
    ({ key, label, setting }) => !setting && foldText(label) === folded && isNommee(key),
  );
  if (stated) return stated.key;
  for (const { noms, cle } of ADDED) {
    for (const nom of noms) {
      const key = cleDansLesMots(convention, text, nom, cle);
      if (key !== null) return key;
    }
  }
  return null;
}

/** The names of the next thing of each kind, and of those that lack a clause. */
const SUIVANTES: Readonly<Partial<Record<TableSection, (convention: Convention) => readonly Noms[]>>> = {
  signataires: ({ signataires = [] }) => [{ rang: signataires.length + 1 }],
  financeurs: ({ autresFinanceurs = [] }) => [{ rang: autresFinanceurs.length + 1 }],
  enveloppes: ({ annees }) => [
    { intitule: "à nommer" },
    ...annees.map(({ annee }) => ({ intitule: "à nommer", annee })),
  ],
  seuils: ({ axes, annees, actions }) => [
    ...axes.map(({ numero }) => ({ axe: numero })),
    ...annees.map(({ annee }) => ({ annee })),
    ...actions.map(({ numero }) => ({ action: numero })),
  ],
  operateurs: ({ actions }) => actions.map(({ numero }) => ({ action: numero })),
  sousActions: ({ actions, annees, collectivite: { designation } }) =>
    actions.flatMap(({ numero, sousActions = [] }) => {
      const next = { action: numero, sousAction: `${numero}.${sousActions.length + 1}`, designation };
      return [next, ...annees.map(({ annee }) => ({ ...next, annee }))];
    }),
  nationaux: ({ indicateursNationaux }) => [{ rang: indicateursNationaux.length + 1 }],
  echeances: ({ echeances }) => echeances,
};

/** Of a deadline that the contract dates, its clauses are stated; a national indicator has its label first. */
const isOffered = ({ section, ligne }: TypeDeClause, noms: Noms): boolean =>
  section === "nationaux"
    ? ligne.fonde === true
    : section !== "echeances" || noms.reglage === true || ligne.genre === "annee";

/** What a line may name: what the contract states, and what it may be given more of. */
export function nomsDuContrat(convention: Convention): readonly string[] {
  const parametres = Object.entries(NOMS_DES_PARAMETRES).flatMap(([cle, nom]) =>
    estParametreChangeable(cle) ? [nom] : [],
  );
  const stated = listClauses(convention).flatMap(({ key, label, setting, offSheet }) =>
    setting || offSheet || !isNommee(key) ? [] : [label],
  );
  const more = Object.entries(SUIVANTES).flatMap(([section, namesOf]) => {
    const types = ADDED.filter((type) => type.section === section);
    return namesOf(convention).flatMap((noms) =>
      types
        .filter((type) => isOffered(type, noms))
        .flatMap((type) => type.noms.flatMap((nom) => fill(nom, noms) ?? []).slice(0, 1)),
    );
  });
  return [...new Set([...parametres, ...stated, ...more])];
}
