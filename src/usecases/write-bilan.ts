// "Bilan d’exécution": reads and verifies the workbook, computes the report of a period, and writes its sheets.
import type { Bilan } from "../core/reports/bilan/bilan";
import { computeBilan } from "../core/reports/bilan/compute-bilan";
import { periodeContrat, periodeMiParcours, refusePeriode, type Periode } from "../core/reports/bilan/periode";
import type { Convention } from "../core/contract/convention";
import type { Contrats } from "../core/reading/contrat/recognise-contrat";
import type { Dossier } from "../core/domain/dossier";
import { formatListe } from "../core/domain/words/format";
import { cite, typographie } from "../core/domain/words/typographie";
import { refuseEcriture } from "../core/refuse-ecriture";
import { verify } from "../core/verify";
import {
  WorkbookError,
  type RawSheet,
  type RawWorkbook,
  type WorkbookPort,
  type WritePlan,
} from "../core/workbook-port";
import { composeBilan } from "../core/sheets/bilan/compose-bilan";
import { saysOwnWords } from "../core/sheets/parts/own-words";
import { refusals } from "../core/sheets/parts/refusals";
import { checkAsShown } from "./as-shown";
import { standingOf } from "./standing-sheets";

export interface BilanRequest {
  /** The mid-term report's years, the whole contract's, or those given; of the contract that serves, whichever it is. */
  readonly periode: Periode | "mi-parcours" | "contrat";
  /** ISO date. */
  readonly asOf: string;
  /** ISO date of the day on which it is made, after which nobody decides. */
  readonly today?: string | undefined;
  /** "built-in" where it is left out: a sheet « Contrat » of the workbook then prevails. */
  readonly source?: "built-in" | "given";
}

export interface WrittenBilan {
  readonly kind: "written";
  readonly bilan: Bilan;
  /** Tab names of the sheets of the report. */
  readonly sheetNames: readonly string[];
  /** French sentences: what could not be written, and why. */
  readonly refusals: readonly string[];
}

/** Somebody typed on the sheets of an earlier report: French sentence, and what they are to be replaced by. */
export interface StandingBilan {
  readonly kind: "exists";
  readonly sentence: string;
  readonly standing: string;
}

interface Established {
  readonly bilan: Bilan;
  readonly dossier: Dossier;
  readonly raw: RawWorkbook;
}

function settlePeriode(convention: Convention, periode: BilanRequest["periode"]): Periode {
  if (periode === "mi-parcours") return periodeMiParcours(convention);
  return periode === "contrat" ? periodeContrat(convention) : periode;
}

/** A report of which some sheets are old and some are new is worse than none. */
function checkWritable({ sheets }: WritePlan, raw: RawWorkbook): void {
  const kinds = new Map(raw.sheets.map((sheet) => [sheet.resultSheet, sheet]));
  const isAdding = sheets.some(({ kind }) => !kinds.has(kind));
  if (raw.isStructureProtected && isAdding) throw new WorkbookError(refusals.protectedAgainstReport);
  const locked = sheets.flatMap(({ kind }) => kinds.get(kind) ?? []).filter(({ isProtected }) => isProtected);
  if (locked.length > 0) throw new WorkbookError(refusals.protectedReport(locked.map(({ name }) => name)));
}

async function establish(
  workbook: WorkbookPort,
  contrats: Contrats,
  { periode, asOf, today, source = "built-in" }: BilanRequest,
): Promise<Established> {
  const raw = await workbook.read();
  const { verification, dossier } = verify(raw, contrats, asOf, source, { today });
  const refused = refuseEcriture(raw, dossier) ?? dossier.contratInconnu;
  if (refused !== undefined) throw new WorkbookError(refused);
  const [mistake] = dossier.feuilleContrat?.erreurs ?? [];
  if (mistake) throw new WorkbookError(refusals.mistakenContractOfReport(mistake.cell, mistake.message));
  const wanted = settlePeriode(dossier.convention, periode);
  const refusal = refusePeriode(dossier.convention, wanted);
  if (refusal !== null) throw new WorkbookError(refusal);
  return { bilan: computeBilan(dossier, verification, wanted), dossier, raw };
}

/** The report alone; nothing is written. Throws WorkbookError. */
export async function computeWorkbookBilan(
  workbook: WorkbookPort,
  contrats: Contrats,
  request: BilanRequest,
): Promise<Bilan> {
  const { bilan } = await establish(workbook, contrats, request);
  return bilan;
}

const nameSheets = (sheets: readonly RawSheet[]): string =>
  `${sheets.length > 1 ? "les feuilles" : "la feuille"} ${formatListe(sheets.map(({ name }) => cite(name)))}`;

/** Those of the sheets to be written over that no longer say what we wrote; half of a report is written again without asking. */
function typedOn({ sheets }: WritePlan, { sheets: read, unfinished = [] }: RawWorkbook): readonly RawSheet[] {
  const kinds = new Set(sheets.map(({ kind }) => kind));
  const isHalf = ({ name }: RawSheet): boolean => unfinished.some(({ range }) => range?.sheet === name);
  return read.filter(
    (sheet) => sheet.resultSheet !== null && kinds.has(sheet.resultSheet) && !isHalf(sheet) && !saysOwnWords(sheet),
  );
}

/** Null where nothing that somebody typed goes, or where it is what he was shown and wants replaced. */
function checkTyped(plan: WritePlan, raw: RawWorkbook, replace: string | null): StandingBilan | null {
  const typed = typedOn(plan, raw);
  if (typed.length === 0) return null;
  const standing = standingOf(typed);
  if (replace === null) {
    const sentence =
      `Ce qui a été saisi ou modifié depuis le dernier bilan dans ${nameSheets(typed)} serait effacé. ` +
      "Recopiez ailleurs ce que vous voulez garder, ou demandez que le bilan soit remplacé.";
    return { kind: "exists", sentence: typographie(sentence), standing };
  }
  const changed = `Le bilan a changé depuis son affichage : rien n’a été remplacé. Regardez ${nameSheets(typed)}.`;
  checkAsShown(replace, standing, changed);
  return null;
}

/**
 * `replace` is what an earlier answer gave of the sheets that somebody typed on; null replaces none of them. Throws WorkbookError,
 * DiffersFromShown where something else stands there by now, and then nothing has been written: of the four sheets all are, or none is.
 */
export async function writeBilan(
  workbook: WorkbookPort,
  contrats: Contrats,
  request: BilanRequest,
  replace: string | null = null,
): Promise<WrittenBilan | StandingBilan> {
  const { bilan, dossier, raw } = await establish(workbook, contrats, request);
  const plan = composeBilan(bilan, dossier, raw);
  checkWritable(plan, raw);
  const asked = checkTyped(plan, raw, replace);
  if (asked) return asked;
  const { sheetNames, refusals: refused } = await workbook.apply(plan, raw);
  return { kind: "written", bilan, sheetNames, refusals: refused };
}
