// A workbook verified and justified with the previous release opens in this one: its reasons, its contract and its marks hold.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { contratsIntegres } from "../../src/contracts/built-in";
import { isHighlightFormula } from "../../src/core/sheets/parts/marks";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { clearHighlights } from "../../src/usecases/clear-highlights";
import { verifyWorkbook } from "../../src/usecases/verify-workbook";

/** Made with release 0.1.0 (commit df211a8) on 2026-11-24: the example, verified, three reasons given, its sheet « Contrat ». */
const NAME = "version-precedente.xlsx";
const bytes = (name = NAME) => new Uint8Array(readFileSync(new URL(`../fixtures/${name}`, import.meta.url)));
const AS_OF = "2026-11-24";

const JUSTIFIED = [
  "cofinancement-minimum/1/2025/metropole",
  "montant-contractualise/5/2024/etat",
  "formule-incomplete/2026/etat",
];

it("keeps every reason word for word, through two verifications and a saved copy", async () => {
  let file = openFileWorkbook(bytes(), NAME);
  for (let run = 0; run < 2; run += 1) {
    const { verification, refusals } = await verifyWorkbook(file.port, contratsIntegres, AS_OF);
    expect(refusals).toEqual([]);
    expect(verification.contract.source).toBe("workbook");
    // A column that the earlier sheet had not states nothing, and is no alteration of the contract; of the fingerprint, which it had
    // not either, there is a remark once the workbook is sealed.
    const ofContrat = verification.findings.filter(({ rule }) => rule.startsWith("contrat-"));
    expect(ofContrat.map(({ id, severity }) => [id, severity])).toEqual(
      run === 0 ? [] : [["contrat-signe/empreinte", "info"]],
    );
    const reasons = JUSTIFIED.map((id) => verification.findings.find((finding) => finding.id === id)?.justification);
    expect(reasons).toEqual(
      [1, 2, 3].map((number) =>
        expect.objectContaining({
          text: `Motif donné avec la version précédente, n° ${number}`,
          by: "Mme Roy",
          on: "20/11/2026",
        }),
      ),
    );
    expect(verification.summary.justified).toBe(JUSTIFIED.length);
    file = openFileWorkbook(file.save(), NAME);
  }
});

it("writes into the sheets that the previous release made, and takes its highlights away", async () => {
  const file = openFileWorkbook(bytes(), NAME);
  const names = () => file.model.sheets.map(({ name }) => name);
  const before = names();
  expect(before).toContain("Écarts");
  await verifyWorkbook(file.port, contratsIntegres, AS_OF);
  expect(names()).toEqual(before);
  const budget = file.model.sheets.find(({ name }) => name === "Tableau budgétaire");
  expect(budget?.conditionalFormats.length).toBeGreaterThan(1);
  expect(await clearHighlights(file.port)).toEqual([]);
  expect(
    budget?.conditionalFormats.filter(({ formula }) => formula !== null && isHighlightFormula(formula)).length,
  ).toBe(0);
});

/** Written by release 1.1.0 (commit 476aa57): its sheet « Contrat » and the seal of the contract. */
const SEALED = "scelle-1.1.0.xlsx";

it("holds the sheet « Contrat » against the seal of the previous release, of which nothing reads as changed", async () => {
  const { port } = openFileWorkbook(bytes(SEALED), SEALED);
  const { verification } = await verifyWorkbook(port, contratsIntegres, AS_OF);
  expect(verification.rules.find(({ rule }) => rule === "contrat-signe")).toMatchObject({ status: "compliant" });
  expect(verification.findings.filter(({ rule }) => rule.startsWith("contrat-"))).toEqual([]);
});
