// A line of the table of avenants as the register shows it: what it changes, even where it cannot be read whole.
import type { CellRef } from "../../domain/cell-ref";
import { cleAutre } from "../../domain/contrat/clauses-ailleurs";
import { OBJETS, type ColumnOf, type Objet } from "../../domain/contrat/contrat-layout";
import { cleNommee, genreDe, idEcheance } from "../../domain/contrat/clauses-nommees";
import { clePointRetire } from "../../domain/contrat/points-retirables";
import type { Convention } from "../../domain/contrat/convention";
import { linesOf } from "../../domain/contrat/mots";
import type { LigneAvenant, Touche } from "../../domain/contrat/registre";
import { lireDate } from "../../domain/values/dates-francaises";
import { formatDate, formatMontant, formatNombre, formatPart } from "../../domain/words/format";
import { typographie } from "../../domain/words/typographie";
import { montantFromEuros } from "../../domain/values/montant";
import { isoDate } from "../../domain/values/date-serial";
import type { AvenantRow } from "./avenant-draft";
import type { ContratCells } from "./contrat-cells";
import { guessObjet, nomDuParametre, objetOf, partieDite } from "./avenant-objet";

/** "Action n° 1", "1 – Prévenir le décrochage". */
function numberOf(row: AvenantRow, column: ColumnOf<"avenants">): number | null {
  const text = row.text(column) ?? "";
  const digits = (/^\s*(\d+)\s*[-–:.]\s*\D/.exec(text) ?? /(\d+)\s*$/.exec(text))?.[1];
  return digits === undefined ? null : Number(digits);
}

function dateOf(row: AvenantRow, column: "signeLe" | "effetLe"): string | null {
  const value = row.value(column);
  return typeof value === "number" ? isoDate(value) : typeof value === "string" ? lireDate(value) : null;
}

function partieOf(row: AvenantRow, convention: Convention): Touche["partie"] {
  const partie = partieDite(row.text("partie") ?? "", convention);
  return typeof partie === "object" && partie !== null ? "autre" : partie;
}

/** Null where the line does not name a statement that it changes by a key of its own. */
function cleOf(
  row: AvenantRow,
  objet: Objet | null,
  numbers: Omit<Touche, "objet" | "partie" | "cle">,
  convention: Convention,
): string | null {
  const { action, axe, indicateur, annee } = numbers;
  const partie = partieDite(row.text("partie") ?? "", convention);
  const text = row.text("intitule") ?? "";
  switch (objet) {
    case "parametre":
      return cleNommee(convention, nomDuParametre(row) ?? "");
    case "suppression":
      return clePointRetire(convention, text);
    case "echeance": {
      const id = idEcheance(convention, text);
      return convention.echeances.some((each) => each.id === id) ? `echeances/${id}/date` : null;
    }
    case "echeanceNouvelle": {
      const [first] = linesOf(text);
      return first === undefined ? null : `echeances/${idEcheance(convention, first)}/date`;
    }
    case "credits":
      if (annee === null) return null;
      return axe === null ? `annees/${annee}/credits` : `annees/${annee}/axes/${axe}`;
    case "montant":
      if (action === null || annee === null || partie === null) return null;
      if (typeof partie === "object") return cleAutre(action, partie.nom, annee);
      return `actions/${action}/montants/${annee}/${partie}`;
    case "cible":
      if (action === null || annee === null || indicateur === null) return null;
      return `actions/${action}/indicateurs/${indicateur}/cibles/${annee}`;
    case "t0":
      return action === null || indicateur === null ? null : `actions/${action}/indicateurs/${indicateur}/t0`;
    case "code":
      return annee === null || axe === null ? null : `imputation/lignes/${annee}/${axe}/code`;
    case "axeAction":
      return action === null ? null : `actions/${action}/axe`;
    case "intitule":
      if (action === null) return axe === null ? null : `axes/${axe}/intitule`;
      return indicateur === null
        ? `actions/${action}/intitule`
        : `actions/${action}/indicateurs/${indicateur}/intitule`;
    default:
      return null;
  }
}

function nameLigne(
  row: AvenantRow,
  { objet, annee, axe, action, indicateur, partie }: Touche,
  { collectivite }: Convention,
): string {
  const autre = row.text("partie");
  const what = objet === null ? "Ligne sans objet" : OBJETS[objet];
  const parts = [
    objet === "montant" || objet === "cible" ? null : what,
    objet === "parametre" ? nomDuParametre(row) : objet !== null && NAMED.has(objet) ? row.text("intitule") : null,
    action === null ? null : `Action ${action}`,
    axe === null ? null : `Axe ${axe}`,
    indicateur === null ? null : `indicateur ${indicateur}`,
    objet === "cible" && annee !== null ? `cible ${annee}` : annee,
    partie === null
      ? null
      : partie === "autre"
        ? autre
        : `part ${partie === "etat" ? "État" : collectivite.designation}`,
  ];
  return parts.filter((part) => part !== null).join(" – ");
}

/** What they change is said by their words. */
const NAMED: ReadonlySet<Objet> = new Set(["echeance", "echeanceNouvelle", "ficheAction", "suppression"]);

const AMOUNTS: readonly (Objet | null)[] = ["credits", "montant"];

function show(
  value: string | number | boolean | null,
  { objet, cle }: Pick<Touche, "objet" | "cle">,
  convention: Convention,
): string {
  if (typeof value !== "number") return String(value ?? "").trim();
  const genre = cle === null ? null : genreDe(convention, cle);
  if (AMOUNTS.includes(objet) || genre === "montant") return formatMontant(montantFromEuros(value));
  if (genre === "part") return formatPart(value);
  if (objet === "echeance" || genre === "date") return formatDate(isoDate(value) ?? "");
  return formatNombre(value);
}

/** The date that any line of the same avenant gives. */
function signedOn(row: AvenantRow, rows: readonly AvenantRow[]): string | null {
  const own = dateOf(row, "signeLe");
  const numero = numberOf(row, "numero");
  if (own !== null || numero === null) return own;
  return (
    rows
      .filter((other) => numberOf(other, "numero") === numero)
      .map((other) => dateOf(other, "signeLe"))
      .find((date) => date !== null) ?? null
  );
}

export function describeLigne(
  row: AvenantRow,
  sheet: string,
  convention: Convention,
  rows: readonly AvenantRow[],
  asOf: string,
  isFaulty: boolean,
  mistakes: ContratCells["mistakes"],
): LigneAvenant {
  // Of a line that does not say it as it should, what its columns can only mean.
  const objet = objetOf(row) ?? guessObjet(row);
  const numbers = {
    annee: numberOf(row, "annee"),
    axe: numberOf(row, "axe"),
    action: numberOf(row, "action"),
    indicateur: numberOf(row, "indicateur"),
  };
  const touche: Touche = {
    objet,
    ...numbers,
    partie: partieOf(row, convention),
    cle: cleOf(row, objet, numbers, convention),
  };
  const signeLe = signedOn(row, rows);
  const at = (column: ColumnOf<"avenants">): CellRef => row.cell(column, sheet);
  const ancienne = row.value("ancienne");
  const nouvelle = objet === "suppression" ? null : (row.value("valeur") ?? row.value("intitule"));
  return {
    cell: at("numero"),
    cellSigne: at("signeLe"),
    numero: numberOf(row, "numero"),
    signeLe,
    effetLe: dateOf(row, "effetLe"),
    clause: row.text("clause"),
    libelle: typographie(nameLigne(row, { ...touche, objet: objetOf(row) }, convention)),
    ancienne: ancienne === null ? null : { cell: at("ancienne"), texte: show(ancienne, touche, convention) },
    nouvelle: show(nouvelle, touche, convention),
    etat: isFaulty ? "illisible" : signeLe === null ? "projet" : signeLe <= asOf ? "en-vigueur" : "a-venir",
    erreurs: mistakes.map(({ cell, parametre, message }) => ({
      cell,
      parametre: typographie(parametre),
      message: typographie(message),
    })),
    touche,
  };
}
