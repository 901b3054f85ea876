// The account of a contract: what was contracted, executed, financed by others and paid, per action of the contract and year.
import { contractAmount, isClosed } from "../../contract/in-force/contract-amounts";
import type { Action } from "../../contract/convention";
import type { Dossier, LigneAction, TableauExecution } from "../../domain/dossier";
import { TELLE_QUELLE, type Lecture } from "../lecture";
import { remember } from "../../domain/remember";
import { contractedOf, toEcriture, type Ecriture } from "./ecriture";
import { ANNEE_ABSENTE, inconnu, NON_CLOSE, RIEN } from "./montant-connu";
import { everyAmount, readDepense, readVerse, type Depense, type Lignes } from "./read-depense";

type Situation = Pick<Dossier, "convention" | "asOf" | "execution">;

export interface Ledger {
  /** Years of the contract that are over, or of which the table gives at least one amount. */
  readonly annees: readonly number[];
  /** Whether the table has such a column in one of the years. */
  hasVerses(annees: readonly number[]): boolean;
  hasAutres(annees: readonly number[]): boolean;
  read(action: Action, annee: number): Ecriture;
  /** As the execution table says it, with its Total column; also as it would once a cell of it is corrected. */
  depense(action: Action, annee: number, lecture?: Lecture): Depense;
}

/** Whether something stands in one of the year's cells. */
export function hasAmount(ligne: LigneAction, annee: number): boolean {
  return Object.values(ligne.montants.get(annee) ?? {}).some((cell) => cell !== null && cell.lu.kind !== "missing");
}

function indexRows(
  execution: TableauExecution | null,
): ReadonlyMap<number, ReadonlyMap<number, readonly LigneAction[]>> {
  const byYear = new Map<number, Map<number, LigneAction[]>>();
  for (const ligne of execution?.lignesAction ?? []) {
    if (!ligne.action) continue;
    for (const annee of ligne.montants.keys()) {
      const ofYear = byYear.get(annee) ?? new Map<number, LigneAction[]>();
      byYear.set(annee, ofYear);
      const rows = ofYear.get(ligne.action.numero);
      if (rows) rows.push(ligne);
      else ofYear.set(ligne.action.numero, [ligne]);
    }
  }
  return byYear;
}

/** The State pays before anything is carried out. */
function notYetExecuted(lignes: Lignes): Depense {
  const verse = readVerse(lignes);
  const nonClose = inconnu(NON_CLOSE);
  return { ...everyAmount(nonClose), verse: verse.montant === null ? nonClose : verse };
}

function createLedger({ convention, asOf, execution }: Situation): Ledger {
  const byYear = indexRows(execution);
  const headings = new Map((execution?.annees ?? []).map(({ annee, heading }) => [annee, heading]));
  const annees = convention.annees
    .filter((year) => {
      const isBegun = execution?.lignesAction.some((ligne) => ligne.action && hasAmount(ligne, year.annee));
      return isClosed(year, asOf) || isBegun === true;
    })
    .map(({ annee }) => annee);
  const counted = new Set(annees);

  function depense(action: Action, annee: number, lecture: Lecture = TELLE_QUELLE): Depense {
    const rows = byYear.get(annee)?.get(action.numero) ?? [];
    const lignes = { action, annee, rows, lecture };
    if (!counted.has(annee)) return notYetExecuted(lignes);
    if (rows.length > 0) return readDepense(lignes);
    if (contractAmount(action, annee, "total") === 0) return everyAmount(RIEN);
    if (!execution) return everyAmount(inconnu("aucun tableau"));
    const heading = headings.get(annee);
    return everyAmount(heading ? inconnu("aucune ligne", [heading]) : inconnu(ANNEE_ABSENTE, [execution.heading]));
  }

  return {
    annees,
    hasVerses: (years) =>
      execution?.lignesAction.some(({ verses }) => years.some((annee) => verses?.has(annee))) ?? false,
    hasAutres: (years) =>
      execution?.lignesAction.some(({ autres }) => years.some((annee) => (autres?.get(annee) ?? []).length > 0)) ??
      false,
    depense,
    read: (action, annee) => {
      const { etat, collectivite, total, autres, cout, verse } = depense(action, annee);
      return toEcriture(contractedOf(action, annee), { etat, collectivite, total, autres, cout }, verse);
    },
  };
}

/** One for each dossier, however often it is asked for. */
export const ledgerOf: (dossier: Situation) => Ledger = remember(createLedger);
