// The main job, from end to end: read the workbook, verify it, write the highlights and the result sheets back.
import type { Partie } from "../core/domain/parties";
import type { Qui } from "../core/domain/registre";
import type { Contrats } from "../core/reading/contrat/recognise-contrat";
import type { RawWorkbook, WorkbookPort } from "../core/workbook-port";
import { WorkbookError } from "xlsx-model/plan";
import { applyKeeping } from "./apply-keeping";
import { verifyAndCompose, type Composed } from "./verify-and-compose";
import { computeHere, type Compute } from "./compute";

/** Writing begins once "write" is reached: it is stopped no more. */
export type Step = "read" | "check" | "write";

export interface VerifiedWorkbook extends Pick<Composed, "verification"> {
  /** French sentences: what could not be written, and why. The verification holds all the same. */
  readonly refusals: readonly string[];
  /** French sentences: what was typed on our sheets and now stands elsewhere; left out for nothing. */
  readonly kept?: readonly string[];
  /** What « Écarts » said before it was written anew; left out where there was none. */
  readonly previous?: NonNullable<Composed["previous"]>;
  /** What the workbook's procès-verbal lists; left out where there is none. */
  readonly procesVerbal?: NonNullable<Composed["procesVerbal"]>;
  /** What the other party said meanwhile; left out for nothing. */
  readonly news?: Composed["news"];
}

export interface VerifyOptions {
  /** A "built-in" convention serves where the workbook has no sheet « Contrat », a "given" one in any case. */
  readonly source?: "built-in" | "given";
  /** Who asks for it: « Écarts » then bears his name, and the workbook keeps what he declared; null where it is not known. */
  readonly qui?: Qui | null;
  /** ISO date of the day on which it is made, after which nobody decides. */
  readonly today?: string | undefined;
  /** For which party a reason is given that does not say it. */
  readonly speaksFor?: Partie | undefined;
  readonly compute?: Compute;
  /** Told the cells that the verification is of. */
  readonly onRead?: (raw: RawWorkbook) => void;
}

/**
 * `onStep` is awaited: what it throws stops the work before the step, and nothing is written then.
 * Throws WorkbookError when the workbook cannot be read; a workbook that cannot be written is a refusal.
 */
export async function verifyWorkbook(
  workbook: WorkbookPort,
  contrats: Contrats,
  asOf: string,
  onStep: (step: Step) => unknown = () => {},
  { source = "built-in", qui = null, today, speaksFor, compute = computeHere, onRead = () => {} }: VerifyOptions = {},
): Promise<VerifiedWorkbook> {
  await onStep("read");
  const raw = await workbook.read();
  onRead(raw);
  await onStep("check");
  const composed = await compute("verify", verifyAndCompose, raw, contrats, asOf, source, qui, { today, speaksFor });
  const { verification, plan, previous, procesVerbal, news } = composed;
  const verified = {
    verification,
    ...(previous && { previous }),
    ...(procesVerbal && { procesVerbal }),
    ...(news.length > 0 && { news }),
  };
  // There is no plan where the workbook is not known to be this contract's: nothing is written into it.
  if (!plan) return { ...verified, refusals: [] };
  await onStep("write");
  try {
    const { refusals, kept } = await applyKeeping(workbook, plan, raw);
    return { ...verified, refusals, ...(kept.length > 0 && { kept }) };
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    return { ...verified, refusals: [error.message] };
  }
}
