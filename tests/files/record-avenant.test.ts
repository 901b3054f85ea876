// An avenant recorded in a real file: what was shown is what is written, and the contract in force is the amended one.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import type { AvenantSaisi } from "../../src/core/avenants/avenant-saisi";
import { createXlsx } from "xlsx-model/create-xlsx";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { insertAnnexe } from "../../src/usecases/insert-annexe";
import { previewAvenant, recordAvenant } from "../../src/usecases/record-avenant";
import { situateWorkbook } from "../../src/usecases/situate-workbook";
import { verifyWorkbook } from "../../src/usecases/verify-workbook";

const AS_OF = "2026-11-24";
/** What the contract gives to action 8 in 2025, and 2 500 € more. */
const PART = contratIntegre.actions.find(({ numero }) => numero === 8)?.montants.find(({ annee }) => annee === 2025);
const RAISED = String((PART?.etat ?? 0) / 100 + 2_500);
const AVENANT: AvenantSaisi = {
  numero: "1",
  signeLe: "2025-03-12",
  effetLe: "2025-04-01",
  clause: "Article 2",
  lignes: [
    { objet: "credits", champs: { annee: "2025", valeur: "352 500" } },
    { objet: "montant", champs: { action: "8", annee: "2025", partie: "etat", valeur: RAISED } },
    { objet: "parametre", champs: { intitule: "Comptable", valeur: "0123 Direction régionale" } },
  ],
};

async function withContrat() {
  const file = openFileWorkbook(createXlsx("classeur.xlsx").save(), "classeur.xlsx");
  await insertAnnexe(file.port, contratIntegre, AS_OF, [{ kind: "contrat" }]);
  return file;
}

describe("recordAvenant", () => {
  it("writes what was shown, and keeps it through saving", async () => {
    const file = await withContrat();
    const plan = await previewAvenant(file.port, contratIntegre, AS_OF, AVENANT);
    expect(plan.remarques).toEqual([]);
    await recordAvenant(file.port, contratIntegre, AS_OF, AVENANT, plan);
    const { port } = openFileWorkbook(file.save(), "classeur.xlsx");
    const { registre, contrat, annees } = await situateWorkbook(port, contratIntegre, AS_OF);
    expect(contrat).toMatchObject({ avenants: [1], sceau: { etat: "inchange" } });
    expect(registre.map(({ libelle, ancienne, nouvelle }) => [libelle, ancienne, nouvelle])).toEqual(
      plan.lignes.map(({ libelle, ancienne, nouvelle }) => [libelle, ancienne, nouvelle]),
    );
    expect(annees.find(({ annee }) => annee === 2025)).toMatchObject({ statut: "ferme", avenant: 1 });
    const { verification } = await verifyWorkbook(port, contratIntegre, AS_OF);
    expect(verification.findings.filter(({ rule }) => /^(?:avenant-lisible|contrat-)/.test(rule))).toEqual([]);
  });

  it("writes again, in place, what a stopped write left of it, and beside what is not that", async () => {
    const file = await withContrat();
    const plan = await previewAvenant(file.port, contratIntegre, AS_OF, AVENANT);
    const put = (cells: typeof plan.cells) => {
      for (const { cell, content } of cells) {
        const sheet = file.model.sheets.find(({ name }) => name === cell.sheet);
        sheet?.setContent(cell.row, cell.column, { value: content.value, formula: null });
      }
    };
    const columns = [...new Set(plan.cells.map(({ cell }) => cell.column))].sort((a, b) => a - b);
    // Column by column, as they are written.
    for (const last of [columns.at(0), columns.at(3), columns.at(-2)]) {
      put(plan.cells.filter(({ cell }) => cell.column <= (last ?? 0)));
      expect((await previewAvenant(file.port, contratIntegre, AS_OF, AVENANT)).cells).toEqual(plan.cells);
    }
    const [numero] = plan.cells;
    if (numero) put([{ ...numero, content: { value: 7 } }]);
    const beside = await previewAvenant(file.port, contratIntegre, AS_OF, AVENANT);
    expect(beside.cells[0]?.cell.row).toBeGreaterThan(numero?.cell.row ?? Infinity);
  });

  it("refuses what is not what was shown, and writes nothing", async () => {
    const file = await withContrat();
    const plan = await previewAvenant(file.port, contratIntegre, AS_OF, AVENANT);
    await recordAvenant(file.port, contratIntegre, AS_OF, AVENANT, plan);
    const bytes = file.save();
    await expect(recordAvenant(file.port, contratIntegre, AS_OF, AVENANT, plan)).rejects.toThrow(/rien n’a été écrit/);
    const other = { ...AVENANT, numero: "2", lignes: AVENANT.lignes.slice(0, 1) };
    await expect(recordAvenant(file.port, contratIntegre, AS_OF, other, plan)).rejects.toThrow(/a changé/);
    expect(file.save()).toEqual(bytes);
  });
});
