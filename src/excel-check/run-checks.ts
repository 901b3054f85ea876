// Runs the checks one after the other in an empty workbook, and makes the report that is sent back.
import { VERSIONS } from "../core/rules/version";
import { checkedWorkbook } from "./checked-workbook";
import { CHECKS, type Check } from "./checks";
import { Comparison, type Difference } from "./compare/comparison";
import { excelFacts, type ExcelFacts } from "./excel-facts";
import { removeOwn, whatStands } from "./own-sheets";
import { BASE } from "./sample-plan";

export interface CheckOutcome {
  readonly name: string;
  readonly passed: boolean;
  /** What was seen, or what went wrong. */
  readonly seen: string;
  readonly milliseconds: number;
}

/** The file that is sent back; `simulated-excel/replay-report` reads it. */
export interface ExcelReport {
  readonly format: "essai-excel/1";
  readonly product: string;
  readonly date: string;
  readonly excel: ExcelFacts;
  readonly checks: readonly CheckOutcome[];
  readonly differences: readonly Difference[];
  /** What Excel refused outright, as it names it. */
  readonly refusals: readonly { readonly member: string; readonly code: string }[];
  /** How many values were compared, by member. */
  readonly compared: Readonly<Record<string, number>>;
  /** Sheets that stand in the workbook and did not before: the others of the trial are gone. */
  readonly left: readonly string[];
}

interface Options {
  readonly checks?: readonly Check[];
  onCheck?(name: string, index: number): void;
  onWaitingForCell?(): void;
  /** Asked before each check: the rest of them is then left. */
  isStopped?(): boolean;
}

const NOT_EMPTY =
  "Ce classeur n’est pas vide\u00a0: l’essai écrit des feuilles. Ouvrez un classeur neuf, rouvrez-y ce volet, puis recommencez.";
const PROTECTED =
  "Ce classeur est protégé\u00a0: l’essai n’y écrit rien. Ouvrez un classeur neuf, rouvrez-y ce volet, puis recommencez.";

/** A check that fails stops no other one. Throws where the workbook is not the trial's to write in; else leaves it as empty as it was. */
export async function runChecks(options: Options = {}): Promise<ExcelReport> {
  const { checks = CHECKS, onCheck, onWaitingForCell, isStopped } = options;
  const before = await whatStands(onWaitingForCell);
  if (!before.isEmpty) throw new Error(NOT_EMPTY);
  if (before.isProtected) throw new Error(PROTECTED);
  const seen = new Comparison();
  const own = new Set([BASE]);
  const use = checkedWorkbook(seen, own);
  const outcomes: CheckOutcome[] = [];
  const refusals: { member: string; code: string }[] = [];
  for (const [index, { name, run }] of checks.entries()) {
    if (isStopped?.()) break;
    onCheck?.(name, index);
    const started = Date.now();
    const differed = seen.differing;
    const [isDone, detail] = await run(use, seen).then(
      (answer) => [true, answer] as const,
      (error: unknown) => {
        refusals.push(...refusalOf(error));
        return [false, error instanceof Error ? error.message : String(error)] as const;
      },
    );
    const differing = seen.differing - differed;
    const told = differing === 0 ? detail : `${differing} différences\u00a0; ${detail}`;
    outcomes.push({ name, passed: isDone && differing === 0, seen: told, milliseconds: Date.now() - started });
  }
  const left = await removeOwn(seen, before, own);
  return {
    format: "essai-excel/1",
    product: VERSIONS.produit,
    date: new Date().toISOString(),
    excel: excelFacts(),
    checks: outcomes,
    differences: seen.differences,
    refusals,
    compared: seen.compared,
    left,
  };
}

/** The sentence is for the person; its cause says which member refused. */
function refusalOf(error: unknown): readonly { member: string; code: string }[] {
  const cause = error instanceof Error && error.cause instanceof OfficeExtension.Error ? error.cause : null;
  const member = cause?.debugInfo.errorLocation ?? "";
  return cause && member !== "" ? [{ member, code: cause.code }] : [];
}
