// `verifier --reference`: a workbook held against the other party's copy, last year's, or a procès-verbal that was kept.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runProcesVerbal } from "../../src/cli/proces-verbal/run-proces-verbal";
import { runVerifier } from "../../src/cli/verifier/run-verifier";
import { dijonMetropole20242027 } from "../../src/contracts/dijon-metropole-2024-2027";
import { openXlsx } from "xlsx-model/open-xlsx";
import { runHere } from "./run-here";
import { writeWorkbook } from "./workbook-files";

let folder: string;
const at = (name: string): string => join(folder, name);
const DATE = "2026-11-24";
const verifier = (...args: string[]) => runHere(runVerifier, [...args, "--date", DATE], DATE);
const procesVerbal = (...args: string[]) => runHere(runProcesVerbal, args, DATE);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "reference-"));
  writeWorkbook(at("ici.xlsx"), { C4: 64999.99 });
  writeWorkbook(at("etat.xlsx"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("--reference", () => {
  it("names each figure that differs, its cell and what it does to the verdict, and exits with 1", async () => {
    const { status, out, err } = await verifier(at("ici.xlsx"), "--reference", at("etat.xlsx"));
    expect([status, err]).toEqual([1, ""]);
    expect(out).toContain(
      `Comparé à « etat.xlsx »
1 chiffre diffère ; 1 change le verdict.
`,
    );
    expect(out).toContain(
      `  – 'Tableau budgétaire'!C4 Action 1 – 2024 – part État : 65 000,00 € dans la référence, 64 999,99 € à présent (−0,01 €).
      Nouvel écart : Action 1 – 2024 – part État : 64 999,99 € au lieu de 65 000,00 € au contrat`,
    );
  });

  it("says the same as an object, and that two copies are the same", async () => {
    const { out } = await verifier(at("ici.xlsx"), "--reference", at("etat.xlsx"), "--json");
    expect(JSON.parse(out)).toMatchObject({
      comparison: {
        kind: "workbook",
        identical: false,
        contract: { same: true },
        differences: [
          {
            key: "budget/action-1/2024/etat",
            about: "figure",
            reference: { number: 65_000 },
            workbook: { number: 64_999.99, cell: "'Tableau budgétaire'!C4" },
            gap: -0.01,
            effects: [{ kind: "new", finding: "montant-contractualise/1/2024/etat" }],
          },
        ],
      },
    });
    const same = await verifier(at("etat.xlsx"), "--reference", at("etat.xlsx"), "--json");
    expect(JSON.parse(same.out)).toMatchObject({ comparison: { identical: true, differences: [] } });
  });

  it("writes the sheet « Comparaison » into the annotated copy, and again in its place", async () => {
    const args = [at("ici.xlsx"), "--reference", at("etat.xlsx"), "--sortie", at("annote.xlsx")];
    await verifier(...args);
    await verifier(at("annote.xlsx"), "--reference", at("etat.xlsx"), "--sortie", at("deux.xlsx"));
    const { sheets } = openXlsx(readFileSync(at("deux.xlsx")), "deux.xlsx");
    expect(sheets.filter(({ name }) => name.startsWith("Comparaison"))).toHaveLength(1);
  });

  it("is of one workbook; what it cannot be compared to is said by its name", async () => {
    expect((await verifier(at("ici.xlsx"), at("etat.xlsx"), "--reference", at("etat.xlsx"))).status).toBe(2);
    const missing = await verifier(at("ici.xlsx"), "--reference", at("absent.xlsx"));
    expect([missing.status, missing.err]).toEqual([2, expect.stringContaining("absent.xlsx")]);
  });
});

describe("procès-verbaux kept by the other party", () => {
  it("follow each other, each replacing the one before; one drawn up anew beside them is found out", async () => {
    await procesVerbal(at("etat.xlsx"), "--sortie", at("pv1.xlsx"), "--date", "2025-03-01");
    await procesVerbal(at("pv1.xlsx"), "--sortie", at("pv2.xlsx"), "--remplacer", "--date", "2026-03-01");
    await procesVerbal(at("pv2.xlsx"), "--sortie", at("pv3.xlsx"), "--remplacer", "--date", "2026-10-01");
    const controlled = await procesVerbal(at("pv3.xlsx"), "--controler");
    expect([controlled.status, controlled.err]).toEqual([0, ""]);
    const next = await verifier(at("pv3.xlsx"), "--reference", at("pv2.xlsx"));
    expect(next.out).toContain("fait suite à celui de la référence, n° 2 du 01/03/2026");
    expect(next.out).toContain("Rien ne diffère");
    // The same again, on the same day, is no further link.
    await procesVerbal(at("pv3.xlsx"), "--sortie", at("pv3-bis.xlsx"), "--remplacer", "--date", "2026-10-01");
    const again = await verifier(at("pv3-bis.xlsx"), "--reference", at("pv3.xlsx"));
    expect(again.out).toContain("Le procès-verbal est celui de la référence, n° 3 du 01/10/2026");

    await procesVerbal(at("ici.xlsx"), "--sortie", at("autre1.xlsx"), "--date", "2025-03-01");
    await procesVerbal(at("autre1.xlsx"), "--sortie", at("autre2.xlsx"), "--remplacer", "--date", "2026-03-01");
    const broken = await verifier(at("autre2.xlsx"), "--reference", at("pv1.xlsx"));
    expect([broken.status, broken.out]).toEqual([1, expect.stringContaining("ne se suivent pas")]);
  });

  it("serve where they stand alone in their file", async () => {
    const file = openXlsx(readFileSync(at("pv1.xlsx")), "pv1.xlsx");
    for (const { id, name } of [...file.sheets]) if (name !== "Procès-verbal") file.removeSheet(id);
    writeFileSync(at("seul.xlsx"), file.save());
    const { status, out } = await verifier(at("ici.xlsx"), "--reference", at("seul.xlsx"));
    expect(status).toBe(1);
    expect(out).toContain("La référence est un procès-verbal seul, à la date du 01/03/2025");
    expect(out).toContain("1 chiffre diffère");
  });
});

describe("--contrats", () => {
  it("is a register that workbooks are recognised by, instead of the product's own of the same parties", async () => {
    mkdirSync(at("contrats"));
    writeFileSync(join(at("contrats"), "a.json"), JSON.stringify({ ...dijonMetropole20242027, id: "cls-dijon" }));
    const { status, out } = await verifier(at("etat.xlsx"), "--contrats", at("contrats"), "--json");
    expect(JSON.parse(out)).toMatchObject({ contract: { id: "cls-dijon" } });
    expect(status).toBe((await verifier(at("etat.xlsx"))).status);
    const both = await verifier(at("etat.xlsx"), "--contrats", at("contrats"), "--contrat", "a.json");
    expect([both.status, both.err]).toEqual([2, expect.stringContaining("donnez l’un ou l’autre")]);
    expect((await verifier(at("etat.xlsx"), "--contrats", at("absent"))).status).toBe(2);
  });
});
