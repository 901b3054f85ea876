// What can be tried by itself inside a real Excel, on the example workbook: each check says what it saw, or throws what went wrong.
import { contratsIntegres } from "../contracts/built-in";
import { excelWorkbook } from "../excel/excel-workbook";
import { runExcel } from "../excel/run-excel";
import { selectCell } from "../excel/select-cell";
import { clearHighlights } from "../usecases/clear-highlights";
import { insertAnnexe } from "../usecases/insert-annexe";
import { previewTotals } from "../usecases/refresh-totals";
import { computeWorkbookBilan } from "../usecases/write-bilan";
import { verifyWorkbook } from "../usecases/verify-workbook";
import { bilanDocx } from "../word/bilan-docx";

export interface Check {
  readonly name: string;
  /** Answers what it saw, in French. */
  run(): Promise<string>;
}

const AS_OF = "2026-11-24";
const NEWEST_API = 30;

/** Throws with the sentence when it does not hold. */
function holds(condition: boolean, otherwise: string): void {
  if (!condition) throw new Error(otherwise);
}

const verified = () => runExcel((context) => verifyWorkbook(excelWorkbook(context), contratsIntegres, AS_OF));

export const CHECKS: readonly Check[] = [
  {
    name: "Version d’Excel",
    run() {
      const { requirements, diagnostics, contentLanguage } = Office.context;
      const sets = Array.from({ length: NEWEST_API }, (_, minor) => `1.${minor + 1}`);
      const newest = sets.filter((set) => requirements.isSetSupported("ExcelApi", set)).at(-1);
      holds(requirements.isSetSupported("ExcelApi", "1.14"), "ExcelApi 1.14 manque");
      return Promise.resolve(
        `${diagnostics.platform}, ${diagnostics.version}, ExcelApi ${newest ?? "inconnu"}, langue ${contentLanguage}`,
      );
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
    name: "Un texte qui ressemble à une date ou à une formule reste un texte",
    run: () =>
      onScratch(async (context, sheet) => {
        const cells = sheet.getRange("A1:A3");
        cells.values = [["'1/2"], ["'=1+1"], ["'00130"]];
        cells.load({ values: true });
        await context.sync();
        const seen = cells.values.map(([value]) => String(value)).join(" | ");
        holds(seen === "1/2 | =1+1 | 00130", `relu : ${seen}`);
        return seen;
      }),
  },
  {
    name: "La vérification se fait, et deux fois de suite trouve la même chose",
    async run() {
      const started = Date.now();
      const first = await verified();
      const took = Date.now() - started;
      const second = await verified();
      const ids = ({ verification }: typeof first) => verification.findings.map(({ id }) => id).join(" ");
      holds(first.verification.findings.length > 0, "aucun écart : ce n’est pas le classeur d’exemple");
      holds(ids(first) === ids(second), "les deux vérifications diffèrent");
      holds(first.refusals.length === 0, first.refusals.join(" "));
      return `${first.verification.findings.length} constats, ${took} ms la première fois`;
    },
  },
  {
    name: "Aucune cellule des feuilles écrites n’est une erreur",
    run: () =>
      runExcel(async (context) => {
        const sheets = ["Écarts", "Synthèse par axe"].map((name) => {
          const range = context.workbook.worksheets.getItem(name).getUsedRange();
          range.load({ values: true });
          return { name, range };
        });
        await context.sync();
        const wrong = sheets.flatMap(({ name, range }) =>
          range.values
            .flat()
            .filter((value) => /^#[A-ZÉ/0]+[!?]?$/.test(String(value)))
            .map((value) => `${name} ${String(value)}`),
        );
        holds(wrong.length === 0, wrong.join(", "));
        return `${sheets.reduce((sum, { range }) => sum + range.values.flat().length, 0)} cellules relues`;
      }),
  },
  {
    name: "Le surlignage se pose, et « Effacer » le retire sans rien laisser",
    async run() {
      await verified();
      const before = await countFormats();
      holds(before > 0, "aucun surlignage");
      const refused = await runExcel((context) => clearHighlights(excelWorkbook(context)));
      holds(refused.length === 0, refused.join(" "));
      const after = await countFormats();
      holds(after < before, `${after} mises en forme conditionnelles restent sur ${before}`);
      return `${before} avant, ${after} après`;
    },
  },
  {
    name: "Le volet mène à une cellule",
    run: () =>
      runExcel(async (context) => {
        await selectCell(context, { sheet: "Tableau budgétaire", row: 6, column: 6 });
        const range = context.workbook.getSelectedRange();
        range.load({ address: true });
        await context.sync();
        holds(/G7$/.test(range.address), `la cellule sélectionnée est ${range.address}`);
        return range.address;
      }),
  },
  {
    name: "Une annexe s’insère, avec ses contrôles de saisie",
    async run() {
      const { sheetNames } = await runExcel((context) =>
        insertAnnexe(excelWorkbook(context), contratsIntegres, AS_OF, [{ kind: "echeancier" }]),
      );
      const [name] = sheetNames;
      holds(name !== undefined, "aucune feuille");
      await runExcel(async (context) => {
        context.workbook.worksheets.getItem(name ?? "").delete();
        await context.sync();
      });
      return String(name);
    },
  },
  {
    name: "Les totaux à changer se calculent",
    async run() {
      const { changes } = await runExcel((context) => previewTotals(excelWorkbook(context), contratsIntegres, AS_OF));
      return `${changes.length} cellules à changer`;
    },
  },
  {
    name: "Le document Word du bilan se fait",
    async run() {
      const bilan = await runExcel((context) =>
        computeWorkbookBilan(excelWorkbook(context), contratsIntegres, {
          periode: { debut: 2024, fin: 2025 },
          asOf: AS_OF,
        }),
      );
      const bytes = await bilanDocx(bilan);
      holds(bytes.byteLength > 5_000, `${bytes.byteLength} octets seulement`);
      return `${Math.round(bytes.byteLength / 1024)} ko`;
    },
  },
];

const SCRATCH = "Essai du complément";

/** A sheet of its own for one check, gone afterwards whatever happens. */
async function onScratch(
  work: (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<string>,
): Promise<string> {
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

function countFormats(): Promise<number> {
  return runExcel(async (context) => {
    const { conditionalFormats } = context.workbook.worksheets.getItem("Tableau budgétaire").getRange();
    const count = conditionalFormats.getCount();
    await context.sync();
    return count.value;
  });
}
