// The verified figures of a workbook, each by what it stands for and never by its place.
import { sayReason } from "../../domain/known";
import { formatCellRef } from "xlsx-model/cell-ref";
import { formatClause } from "../../contract/clauses/clause";
import type { Convention } from "../../contract/convention";
import type { LigneAvenant } from "../../contract/avenants/registre";
import type {
  Cell,
  CoordonneesLues,
  Dossier,
  Echeancier,
  FeuilleContrat,
  MontantCell,
  ListeVersements,
  TableauImputation,
  ValeurCell,
} from "../../domain/dossier";
import { formatDate, formatMontant } from "../../domain/words/format";
import { cite, slug, typographie } from "../../domain/words/typographie";
import type { AmountFact, FigureFact } from "../../facts/fact";
import type { FactTable } from "../../facts/fact-tables";
import { factsOf } from "../../facts/facts";
import { listedFacts } from "../../facts/listed";
import { imputedRows } from "../../facts/imputed";
import { namePart } from "../../facts/lines/budget-lines";
import { nameExecuted } from "../../facts/lines/execution-lines";
import { isPart } from "../../domain/column-roles";
import { nameColumn } from "../../facts/place-fact";
import { numberAgain } from "../../facts/scan-table";

/** What a procès-verbal is about, figure or text. */
export interface Chiffre {
  /** Stable through moves, renames and layouts: "budget/action-1/2025/etat". */
  readonly cle: string;
  /** For a reader: "Action 1 – 2025 – part État". */
  readonly libelle: string;
  /** In one spelling whatever the cell's: an amount in euros, a number, a date, an account. */
  readonly valeur: string;
  /** Full address as Excel writes it. */
  readonly cellule: string;
}

type Chiffres = Generator<Chiffre, void, undefined>;

const MISSING = sayReason("missing");

function unreadable({ text }: Cell): string {
  return `illisible : ${text.replace(/\s+/gu, " ").trim()}`;
}

function writeNombre(nombre: number): string {
  return String(nombre).replace(".", ",");
}

function writeMontant(cell: MontantCell): string {
  const { value, reason, euros } = cell.known;
  if (value === null) return reason === "missing" ? MISSING : unreadable(cell);
  return euros === undefined ? formatMontant(value) : `${writeNombre(euros)}\u00a0€`;
}

function writeValeur(cell: ValeurCell): string {
  const { value, reason } = cell.known;
  if (value === null) return reason === "missing" ? MISSING : unreadable(cell);
  return writeNombre(value);
}

function chiffre(cle: string, libelle: string, valeur: string, cell: Cell): Chiffre {
  return { cle, libelle, valeur, cellule: formatCellRef(cell.ref) };
}

/** The words of the list, which parties have signed: a figure keeps them. */
function nameOf(convention: Convention, { kind }: FactTable, { row, year, column }: AmountFact): string {
  const word =
    year === null || !(isPart(column) || column === "autres")
      ? nameColumn(convention, column)
      : column === "autres"
        ? "autres financements"
        : kind === "execution"
          ? nameExecuted(convention, column)
          : namePart(convention, column);
  return `${row.ligne.nom} – ${year ?? "total des années"} – ${word}`;
}

function* montantsOf(convention: Convention, table: FactTable): Chiffres {
  for (const fact of table.facts) {
    const nom = nameOf(convention, table, fact);
    const libelle = table.kind === "recapitulatif" ? `${table.nom}, ${nom}` : nom;
    yield chiffre(fact.key, libelle, writeMontant(fact.cell), fact.cell);
  }
}

function* indicateursOf(figures: readonly FigureFact[]): Chiffres {
  for (const { key, row, nature, year, cell } of figures) {
    const what = { t0: "T0", target: `cible ${year}`, achieved: `réalisé ${year}` }[nature];
    yield chiffre(key, `${row.nom} – ${what}`, writeValeur(cell), cell);
  }
}

function* imputationOf(imputation: TableauImputation): Chiffres {
  for (const { ligne, word, facts } of imputedRows(imputation)) {
    const nom = !ligne ? "TOTAL" : ligne.axe ? `axe ${ligne.axe.numero}` : cite(ligne.label.text);
    const code = ligne?.code;
    if (code)
      yield chiffre(`imputation/${word}/code`, `Imputation – ${nom} – code`, code.text.replace(/\s+/gu, ""), code);
    for (const { key, year, cell } of facts)
      yield chiffre(key, `Imputation – ${nom} – ${year}`, writeMontant(cell), cell);
  }
}

function* versementsOf(versements: readonly ListeVersements[]): Chiffres {
  for (const { key, nom, year, cell, ligne } of listedFacts(versements)) {
    const day = ligne.date === null ? "sans date" : formatDate(ligne.date);
    yield chiffre(key, `${nom} – ${year}`, `${writeMontant(cell)}, ${day}`, cell);
  }
}

function* coordonneesOf(coordonnees: readonly CoordonneesLues[]): Chiffres {
  for (const lues of coordonnees) {
    for (const key of ["iban", "rib", "bic"] as const) {
      const valeur = lues[key];
      if (!valeur) continue;
      const libelle = `Coordonnées bancaires – ${key.toUpperCase()}`;
      yield chiffre(`coordonnees/${key}`, libelle, valeur.compact || MISSING, valeur.cells[0]);
    }
  }
}

const ETAPES = { etabli: "établi le", delibere: "délibéré le" } as const;

function* echeancesOf({ lignes }: Echeancier): Chiffres {
  for (const { label, echeance, date, cellDate, origine, fait, etat, faitLe, etapes = [] } of lignes) {
    const row = `echeances/${echeance ?? slug(label.text)}`;
    const nom = `Échéance ${cite(label.text)}`;
    if (cellDate)
      yield chiffre(`${row}/date`, `${nom} – date`, date === null ? cellDate.text : formatDate(date), cellDate);
    if (origine) yield chiffre(`${row}/origine`, `${nom} – date fixée par`, origine.text.trim(), origine);
    for (const { acte, le, cell } of etapes)
      yield chiffre(
        `${row}/${acte}`,
        `${nom} – ${ETAPES[acte]}`,
        le === null ? cell.text.trim() : formatDate(le),
        cell,
      );
    const done = { fait: fait === null ? "fait" : formatDate(fait), "a-faire": "à faire", illisible: null }[etat];
    yield chiffre(`${row}/fait`, `${nom} – fait le`, done ?? unreadable(faitLe), faitLe);
  }
}

/** All that a line of the register says: what changes, when, and from what. */
function writeLigne({ nouvelle, ancienne, signeLe, effetLe, clause, etat }: LigneAvenant): string {
  const parts = [
    nouvelle === "" ? null : nouvelle,
    ancienne && `au lieu de ${ancienne.texte}`,
    signeLe === null ? "projet" : `signé le ${formatDate(signeLe)}`,
    effetLe && `en effet le ${formatDate(effetLe)}`,
    clause,
    etat === "illisible" ? "illisible" : null,
  ];
  return typographie(parts.filter((part) => part !== null).join(", "));
}

/** What the sheet « Contrat » states, settings among it: each of its changes is named, at its cell. */
function* contratOf({ clauses = [], registre = [] }: FeuilleContrat): Chiffres {
  for (const { key, label, value, cell, lisible } of clauses) {
    const valeur = lisible ? formatClause(value) : "illisible";
    yield { cle: `contrat/${key}`, libelle: `Contrat – ${label}`, valeur, cellule: formatCellRef(cell) };
  }
  for (const ligne of registre) {
    const { numero, libelle, cell } = ligne;
    const nom = numero === null ? "Avenant sans numéro" : `Avenant n° ${numero}`;
    const cle = `avenant/${numero ?? "sans-numero"}/${slug(libelle)}`;
    yield { cle, libelle: typographie(`${nom} – ${libelle}`), valeur: writeLigne(ligne), cellule: formatCellRef(cell) };
  }
}

function* listChiffres(dossier: Dossier): Chiffres {
  const { convention, imputation, versements, coordonnees, echeancier } = dossier;
  const { tables, figures } = factsOf(dossier);
  for (const table of tables) yield* montantsOf(convention, table);
  yield* indicateursOf(figures);
  if (imputation) yield* imputationOf(imputation);
  if (versements) yield* versementsOf(versements);
  if (coordonnees) yield* coordonneesOf(coordonnees);
  if (echeancier) yield* echeancesOf(echeancier);
  if (dossier.feuilleContrat) yield* contratOf(dossier.feuilleContrat);
}

/** In the order in which they are read; what stands twice is numbered from top to bottom. */
export function chiffresVerifies(dossier: Dossier): Chiffre[] {
  const numbered = numberAgain();
  return [...listChiffres(dossier)].map((chiffre) => ({ ...chiffre, cle: numbered(chiffre.cle) }));
}
