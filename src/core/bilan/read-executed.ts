// What the execution table says of each action and year, or the word that says why it cannot be told.
import { contractAmount, isClosed } from "../domain/contrat/contract-amounts";
import type { Action } from "../domain/contrat/convention";
import type { Cell, Colonne, Dossier, LigneAction, MontantCell, TableauExecution } from "../domain/dossier";
import { addMontants, montantFromCentimes } from "../domain/values/montant";
import { NON_CLOSE, NON_CALCULABLE } from "./amounts";
import type { MontantBilan } from "./bilan";

type Situation = Pick<Dossier, "convention" | "asOf" | "execution">;

interface Row {
  readonly ligne: LigneAction;
  readonly justifications: ReadonlyMap<number, Cell> | undefined;
}

export interface ExecutedReader {
  /** Years of the period that are over, or for which the table gives at least one amount. */
  readonly annees: readonly number[];
  read(action: Action, annee: number): Readonly<Record<Colonne, MontantBilan>>;
  /** The text of the table's justification column, where it has one and something stands in it. */
  justification(action: number, annee: number): Cell | null;
  /** Rows that are no action of the contract. */
  readonly inconnues: readonly LigneAction[];
}

const ZERO = montantFromCentimes(0);
const NOTHING: MontantBilan = { montant: ZERO, raison: null, cells: [] };

const unknown = (raison: string, cells: MontantBilan["cells"] = []): MontantBilan => ({ montant: null, raison, cells });

/** Whether something stands in one of the year's cells. */
export function hasAmount(ligne: LigneAction, annee: number): boolean {
  return Object.values(ligne.montants.get(annee) ?? {}).some((cell) => cell !== null && cell.lu.kind !== "missing");
}

function indexRows(execution: TableauExecution | null): ReadonlyMap<number, ReadonlyMap<number, readonly Row[]>> {
  const byYear = new Map<number, Map<number, Row[]>>();
  for (const [index, ligne] of (execution?.lignesAction ?? []).entries()) {
    if (!ligne.action) continue;
    for (const annee of ligne.montants.keys()) {
      const ofYear = byYear.get(annee) ?? new Map<number, Row[]>();
      byYear.set(annee, ofYear);
      const row = { ligne, justifications: execution?.justifications?.[index] };
      const rows = ofYear.get(ligne.action.numero);
      if (rows) rows.push(row);
      else ofYear.set(ligne.action.numero, [row]);
    }
  }
  return byYear;
}

/** An empty cell is nothing where the contract gives nothing, as for the rules. */
function readCell(action: Action, { montants }: LigneAction, annee: number, colonne: Colonne): MontantBilan {
  const cell = montants.get(annee)?.[colonne];
  const isDue = contractAmount(action, annee, colonne) > 0;
  if (!cell) return isDue ? unknown("aucune colonne") : NOTHING;
  if (cell.lu.kind === "unreadable") return unknown("illisible", [cell.ref]);
  if (cell.lu.kind === "montant") return { montant: cell.lu.montant, raison: null, cells: [cell.ref] };
  return isDue ? unknown("non renseigné", [cell.ref]) : { ...NOTHING, cells: [cell.ref] };
}

/**
 * The Total is the sum of the two parts. Where one of them is not known it is what the agent typed as such: a formula then
 * only adds what is there, and would pass for a Total what is a part.
 */
function readTotal(
  etat: MontantBilan,
  collectivite: MontantBilan,
  total: MontantBilan,
  cells: Readonly<Record<Colonne, MontantCell | null>> | undefined,
): MontantBilan {
  if (etat.montant !== null && collectivite.montant !== null) {
    const montant = addMontants(etat.montant, collectivite.montant);
    return { montant, raison: null, cells: [...etat.cells, ...collectivite.cells] };
  }
  const hasParts = (cells?.etat ?? null) !== null || (cells?.collectivite ?? null) !== null;
  const isComputed = (cells?.total?.formula ?? null) !== null;
  if (total.montant === null || !hasParts || !isComputed) return total;
  return unknown(
    NON_CALCULABLE,
    [etat, collectivite].filter(({ montant }) => montant === null).flatMap((part) => part.cells),
  );
}

export function createExecutedReader(
  { convention, asOf, execution }: Situation,
  period: readonly number[],
): ExecutedReader {
  const byYear = indexRows(execution);
  const headings = new Map((execution?.annees ?? []).map(({ annee, heading }) => [annee, heading]));
  const begun = new Set(
    period.filter((annee) => execution?.lignesAction.some((ligne) => ligne.action && hasAmount(ligne, annee))),
  );
  const closed = new Set(convention.annees.filter((year) => isClosed(year, asOf)).map(({ annee }) => annee));

  function read(action: Action, annee: number): Readonly<Record<Colonne, MontantBilan>> {
    const every = (amount: MontantBilan) => ({ etat: amount, collectivite: amount, total: amount });
    if (!closed.has(annee) && !begun.has(annee)) return every(unknown(NON_CLOSE));
    const rows = byYear.get(annee)?.get(action.numero) ?? [];
    const [row, ...others] = rows;
    if (others.length > 0) {
      const cells = rows.map(({ ligne }) => (ligne.labels?.get(annee) ?? ligne.label).ref);
      return every(unknown("plusieurs lignes", cells));
    }
    if (!row) {
      if (contractAmount(action, annee, "total") === 0) return every(NOTHING);
      if (!execution) return every(unknown("aucun tableau"));
      return every(unknown("aucune ligne", [headings.get(annee) ?? execution.heading]));
    }
    const part = (colonne: Colonne) => readCell(action, row.ligne, annee, colonne);
    const [etat, collectivite] = [part("etat"), part("collectivite")];
    return { etat, collectivite, total: readTotal(etat, collectivite, part("total"), row.ligne.montants.get(annee)) };
  }

  return {
    annees: period.filter((annee) => closed.has(annee) || begun.has(annee)),
    read,
    justification: (action, annee) => {
      const cells = (byYear.get(annee)?.get(action) ?? []).flatMap(
        ({ justifications }) => justifications?.get(annee) ?? [],
      );
      return cells[0] ?? null;
    },
    inconnues: (execution?.lignesAction ?? []).filter(
      (ligne) => ligne.action === null && period.some((annee) => hasAmount(ligne, annee)),
    ),
  };
}
