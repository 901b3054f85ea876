// The execution annexe through the real client: inserted, filled in as an agent types, verified; each figure found where the file finds it.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { verificationJson } from "../../src/core/verification-json";
import type { AnnexeRequest } from "../../src/core/sheets/annexes/annexe-request";
import { excelWorkbook } from "../../src/excel/excel-workbook";
import { runExcel } from "../../src/excel/run-excel";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { insertAnnexe } from "../../src/usecases/insert-annexe";
import { verifyWorkbook } from "../../src/usecases/verify-workbook";
import { sheetNamed, simulatedExcel, workbookOf } from "./simulated-excel";

const excel = simulatedExcel();
const AS_OF = "2026-06-30";
const REQUESTS: readonly AnnexeRequest[] = [
  { kind: "budget", sousTotaux: true },
  { kind: "execution", annee: 2024 },
];
/** Of action 1 in « Exécution 2024 »: paid, executed by each party, other financing. */
const FIRST = 7;
const COLUMNS = { verse: 4, etat: 5, local: 6, autres: 7 } as const;

async function filled(change: Partial<Record<keyof typeof COLUMNS, number>>) {
  excel.host.open(workbookOf({ Notes: [["à garder"]] }));
  await runExcel((context) => insertAnnexe(excelWorkbook(context), contratIntegre, AS_OF, REQUESTS));
  const sheet = sheetNamed(excel.host.model, "Exécution 2024");
  const amounts = { verse: 65_000, etat: 65_000, local: 65_000, autres: 0, ...change };
  for (const [name, column] of Object.entries(COLUMNS))
    await excel.host.editCell(sheet, FIRST, column, amounts[name as keyof typeof COLUMNS]);
  const { port } = openFileWorkbook(excel.host.model.save(), "classeur.xlsx");
  const run = ({ verification }: Awaited<ReturnType<typeof verifyWorkbook>>) =>
    verificationJson(verification).findings.map(({ id, cells, found, expected }) => ({ id, cells, found, expected }));
  const inFile = run(await verifyWorkbook(port, contratIntegre, AS_OF));
  const inExcel = run(await runExcel((context) => verifyWorkbook(excelWorkbook(context), contratIntegre, AS_OF)));
  return { inFile, inExcel };
}

const about = (findings: Awaited<ReturnType<typeof filled>>["inExcel"], rule: string) =>
  findings.filter(({ id }) => id.startsWith(`${rule}/1/2024`) || id.startsWith(`${rule}/2024`));

describe("the execution annexe in Excel", () => {
  it.each([
    [64_999.99, true],
    [65_000, false],
    [65_000.01, true],
  ])("with %d paid for 65 000 contracted says what the file says", async (verse, isSaid) => {
    const { inFile, inExcel } = await filled({ verse });
    expect(inExcel).toEqual(inFile);
    expect(about(inExcel, "versement-du-contrat").some(({ found }) => found === verse)).toBe(isSaid);
  });

  it("says what the State gets back, at the cent", async () => {
    const { inFile, inExcel } = await filled({ etat: 64_999.99 });
    expect(inExcel).toEqual(inFile);
    expect(about(inExcel, "somme-a-reverser")).not.toEqual([]);
    expect(about((await filled({})).inExcel, "somme-a-reverser")).toEqual([]);
  });
});
