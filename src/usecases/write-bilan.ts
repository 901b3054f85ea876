// "Bilan d’exécution": reads and verifies the workbook, computes the report of a period, and writes its sheets.
import type { Bilan } from "../core/reports/bilan/bilan";
import { computeBilan } from "../core/reports/bilan/compute-bilan";
import { periodeContrat, periodeMiParcours, refusePeriode, type Periode } from "../core/reports/bilan/periode";
import type { Convention } from "../core/contract/convention";
import type { Contrats } from "../core/reading/contrat/recognise-contrat";
import type { Dossier } from "../core/domain/dossier";
import { refuseEcriture } from "../core/refuse-ecriture";
import { verify } from "../core/verify";
import type { RawWorkbook, WorkbookPort, WritePlan } from "../core/workbook-port";
import { WorkbookError } from "xlsx-model/plan";
import { composeBilan } from "../core/sheets/bilan/compose-bilan";
import { refusals } from "../core/sheets/parts/refusals";
import { applyKeeping } from "./apply-keeping";

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
  readonly bilan: Bilan;
  /** Tab names of the sheets of the report. */
  readonly sheetNames: readonly string[];
  /** French sentences: what could not be written, and why. */
  readonly refusals: readonly string[];
  /** French sentences: what was typed on those before and now stands elsewhere. */
  readonly kept: readonly string[];
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

/** Throws WorkbookError, and then nothing has been written: of its sheets all are, or none is. */
export async function writeBilan(
  workbook: WorkbookPort,
  contrats: Contrats,
  request: BilanRequest,
): Promise<WrittenBilan> {
  const { bilan, dossier, raw } = await establish(workbook, contrats, request);
  const plan = composeBilan(bilan, dossier, raw);
  checkWritable(plan, raw);
  const { sheetNames, refusals: refused, kept } = await applyKeeping(workbook, plan, raw);
  return { bilan, sheetNames, refusals: refused, kept };
}
