// The lines of an avenant that change another statement of the contract: a label, an axe, a date, a T0, the account, a party…
import { cleTouchee, type Numeros } from "../../contract/clauses/cle-touchee";
import type { ValeurClause } from "../../contract/clauses/clause";
import { listClauses } from "../../contract/clauses/list-clauses";
import type { Objet } from "../../contract/clauses/sheet-words";
import { genreDe } from "../../contract/clauses/types-de-clause";
import type { Convention } from "../../contract/convention";
import { foldText } from "../../domain/words/label";
import type { AvenantRow, Draft } from "./avenant-draft";
import { cleNommeePar, NOMMEES } from "./avenant-objet";
import type { Values } from "./cell-kinds";

export type Modifiant = Exclude<
  Objet,
  "credits" | "montant" | "cible" | "actionNouvelle" | "actionTerminee" | "indicateurNouveau" | "echeanceNouvelle"
>;

/** The columns of numbers that say what a line changes. */
function numbersOf(objet: Modifiant, row: AvenantRow): readonly (keyof Numeros)[] {
  switch (objet) {
    case "intitule":
      if (!row.has("action")) return ["axe"];
      return row.has("indicateur") ? ["action", "indicateur"] : ["action"];
    case "code":
      return ["annee", "axe"];
    case "axeAction":
    case "ficheAction":
      return ["action"];
    case "t0":
    case "indicateurSupprime":
      return ["action", "indicateur"];
    default:
      return [];
  }
}

/** As a definition writes it. */
const KIND_OF: Readonly<Record<ValeurClause["genre"], keyof Values>> = {
  montant: "montant",
  nombre: "valeur",
  part: "part",
  date: "date",
  compte: "texte",
  code: "texte",
  texte: "texte",
};

function kindOf(objet: Modifiant, sur: string): keyof Values {
  return objet === "axeAction" ? "numero" : KIND_OF[genreDe(sur)];
}

export function readModification(
  row: AvenantRow,
  { path, nom, modifications }: Draft,
  objet: Modifiant,
  convention: Convention,
): void {
  const change = row.at([...path, "modifications", modifications.length], nom);
  const { mistakes } = change.cells;
  const before = mistakes.length;
  const sur = readSur(change, objet, convention);
  if (sur === null) return;
  const valeur = readValeur(change, objet, sur, convention);
  if (valeur !== undefined && mistakes.length === before) modifications.push({ sur, valeur });
}

/** Null, and a mistake at the cell that should say it. */
function readSur(change: AvenantRow, objet: Modifiant, convention: Convention): string | null {
  const columns = numbersOf(objet, change);
  const read = <Column extends keyof Numeros>(column: Column) =>
    columns.includes(column) ? change.read(column, { champ: "sur" }) : null;
  const numeros: Numeros = {
    annee: read("annee"),
    axe: read("axe"),
    action: read("action"),
    indicateur: read("indicateur"),
  };
  const nommee = NOMMEES[objet];
  const named = cleNommeePar(change, objet, convention);
  if (nommee) {
    const reading = { champ: "sur", parametre: `${change.nom} – ${nommee.words}` };
    if (named === null || objet === "suppression") change.place("intitule", reading);
    if (named === null) change.fail("intitule", `ce qui change n’est pas dit. ${nommee.expected}`, reading);
  }
  if (columns.some((column) => numeros[column] === null)) return null;
  return cleTouchee(objet, numeros, null, named);
}

const TWO_LABELS =
  "« Intitulé » et « Nouvelle valeur » donnent deux intitulés. Gardez le nouveau seul, et l’ancien dans « Ancienne valeur ».";

/** Undefined, and a mistake, where it is not known. */
function readValeur(
  change: AvenantRow,
  objet: Modifiant,
  sur: string,
  convention: Convention,
): string | number | null | undefined {
  // A label and an axe have columns of their own; « Nouvelle valeur » holds them as well.
  const own = objet === "intitule" ? "intitule" : objet === "axeAction" ? "axe" : "valeur";
  const column = change.has("valeur") ? "valeur" : own;
  const reading = { champ: "valeur", parametre: `${change.nom} – nouvelle valeur` };
  if (objet === "indicateurSupprime" || objet === "suppression") return null;
  if (objet === "intitule" && saysTwoLabels(change, sur, convention)) {
    change.place(column, reading);
    change.fail(column, TWO_LABELS, reading);
    return undefined;
  }
  const valeur = change.readAs(column, kindOf(objet, sur), reading) as string | number | null;
  if (objet !== "code" || typeof valeur !== "string") return valeur;
  return valeur.replace(/^BG00\//i, "").replace(/[\s.\u00a0]/gu, "");
}

/** Unless the first is the label that the contract has. */
function saysTwoLabels(row: AvenantRow, sur: string, convention: Convention): boolean {
  const [first, second] = [row.text("intitule"), row.text("valeur")];
  if (first === null || second === null || foldText(first) === foldText(second)) return false;
  const value = listClauses(convention).find(({ key }) => key === sur)?.value;
  return value?.genre !== "texte" || foldText(value.texte) !== foldText(first);
}
