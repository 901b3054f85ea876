// The verified figures of a workbook, each by what it stands for and never by its place.
import { indexEntries } from "../domain/lines/amount-entries";
import { COLONNES, namePart, type Ligne } from "../domain/lines/budget-lines";
import { formatCellRef } from "../domain/cell-ref";
import { formatClause } from "../contract/clauses/clause";
import type { Convention } from "../contract/convention";
import type { LigneAvenant } from "../contract/avenants/registre";
import type {
  Cell,
  Colonne,
  CoordonneesLues,
  Dossier,
  Echeancier,
  FeuilleContrat,
  MontantCell,
  TableauBudgetaire,
  TableauImputation,
  TableauIndicateurs,
  ValeurCell,
} from "../domain/dossier";
import { nameExecuted } from "../domain/lines/execution-lines";
import { formatDate, formatMontant } from "../domain/words/format";
import { nameGroups } from "../domain/lines/group-sums";
import { nameIndicatorRows } from "../domain/lines/indicator-lines";
import { cumulsOf, nameCumul } from "../domain/lines/cumuls";
import { recapTables } from "../domain/lines/recap-sums";
import { rowsOfTable } from "../domain/lines/rows-of-table";
import { cite, slug, typographie } from "../domain/words/typographie";

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

const MISSING = "non renseigné";

function unreadable({ text }: Cell): string {
  return `illisible : ${text.replace(/\s+/gu, " ").trim()}`;
}

function writeNombre(nombre: number): string {
  return String(nombre).replace(".", ",");
}

function writeMontant(cell: MontantCell): string {
  const { lu } = cell;
  if (lu.kind === "missing") return MISSING;
  if (lu.kind === "unreadable") return unreadable(cell);
  return lu.euros === undefined ? formatMontant(lu.montant) : `${writeNombre(lu.euros)}\u00a0€`;
}

function writeValeur(cell: ValeurCell): string {
  const { lu } = cell;
  if (lu.kind === "missing") return MISSING;
  return lu.kind === "unreadable" ? unreadable(cell) : writeNombre(lu.nombre);
}

function chiffre(cle: readonly (string | number)[], libelle: string, valeur: string, cell: Cell): Chiffre {
  return { cle: cle.join("/"), libelle, valeur, cellule: formatCellRef(cell.ref) };
}

/** "action-1", "axe-2", "action-5/ligne-2", "total". */
function keyOf({ place: { action, axe }, key }: Ligne): string {
  const place = action !== undefined ? `action-${action}` : axe === undefined ? null : `axe-${axe}`;
  return [place, key].filter((part) => part !== null && part !== undefined).join("/") || "total";
}

function* montantsOf(
  tableau: TableauBudgetaire,
  kind: string,
  nameColonne: (colonne: "etat" | "collectivite" | "total") => string,
): Chiffres {
  for (const { ligne, annee, colonne, cell, kind: row } of indexEntries(tableau).all) {
    const place = row === "axe" ? `sous-total/${keyOf(ligne)}` : keyOf(ligne);
    yield chiffre(
      [kind, place, annee, colonne],
      `${ligne.nom} – ${annee} – ${nameColonne(colonne)}`,
      writeMontant(cell),
      cell,
    );
  }
  for (const { ligne, groupe } of nameGroups(tableau)) {
    for (const [annee, cells] of groupe.ligne.montants) {
      for (const colonne of COLONNES) {
        const cell = cells[colonne];
        if (!cell) continue;
        const libelle = `${ligne.nom} – ${annee} – ${nameColonne(colonne)}`;
        yield chiffre([kind, "sous-total", keyOf(ligne), annee, colonne], libelle, writeMontant(cell), cell);
      }
    }
  }
}

/** What stands beside the parts of every row: payments, other financing, what is said to be contracted, totals over the years. */
function* besideOf(convention: Convention, tableau: TableauBudgetaire, kind: string): Chiffres {
  for (const row of rowsOfTable(tableau)) {
    const { rang, ligne, autres = [], contractualises = [], verses = [] } = row;
    const again = (colonne: Colonne) =>
      [...contractualises].map(([annee, cells]) => [annee, cells[colonne] ? [cells[colonne]] : []] as const);
    const place = rang === "axe" ? `sous-total/${keyOf(ligne)}` : keyOf(ligne);
    const beside = [
      ["verse", "versé par l’État", [...verses]],
      ["autres", "autres financements", [...autres]],
      ["contractualise", "contractualisé", again("total")],
      ["contractualise-etat", `contractualisé, ${namePart(convention, "etat")}`, again("etat")],
      ["contractualise-collectivite", `contractualisé, ${namePart(convention, "collectivite")}`, again("collectivite")],
    ] as const;
    for (const [part, nom, byYear] of beside) {
      for (const [annee, cells] of byYear) {
        for (const cell of cells) {
          yield chiffre([kind, place, annee, part], `${ligne.nom} – ${annee} – ${nom}`, writeMontant(cell), cell);
        }
      }
    }
    for (const { quoi, cell } of cumulsOf(row)) {
      const nom = `${ligne.nom} – total des années – ${nameCumul(convention, quoi)}`;
      yield chiffre([kind, place, "periode", quoi], nom, writeMontant(cell), cell);
    }
  }
}

function* indicateursOf(convention: Convention, tableau: TableauIndicateurs): Chiffres {
  for (const { ligne, place, key, nom } of nameIndicatorRows(convention, tableau)) {
    const rank = place.indicator === undefined ? null : `indicateur-${place.indicator}`;
    const action = place.action === undefined ? null : `action-${place.action}`;
    const row = ["indicateurs", action, rank, key].filter((part) => part !== null && part !== undefined);
    if (ligne.t0) yield chiffre([...row, "t0"], `${nom} – T0`, writeValeur(ligne.t0), ligne.t0);
    for (const [annee, cell] of ligne.cibles) {
      yield chiffre([...row, "cible", annee], `${nom} – cible ${annee}`, writeValeur(cell), cell);
    }
    for (const [annee, cell] of ligne.realises) {
      yield chiffre([...row, "realise", annee], `${nom} – réalisé ${annee}`, writeValeur(cell), cell);
    }
  }
}

function* imputationOf({ lignes, total }: TableauImputation): Chiffres {
  for (const { label, axe, code, montants } of lignes) {
    const [place, nom] = axe
      ? [`axe-${axe.numero}`, `Imputation – axe ${axe.numero}`]
      : [slug(label.text), `Imputation – ${cite(label.text)}`];
    if (code) yield chiffre(["imputation", place, "code"], `${nom} – code`, code.text.replace(/\s+/gu, ""), code);
    for (const [annee, cell] of montants) {
      yield chiffre(["imputation", place, annee], `${nom} – ${annee}`, writeMontant(cell), cell);
    }
  }
  for (const [annee, cell] of total?.montants ?? []) {
    yield chiffre(["imputation", "total", annee], `Imputation – TOTAL – ${annee}`, writeMontant(cell), cell);
  }
}

function* coordonneesOf(coordonnees: readonly CoordonneesLues[]): Chiffres {
  for (const lues of coordonnees) {
    for (const key of ["iban", "rib", "bic"] as const) {
      const valeur = lues[key];
      if (!valeur) continue;
      const libelle = `Coordonnées bancaires – ${key.toUpperCase()}`;
      yield chiffre(["coordonnees", key], libelle, valeur.compact || MISSING, valeur.cells[0]);
    }
  }
}

function* echeancesOf({ lignes }: Echeancier): Chiffres {
  for (const { label, echeance, date, cellDate, origine, fait, etat, faitLe } of lignes) {
    const row = ["echeances", echeance ?? slug(label.text)];
    const nom = `Échéance ${cite(label.text)}`;
    if (cellDate)
      yield chiffre([...row, "date"], `${nom} – date`, date === null ? cellDate.text : formatDate(date), cellDate);
    if (origine) yield chiffre([...row, "origine"], `${nom} – date fixée par`, origine.text.trim(), origine);
    const done = { fait: fait === null ? "fait" : formatDate(fait), "a-faire": "à faire", illisible: null }[etat];
    yield chiffre([...row, "fait"], `${nom} – fait le`, done ?? unreadable(faitLe), faitLe);
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
  const { convention, budget, execution, indicators, imputation, coordonnees, echeancier } = dossier;
  if (budget) {
    yield* montantsOf(budget, "budget", (colonne) => namePart(convention, colonne));
    yield* besideOf(convention, budget, "budget");
  }
  if (execution) {
    yield* montantsOf(execution, "execution", (colonne) => nameExecuted(convention, colonne));
    yield* besideOf(convention, execution, "execution");
  }
  for (const { tableau, key, nom } of recapTables(dossier)) {
    const own = [
      ...montantsOf(tableau, key, (colonne) => namePart(convention, colonne)),
      ...besideOf(convention, tableau, key),
    ];
    yield* own.map((chiffre) => ({ ...chiffre, libelle: `${nom}, ${chiffre.libelle}` }));
  }
  if (indicators) yield* indicateursOf(convention, indicators);
  if (imputation) yield* imputationOf(imputation);
  if (coordonnees) yield* coordonneesOf(coordonnees);
  if (echeancier) yield* echeancesOf(echeancier);
  if (dossier.feuilleContrat) yield* contratOf(dossier.feuilleContrat);
}

/** In the order in which they are read; what stands twice is numbered from top to bottom. */
export function chiffresVerifies(dossier: Dossier): Chiffre[] {
  const seen = new Map<string, number>();
  return [...listChiffres(dossier)].map((chiffre) => {
    const rank = (seen.get(chiffre.cle) ?? 0) + 1;
    seen.set(chiffre.cle, rank);
    return rank === 1 ? chiffre : { ...chiffre, cle: `${chiffre.cle}#${rank}` };
  });
}
