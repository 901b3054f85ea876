// The sealed contract outlives another program: LibreOffice opens and saves the workbook, and every piece of the seal is there.
import { expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { sceller } from "../../src/core/contract/signed/sceau";
import { createXlsx } from "xlsx-model/create-xlsx";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { insertAnnexe } from "../../src/usecases/insert-annexe";
import { verifyWorkbook } from "../../src/usecases/verify-workbook";
import { contratDuDepartement } from "../contracts/departement-invente";
import { computedByLibreOffice } from "../libreoffice";

it.each([
  ["Dijon", contratIntegre],
  ["a département", contratDuDepartement],
])("%s", async (_, convention) => {
  const made = openFileWorkbook(createXlsx("contrat.xlsx").save(), "contrat.xlsx");
  await insertAnnexe(made.port, convention, "2024-09-30", [{ kind: "contrat" }], "given");
  const saved = openFileWorkbook(computedByLibreOffice(made.save()), "contrat.xlsx");
  expect((await saved.port.read()).seal).toBe(sceller(convention).texte);
  const { verification } = await verifyWorkbook(saved.port, contratIntegre, "2024-09-30");
  expect(verification.rules.find(({ rule }) => rule === "contrat-signe")?.status).toBe("compliant");
});
