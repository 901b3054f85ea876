// The avenant to come through the real client on the example workbook: the same workbook as from the file adapter, variants among its hidden names.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { contratsIntegres } from "../../src/contracts/built-in";
import { ecrireMontant, nouvelleVariante } from "../../src/core/preparation/changements";
import { excelWorkbook } from "../../src/excel/excel-workbook";
import { runExcel } from "../../src/excel/run-excel";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { openXlsx } from "xlsx-model/open-xlsx";
import { createProjet, keepVariante, prepareAvenant } from "../../src/usecases/prepare-avenant";
import { describeWorkbook } from "./describe-workbook";
import { simulatedExcel } from "./simulated-excel";

const excel = simulatedExcel();
const NAME = "classeur-exemple.xlsx";
const bytes = new Uint8Array(readFileSync(new URL(`../../exemples/${NAME}`, import.meta.url)));
const DEMANDE = { contrats: contratsIntegres, asOf: "2026-11-29", annee: 2027 };
const ALL = { registre: true, tableau: true, note: true };

it("creates the project as the file adapter does, with its variant", { timeout: 120_000 }, async () => {
  excel.host.open(openXlsx(bytes, NAME));
  const { port, model } = openFileWorkbook(bytes, NAME);
  const { tableau } = await prepareAvenant(port, DEMANDE);
  const one = ecrireMontant(nouvelleVariante("V1", 2027, "2026-11-29"), tableau, 3, "collectivite", "26 000,50");
  const other = { ...one, nom: "Après réunion du 24/11", motifs: { "3": "Montée en charge : l’« accueil »" } };
  await runExcel((context) => keepVariante(excelWorkbook(context), one));
  await keepVariante(port, one);
  const inExcel = await runExcel((context) => createProjet(excelWorkbook(context), DEMANDE, other, ALL, false));
  expect(inExcel).toEqual(await createProjet(port, DEMANDE, other, ALL, false));
  expect(inExcel.sheetNames).toEqual(["Contrat", "Note de l’avenant", "Tableau de l’avenant"]);
  expect(describeWorkbook(excel.host.model)).toEqual(describeWorkbook(model));
  const { variantes } = await runExcel((context) => prepareAvenant(excelWorkbook(context), DEMANDE));
  expect(variantes).toEqual([one, other]);
});
