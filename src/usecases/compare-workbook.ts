// "Comparer": a workbook against another version of it, or a procès-verbal that was kept, both as the same rules verify them.
import { coteDuClasseur, coteDuProcesVerbal, type Cote } from "../core/reports/comparaison/cote";
import { direDifferences, direEffet, direVerdict, remarquesDe } from "../core/reports/comparaison/describe-comparaison";
import { comparer, type Comparaison, type Difference, type Effet } from "../core/reports/comparaison/comparer";
import { isUnfinished, lireProcesVerbal, type ProcesVerbalLu } from "../core/reports/proces-verbal/lire-proces-verbal";
import { cite, typographie } from "../core/domain/words/typographie";
import type { Contrats } from "../core/reading/contrat/recognise-contrat";
import { verify } from "../core/verify";
import type { RawWorkbook, SheetPlan, WorkbookPort } from "../core/workbook-port";
import { WorkbookError } from "xlsx-model/plan";
import { composeComparaisonSheet } from "../core/sheets/comparaison-sheet";
import { applyKeeping } from "./apply-keeping";

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

/** A difference as the pane shows it: plain text, which crosses from one thread to another. */
export interface LigneMontree {
  readonly cle: string;
  readonly libelle: string;
  /** Full address as Excel writes it; null for what the workbook has no cell of. */
  readonly cellule: string | null;
  readonly avant: string | null;
  readonly apres: string | null;
  /** French sentences: what it does to the verdict. */
  readonly effets: readonly { readonly kind: "regle" | "autre"; readonly texte: string }[];
}

export interface ComparaisonMontree {
  readonly reference: string;
  readonly identique: boolean;
  readonly phrase: string;
  readonly verdict: string;
  readonly remarques: readonly string[];
  readonly lignes: readonly LigneMontree[];
  readonly autres: readonly string[];
  /** The sheet « Comparaison », to be written as it was shown. */
  readonly feuille: SheetPlan;
}

const kindOf = ({ kind }: Effet): "regle" | "autre" => (kind === "regle" || kind === "justifie" ? "regle" : "autre");

export const montrerLigne = ({ cle, libelle, avant, apres, effets }: Difference): LigneMontree => ({
  cle,
  libelle,
  cellule: apres !== null && apres.cellule !== "" ? apres.cellule : null,
  avant: avant?.valeur ?? null,
  apres: apres?.valeur ?? null,
  effets: effets.map((effet) => ({ kind: kindOf(effet), texte: direEffet(effet) })),
});

/** Throws WorkbookError where one of them holds nothing that can be compared. */
export function compareAndShow(raw: RawWorkbook, reference: RawWorkbook, against: Against): ComparaisonMontree {
  const comparaison = compareRead(raw, reference, against);
  const { differences, autres, identique } = comparaison;
  return {
    reference: reference.name,
    identique,
    phrase: direDifferences(comparaison),
    verdict: direVerdict(comparaison),
    remarques: remarquesDe(comparaison),
    lignes: differences.map(montrerLigne),
    autres: [...new Set(autres.map(direEffet))],
    feuille: composeComparaisonSheet(comparaison),
  };
}

export interface WrittenComparaison {
  /** Null when the sheet could not be written. */
  readonly sheetName: string | null;
  /** French sentences: why it could not. */
  readonly refusals: readonly string[];
  /** French sentences: what was typed there and now stands elsewhere. */
  readonly kept: readonly string[];
}

/** The sheet « Comparaison », rewritten in place. */
export async function writeComparaison(workbook: WorkbookPort, feuille: SheetPlan): Promise<WrittenComparaison> {
  const raw = await workbook.read();
  const { sheetNames, refusals, kept } = await applyKeeping(workbook, { highlights: null, sheets: [feuille] }, raw);
  return { sheetName: sheetNames[0] ?? null, refusals, kept };
}
