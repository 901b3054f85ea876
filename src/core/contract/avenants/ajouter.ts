// What an avenant adds to a contract that stated nothing of it: a party, its money, an axe, an envelope, a sub-action, a threshold, a code…
import { montantFromEuros, ZERO, type Montant } from "../../domain/values/montant";
import { slug } from "../../domain/words/typographie";
import type { Action, Convention } from "../convention";
import type { NouvelleValeur } from "../clauses/clause";
import { listChoses } from "../clauses/list-clauses";
import { change } from "../clauses/set-at";
import { nomsDansLaCle, typeDe, type TypeDeClause } from "../clauses/types-de-clause";
import { valeurPrise } from "../clauses/valeurs";

type Names = Readonly<Record<string, string>>;

/** Null where the contract has nothing that it could belong to, or the value is none for it. */
type Ajout = (convention: Convention, names: Names, valeur: string | number) => Convention | null;

type Fiche = NonNullable<Action["fiche"]>;

const ACTIVITY = /^\d{12}$/;

const amountOf = (valeur: string | number): Montant | null =>
  typeof valeur === "number" && valeur >= 0 ? montantFromEuros(valeur) : null;

/** The first number that the list does not have yet: things of one kind are numbered in their order. */
const isNext = ({ rang }: Names, list: readonly unknown[] | undefined): boolean =>
  Number(rang) === (list?.length ?? 0) + 1;

const hasYear = ({ annees }: Convention, annee: number): boolean => annees.some((each) => each.annee === annee);

/** The action by its number, and what becomes of it. */
function ofAction(
  convention: Convention,
  numero: string | undefined,
  amended: (action: Action) => Partial<Action> | null,
): Convention | null {
  const rank = convention.actions.findIndex((action) => String(action.numero) === numero);
  const action = convention.actions[rank];
  const own = action ? amended(action) : null;
  return own && change(convention, ["actions", rank], { ...action, ...own });
}

const signataire: Ajout = (convention, names, valeur) => {
  const { signataires = [] } = convention;
  return isNext(names, signataires) ? { ...convention, signataires: [...signataires, { nom: String(valeur) }] } : null;
};

const financeur: Ajout = (convention, names, valeur) => {
  const { autresFinanceurs = [] } = convention;
  const nom = String(valeur);
  if (!isNext(names, autresFinanceurs) || autresFinanceurs.some((each) => slug(each.nom) === slug(nom))) return null;
  return { ...convention, autresFinanceurs: [...autresFinanceurs, { nom }] };
};

const compte: Ajout = (convention, names, valeur) => {
  const { autresComptes = [] } = convention;
  const iban = String(valeur);
  if (!isNext(names, autresComptes) || autresComptes.some((each) => slug(each.iban) === slug(iban))) return null;
  return { ...convention, autresComptes: [...autresComptes, { titulaire: "", iban }] };
};

/** Of a financing party that the contract knows, for an action or a year that it did not finance yet. */
const autre: Ajout = (convention, { action, financeur: nom, annee }, valeur) => {
  const known = convention.autresFinanceurs?.find((each) => slug(each.nom) === nom);
  const montant = amountOf(valeur);
  if (!known || montant === null || !hasYear(convention, Number(annee))) return null;
  const added = { financeur: known.nom, annee: Number(annee), montant };
  return ofAction(convention, action, ({ autres = [] }) => ({ autres: [...autres, added] }));
};

const axe: Ajout = (convention, { axe: numero }, valeur) => {
  const { axes } = convention;
  if (Number(numero) !== Math.max(...axes.map((each) => each.numero)) + 1) return null;
  return { ...convention, axes: [...axes, { numero: Number(numero), intitule: String(valeur), alias: [] }] };
};

const enveloppe: Ajout = (convention, { id = "" }, valeur) => {
  const { enveloppes = [] } = convention;
  if (enveloppes.some((each) => each.id === id) || slug(String(valeur)) !== id) return null;
  return { ...convention, enveloppes: [...enveloppes, { id, intitule: String(valeur), montants: [] }] };
};

/** Firm: it is the avenant that fixes it. */
const montantEnveloppe: Ajout = (convention, { id, annee }, valeur) => {
  const rank = convention.enveloppes?.findIndex((each) => each.id === id) ?? -1;
  const own = convention.enveloppes?.[rank];
  const montant = amountOf(valeur);
  if (!own || montant === null || !hasYear(convention, Number(annee))) return null;
  const added = { annee: Number(annee), montant, statut: "ferme" } as const;
  return change(convention, ["enveloppes", rank, "montants"], [...own.montants, added]);
};

const seuil: Ajout = (convention, { axe: own = "tous", action: alone, annee }, valeur) => {
  const { cofinancement, axes, actions } = convention;
  const action = actions.find(({ numero }) => String(numero) === alone)?.numero;
  if (typeof valeur !== "number" || valeur < 0 || valeur > 1) return null;
  if (alone !== undefined && action === undefined) return null;
  if (own !== "tous" && !axes.some(({ numero }) => numero === Number(own))) return null;
  if (annee !== "toutes" && !hasYear(convention, Number(annee))) return null;
  const added = {
    ...(own !== "tous" && { axe: Number(own) }),
    ...(action !== undefined && { action }),
    ...(annee !== "toutes" && { annee: Number(annee) }),
    seuil: valeur,
  };
  return { ...convention, cofinancement: { ...cofinancement, seuils: [...(cofinancement.seuils ?? []), added] } };
};

const sousAction: Ajout = (convention, { action, sousAction: numero = "" }, valeur) =>
  ofAction(convention, action, ({ sousActions = [] }) =>
    sousActions.some((each) => each.numero === numero)
      ? null
      : { sousActions: [...sousActions, { numero, intitule: String(valeur) }] },
  );

/** A year that it did not have begins at nothing for the other party. */
const montantSousAction =
  (partie: "etat" | "collectivite"): Ajout =>
  (convention, { action, sousAction: numero, annee }, valeur) => {
    const montant = amountOf(valeur);
    if (montant === null || !hasYear(convention, Number(annee))) return null;
    const nothing = ZERO;
    const added = { annee: Number(annee), etat: nothing, collectivite: nothing, [partie]: montant };
    return ofAction(convention, action, ({ sousActions = [] }) => {
      const own = sousActions.find((each) => each.numero === numero);
      const montants = [...(own?.montants ?? []), added];
      return own ? { sousActions: sousActions.map((each) => (each === own ? { ...each, montants } : each)) } : null;
    });
  };

const national: Ajout = (convention, names, valeur) => {
  const { indicateursNationaux } = convention;
  if (!isNext(names, indicateursNationaux)) return null;
  return { ...convention, indicateursNationaux: [...indicateursNationaux, String(valeur)] };
};

const champNational =
  (champ: "code" | "unite"): Ajout =>
  (convention, { rang }, valeur) => {
    const { indicateursNationaux, nationaux = [] } = convention;
    const intitule = indicateursNationaux[Number(rang) - 1];
    if (intitule === undefined) return null;
    const known = nationaux.find((each) => each.intitule === intitule) ?? { intitule };
    const others = nationaux.filter((each) => each !== known);
    return { ...convention, nationaux: [...others, { ...known, [champ]: String(valeur) }] };
  };

/** A year that had no codes yet: the line is that of the same axe the year before, with the year's amount. */
const code: Ajout = (convention, { annee: year, axe: numero }, valeur) => {
  const { lignes } = convention.imputation;
  const annee = Number(year);
  const before = lignes.filter((ligne) => ligne.axe === Number(numero) && ligne.annee < annee).at(-1);
  const credit = convention.creditsEtat.find((each) => each.annee === annee);
  const part = credit?.repartition?.find((each) => each.axe === Number(numero));
  if (!before || !part || !ACTIVITY.test(String(valeur))) return null;
  const ligne = { ...before, annee, code: String(valeur), montant: part.montant };
  return change(convention, ["imputation", "lignes"], [...lignes, ligne]);
};

/** What brings its thing with it, by its key; a clause of a thing that the contract has is said of that. */
const AJOUTS: Readonly<Record<string, Ajout>> = {
  "signataires/{rang}/nom": signataire,
  "financeurs/{rang}/nom": financeur,
  "comptes/{rang}/iban": compte,
  "actions/{action}/autres/{slug financeur}/{annee}": autre,
  "axes/{axe}/intitule": axe,
  "enveloppes/{id}/intitule": enveloppe,
  "enveloppes/{id}/{annee}/montant": montantEnveloppe,
  "cofinancement/seuils/{axe|tous}/{annee|toutes}": seuil,
  "cofinancement/seuils/actions/{action}/{annee|toutes}": seuil,
  "actions/{action}/sous-actions/{sousAction}/intitule": sousAction,
  "actions/{action}/sous-actions/{sousAction}/montants/{annee}/etat": montantSousAction("etat"),
  "actions/{action}/sous-actions/{sousAction}/montants/{annee}/collectivite": montantSousAction("collectivite"),
  "nationaux/{rang}": national,
  "nationaux/{rang}/code": champNational("code"),
  "nationaux/{rang}/unite": champNational("unite"),
  "imputation/lignes/{annee}/{axe}/code": code,
};

/** Of an action that had no fiche yet: it lasts as the contract does, and what is not said of it stays empty. */
const nouvelleFiche = ({ periode }: Convention): Fiche => ({
  ...periode,
  publicCible: "",
  nature: "",
  pilotage: "",
  partenaires: "",
  actionsLiees: [],
  axesLies: [],
});

/** Of a contract that states no account; what is not said of it yet stays empty. */
const NOUVEAU_COMPTE = { titulaire: "", domiciliation: "", rib: "", iban: "", bic: "" };

/** Words stand only where no number stands in their place. */
const TAKEN: Readonly<Record<string, string>> = { t0Texte: "t0", texte: "valeur" };

/** In a thing that the contract has. */
function dansSaChose(
  convention: Convention,
  sur: string,
  { chose, ligne }: TypeDeClause,
  value: unknown,
): Convention | null {
  const { champ } = ligne;
  const own = listChoses(convention).find((each) => each.chose === chose && sur.startsWith(`${each.key}/`));
  const taken = TAKEN[champ];
  if (!own || (taken !== undefined && own.noms[taken] !== "nd")) return null;
  return change(convention, [...own.path, champ], value);
}

export function ajouter(convention: Convention, sur: string, valeur: NouvelleValeur): Convention | null {
  const type = typeDe(sur);
  if (valeur === null || valeur === "" || !type) return null;
  const names = nomsDansLaCle(type, sur);
  const ajout = AJOUTS[type.cle];
  if (ajout) return ajout(convention, names, valeur);
  const { ligne, chose, section } = type;
  const value = valeurPrise(valeur, ligne);
  if (value === undefined || (ligne.genre === "annee" && !hasYear(convention, Number(value)))) return null;
  if (section === "fiches") {
    return ofAction(convention, names.action, ({ fiche = nouvelleFiche(convention) }) => ({
      fiche: { ...fiche, [ligne.champ]: value },
    }));
  }
  if (ligne.nouveau !== true) return null;
  if (chose) return dansSaChose(convention, sur, type, value);
  const { coordonneesBancaires = NOUVEAU_COMPTE } = convention;
  const whole = sur.startsWith("coordonneesBancaires/") ? { ...convention, coordonneesBancaires } : convention;
  return change(whole, sur.split("/"), value);
}

/** What other lines of the same avenant may belong to, wherever they stand. */
export const isFounding = (sur: string): boolean => typeDe(sur)?.ligne.fonde === true;
