// Everything that a contract states, one statement a line: by it the sheet is held against the signed contract, and one state of it against another.
import { date, Lister, montant, nombre, texte, type Chemin, type Clause, type ValeurClause } from "./clause";
import {
  listActionDetails,
  listEnveloppes,
  listFinanceurs,
  listMesure,
  listNationaux,
  listSeuils,
  listSignataires,
} from "./clauses-ailleurs";
import type { Action, Convention, Indicateur } from "../convention";
import { GENRES, ORIGINES, PARAMETRES, type Parametre } from "./contrat-layout";
import { formatDate, formatMontant, formatNombre, formatPart } from "../../domain/words/format";
import { formatIban } from "../compte-bancaire";
import { remember } from "../../domain/remember";
import { toEuros, type Montant } from "../../domain/values/montant";

export type { Clause, SujetClause, ValeurClause } from "./clause";

function listParametres(convention: Convention, list: Lister): void {
  const { etat, collectivite, periode, cofinancement, reglages, imputation, coordonneesBancaires: compte } = convention;
  const add = (
    parametre: Parametre,
    chemin: Chemin,
    value: string | undefined,
    genre: "texte" | "compte" = "texte",
  ): void => {
    const valeur = value === undefined || value === "" ? null : { genre, texte: value };
    list.add(chemin.map(String).join("/"), PARAMETRES[parametre], chemin, valeur);
  };
  const share = (parametre: Parametre, chemin: Chemin, part: number, reglage: boolean): void => {
    list.add(chemin.map(String).join("/"), PARAMETRES[parametre], chemin, { genre: "part", part }, {}, reglage);
  };
  add("intitule", ["intitule"], convention.intitule);
  add("id", ["id"], convention.id);
  const day = (cle: "signeLe" | "effetLe", value: string | undefined): void => {
    list.add(cle, PARAMETRES[cle], [cle], value === undefined ? null : date(value));
  };
  day("signeLe", convention.signeLe);
  day("effetLe", convention.effetLe);
  list.add("periode/debut", PARAMETRES.debut, ["periode", "debut"], date(periode.debut));
  list.add("periode/fin", PARAMETRES.fin, ["periode", "fin"], date(periode.fin));
  add("etatNom", ["etat", "nom"], etat.nom);
  add("etatRepresentant", ["etat", "representant"], etat.representant);
  add("etatQualite", ["etat", "qualite"], etat.qualite);
  add("collectiviteNom", ["collectivite", "nom"], collectivite.nom);
  add("collectiviteDesignation", ["collectivite", "designation"], collectivite.designation);
  list.add(
    "collectivite/motsColonne",
    PARAMETRES.collectiviteMots,
    ["collectivite", "motsColonne"],
    collectivite.motsColonne.length > 0 ? texte(collectivite.motsColonne.join("\n")) : null,
    {},
    true,
  );
  add("collectiviteRepresentant", ["collectivite", "representant"], collectivite.representant);
  add("collectiviteQualite", ["collectivite", "qualite"], collectivite.qualite);
  add("ordonnateur", ["ordonnateur"], convention.ordonnateur);
  add("comptable", ["comptable"], convention.comptable);
  share("seuil", ["cofinancement", "seuil"], cofinancement.seuil, false);
  share("alerteSousConsommation", ["reglages", "alerteSousConsommation"], reglages.alerteSousConsommation, true);
  share("alerteCible", ["reglages", "alerteCible"], reglages.alerteCible, true);
  add("programme", ["imputation", "programme"], imputation.programme);
  add("intituleProgramme", ["imputation", "intitule"], imputation.intitule);
  add("titulaire", ["coordonneesBancaires", "titulaire"], compte?.titulaire);
  add("domiciliation", ["coordonneesBancaires", "domiciliation"], compte?.domiciliation);
  add("rib", ["coordonneesBancaires", "rib"], compte?.rib, "compte");
  add("iban", ["coordonneesBancaires", "iban"], compte?.iban, "compte");
  add("bic", ["coordonneesBancaires", "bic"], compte?.bic, "compte");
}

function listAnnees({ annees, creditsEtat }: Convention, list: Lister): void {
  annees.forEach(({ annee, debut, fin }, index) => {
    const sujet = { year: annee };
    list.add(`annees/${annee}/debut`, `Premier jour ${annee}`, ["annees", index, "debut"], date(debut), sujet);
    list.add(`annees/${annee}/fin`, `Dernier jour ${annee}`, ["annees", index, "fin"], date(fin), sujet);
  });
  creditsEtat.forEach(({ annee, montant: whole, statut, repartition = [] }, index) => {
    const chemin: Chemin = ["creditsEtat", index];
    const own = `annees/${annee}`;
    const nom = `Crédits de l’État ${annee}`;
    const sujet = { year: annee, party: "etat" } as const;
    list.texte(`${own}/statut`, `Statut ${annee}`, [...chemin, "statut"], statut, { year: annee });
    list.add(`${own}/credits`, nom, [...chemin, "montant"], montant(whole), sujet);
    repartition.forEach(({ axe, montant: part }, rank) => {
      const at: Chemin = [...chemin, "repartition", rank, "montant"];
      list.add(`${own}/axes/${axe}`, `${nom} – axe ${axe}`, at, montant(part), { ...sujet, axe });
    });
  });
}

function listIndicateur(action: number, indicateur: Indicateur, chemin: Chemin, list: Lister): void {
  const { numero, intitule, alias, t0, cibles } = indicateur;
  const cle = `actions/${action}/indicateurs/${numero}`;
  const nom = `Action ${action} – indicateur ${numero}`;
  const sujet = { action, indicator: numero };
  list.texte(`${cle}/intitule`, `${nom} – intitulé`, [...chemin, "intitule"], intitule, sujet);
  list.alias(cle, nom, chemin, alias, sujet);
  list.add(`${cle}/t0`, `${nom} – T0`, [...chemin, "t0"], nombre(t0), sujet);
  cibles.forEach(({ annee, valeur }, index) => {
    const at: Chemin = [...chemin, "cibles", index, "valeur"];
    list.add(`${cle}/cibles/${annee}`, `${nom} – cible ${annee}`, at, nombre(valeur), { ...sujet, year: annee });
  });
  listMesure(action, indicateur, chemin, list);
}

const FICHE_TEXTS = {
  sousAxe: "sous-axe",
  objectif: "objectif principal",
  publicCible: "public cible",
  nature: "nature",
  pilotage: "pilotage",
  partenaires: "partenaires",
} as const;

function listFiche({ numero, fiche }: Action, chemin: Chemin, list: Lister): void {
  if (!fiche) return;
  const cle = `actions/${numero}/fiche`;
  const nom = `Fiche de l’action ${numero}`;
  const sujet = { action: numero };
  list.add(`${cle}/debut`, `${nom} – début`, [...chemin, "debut"], date(fiche.debut), sujet);
  list.add(`${cle}/fin`, `${nom} – fin`, [...chemin, "fin"], date(fiche.fin), sujet);
  for (const [key, words] of Object.entries(FICHE_TEXTS) as [keyof typeof FICHE_TEXTS, string][]) {
    // An avenant begins a fiche with some of its texts: the others are not said yet.
    list.texte(
      `${cle}/${key}`,
      `${nom} – ${words}`,
      [...chemin, key],
      fiche[key] === "" ? undefined : fiche[key],
      sujet,
    );
  }
  const linked = (key: "actionsLiees" | "axesLies", words: string): void => {
    const value = fiche[key].length > 0 ? fiche[key].join(", ") : undefined;
    list.texte(`${cle}/${key}`, `${nom} – ${words}`, [...chemin, key], value, sujet);
  };
  for (const [key, words] of [
    ["constats", "constats et problématiques"],
    ["descriptif", "objectifs opérationnels"],
  ] as const) {
    const value = fiche[key];
    list.hidden(
      `${cle}/${key}`,
      `${nom} – ${words}`,
      [...chemin, key],
      value === undefined ? null : texte(value),
      sujet,
    );
  }
  linked("actionsLiees", "actions liées");
  linked("axesLies", "axes liés");
}

function listAction(action: Action, chemin: Chemin, designation: string, list: Lister): void {
  const { numero, axe, intitule, alias, montants, indicateurs } = action;
  const cle = `actions/${numero}`;
  const nom = `Action ${numero}`;
  const sujet = { action: numero };
  list.texte(`${cle}/intitule`, `${nom} – intitulé`, [...chemin, "intitule"], intitule, sujet);
  list.alias(cle, nom, chemin, alias, sujet);
  list.texte(`${cle}/axe`, `${nom} – axe`, [...chemin, "axe"], `Axe ${axe}`, sujet);
  montants.forEach(({ annee, etat, collectivite }, index) => {
    const add = (partie: "etat" | "collectivite", words: string, value: Montant): void => {
      const at: Chemin = [...chemin, "montants", index, partie];
      const party = partie === "etat" ? ("etat" as const) : ("metropole" as const);
      const own = { action: numero, year: annee, party };
      list.add(`${cle}/montants/${annee}/${partie}`, `${nom} – ${annee} – part ${words}`, at, montant(value), own);
    };
    add("etat", "État", etat);
    add("collectivite", designation, collectivite);
  });
  indicateurs.forEach((indicateur, index) => {
    listIndicateur(numero, indicateur, [...chemin, "indicateurs", index], list);
  });
  listFiche(action, [...chemin, "fiche"], list);
  listActionDetails(action, chemin, designation, list);
}

function listImputation({ imputation }: Convention, list: Lister): void {
  imputation.lignes.forEach((ligne, index) => {
    const cle = `imputation/lignes/${ligne.annee}/${ligne.axe}`;
    const nom = `Imputation ${ligne.annee} – axe ${ligne.axe}`;
    const chemin: Chemin = ["imputation", "lignes", index];
    const sujet = { axe: ligne.axe, year: ligne.annee };
    const add = (key: "action" | "sousAction" | "intitule" | "activite" | "intituleActivite", words: string): void => {
      list.texte(`${cle}/${key}`, `${nom} – ${words}`, [...chemin, key], ligne[key], sujet);
    };
    add("intitule", "intitulé");
    add("intituleActivite", "intitulé de l’activité");
    add("action", "action budgétaire");
    add("sousAction", "sous-action");
    add("activite", "activité");
    const code = { genre: "code", texte: ligne.code } as const;
    list.add(`${cle}/code`, `${nom} – code activité`, [...chemin, "code"], code, sujet);
    list.add(`${cle}/montant`, `${nom} – montant`, [...chemin, "montant"], montant(ligne.montant), sujet);
  });
}

function listEcheances({ echeances }: Convention, list: Lister): void {
  echeances.forEach(({ id, intitule, alias, article, date: due, avenantPour, reglage = false, genre }, index) => {
    const cle = `echeances/${id}`;
    const nom = `Échéance « ${intitule} »`;
    const chemin: Chemin = ["echeances", index];
    const sujet = avenantPour === undefined ? {} : { year: avenantPour };
    list.add(`${cle}/intitule`, `${nom} – intitulé`, [...chemin, "intitule"], texte(intitule), sujet, reglage);
    list.alias(cle, nom, chemin, alias, sujet);
    list.add(`${cle}/article`, `${nom} – article`, [...chemin, "article"], texte(article), sujet, reglage);
    list.add(`${cle}/date`, `${nom} – date`, [...chemin, "date"], date(due), sujet, reglage);
    const annee = avenantPour === undefined ? null : nombre(avenantPour);
    list.add(`${cle}/avenant-pour`, `${nom} – avenant pour`, [...chemin, "avenantPour"], annee, sujet, reglage);
    const origine = texte(ORIGINES[reglage ? "reglage" : "contrat"]);
    list.add(`${cle}/origine`, `${nom} – date fixée par`, [...chemin, "reglage"], origine, sujet, reglage);
    const nature = texte(GENRES[genre ?? "obligation"]);
    list.add(`${cle}/nature`, `${nom} – nature`, [...chemin, "genre"], nature, sujet, reglage);
  });
}

/** In the order of the sheet « Contrat ». Avenants are not among them: they change what is. */
export const listClauses = remember((convention: Convention): readonly Clause[] => {
  const list = new Lister();
  listParametres(convention, list);
  listSignataires(convention, list);
  listAnnees(convention, list);
  listSeuils(convention, list);
  listEnveloppes(convention, list);
  convention.axes.forEach(({ numero, intitule, alias }, index) => {
    const chemin: Chemin = ["axes", index];
    const sujet = { axe: numero };
    list.texte(`axes/${numero}/intitule`, `Axe ${numero} – intitulé`, [...chemin, "intitule"], intitule, sujet);
    list.alias(`axes/${numero}`, `Axe ${numero}`, chemin, alias, sujet);
  });
  listFinanceurs(convention, list);
  convention.actions.forEach((action, index) => {
    listAction(action, ["actions", index], convention.collectivite.designation, list);
  });
  listNationaux(convention, list);
  listImputation(convention, list);
  listEcheances(convention, list);
  return list.clauses;
});

/** As an agent writes it. */
export function formatClause(valeur: ValeurClause): string {
  switch (valeur.genre) {
    case "montant":
      return formatMontant(valeur.montant);
    case "nombre":
      return valeur.nombre === "nd" ? "nd" : formatNombre(valeur.nombre);
    case "part":
      return formatPart(valeur.part);
    case "date":
      return formatDate(valeur.date);
    case "compte":
      return /^[A-Z]{2}\d{2}/.test(valeur.texte) ? formatIban(valeur.texte.replace(/\s+/gu, "")) : valeur.texte;
    case "code":
    case "texte":
      return valeur.texte;
  }
}

/** The figure of a clause in euros or units; null where it is none. */
export function chiffreDeClause(valeur: ValeurClause): number | null {
  if (valeur.genre === "montant") return toEuros(valeur.montant);
  return valeur.genre === "nombre" && valeur.nombre !== "nd" ? valeur.nombre : null;
}
