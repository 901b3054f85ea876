// From what a definition holds at the place of a clause to the value that is compared, and from a new value to what it will hold.
import { montantFromEuros, type Montant } from "../../domain/values/montant";
import type { Valeur } from "../convention";
import type { NouvelleValeur, ValeurClause } from "./clause";
import type { Ligne } from "./sections";
import { DAY, findWord, linesOf, numerosActionsOf, numerosOf } from "./sheet-words";

const texte = (value: string): ValeurClause => ({ genre: "texte", texte: value });

/** Of one of a few words: true stands for the one that bears the name of its field. */
export function motDit(said: unknown, { mots = {}, parDefaut = "", champ = "" }: Ligne): string | undefined {
  return mots[said === true ? champ : typeof said === "string" ? said : parDefaut];
}

/** Null where the definition says nothing. */
export function valeurDite(said: unknown, ligne: Ligne): ValeurClause | null {
  const { genre, nature, mots } = ligne;
  if (mots) {
    const mot = motDit(said, ligne);
    return mot === undefined ? null : texte(mot);
  }
  if (said === undefined || said === null || said === "" || (Array.isArray(said) && said.length === 0)) return null;
  if (nature === "axe") return texte(`Axe ${String(said)}`);
  if (nature !== undefined) return { genre: nature, texte: said as string };
  switch (genre) {
    case "montant":
      return { genre, montant: said as Montant };
    case "valeur":
    case "annee":
      return { genre: "nombre", nombre: said as Valeur };
    case "part":
      return { genre, part: said as number };
    case "date":
      return { genre, date: said as string };
    case "lignes":
      return texte((said as readonly string[]).join("\n"));
    case "numeros":
    case "numerosActions":
      return texte((said as readonly (number | string)[]).join(", "));
    default:
      return texte(said as string);
  }
}

/** Of the value of a clause of this kind. */
export function genreDeLigne({ genre, nature, mots }: Ligne): ValeurClause["genre"] {
  if (nature === "code" || nature === "compte") return nature;
  if (mots || nature) return "texte";
  if (genre === "valeur" || genre === "annee") return "nombre";
  return genre === "montant" || genre === "part" || genre === "date" ? genre : "texte";
}

const ACTIVITY = /^\d{12}$/;

function numeroOf(valeur: string | number): number | undefined {
  const numero = typeof valeur === "number" ? valeur : Number(/(?<!\d)(\d+)\s*$/.exec(valeur)?.[1] ?? NaN);
  return Number.isInteger(numero) && numero > 0 ? numero : undefined;
}

function motPris(valeur: string, { mots = {}, champ, avenant }: Ligne): string | true | undefined {
  const mot = avenant === null ? null : findWord(mots, valeur);
  return mot === null ? undefined : mot === champ || mot;
}

function texteCompris(valeur: string, { genre, nature }: Ligne): unknown {
  if (nature === "code") return ACTIVITY.test(valeur) ? valeur : undefined;
  if (genre === "numeros") return numerosOf(valeur);
  if (genre === "numerosActions") return numerosActionsOf(valeur);
  return genre === "lignes" ? linesOf(valeur) : valeur;
}

/** What is put at the place of a clause; undefined where the value is none of its kind. */
export function valeurPrise(valeur: NouvelleValeur, ligne: Ligne): unknown {
  const isFigure = typeof valeur === "number" && valeur >= 0;
  switch (genreDeLigne(ligne)) {
    case "montant":
      return isFigure ? montantFromEuros(valeur) : undefined;
    case "nombre":
      return isFigure || valeur === "nd" ? valeur : undefined;
    case "part":
      return isFigure && valeur <= 1 ? valeur : undefined;
    case "date":
      return typeof valeur === "string" && DAY.test(valeur) ? valeur : undefined;
    default:
      if (valeur === null || valeur === "") return undefined;
      if (ligne.nature === "axe") return numeroOf(valeur);
      return ligne.mots ? motPris(String(valeur), ligne) : texteCompris(String(valeur), ligne);
  }
}
