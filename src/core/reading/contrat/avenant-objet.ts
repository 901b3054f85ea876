// What a line of the table of avenants changes, by its words or by the columns that it fills.
import { cleNommee, idEcheance } from "../../contract/clauses/clauses-nommees";
import { NOMS_DES_LIGNES } from "../../contract/clauses/parametres";
import { OBJETS, type Objet, findWord } from "../../contract/clauses/sheet-words";
import { CHAMPS_FICHE } from "../../contract/clauses/sections";
import type { PartieTouchee } from "../../contract/clauses/cle-touchee";
import { clePointRetire } from "../../contract/avenants/points-retirables";
import type { Convention } from "../../contract/convention";
import { foldText } from "../../domain/words/label";
import type { AvenantRow } from "./avenant-draft";

/** "Statut 2026": the year of which a line says whether its amounts are fixed; null for other words. */
export function anneeDuStatut(row: AvenantRow): number | null {
  const words = [row.text("intitule"), row.text("objet")].map((text) => foldText(text ?? ""));
  const [annee] = words.flatMap((text) => /^statut (?:de )?(20\d\d)$/.exec(text)?.[1] ?? []);
  return annee === undefined ? null : Number(annee);
}

/** What a line changes that does not say it: what its columns can only mean. */
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
  if (anneeDuStatut(row) !== null) return "credits";
  const words = row.text("objet");
  if (words === null) return findWord(NOMS_DES_LIGNES, row.text("intitule") ?? "") ? "parametre" : guessObjet(row);
  const known = findWord(OBJETS, words);
  if (known) return known;
  const folded = foldText(words);
  const other = AUTRES_MOTS.find(([, each]) => each.test(folded));
  if (other) return other[0];
  return row.has("intitule") || !findWord(NOMS_DES_LIGNES, words) ? null : "parametre";
}

/** The name stands in its own column, or in the place of the word « Paramètre ». */
export function nomDuParametre(row: AvenantRow): string | null {
  return row.text("intitule") ?? (findWord(NOMS_DES_LIGNES, row.text("objet") ?? "") ? row.text("objet") : null);
}

/** The key of the date of a deadline; null for words that name none. */
function cleEcheance(convention: Convention, text: string): string | null {
  const id = idEcheance(convention, text);
  return convention.echeances.some((each) => each.id === id) ? `echeances/${id}/date` : null;
}

interface Nommee {
  readonly words: string;
  find(convention: Convention, text: string): string | null;
  readonly expected: string;
}

/** Lines that name what changes by its words. */
export const NOMMEES: Readonly<Partial<Record<Objet, Nommee>>> = {
  parametre: {
    words: "paramètre",
    find: cleNommee,
    expected:
      "Écrivez le nom d’un paramètre tel qu’il figure dans la partie « Paramètres du contrat » : IBAN, Fin du contrat… ou, pour tout autre point du contrat, son nom tel que la vérification l’écrit.",
  },
  suppression: {
    words: "suppression",
    find: clePointRetire,
    expected:
      "Écrivez ce que l’avenant supprime : « Signataire « CAF » », « Autre financeur « Région » », « Enveloppe « … » », « Axe 4 », « Action 1 – sous-action 1.1 »… Une action se termine par « Action terminée », un indicateur part par « Indicateur supprimé ».",
  },
  echeance: {
    words: "échéance",
    find: cleEcheance,
    expected: "Écrivez l’échéance telle qu’elle figure dans la partie « Échéances du contrat ».",
  },
  ficheAction: {
    words: "champ de la fiche",
    find: (_, text) => findWord(CHAMPS_FICHE, text),
    expected: "Écrivez le nom d’une colonne de la partie « Fiches actions » : Public cible, Pilotage…",
  },
};

/** What such a line names; null for words that name nothing of the contract. */
export function cleNommeePar(row: AvenantRow, objet: Objet, convention: Convention): string | null {
  const text = objet === "parametre" ? nomDuParametre(row) : row.text("intitule");
  return text === null ? null : (NOMMEES[objet]?.find(convention, text) ?? null);
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
