// A party leaves by an avenant, through Microsoft's client and on the file: what still depends on something keeps it from going.
import { describe, expect, it } from "vitest";
import type { AvenantSaisi, LigneSaisie } from "../../src/core/avenants/avenant-saisi";
import type { WorkbookPort } from "../../src/core/workbook-port";
import { excelWorkbook } from "../../src/excel/excel-workbook";
import { runExcel } from "../../src/excel/run-excel";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { openXlsx } from "xlsx-model/open-xlsx";
import { insertAnnexe } from "../../src/usecases/insert-annexe";
import { previewAvenant, recordAvenant } from "../../src/usecases/record-avenant";
import { situateWorkbook } from "../../src/usecases/situate-workbook";
import { verifyWorkbook } from "../../src/usecases/verify-workbook";
import { contratRiche } from "../contracts/contrat-riche";
import { simulatedExcel, workbookOf } from "./simulated-excel";

const excel = simulatedExcel();
const NAME = "classeur.xlsx";
const AS_OF = "2027-01-15";

type Use = <T>(work: (port: WorkbookPort) => Promise<T>) => Promise<T>;
const ADAPTERS: readonly (readonly [string, (bytes: Uint8Array) => Use])[] = [
  [
    "in Excel",
    (bytes) => {
      excel.host.open(openXlsx(bytes, NAME));
      return (work) => runExcel((context) => work(excelWorkbook(context)));
    },
  ],
  [
    "on the file",
    (bytes) => {
      const { port } = openFileWorkbook(bytes, NAME);
      return (work) => work(port);
    },
  ],
];

const gone = (intitule: string): LigneSaisie => ({ objet: "suppression", champs: { intitule } });
const leaves = (...lignes: LigneSaisie[]): AvenantSaisi => ({
  numero: "1",
  signeLe: "2026-12-01",
  effetLe: "",
  clause: "Article 2",
  lignes,
});
const plain = (text: string | undefined) => text?.replaceAll("\u00a0", " ");

describe.each(ADAPTERS)("%s", (_, open) => {
  it("a signatory leaves; an axe that has actions and an envelope that has money stay, and it is said why", async () => {
    const use = open(workbookOf({ Notes: [["Contrat à suivre"]] }).save());
    await use((port) => insertAnnexe(port, contratRiche, AS_OF, [{ kind: "contrat" }]));
    const { choix } = await use((port) => situateWorkbook(port, contratRiche, AS_OF));
    const party = choix.retirables.find((nom) => nom.startsWith("Signataire «")) ?? "";
    const axe = leaves(gone(party), gone("Axe 2"), gone("Enveloppe « Part France Travail »"));
    const refused = await use((port) => previewAvenant(port, contratRiche, AS_OF, axe));
    const [own, ...others] = refused.lignes.map(({ erreurs }) => plain(erreurs.join()));
    expect(own).toBe("");
    expect(others).toEqual([
      expect.stringContaining(
        "l’action 2, l’action 5, l’enveloppe « Part France Travail » et son imputation 2024 (150 000,00 €) en dépendent",
      ) as unknown,
      expect.stringContaining("son montant 2024 (120 000,00 €) en dépend") as unknown,
    ]);
    await expect(use((port) => recordAvenant(port, contratRiche, AS_OF, axe, refused))).rejects.toThrow(/rien n’a été/);

    const alone = leaves(gone(party));
    const plan = await use((port) => previewAvenant(port, contratRiche, AS_OF, alone));
    await use((port) => recordAvenant(port, contratRiche, AS_OF, alone, plan));
    const { registre, historique } = await use((port) => situateWorkbook(port, contratRiche, AS_OF));
    expect(registre.map(({ libelle, etat }) => [plain(libelle), etat])).toEqual([
      ["Suppression – Signataire « CAF des Collines »", "en-vigueur"],
    ]);
    expect(historique.map(({ libelle, avant, apres }) => [libelle, avant, apres])).toEqual([
      ["Signataire 1 – nom", "CAF des Collines", null],
      ["Signataire 1 – rôle", "partenaire financier", null],
      ["Signataire 1 – représentant", "Alix EXEMPLE", null],
    ]);
    const { verification } = await use((port) => verifyWorkbook(port, contratRiche, AS_OF));
    const wrong = verification.findings.filter(({ rule }) => /^(?:avenant-lisible|contrat-)/.test(rule));
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});
