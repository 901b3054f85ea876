// The words of the sheet « Procès-verbal » by which it is read back: what writes it and what checks it share them.
import { nommerArticle } from "../../contract/clauses/articles";
import { capitalised } from "../../domain/words/typographie";

/** In the first column; the text stands beside. */
export const RUBRIQUES = {
  classeur: "Classeur vérifié",
  situation: "Situation au",
  parties: "Parties",
  contrat: "Contrat en vigueur",
  origine: "Origine du contrat",
  signe: "Empreinte du contrat signé",
  avenants: "Avenants en vigueur",
  empreinteDuContrat: "Empreinte du contrat",
  versions: "Règles appliquées",
  constats: "Constats",
  chiffres: "Chiffres vérifiés",
  empreinte: "Empreinte des chiffres",
  precedent: "Procès-verbal précédent",
  mesures: "Montants exécutés",
  nonCompare: "Non comparé",
  reponses: "Réponses sur les intitulés",
  personnes: "Personnes",
} as const;

/** Headings of the table of counts. */
export const COMPTES = [
  "Article",
  "Règles",
  "Conformes",
  "En écart",
  "Justifiés, en attente",
  "Acceptés",
  "Non vérifiables",
  "Non calculables",
] as const;

/** The columns of a procès-verbal drawn up before what is accepted was counted apart. */
export const COMPTES_D_AVANT = [
  "Article",
  "Règles",
  "Conformes",
  "En écart",
  "Écarts justifiés",
  "Non vérifiables",
  "Non calculables",
] as const;

export const TOTAL_DES_COMPTES = "Ensemble";

/** Headings of the list of figures. */
export const LISTE = { chiffre: "Chiffre vérifié", valeur: "Valeur", cellule: "Cellule", cle: "Identifiant" } as const;

/** Headings of the list of discrepancies, which stands above that of figures. */
export const LISTE_DES_ECARTS = { constat: "Écart constaté", cle: "Identifiant de l’écart" } as const;

/** "Article 2.2", "Articles 2.2 et 3", "Article 2.2 et annexe", "Annexe", "Forme du classeur". */
export const nommeArticle = (article: string): string => capitalised(nommerArticle(article)) || "Forme du classeur";
