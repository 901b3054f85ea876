// "Comparer": a workbook against another version of it, or a procès-verbal that was kept, both as the same rules verify them.
import { coteDuClasseur, coteDuProcesVerbal, type Cote } from "../core/reports/comparaison/cote";
import { comparer, type Comparaison } from "../core/reports/comparaison/comparer";
import { isUnfinished, lireProcesVerbal, type ProcesVerbalLu } from "../core/reports/proces-verbal/lire-proces-verbal";
import { cite, typographie } from "../core/domain/words/typographie";
import type { Contrats } from "../core/reading/contrat/recognise-contrat";
import { verify } from "../core/verify";
import { WorkbookError, type RawWorkbook, type WorkbookPort } from "../core/workbook-port";
import { composeComparaisonSheet } from "../core/sheets/comparaison-sheet";

export interface Against {
  readonly contrats: Contrats;
  /** ISO date at which both are verified. */
  readonly asOf: string;
  readonly source?: "built-in" | "given";
  /** ISO date of the day on which it is made. */
  readonly today?: string | undefined;
}

function procesVerbalOf(raw: RawWorkbook): ProcesVerbalLu | null {
  const sheet = raw.sheets.find(({ resultSheet }) => resultSheet === "proces-verbal");
  return sheet && !isUnfinished(raw) ? lireProcesVerbal(sheet) : null;
}

/** Throws WorkbookError where it holds nothing of a contract that is known, nor a procès-verbal. */
function coteOf(raw: RawWorkbook, { contrats, asOf, source = "built-in", today }: Against): Cote {
  const procesVerbal = procesVerbalOf(raw);
  const verifie = verify(raw, contrats, asOf, source, { today });
  const { contratInconnu } = verifie.dossier;
  const cote = contratInconnu === undefined ? coteDuClasseur(verifie, procesVerbal) : null;
  if (cote && cote.sujets.size > 0) return cote;
  if (procesVerbal?.chiffres && procesVerbal.situation !== null) {
    return coteDuProcesVerbal(raw.name, procesVerbal.situation, procesVerbal);
  }
  const why = contratInconnu ?? "aucun chiffre du contrat n’y a été lu, et il n’a pas de procès-verbal.";
  throw new WorkbookError(typographie(`${cite(raw.name)} ne peut pas être comparé : ${why}`));
}

/** `reference` is last year's, the other party's copy, or a procès-verbal that was kept. Throws WorkbookError. */
export function compareRead(raw: RawWorkbook, reference: RawWorkbook, against: Against): Comparaison {
  return comparer(coteOf(reference, against), coteOf(raw, against));
}

/** Changes nothing in either. Throws WorkbookError. */
export async function compareWorkbook(
  workbook: WorkbookPort,
  reference: RawWorkbook,
  against: Against,
): Promise<Comparaison> {
  return compareRead(await workbook.read(), reference, against);
}

export interface WrittenComparaison {
  /** Null when the sheet could not be written. */
  readonly sheetName: string | null;
  /** French sentences: why it could not. */
  readonly refusals: readonly string[];
}

/** The sheet « Comparaison », rewritten in place. */
export async function writeComparaison(workbook: WorkbookPort, comparaison: Comparaison): Promise<WrittenComparaison> {
  const raw = await workbook.read();
  const { sheetNames, refusals } = await workbook.apply(
    { highlights: null, sheets: [composeComparaisonSheet(comparaison)] },
    raw,
  );
  return { sheetName: sheetNames[0] ?? null, refusals };
}
