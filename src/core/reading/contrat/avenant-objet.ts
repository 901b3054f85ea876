// What a line of the table of avenants changes, by its words or by the columns that it fills.
import type { Convention } from "../../domain/contrat/convention";
import { foldText } from "../../domain/words/label";
import { findWord, OBJETS, PARAMETRES, type Objet } from "../../domain/contrat/contrat-layout";
import type { AvenantRow } from "./avenant-draft";

/** Of a line that does not say it: what its columns can only mean. */
function guessObjet(row: AvenantRow): Objet | null {
  if (row.has("indicateur")) return "cible";
  if (!row.has("action")) return row.has("annee") ? "credits" : null;
  return row.has("partie") ? "montant" : null;
}

/** As sheets of earlier versions offer it. */
const ANCIENS_OBJETS = { parametre: "Paramètre du contrat" } as const;

/** The name of a parameter, alone, says that it is the one that changes. */
export function objetOf(row: AvenantRow): Objet | null {
  const words = row.text("objet");
  if (words !== null) return findWord(OBJETS, words) ?? findWord(ANCIENS_OBJETS, words);
  return findWord(PARAMETRES, row.text("intitule") ?? "") ? "parametre" : guessObjet(row);
}

export type Financeur = NonNullable<Convention["autresFinanceurs"]>[number];

/** Whose amount a line changes; null for words that name none of the contract's. */
export function partieDite(
  text: string,
  { collectivite, autresFinanceurs = [] }: Convention,
): "etat" | "collectivite" | Financeur | null {
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
