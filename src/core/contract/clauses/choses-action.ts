// What a contract states of an action: its labels, amounts, indicators, fiche, other financing and sub-actions.
import { slug } from "../../domain/words/typographie";
import type { Action } from "../convention";
import { estRegle } from "../in-force/montants-regles";
import { champs, sousTitre, type Chose, type LigneNommee } from "./chose";
import type { Ligne } from "./sections";
import type { NumeroAction } from "../../domain/values/numero-action";

const montants = (section: "actions" | "sousActions", cle: string, nom: string, more: Partial<Ligne>): Chose => ({
  section,
  liste: ["montants"],
  lie: { annee: "annee" },
  cle: `${cle}/montants/{annee}`,
  nom: `${nom} – {annee}`,
  article: "annexe",
  contient: [
    sousTitre(section, { champ: "etat", dit: "part État", genre: "montant", partie: "etat", ...more }),
    sousTitre(section, {
      champ: "collectivite",
      dit: "part {designation}",
      genre: "montant",
      partie: "collectivite",
      ...more,
    }),
  ],
});

const INDICATEUR = "actions/{action}/indicateurs/{indicateur}";
const NOM_INDICATEUR = "Action {action} – indicateur {indicateur}";

const cibles = (ligne: LigneNommee): Chose => ({
  section: ligne.section,
  liste: ["cibles"],
  lie: { annee: "annee" },
  cle: `${INDICATEUR}/cibles/{annee}`,
  nom: NOM_INDICATEUR,
  article: "annexe",
  contient: [ligne],
});

const indicateur: Chose = {
  section: "indicateurs",
  liste: ["indicateurs"],
  lie: { indicateur: "numero" },
  cle: INDICATEUR,
  nom: NOM_INDICATEUR,
  article: "annexe",
  groupe: [4, 2],
  rangee: true,
  contient: [
    ...champs("indicateurs"),
    cibles(
      sousTitre("indicateurs", { champ: "valeur", cle: "", dit: "cible {annee}", genre: "valeur", avenant: "cible" }),
    ),
    ...champs("mesures"),
    cibles(
      sousTitre("mesures", {
        champ: "texte",
        dit: "cible {annee} en mots",
        genre: "libre",
        nouveau: true,
        ouvert: true,
      }),
    ),
  ],
};

const sousAction: Chose = {
  section: "sousActions",
  liste: ["sousActions"],
  lie: { sousAction: "numero" },
  cle: "actions/{action}/sous-actions/{sousAction}",
  nom: "Action {action} – sous-action {sousAction}",
  article: "annexe",
  groupe: [4, 2],
  rangee: true,
  retrait: { nom: "Action {action} – sous-action {sousAction}" },
  contient: [
    ...champs("sousActions"),
    montants(
      "sousActions",
      "actions/{action}/sous-actions/{sousAction}",
      "Action {action} – sous-action {sousAction}",
      {
        nouveau: true,
      },
    ),
  ],
};

/** The financing of a year: one key for however the name is written. */
export const cleAutre = (action: NumeroAction, financeur: string, annee: number): string =>
  `actions/${action}/autres/${slug(financeur)}/${annee}`;

export const action: Chose = {
  section: "actions",
  liste: ["actions"],
  lie: { action: "numero" },
  cle: "actions/{action}",
  nom: "Action {action}",
  article: "annexe",
  groupe: [2, 1],
  rangee: true,
  contient: [
    ...champs("actions"),
    {
      ...montants("actions", "actions/{action}", "Action {action}", { avenant: "montant" }),
      elements: ({ element, path }, convention) =>
        (element as Action).montants.flatMap((each, rank) =>
          estRegle(convention, element as Action, each) ? [{ element: each, path: [...path, "montants", rank] }] : [],
        ),
    },
    indicateur,
    {
      section: "fiches",
      liste: ["fiche"],
      cle: "actions/{action}/fiche",
      nom: "Fiche de l’action {action}",
      article: "annexe",
      groupe: [3, 1],
      rangee: true,
      contient: champs("fiches"),
    },
    {
      section: "autres",
      liste: ["autres"],
      lie: { financeur: "financeur", annee: "annee" },
      cle: "actions/{action}/autres/{slug financeur}/{annee}",
      nom: "Action {action} – {financeur} – {annee}",
      article: "annexe",
      groupe: [4, 2],
      contient: [sousTitre("autres", { champ: "montant", cle: "", dit: "", genre: "montant", avenant: "montant" })],
    },
    ...champs("operateurs"),
    sousAction,
  ],
};
