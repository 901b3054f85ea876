// Runs the checks one after the other, and writes what came of them to a sheet that can be sent back.
import { runExcel } from "../excel/run-excel";
import { CHECKS, type Check } from "./checks";

export interface CheckOutcome {
  readonly name: string;
  readonly isPassed: boolean;
  readonly detail: string;
  readonly milliseconds: number;
}

export const REPORT_SHEET = "Vérification Excel";

const HEADINGS = ["Contrôle", "Résultat", "Ce qui a été vu", "Durée (ms)"];

/** A check that fails stops no other one. */
export async function runChecks(
  onCheck: (name: string) => void = () => undefined,
  checks: readonly Check[] = CHECKS,
): Promise<readonly CheckOutcome[]> {
  const outcomes: CheckOutcome[] = [];
  for (const { name, run } of checks) {
    onCheck(name);
    const started = Date.now();
    const [isPassed, detail] = await run().then(
      (seen) => [true, seen] as const,
      (error: unknown) => [false, error instanceof Error ? error.message : String(error)] as const,
    );
    outcomes.push({ name, isPassed, detail, milliseconds: Date.now() - started });
  }
  await writeReport(outcomes);
  return outcomes;
}

/** An earlier report is replaced. */
function writeReport(outcomes: readonly CheckOutcome[]): Promise<void> {
  return runExcel(async (context) => {
    const { worksheets } = context.workbook;
    const earlier = worksheets.getItemOrNullObject(REPORT_SHEET);
    earlier.load({ name: true });
    await context.sync();
    if (!earlier.isNullObject) earlier.delete();
    const sheet = worksheets.add(REPORT_SHEET);
    const passed = outcomes.filter(({ isPassed }) => isPassed).length;
    const rows = [
      [`Contrôles réussis\u00a0: ${passed} sur ${outcomes.length}`, "", "", ""],
      HEADINGS,
      ...outcomes.map(({ name, isPassed, detail, milliseconds }) => [
        name,
        isPassed ? "réussi" : "ÉCHEC",
        `'${detail}`,
        milliseconds,
      ]),
    ];
    sheet.getRange(`A1:D${rows.length}`).values = rows;
    sheet.getRange("A2:D2").format.font.bold = true;
    sheet.getRange("A1").format.font.bold = true;
    sheet.activate();
    await context.sync();
  });
}
