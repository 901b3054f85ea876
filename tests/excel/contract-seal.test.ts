// The signed contract, sealed: what an agent alters in the sheet « Contrat » is an error at its cell, in Excel as on the file, for any contract.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import type { Convention } from "../../src/core/contract/convention";
import { sceller } from "../../src/core/contract/signed/sceau";
import type { WorkbookPort } from "../../src/core/workbook-port";
import { excelWorkbook } from "../../src/excel/excel-workbook";
import { runExcel } from "../../src/excel/run-excel";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { openXlsx } from "xlsx-model/open-xlsx";
import type { SheetModel, WorkbookModel } from "xlsx-model/workbook-model";
import { insertAnnexe } from "../../src/usecases/insert-annexe";
import { verifyWorkbook } from "../../src/usecases/verify-workbook";
import { contratRiche } from "../contracts/contrat-riche";
import { contratDuDepartement } from "../contracts/departement-invente";
import { sheetNamed, simulatedExcel, workbookOf } from "./simulated-excel";

const excel = simulatedExcel();
const NAME = "classeur.xlsx";
const AS_OF = "2024-09-30";

interface Opened {
  readonly use: <T>(work: (port: WorkbookPort) => Promise<T>) => Promise<T>;
  readonly model: WorkbookModel;
}

const ADAPTERS: readonly (readonly [string, (bytes: Uint8Array) => Opened])[] = [
  [
    "in Excel",
    (bytes) => {
      excel.host.open(openXlsx(bytes, NAME));
      return { use: (work) => runExcel((context) => work(excelWorkbook(context))), model: excel.host.model };
    },
  ],
  [
    "on the file",
    (bytes) => {
      const { port, model } = openFileWorkbook(bytes, NAME);
      return { use: (work) => work(port), model };
    },
  ],
];

const CONTRACTS: readonly (readonly [string, Convention])[] = [
  ["Dijon", contratIntegre],
  ["a département", contratDuDepartement],
  ["a contract with all that others have", contratRiche],
];

/** The cell beside a parameter's name, or under a heading of a section. */
function place(sheet: SheetModel, section: string, heading: string): { readonly row: number; readonly column: number } {
  let isWithin = false;
  for (let row = 0; row < 250; row += 1) {
    for (let column = 0; column < 16; column += 1) {
      const { value } = sheet.content(row, column);
      isWithin ||= value === section;
      if (!isWithin || value !== heading) continue;
      return section === "Paramètres du contrat" ? { row, column: 2 } : { row: row + 1, column };
    }
  }
  throw new Error(`no ${heading} in ${section}`);
}

/** The threshold, the account, the period, who signs, a year made firm, 10 000 € taken consistently, labels, T0, targets, codes… */
const ALTERATIONS: readonly (readonly [string, string, string | number])[] = [
  ["Paramètres du contrat", "Cofinancement minimum", 0.3],
  ["Paramètres du contrat", "IBAN", "FR14 2004 1010 0505 0001 3M02 606"],
  ["Paramètres du contrat", "Fin du contrat", 47119],
  ["Paramètres du contrat", "Collectivité – représentant", "Camille AUTRE"],
  ["Années et crédits de l’État", "Crédits de l’État", 322_500],
  ["Années et crédits de l’État", "Axe 1", 75_000],
  ["Années et crédits de l’État", "Axe 2", 1],
  ["Années et crédits de l’État", "Statut", "provisionnel"],
  ["Axes du contrat", "Intitulé", "Un autre axe"],
  ["Actions et montants", "État 2024", 55_000],
  ["Actions et montants", "État 2025", 49999.99],
  ["Actions et montants", "Intitulé", "Faire autre chose"],
  ["Indicateurs et cibles", "Situation T0", 1],
  ["Indicateurs et cibles", "Cible 2024", 100],
  ["Indicateurs et cibles", "Cible 2026", 1],
  ["Imputation des crédits au contrat", "Code activité", "030450232399"],
  ["Imputation des crédits au contrat", "Montant", 75_000],
];
const ONLY: Readonly<Record<string, readonly (readonly [string, string, string | number])[]>> = {
  [contratRiche.id]: [
    ["Autres signataires", "Représentant", "Camille AUTRE"],
    ["Autres enveloppes", "Montant", 119_999.99],
    ["Autres financements des actions", "Montant 2024", 250.24],
    ["Opérateurs des actions", "Opérateurs", "CCAS"],
    ["Sous-actions", "Opérateur", "Association des Collines"],
    ["Cofinancements minimums particuliers", "Cofinancement minimum", 0.39],
    ["Mesure des indicateurs", "T0 en mots", "bonne"],
  ],
};

describe.each(ADAPTERS)("%s", (_, open) => {
  describe.each(CONTRACTS)("%s", (_name, convention) => {
    const insert = async () => {
      const opened = open(workbookOf({ Feuille: [["Notes"]] }, NAME).save());
      await opened.use((port) => insertAnnexe(port, convention, AS_OF, [{ kind: "contrat" }], "given"));
      return opened;
    };
    const verify = async ({ use }: Opened) =>
      (await use((port) => verifyWorkbook(port, contratIntegre, AS_OF))).verification;

    it("finds each alteration at its cell", async () => {
      const opened = await insert();
      const sheet = sheetNamed(opened.model, "Contrat");
      const altered = [...ALTERATIONS, ...(ONLY[convention.id] ?? [])].flatMap(([section, heading, value]) => {
        const at = place(sheet, section, heading);
        // A contract that says nothing there has nothing to alter.
        if (sheet.content(at.row, at.column).value === null) return [];
        sheet.setContent(at.row, at.column, { value, formula: null });
        return [at];
      });
      expect(altered.length).toBeGreaterThanOrEqual(12);
      const { findings, contract } = await verify(opened);
      const own = findings.filter(({ rule, severity }) => rule === "contrat-signe" && severity === "error");
      const cells = own.flatMap((finding) => finding.cells);
      for (const at of altered) expect(cells).toContainEqual({ sheet: "Contrat", ...at });
      expect(contract.id).toBe(convention.id);
    });

    it("is sealed with the sheet in names that no agent sees, leaves free what is, and tells a piece that was taken away", async () => {
      const opened = await insert();
      const { model, use } = opened;
      expect((await use((port) => port.read())).seal).toBe(sceller(convention).texte);
      const pieces = model.names.filter((item) => item.name.startsWith("_contrat_solidarites_sceau_"));
      expect(pieces.length).toBeGreaterThan(5);
      expect(pieces.every(({ hidden, formula }) => hidden && formula.length <= 255)).toBe(true);
      const sheet = sheetNamed(opened.model, "Contrat");
      const free = ["Alerte de sous-consommation (réglage)", "Alerte sur les cibles (réglage)"];
      for (const name of free) {
        const { row, column } = place(sheet, "Paramètres du contrat", name);
        sheet.setContent(row, column, { value: 0.61, formula: null });
      }
      expect((await verify(opened)).findings.filter(({ rule }) => rule === "contrat-signe")).toEqual([]);
      model.removeName("_contrat_solidarites_sceau_3", null);
      expect((await verify(opened)).findings.map(({ id }) => id)).toContain("contrat-signe/sceau");
    });
  });

  it("is sealed by the first verification of a sheet that was not, and once only", async () => {
    const opened = open(workbookOf({ Feuille: [["Notes"]] }, NAME).save());
    const { use, model } = opened;
    await use((port) => insertAnnexe(port, contratDuDepartement, AS_OF, [{ kind: "contrat" }], "given"));
    for (const item of model.names.filter((each) => each.name.includes("sceau"))) model.removeName(item.name, null);
    const sheet = sheetNamed(model, "Contrat");
    const { row } = place(sheet, "Paramètres du contrat", "Empreinte du contrat signé");
    for (const column of [0, 2]) sheet.setContent(row, column, { value: null, formula: null });
    const verify = () => use((port) => verifyWorkbook(port, contratIntegre, AS_OF));
    await verify();
    const seal = (await use((port) => port.read())).seal;
    expect(seal).toBe(sceller(contratDuDepartement, true).texte);
    const { row: altered, column } = place(sheet, "Actions et montants", "État 2025");
    sheet.setContent(altered, column, { value: 1, formula: null });
    const { verification } = await verify();
    expect(verification.findings.map(({ id }) => id)).toContain(
      "contrat-signe/1/2025/etat/actions-1-montants-2025-etat",
    );
    expect((await use((port) => port.read())).seal).toBe(seal);
  });
});
