// One workbook of a tableau de bord: verified, noted, and its annotated copy written where one is asked for.
import { mkdirSync } from "node:fs";
import { basename, dirname, extname } from "node:path";
import { constater } from "../../core/reports/tableau-de-bord/constater";
import type { Constat } from "../../core/reports/tableau-de-bord/constat";
import { verify } from "../../core/verify";
import { composeVerification } from "../../core/sheets/compose-verification";
import { applyKeeping } from "../../usecases/apply-keeping";
import { describeFailure, nameFailure } from "../command";
import { openWorkbook } from "../open-workbook";
import { writeOutput } from "../output-file";
import { definitionFor } from "../definitions";

export interface ConstatTask {
  readonly command: "constater";
  readonly path: string;
  /** Below the folder that was given. */
  readonly name: string;
  /** ISO date. */
  readonly asOf: string;
  /** ISO date. */
  readonly today: string;
  /** A folder of definitions. */
  readonly contrats: string | null;
  /** The annotated copy to write. */
  readonly annote: string | null;
  readonly force: boolean;
}

export interface ConstatAnswer {
  readonly constat: Constat;
  /** Whether the annotated copy stands. */
  readonly isAnnotated: boolean;
  /** French sentences: what could not be written. */
  readonly refusals: readonly string[];
}

async function constate(task: ConstatTask): Promise<ConstatAnswer> {
  const { path, name, asOf, today, contrats, annote, force } = task;
  const { port, save } = openWorkbook(path);
  const raw = await port.read();
  const definition = definitionFor(contrats, basename(path, extname(path)));
  const { verification, dossier } = verify(raw, definition, asOf, "built-in", { today });
  const constat = constater(dossier, verification, name);
  if (annote === null || constat.etat === "illisible") return { constat, isAnnotated: false, refusals: [] };
  try {
    const plan = composeVerification(verification, dossier, raw);
    const { refusals, kept } = await applyKeeping(port, plan, raw);
    mkdirSync(dirname(annote), { recursive: true });
    writeOutput(annote, save(), force);
    return { constat, isAnnotated: true, refusals: [...refusals, ...kept] };
  } catch (error) {
    return { constat, isAnnotated: false, refusals: [describeFailure(nameFailure(path, error))] };
  }
}

/** What a failure says of the file, without the path that the tableau shows beside it. */
function reasonOf({ path }: ConstatTask, error: unknown): string {
  const sentence = describeFailure(nameFailure(path, error)).replace(`${path} : `, "");
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** Never rejects. */
export async function constatTask(task: ConstatTask): Promise<ConstatAnswer> {
  return constate(task).catch((error: unknown): ConstatAnswer => ({
    constat: { etat: "illisible", classeur: task.name, raison: reasonOf(task, error) },
    isAnnotated: false,
    refusals: [],
  }));
}
