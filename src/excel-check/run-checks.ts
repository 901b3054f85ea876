// Runs the checks one after the other in an empty workbook, and makes the report that is sent back.
import { VERSIONS } from "../core/rules/version";
import { runExcel } from "../excel/run-excel";
import { checkedWorkbook } from "./checked-workbook";
import { CHECKS, type Check } from "./checks";
import { Comparison, type Difference } from "./compare/comparison";
import { excelFacts, type ExcelFacts } from "./excel-facts";

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
}

const NOT_EMPTY =
  "Ce classeur n’est pas vide\u00a0: l’essai écrit des feuilles. Ouvrez un classeur neuf, rouvrez-y ce volet, puis recommencez.";

/** A check that fails stops no other one. Throws where the workbook holds something. */
export async function runChecks(
  onCheck: (name: string) => void = () => undefined,
  checks: readonly Check[] = CHECKS,
): Promise<ExcelReport> {
  if (await holdsSomething()) throw new Error(NOT_EMPTY);
  const seen = new Comparison();
  const use = checkedWorkbook(seen);
  const outcomes: CheckOutcome[] = [];
  const refusals: { member: string; code: string }[] = [];
  for (const { name, run } of checks) {
    onCheck(name);
    const started = Date.now();
    const before = seen.differing;
    const [isDone, detail] = await run(use).then(
      (answer) => [true, answer] as const,
      (error: unknown) => {
        refusals.push(...refusalOf(error));
        return [false, error instanceof Error ? error.message : String(error)] as const;
      },
    );
    const differing = seen.differing - before;
    const told = differing === 0 ? detail : `${differing} différences\u00a0; ${detail}`;
    outcomes.push({ name, passed: isDone && differing === 0, seen: told, milliseconds: Date.now() - started });
  }
  return {
    format: "essai-excel/1",
    product: VERSIONS.produit,
    date: new Date().toISOString(),
    excel: excelFacts(),
    checks: outcomes,
    differences: seen.differences,
    refusals,
    compared: seen.compared,
  };
}

/** The sentence is for the person; its cause says which member refused. */
function refusalOf(error: unknown): readonly { member: string; code: string }[] {
  const cause = error instanceof Error && error.cause instanceof OfficeExtension.Error ? error.cause : null;
  const member = cause?.debugInfo.errorLocation ?? "";
  return cause && member !== "" ? [{ member, code: cause.code }] : [];
}

function holdsSomething(): Promise<boolean> {
  return runExcel(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load({ name: true });
    await context.sync();
    const used = worksheets.items.map((sheet) => sheet.getUsedRangeOrNullObject());
    for (const range of used) range.load({ address: true });
    await context.sync();
    return used.some((range) => !range.isNullObject);
  });
}
