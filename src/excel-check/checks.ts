// What is tried inside a real Excel, in an empty workbook: each check says what it saw, or throws what went wrong.
import { contratIntegre } from "../contracts/built-in";
import type { AnnexeRequest } from "../core/sheets/annexes/annexe-request";
import { runExcel } from "../excel/run-excel";
import { selectCell } from "../excel/select-cell";
import { clearHighlights } from "../usecases/clear-highlights";
import { establishProcesVerbal } from "../usecases/establish-proces-verbal";
import { insertAnnexe } from "../usecases/insert-annexe";
import { applyTotals, previewTotals } from "../usecases/refresh-totals";
import { verifyWorkbook } from "../usecases/verify-workbook";
import { writeBilan } from "../usecases/write-bilan";
import { bilanDocx } from "../word/bilan-docx";
import type { UseWorkbook } from "./checked-workbook";
import type { Comparison } from "./compare/comparison";
import { excelFacts } from "./excel-facts";
import { onBoard } from "./sample-board";

export interface Check {
  readonly name: string;
  /** Answers what it saw, in French. */
  run(use: UseWorkbook, seen: Comparison): Promise<string>;
}

const AS_OF = "2026-11-24";
const BUDGET = "Tableau budgétaire";

const ANNEXES: readonly AnnexeRequest[] = [
  { kind: "budget", sousTotaux: true },
  { kind: "indicateurs", realises: true },
  { kind: "execution", annee: 2025 },
  { kind: "fiches", action: 5 },
  { kind: "imputation" },
  { kind: "versements" },
  { kind: "echeancier" },
  { kind: "contrat" },
];

/** Throws with the sentence when it does not hold. */
function holds(condition: boolean, otherwise: string): void {
  if (!condition) throw new Error(otherwise);
}

const verified = (use: UseWorkbook) => use((port) => verifyWorkbook(port, contratIntegre, AS_OF));

export const CHECKS: readonly Check[] = [
  {
    name: "Excel et sa version",
    run() {
      const { platform, version, excelApi, language } = excelFacts();
      holds(Office.context.requirements.isSetSupported("ExcelApi", "1.14"), "ExcelApi 1.14 manque");
      return Promise.resolve(`${platform}, ${version}, ExcelApi ${excelApi}, langue ${language}`);
    },
  },
  {
    name: "Une formule écrite en anglais se lit et se calcule ici",
    run: () =>
      onScratch(async (context, sheet) => {
        const cell = sheet.getRange("A1");
        cell.formulas = [['=IF(SUM(1.5,2)=3.5,"oui","non")']];
        cell.load({ values: true, formulasLocal: true });
        await context.sync();
        holds(cell.values[0]?.[0] === "oui", `la cellule vaut ${String(cell.values[0]?.[0])}`);
        return String(cell.formulasLocal[0]?.[0]);
      }),
  },
  {
    name: "Un format américain s’affiche dans la langue d’Excel",
    run: () =>
      onScratch(async (context, sheet) => {
        const cell = sheet.getRange("A1");
        cell.numberFormat = [["#,##0.00"]];
        cell.values = [[1234.5]];
        cell.load({ text: true, numberFormat: true });
        await context.sync();
        holds(cell.numberFormat[0]?.[0] === "#,##0.00", `le format relu est ${String(cell.numberFormat[0]?.[0])}`);
        return String(cell.text[0]?.[0]);
      }),
  },
  {
    name: "Les annexes s’insèrent comme prévu",
    async run(use) {
      const { sheetNames } = await use((port) =>
        insertAnnexe(port, contratIntegre, AS_OF, ANNEXES, "built-in", { today: AS_OF }),
      );
      return sheetNames.join(", ");
    },
  },
  {
    name: "La vérification trouve une erreur tapée, surligne et écrit ses feuilles comme prévu",
    async run(use) {
      await retype(
        (value) => typeof value === "number" && value > 5000,
        (value) => Number(value) + 100_000,
      );
      const started = Date.now();
      const { verification, refusals } = await verified(use);
      holds(refusals.length === 0, refusals.join(" "));
      holds(verification.findings.length > 0, "aucun écart");
      return `${verification.findings.length} constats, ${Date.now() - started} ms`;
    },
  },
  {
    name: "Une seconde vérification trouve la même chose et récrit ses feuilles en place",
    async run(use) {
      const [first, second] = [await verified(use), await verified(use)];
      const ids = ({ verification }: typeof first) => verification.findings.map(({ id }) => id).join(" ");
      holds(ids(first) === ids(second), "les deux vérifications diffèrent");
      return `${second.verification.findings.length} constats`;
    },
  },
  {
    name: "Le bilan et son document Word se font",
    async run(use) {
      const periode = { debut: 2024, fin: 2025 };
      const { bilan, sheetNames } = await use((port) => writeBilan(port, contratIntegre, { periode, asOf: AS_OF }));
      const { byteLength } = await bilanDocx(bilan);
      holds(byteLength > 5_000, `${byteLength} octets seulement`);
      return `${sheetNames.join(", ")} ; ${Math.round(byteLength / 1024)} ko`;
    },
  },
  {
    name: "Le procès-verbal s’établit",
    async run(use) {
      const made = await use((port) => establishProcesVerbal(port, contratIntegre, AS_OF, null, "built-in", AS_OF));
      holds(made.kind === "established" && made.refusals.length === 0, "il ne s’est pas établi");
      return made.kind === "established" ? String(made.sheetName) : "";
    },
  },
  {
    name: "Les totaux s’actualisent",
    async run(use) {
      await retype(
        (value) => String(value).startsWith("="),
        () => 1,
      );
      const { changes } = await use((port) => previewTotals(port, contratIntegre, AS_OF));
      const { written, remarks } = await use((port) => applyTotals(port, contratIntegre, AS_OF, { changes }));
      holds(written > 0 && written === changes.length, remarks.join(" ") || "aucun total n’a changé");
      return `cellules changées\u00a0: ${written}`;
    },
  },
  {
    name: "« Effacer » retire le surlignage sans rien laisser",
    async run(use) {
      const refused = await use((port) => clearHighlights(port));
      holds(refused.length === 0, refused.join(" "));
      return "aucun surlignage ne reste";
    },
  },
  {
    name: "Le volet mène à une cellule",
    run: () =>
      runExcel(async (context) => {
        await selectCell(context, { sheet: BUDGET, row: 6, column: 6 });
        const range = context.workbook.getSelectedRange();
        range.load({ address: true });
        await context.sync();
        holds(/G7$/.test(range.address), `la cellule sélectionnée est ${range.address}`);
        return range.address;
      }),
  },
  { name: "La planche d’essai : tout ce que le complément sait écrire, propriété par propriété", run: onBoard },
];

/** Types something else in the first cell of the budget that fits, as the agent would. */
function retype(fits: (formula: unknown) => boolean, other: (formula: unknown) => number): Promise<void> {
  return runExcel(async (context) => {
    const range = context.workbook.worksheets.getItem(BUDGET).getUsedRange(true);
    range.load({ formulas: true });
    await context.sync();
    const cells = range.formulas.flatMap((line: unknown[], row) =>
      line.map((formula, column) => ({ row, column, formula })),
    );
    const found = cells.find(({ formula }) => fits(formula));
    if (!found) throw new Error("rien à retaper dans le tableau budgétaire");
    range.getCell(found.row, found.column).values = [[other(found.formula)]];
    await context.sync();
  });
}

const SCRATCH = "Essai du complément";

/** A sheet of its own for one check, gone afterwards whatever happens. */
function onScratch(work: (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<string>): Promise<string> {
  return runExcel(async (context) => {
    const sheet = context.workbook.worksheets.add(SCRATCH);
    await context.sync();
    try {
      return await work(context, sheet);
    } finally {
      sheet.delete();
      await context.sync();
    }
  });
}
