// What an avenant adds to a contract that stated nothing of it: a party, its money, an axe, an envelope, a sub-action, a threshold, a code…
import { montantFromCentimes, montantFromEuros, type Montant } from "../../domain/values/montant";
import { slug } from "../../domain/words/typographie";
import type { Action, Convention } from "../convention";
import { DAY, linesOf, motDe, numerosOf } from "../clauses/mots";
import type { NouvelleValeur } from "../clauses/clause";
import { change } from "../clauses/set-at";

/** Null where the contract has nothing that it could belong to, or the value is none for it. */
type Ajout = (convention: Convention, names: readonly string[], valeur: string | number) => Convention | null;

type Fiche = NonNullable<Action["fiche"]>;

const ACTIVITY = /^\d{12}$/;

const amountOf = (valeur: string | number): Montant | null =>
  typeof valeur === "number" && valeur >= 0 ? montantFromEuros(valeur) : null;

/** The first number that the list does not have yet: things of one kind are numbered in their order. */
const isNext = (numero: string | undefined, list: readonly unknown[] | undefined): boolean =>
  Number(numero) === (list?.length ?? 0) + 1;

const hasYear = ({ annees }: Convention, annee: number): boolean => annees.some((each) => each.annee === annee);

const rankOf = ({ actions }: Convention, numero: string | undefined): number =>
  actions.findIndex((action) => action.numero === Number(numero));

/** The action by its number, and what becomes of it. */
function ofAction(
  convention: Convention,
  numero: string | undefined,
  amended: (action: Action) => Partial<Action> | null,
): Convention | null {
  const rank = rankOf(convention, numero);
  const action = convention.actions[rank];
  const own = action ? amended(action) : null;
  return own && change(convention, ["actions", rank], { ...action, ...own });
}

const texte: Ajout = (convention, [cle = ""], valeur) => change(convention, cle.split("/"), String(valeur));

const signataire: Ajout = (convention, [, numero, champ = ""], valeur) => {
  const { signataires = [] } = convention;
  if (champ === "nom") {
    if (!isNext(numero, signataires)) return null;
    return { ...convention, signataires: [...signataires, { nom: String(valeur) }] };
  }
  const rank = Number(numero) - 1;
  return signataires[rank] ? change(convention, ["signataires", rank, champ], String(valeur)) : null;
};

/** Of a contract that states no account; what is not said of it yet stays empty. */
const compte: Ajout = (convention, [, champ = ""], valeur) => {
  const { coordonneesBancaires = { titulaire: "", domiciliation: "", rib: "", iban: "", bic: "" } } = convention;
  return { ...convention, coordonneesBancaires: { ...coordonneesBancaires, [champ]: String(valeur) } };
};

const financeur: Ajout = (convention, [, numero], valeur) => {
  const { autresFinanceurs = [] } = convention;
  const nom = String(valeur);
  if (!isNext(numero, autresFinanceurs) || autresFinanceurs.some((each) => slug(each.nom) === slug(nom))) return null;
  return { ...convention, autresFinanceurs: [...autresFinanceurs, { nom }] };
};

/** Of a financing party that the contract knows, for an action or a year that it did not finance yet. */
const autre: Ajout = (convention, [, action, nom, annee], valeur) => {
  const known = convention.autresFinanceurs?.find((each) => slug(each.nom) === nom);
  const montant = amountOf(valeur);
  if (!known || montant === null || !hasYear(convention, Number(annee))) return null;
  const added = { financeur: known.nom, annee: Number(annee), montant };
  return ofAction(convention, action, ({ autres = [] }) => ({ autres: [...autres, added] }));
};

const axe: Ajout = (convention, [, numero], valeur) => {
  const { axes } = convention;
  if (Number(numero) !== Math.max(...axes.map((each) => each.numero)) + 1) return null;
  return { ...convention, axes: [...axes, { numero: Number(numero), intitule: String(valeur), alias: [] }] };
};

const enveloppe: Ajout = (convention, [, id = "", champ = ""], valeur) => {
  const { enveloppes = [] } = convention;
  const rank = enveloppes.findIndex((each) => each.id === id);
  if (champ === "intitule") {
    if (rank >= 0 || slug(String(valeur)) !== id) return null;
    return { ...convention, enveloppes: [...enveloppes, { id, intitule: String(valeur), montants: [] }] };
  }
  return rank < 0 ? null : change(convention, ["enveloppes", rank, champ], String(valeur));
};

/** Firm: it is the avenant that fixes it. */
const montantEnveloppe: Ajout = (convention, [, id, annee], valeur) => {
  const rank = convention.enveloppes?.findIndex((each) => each.id === id) ?? -1;
  const own = convention.enveloppes?.[rank];
  const montant = amountOf(valeur);
  if (!own || montant === null || !hasYear(convention, Number(annee))) return null;
  const added = { annee: Number(annee), montant, statut: "ferme" } as const;
  return change(convention, ["enveloppes", rank, "montants"], [...own.montants, added]);
};

const seuil: Ajout = (convention, [, axe, annee], valeur) => {
  const { cofinancement, axes } = convention;
  if (typeof valeur !== "number" || valeur < 0 || valeur > 1) return null;
  if (axe !== "tous" && !axes.some(({ numero }) => numero === Number(axe))) return null;
  if (annee !== "toutes" && !hasYear(convention, Number(annee))) return null;
  const added = {
    ...(axe !== "tous" && { axe: Number(axe) }),
    ...(annee !== "toutes" && { annee: Number(annee) }),
    seuil: valeur,
  };
  return { ...convention, cofinancement: { ...cofinancement, seuils: [...(cofinancement.seuils ?? []), added] } };
};

const operateurs: Ajout = (convention, [, action], valeur) =>
  ofAction(convention, action, () => ({ operateurs: [...linesOf(String(valeur))] }));

const sousAction: Ajout = (convention, [, action, numero = "", champ], valeur) =>
  ofAction(convention, action, ({ sousActions = [] }) => {
    const isKnown = sousActions.some((each) => each.numero === numero);
    if (champ === "intitule") {
      return isKnown ? null : { sousActions: [...sousActions, { numero, intitule: String(valeur) }] };
    }
    if (!isKnown) return null;
    const amended = { operateur: String(valeur) };
    return { sousActions: sousActions.map((each) => (each.numero === numero ? { ...each, ...amended } : each)) };
  });

/** A year that it did not have begins at nothing for the other party. */
const montantSousAction: Ajout = (convention, [, action, numero, annee, partie = ""], valeur) => {
  const montant = amountOf(valeur);
  if (montant === null || !hasYear(convention, Number(annee))) return null;
  const nothing = montantFromCentimes(0);
  const added = { annee: Number(annee), etat: nothing, collectivite: nothing, [partie]: montant };
  return ofAction(convention, action, ({ sousActions = [] }) => {
    if (!sousActions.some((each) => each.numero === numero)) return null;
    return {
      sousActions: sousActions.map((each) =>
        each.numero === numero ? { ...each, montants: [...(each.montants ?? []), added] } : each,
      ),
    };
  });
};

/** How an indicator is counted, or its values in words: only where no number stands in their place. */
const mesure: Ajout = (convention, [cle = "", action, indicateur, champ = "", annee], valeur) => {
  const value = motDe(cle, String(valeur));
  if (value === undefined) return null;
  return ofAction(convention, action, ({ indicateurs }) => {
    const rank = indicateurs.findIndex(({ numero }) => numero === Number(indicateur));
    const own = indicateurs[rank];
    if (!own) return null;
    const amended = amendMesure(own, champ, annee, value);
    return amended && { indicateurs: indicateurs.map((each, index) => (index === rank ? amended : each)) };
  });
};

function amendMesure(
  own: Action["indicateurs"][number],
  champ: string,
  annee: string | undefined,
  value: string | true,
): Action["indicateurs"][number] | null {
  if (champ.startsWith("cibles/")) {
    const isOpen = own.cibles.some((cible) => cible.annee === Number(annee) && cible.valeur === "nd");
    const texte = String(value);
    const cibles = own.cibles.map((cible) => (cible.annee === Number(annee) ? { ...cible, texte } : cible));
    return isOpen ? { ...own, cibles } : null;
  }
  if (champ === "t0/texte") return own.t0 === "nd" ? { ...own, t0Texte: String(value) } : null;
  return { ...own, [champ]: value };
}

const national: Ajout = (convention, [, numero], valeur) => {
  const { indicateursNationaux } = convention;
  if (!isNext(numero, indicateursNationaux)) return null;
  return { ...convention, indicateursNationaux: [...indicateursNationaux, String(valeur)] };
};

const champNational: Ajout = (convention, [, numero, champ = ""], valeur) => {
  const { indicateursNationaux, nationaux = [] } = convention;
  const intitule = indicateursNationaux[Number(numero) - 1];
  if (intitule === undefined) return null;
  const known = nationaux.find((each) => each.intitule === intitule) ?? { intitule };
  const others = nationaux.filter((each) => each !== known);
  return { ...convention, nationaux: [...others, { ...known, [champ]: String(valeur) }] };
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

const champFiche: Ajout = (convention, [cle = "", action, champ = ""], valeur) => {
  const value = valeurDeFiche(cle, String(valeur));
  if (value === null) return null;
  return ofAction(convention, action, ({ fiche = nouvelleFiche(convention) }) => ({
    fiche: { ...fiche, [champ]: value },
  }));
};

function valeurDeFiche(cle: string, text: string): string | readonly number[] | null {
  if (/\/(?:debut|fin)$/.test(cle)) return DAY.test(text) ? text : null;
  return /\/(?:actionsLiees|axesLies)$/.test(cle) ? numerosOf(text) : text;
}

/** A year that had no codes yet: the line is that of the same axe the year before, with the year's amount. */
const code: Ajout = (convention, [, year, numero], valeur) => {
  const { lignes } = convention.imputation;
  const annee = Number(year);
  const before = lignes.filter((ligne) => ligne.axe === Number(numero) && ligne.annee < annee).at(-1);
  const credit = convention.creditsEtat.find((each) => each.annee === annee);
  const part = credit?.repartition?.find((each) => each.axe === Number(numero));
  if (!before || !part || !ACTIVITY.test(String(valeur))) return null;
  const ligne = { ...before, annee, code: String(valeur), montant: part.montant };
  return change(convention, ["imputation", "lignes"], [...lignes, ligne]);
};

/** Of a deadline that waited for no avenant. */
const avenantPour: Ajout = (convention, [, id], valeur) => {
  const rank = convention.echeances.findIndex((each) => each.id === id);
  if (rank < 0 || !hasYear(convention, Number(valeur))) return null;
  return change(convention, ["echeances", rank, "avenantPour"], Number(valeur));
};

const AJOUTS: readonly (readonly [RegExp, Ajout])[] = [
  [/^(?:ordonnateur|comptable|(?:etat|collectivite)\/(?:representant|qualite))$/, texte],
  [/^coordonneesBancaires\/(titulaire|domiciliation|rib|iban|bic)$/, compte],
  [/^signataires\/(\d+)\/(nom|role|representant|qualite)$/, signataire],
  [/^financeurs\/(\d+)\/nom$/, financeur],
  [/^actions\/(\d+)\/autres\/([^/]+)\/(\d{4})$/, autre],
  [/^axes\/(\d+)\/intitule$/, axe],
  [/^enveloppes\/([^/]+)\/(intitule|financeur)$/, enveloppe],
  [/^enveloppes\/([^/]+)\/(\d{4})\/montant$/, montantEnveloppe],
  [/^cofinancement\/seuils\/(\d+|tous)\/(\d{4}|toutes)$/, seuil],
  [/^actions\/(\d+)\/operateurs$/, operateurs],
  [/^actions\/(\d+)\/sous-actions\/([^/]+)\/(intitule|operateur)$/, sousAction],
  [/^actions\/(\d+)\/sous-actions\/([^/]+)\/montants\/(\d{4})\/(etat|collectivite)$/, montantSousAction],
  [/^actions\/(\d+)\/indicateurs\/(\d+)\/(unite|sens|cumul|t0\/texte|cibles\/(\d{4})\/texte)$/, mesure],
  [/^nationaux\/(\d+)$/, national],
  [/^nationaux\/(\d+)\/(code|unite)$/, champNational],
  [
    /^actions\/(\d+)\/fiche\/(sousAxe|constats|objectif|descriptif|debut|fin|publicCible|nature|pilotage|partenaires|actionsLiees|axesLies)$/,
    champFiche,
  ],
  [/^imputation\/lignes\/(\d{4})\/(\d+)\/code$/, code],
  [/^echeances\/([^/]+)\/avenant-pour$/, avenantPour],
];

export function ajouter(convention: Convention, sur: string, valeur: NouvelleValeur): Convention | null {
  if (valeur === null || valeur === "") return null;
  for (const [words, ajout] of AJOUTS) {
    const names = words.exec(sur);
    if (names) return ajout(convention, names, valeur);
  }
  return null;
}

/** What other lines of the same avenant may belong to, wherever they stand. */
export const isFounding = (sur: string): boolean =>
  /^(?:signataires\/\d+\/nom|financeurs\/\d+\/nom|enveloppes\/[^/]+\/intitule|nationaux\/\d+)$/.test(sur) ||
  /^actions\/\d+\/sous-actions\/[^/]+\/intitule$/.test(sur);
