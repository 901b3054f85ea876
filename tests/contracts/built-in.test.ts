// The contracts that ship: the workbook tells which one it is about, or its identifier names it.
import { describe, expect, it } from "vitest";
import { contratIntegre, contratsIntegres, findContratIntegre } from "../../src/contracts/built-in";
import { recogniseContrat } from "../../src/core/reading/contrat/recognise-contrat";
import { verify } from "../../src/core/verify";
import { rawWorkbook } from "../core/reading/raw-workbook-builder";
import { annexesWorkbook } from "../core/sheets/annexes-workbook";
import { contratDuDepartement } from "./departement-invente";

const both = [contratIntegre, contratDuDepartement] as const;
const ofDepartement = rawWorkbook({ Budget: contratDuDepartement.actions.map(({ intitule }) => [intitule]) });

describe("recogniseContrat", () => {
  it("takes the contract whose actions the workbook names, in either order", () => {
    expect(recogniseContrat(annexesWorkbook(), both).convention.id).toBe(contratIntegre.id);
    expect(recogniseContrat(ofDepartement, both).convention.id).toBe(contratDuDepartement.id);
    expect(recogniseContrat(ofDepartement, [contratDuDepartement, contratIntegre]).convention.id).toBe(
      contratDuDepartement.id,
    );
  });

  it("falls back on the first, and keeps the only one", () => {
    expect(recogniseContrat(rawWorkbook({ Feuil1: [["Bonjour"]] }), both).convention.id).toBe(contratIntegre.id);
    expect(recogniseContrat(ofDepartement, contratIntegre).convention.id).toBe(contratIntegre.id);
  });

  it("does not look into hidden sheets", () => {
    const [sheet] = ofDepartement.sheets;
    if (!sheet) throw new Error("no sheet");
    const hidden = { ...ofDepartement, sheets: [{ ...sheet, visibility: "hidden" as const }] };
    expect(recogniseContrat(hidden, both).convention.id).toBe(contratIntegre.id);
  });

  it("is what a verification holds the workbook against", () => {
    expect(verify(ofDepartement, both, "2024-12-31").verification.contract.id).toBe(contratDuDepartement.id);
  });
});

describe("the contracts that ship", () => {
  it("bear identifiers of their own, by which each is found", () => {
    const ids = contratsIntegres.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const contrat of contratsIntegres) expect(findContratIntegre(contrat.id)).toBe(contrat);
    expect(findContratIntegre("contrat.json")).toBeNull();
  });
});
