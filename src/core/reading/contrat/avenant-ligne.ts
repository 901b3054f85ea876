// A line of the table of avenants as the register shows it: what it changes, even where it cannot be read whole.
import { cleTouchee } from "../../contract/clauses/cle-touchee";
import { idEcheance } from "../../contract/clauses/clauses-nommees";
import type { ColumnOf } from "../../contract/clauses/sections";
import { OBJETS, type Objet, linesOf } from "../../contract/clauses/sheet-words";
import { genreDe } from "../../contract/clauses/types-de-clause";
import type { Convention } from "../../contract/convention";
import type { LigneAvenant, Touche } from "../../contract/avenants/registre";
import { formatDate, formatMontant, formatNombre, formatPart } from "../../domain/words/format";
import { typographie } from "../../domain/words/typographie";
import { montantFromEuros } from "../../domain/values/montant";
import { isoDate } from "xlsx-model/values/date-serial";
import type { AvenantRow } from "./avenant-draft";
import { anneeDuStatut, cleNommeePar, guessObjet, nomDuParametre, objetOf, partieDite } from "./avenant-objet";
import { dateIn } from "./cell-kinds";
import { toErreur, type ContratCells } from "./contrat-cells";
import { numeroDit, type NumeroAction } from "../../domain/values/numero-action";

/** "Action n° 1", "1 – Prévenir le décrochage". */
function numberOf(row: AvenantRow, column: ColumnOf<"avenants">): number | null {
  const text = row.text(column) ?? "";
  const digits = (/^\s*(\d+)\s*[-–:.]\s*\D/.exec(text) ?? /(?<!\d)(\d+)\s*$/.exec(text))?.[1];
  return digits === undefined ? null : Number(digits);
}

function actionOf(row: AvenantRow): NumeroAction | null {
  const numero = numeroDit(row.text("action") ?? "");
  return typeof numero === "string" ? numero : numberOf(row, "action");
}

/** What the line names by its words, a deadline that it adds too. */
function nommeePar(row: AvenantRow, objet: Objet, convention: Convention): string | null {
  const [first] = objet === "echeanceNouvelle" ? linesOf(row.text("intitule") ?? "") : [];
  return first === undefined ? cleNommeePar(row, objet, convention) : `echeances/${idEcheance(convention, first)}/date`;
}

/** Their lines stand for more than one statement. */
const WHOLE: ReadonlySet<Objet | null> = new Set(["ficheAction", "indicateurSupprime"]);

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

function show(value: string | number | boolean | null, { objet, cle }: Pick<Touche, "objet" | "cle">): string {
  if (typeof value !== "number") return String(value ?? "").trim();
  const genre = cle === null ? null : genreDe(cle);
  if (objet === "credits" || objet === "montant" || genre === "montant") return formatMontant(montantFromEuros(value));
  if (genre === "part") return formatPart(value);
  if (objet === "echeance" || genre === "date") return formatDate(isoDate(value) ?? "");
  return formatNombre(value);
}

/** The date that the line gives, else any line of the same avenant. */
function signedOn(row: AvenantRow, rows: readonly AvenantRow[]): string | null {
  const numero = numberOf(row, "numero");
  const same = numero === null ? [] : rows.filter((other) => numberOf(other, "numero") === numero);
  const dates = [row, ...same].map((each) => dateIn(each.value("signeLe")));
  return dates.find((date) => date !== null) ?? null;
}

export function describeLigne(
  row: AvenantRow,
  rows: readonly AvenantRow[],
  { named: convention, asOf }: { readonly named: Convention; readonly asOf: string },
  isFaulty: boolean,
  mistakes: ContratCells["mistakes"],
): LigneAvenant {
  // Where the line does not say what it changes as it should, its columns tell what it can only mean.
  const objet = objetOf(row) ?? guessObjet(row);
  const duStatut = anneeDuStatut(row);
  const numeros = {
    annee: duStatut ?? numberOf(row, "annee"),
    axe: numberOf(row, "axe"),
    action: actionOf(row),
    indicateur: numberOf(row, "indicateur"),
  };
  const partie = partieDite(row.text("partie") ?? "", convention);
  const touche: Touche = {
    objet,
    ...numeros,
    partie: partie !== null && typeof partie === "object" ? "autre" : partie,
    cle:
      duStatut !== null
        ? `annees/${duStatut}/statut`
        : objet === null || WHOLE.has(objet)
          ? null
          : cleTouchee(objet, numeros, partie, nommeePar(row, objet, convention)),
  };
  const signeLe = signedOn(row, rows);
  const ancienne = row.value("ancienne");
  const nouvelle = objet === "suppression" ? null : (row.value("valeur") ?? row.value("intitule"));
  return {
    cell: row.cell("numero"),
    cellSigne: row.cell("signeLe"),
    numero: numberOf(row, "numero"),
    signeLe,
    effetLe: dateIn(row.value("effetLe")),
    delibereLe: dateIn(row.value("delibereLe")),
    statut: null,
    clause: row.text("clause"),
    libelle: typographie(nameLigne(row, { ...touche, objet: objetOf(row) }, convention)),
    ancienne: ancienne === null ? null : { cell: row.cell("ancienne"), texte: show(ancienne, touche) },
    nouvelle: show(nouvelle, touche),
    etat: isFaulty ? "illisible" : signeLe === null ? "projet" : signeLe <= asOf ? "en-vigueur" : "a-venir",
    erreurs: mistakes.map(toErreur),
    touche,
  };
}
