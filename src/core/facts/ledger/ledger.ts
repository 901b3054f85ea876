// The account of a contract: what was contracted, executed, financed by others and paid, per action of the contract and year.
import { notKnown } from "../../domain/known";
import { RIEN } from "../../domain/values/known-montant";
import { groupBy } from "../../domain/group-by";
import { contractAmount } from "../../contract/in-force/contract-amounts";
import { isClosed } from "../../contract/in-force/annees-closes";
import { axeOfAction } from "../../contract/in-force/en-vigueur";
import type { Action } from "../../contract/convention";
import type { Dossier } from "../../domain/dossier";
import { readExecuted, type Executed } from "../executed";
import { listedPlaces, type ListedFact } from "../listed";
import type { ActionRow } from "../fact";
import { executionTable, type FactTable } from "../fact-tables";
import { COLONNES } from "../lines/budget-lines";
import { readTogether, TELLE_QUELLE, type Lecture } from "../lecture";
import { remember } from "../../domain/remember";
import { closedYears } from "../../contract/in-force/annees-closes";
import { contractedOf, toEcriture, unusedOf, type Ecriture } from "./ecriture";
import { everyAmount, readDepense, type Depense } from "./read-depense";
import type { NumeroAction } from "../../domain/values/numero-action";

type Situation = Pick<Dossier, "convention" | "asOf" | "execution" | "versements">;

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
export const hasAmount = (row: ActionRow, year: number): boolean =>
  COLONNES.some((colonne) => row.at(year, colonne).some(({ known }) => known.reason !== "missing"));

/** The State pays before anything is carried out. */
function notYetExecuted(shown: Executed): Depense {
  const { verse } = shown;
  const nonClose = notKnown("not-closed");
  return { ...everyAmount(nonClose), verse: verse.value === null ? nonClose : verse };
}

/** Whether the table itself says of some row what was paid in the year: a list of payments then says it again. */
const isPaidInTable = ({ rows }: FactTable, annee: number): boolean =>
  rows.some((row) => row.at(annee, "verse").some(({ known }) => known.reason !== "missing"));

function createLedger({ convention, asOf, execution, versements }: Situation): Ledger {
  const table = execution ? executionTable(execution) : null;
  const rows = table?.actions ?? [];
  const byAction = groupBy(rows, ({ action }) => action?.numero);
  const headings = new Map((execution?.annees ?? []).map(({ annee, heading }) => [annee, heading]));
  const annees = convention.annees
    .filter((year) => {
      const isBegun = rows.some((row) => row.action && hasAmount(row, year.annee));
      return isClosed(convention, year, asOf) || isBegun;
    })
    .map(({ annee }) => annee);
  const counted = new Set(annees);
  const closed = new Set(closedYears({ convention, asOf }, () => undefined));

  /** By action, of the years that a list alone tells so: an action that it does not name got nothing. */
  function listedActions(annee: number): ReadonlyMap<NumeroAction, readonly ListedFact[]> | null {
    if (table && isPaidInTable(table, annee)) return null;
    const axeOf = (numero: NumeroAction) => axeOfAction(convention, numero, annee);
    const places = listedPlaces(versements, annee, asOf, axeOf);
    if (places.length === 0 || places.some(({ action }) => action === undefined)) return null;
    return new Map(places.map((place) => [place.action ?? 0, place.facts]));
  }
  const listed = new Map(versements ? convention.annees.map(({ annee }) => [annee, listedActions(annee)]) : []);

  function withListed(shown: Depense, action: Action, annee: number, lecture: Lecture): Depense {
    const places = listed.get(annee);
    if (!places) return shown;
    const cells = (places.get(action.numero) ?? []).map(({ cell }) => cell);
    return { ...shown, verse: cells.length > 0 ? readTogether(lecture, cells) : RIEN };
  }

  const depense = (action: Action, annee: number, lecture: Lecture = TELLE_QUELLE): Depense =>
    withListed(fromTable(action, annee, lecture), action, annee, lecture);

  function fromTable(action: Action, annee: number, lecture: Lecture): Depense {
    const own = (byAction.get(action.numero) ?? []).filter(({ years }) => years.has(annee));
    const lignes = { action, annee, rows: own };
    if (!counted.has(annee)) return notYetExecuted(readExecuted(lecture, lignes));
    if (own.length > 0) return readDepense(lecture, lignes);
    if (contractAmount(action, annee, "total") === 0) return everyAmount(RIEN);
    if (!execution) return everyAmount(notKnown("no-table"));
    const heading = headings.get(annee);
    return everyAmount(heading ? notKnown("no-row", [heading]) : notKnown("no-year", [execution.heading]));
  }

  return {
    annees,
    hasVerses: (years) =>
      years.some((annee) => rows.some((row) => row.at(annee, "verse").length > 0) || Boolean(listed.get(annee))),
    hasAutres: (years) => rows.some((row) => years.some((annee) => row.at(annee, "autres").length > 0)),
    depense,
    read: (action, annee) => {
      const { etat, collectivite, total, autres, cout, verse } = depense(action, annee);
      const execute = { etat, collectivite, total, autres, cout };
      const unused = closed.has(annee) ? unusedOf(verse, etat) : notKnown("not-closed");
      return toEcriture(contractedOf(action, annee), execute, verse, unused);
    },
  };
}

/** One for each dossier, however often it is asked for. */
export const ledgerOf: (dossier: Situation) => Ledger = remember(createLedger);
