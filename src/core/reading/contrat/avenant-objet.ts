// What a line of the table of avenants changes, by its words or by the columns that it fills.
import { idEcheance } from "../../domain/contrat/clauses-nommees";
import type { PartieTouchee } from "../../domain/contrat/cle-touchee";
import type { Convention } from "../../domain/contrat/convention";
import { foldText } from "../../domain/words/label";
import { findWord, OBJETS, PARAMETRES, type Objet } from "../../domain/contrat/contrat-layout";
import type { AvenantRow } from "./avenant-draft";

/** Of a line that does not say it: what its columns can only mean. */
export function guessObjet(row: AvenantRow): Objet | null {
  if (row.has("indicateur")) return "cible";
  if (!row.has("action")) return row.has("annee") ? "credits" : null;
  return row.has("partie") ? "montant" : null;
}

/** As agents say it, and as sheets of earlier versions offer it; folded. */
const AUTRES_MOTS: readonly (readonly [Objet, RegExp])[] = [
  ["parametre", /^parametres?(?: du contrat)?$/],
  ["credits", /^(?:credits?|dotation)(?: (?:de l'|d')?etat)?$/],
  ["montant", /^montants?(?: (?:de l'|d'une )?action)?$/],
  ["cible", /^cibles?(?: (?:de l'|d'un )?indicateur)?$/],
  ["t0", /^(?:t ?0|(?:situation|valeur) (?:de depart|initiale))$/],
  ["actionNouvelle", /^(?:nouvelle action|action ajoutee|(?:ajout|creation) d'une action)$/],
  ["actionTerminee", /^(?:action (?:arretee|supprimee)|(?:fin|arret|suppression) (?:d'une|de l')? ?action)$/],
  ["indicateurNouveau", /^(?:nouvel indicateur|indicateur ajoute|ajout d'un indicateur)$/],
  ["indicateurSupprime", /^suppression d'un indicateur$/],
  ["axeAction", /^(?:axe de l'action|changement d'axe)$/],
  ["intitule", /^(?:libelle|nouvel intitule|nouveau libelle|changement d'intitule)$/],
  ["ficheAction", /^fiche(?: (?:de l'|d'une )?action)?$/],
  ["echeance", /^(?:echeance|date de l'echeance|report d'une echeance)$/],
  ["echeanceNouvelle", /^nouvelle echeance$/],
  ["code", /^code(?: d'activite)?$/],
];

/** The name of a parameter, alone, says that it is the one that changes. */
export function objetOf(row: AvenantRow): Objet | null {
  const words = row.text("objet");
  if (words === null) return findWord(PARAMETRES, row.text("intitule") ?? "") ? "parametre" : guessObjet(row);
  const known = findWord(OBJETS, words);
  if (known) return known;
  const folded = foldText(words);
  const other = AUTRES_MOTS.find(([, each]) => each.test(folded));
  if (other) return other[0];
  return row.has("intitule") || !findWord(PARAMETRES, words) ? null : "parametre";
}

/** The name stands in its own column, or in the place of the word « Paramètre ». */
export function nomDuParametre(row: AvenantRow): string | null {
  return row.text("intitule") ?? (findWord(PARAMETRES, row.text("objet") ?? "") ? row.text("objet") : null);
}

/** The key of the date of a deadline; null for words that name none. */
export function cleEcheance(convention: Convention, text: string): string | null {
  const id = idEcheance(convention, text);
  return convention.echeances.some((each) => each.id === id) ? `echeances/${id}/date` : null;
}

/** Whose amount a line changes; null for words that name none of the contract's. */
export function partieDite(text: string, { collectivite, autresFinanceurs = [] }: Convention): PartieTouchee {
  const word = foldText(text).replace(/^part (?:de l'|du |de la )?/, "");
  if (word === "") return null;
  if (word === "etat") return "etat";
  const local = [collectivite.designation, collectivite.nom, ...collectivite.motsColonne, "Collectivité"];
  if (local.some((name) => foldText(name) === word)) return "collectivite";
  return (
    autresFinanceurs.find(({ nom, motsColonne = [] }) =>
      [nom, ...motsColonne].some((name) => foldText(name) === word),
    ) ?? null
  );
}
