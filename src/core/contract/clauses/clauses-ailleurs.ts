// The statements that other contracts of the programme have besides: other parties and money, thresholds, sub-actions, how an indicator is counted.
import { CUMUL } from "./contrat-layout";
import { montant, texte, type Chemin, type Lister } from "./clause";
import type { Action, Convention, Indicateur } from "../convention";
import { foldText } from "../../domain/words/label";
import { slug } from "../../domain/words/typographie";

/** The financing of a year: one key for however the name is written. */
export const cleAutre = (action: number, financeur: string, annee: number): string =>
  `actions/${action}/autres/${slug(financeur)}/${annee}`;

export function listActionDetails(
  { numero, autres = [], operateurs = [], sousActions = [] }: Action,
  chemin: Chemin,
  designation: string,
  list: Lister,
): void {
  const cle = `actions/${numero}`;
  const nom = `Action ${numero}`;
  const sujet = { action: numero };
  autres.forEach(({ financeur, annee, montant: value }, index) => {
    const at: Chemin = [...chemin, "autres", index, "montant"];
    const libelle = `${nom} – ${financeur} – ${annee}`;
    list.add(cleAutre(numero, financeur, annee), libelle, at, montant(value), { ...sujet, year: annee });
  });
  const words = operateurs.length > 0 ? operateurs.join("\n") : undefined;
  list.texte(`${cle}/operateurs`, `${nom} – opérateurs`, [...chemin, "operateurs"], words, sujet);
  sousActions.forEach((sousAction, index) => {
    const own = `${cle}/sous-actions/${sousAction.numero}`;
    const at: Chemin = [...chemin, "sousActions", index];
    const { intitule, operateur, montants = [] } = sousAction;
    const label = `${nom} – sous-action ${sousAction.numero}`;
    list.texte(`${own}/intitule`, `${label} – intitulé`, [...at, "intitule"], intitule, sujet);
    list.texte(`${own}/operateur`, `${label} – opérateur`, [...at, "operateur"], operateur, sujet);
    montants.forEach(({ annee, etat, collectivite }, rank) => {
      for (const [partie, value] of [
        ["etat", etat],
        ["collectivite", collectivite],
      ] as const) {
        const place: Chemin = [...at, "montants", rank, partie];
        const words = partie === "etat" ? "État" : designation;
        const party = partie === "etat" ? ("etat" as const) : ("metropole" as const);
        const year = { ...sujet, year: annee, party };
        list.add(
          `${own}/montants/${annee}/${partie}`,
          `${label} – ${annee} – part ${words}`,
          place,
          montant(value),
          year,
        );
      }
    });
  });
}

/** How an indicator is counted, and its values in words where they are no numbers. */
export function listMesure(action: number, indicateur: Indicateur, chemin: Chemin, list: Lister): void {
  const { numero, t0Texte, cibles, sens, unite, cumul } = indicateur;
  const cle = `actions/${action}/indicateurs/${numero}`;
  const nom = `Action ${action} – indicateur ${numero}`;
  const sujet = { action, indicator: numero };
  list.texte(`${cle}/t0/texte`, `${nom} – T0 en mots`, [...chemin, "t0Texte"], t0Texte, sujet);
  list.texte(`${cle}/unite`, `${nom} – unité`, [...chemin, "unite"], unite, sujet);
  list.texte(`${cle}/sens`, `${nom} – sens`, [...chemin, "sens"], sens, sujet);
  list.texte(`${cle}/cumul`, `${nom} – cumul`, [...chemin, "cumul"], cumul === true ? CUMUL : undefined, sujet);
  cibles.forEach(({ annee, texte: said }, index) => {
    const place: Chemin = [...chemin, "cibles", index, "texte"];
    const libelle = `${nom} – cible ${annee} en mots`;
    list.texte(`${cle}/cibles/${annee}/texte`, libelle, place, said, { ...sujet, year: annee });
  });
}

export function listSignataires({ signataires = [] }: Convention, list: Lister): void {
  signataires.forEach((signataire, index) => {
    const add = (key: "nom" | "role" | "representant" | "qualite", words: string): void => {
      const chemin: Chemin = ["signataires", index, key];
      list.texte(`signataires/${index + 1}/${key}`, `Signataire ${index + 1} – ${words}`, chemin, signataire[key]);
    };
    add("nom", "nom");
    add("role", "rôle");
    add("representant", "représentant");
    add("qualite", "qualité");
  });
}

export function listSeuils({ cofinancement }: Convention, list: Lister): void {
  cofinancement.seuils?.forEach(({ axe, annee, seuil }, index) => {
    const words = [axe === undefined ? "" : `axe ${axe}`, annee ?? ""].filter((part) => part !== "").join(" – ");
    const sujet = { ...(axe !== undefined && { axe }), ...(annee !== undefined && { year: annee }) };
    const cle = `cofinancement/seuils/${axe ?? "tous"}/${annee ?? "toutes"}`;
    const at: Chemin = ["cofinancement", "seuils", index, "seuil"];
    list.add(cle, `Cofinancement minimum – ${words}`, at, { genre: "part", part: seuil }, sujet);
  });
}

export function listEnveloppes({ enveloppes = [] }: Convention, list: Lister): void {
  enveloppes.forEach(({ id, intitule, financeur, montants }, index) => {
    const cle = `enveloppes/${id}`;
    const nom = `Enveloppe « ${intitule} »`;
    list.texte(`${cle}/intitule`, `${nom} – intitulé`, ["enveloppes", index, "intitule"], intitule);
    list.texte(`${cle}/financeur`, `${nom} – financeur`, ["enveloppes", index, "financeur"], financeur);
    montants.forEach(({ annee, montant: value, statut }, rank) => {
      const at: Chemin = ["enveloppes", index, "montants", rank];
      const own = `${nom} – ${annee}`;
      list.add(`${cle}/${annee}/montant`, own, [...at, "montant"], montant(value), { year: annee });
      list.texte(`${cle}/${annee}/statut`, `${own} – statut`, [...at, "statut"], statut, { year: annee });
    });
  });
}

export function listFinanceurs({ autresFinanceurs = [] }: Convention, list: Lister): void {
  autresFinanceurs.forEach(({ nom, motsColonne = [] }, index) => {
    const cle = `financeurs/${index + 1}`;
    const chemin: Chemin = ["autresFinanceurs", index];
    list.texte(`${cle}/nom`, `Autre financeur ${index + 1} – nom`, [...chemin, "nom"], nom);
    const words = motsColonne.length > 0 ? texte(motsColonne.join("\n")) : null;
    list.add(
      `${cle}/mots`,
      `Autre financeur ${index + 1} – mots de ses colonnes`,
      [...chemin, "motsColonne"],
      words,
      {},
      true,
    );
  });
}

export function listNationaux({ indicateursNationaux, nationaux = [] }: Convention, list: Lister): void {
  indicateursNationaux.forEach((intitule, index) => {
    const cle = `nationaux/${index + 1}`;
    const nom = `Indicateur national ${index + 1}`;
    list.texte(cle, nom, ["indicateursNationaux", index], intitule);
    const rank = nationaux.findIndex((each) => foldText(each.intitule) === foldText(intitule));
    const { code, unite } = nationaux[rank] ?? {};
    list.texte(`${cle}/code`, `${nom} – code`, ["nationaux", rank, "code"], code);
    list.texte(`${cle}/unite`, `${nom} – unité`, ["nationaux", rank, "unite"], unite);
  });
}
