// What the pane knows of a real file before it is verified: what there is to choose from, and what it has already.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { causesOf } from "../../src/core/why/consequences";
import { createXlsx } from "xlsx-model/create-xlsx";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { ANNEXE_KINDS, requestOf } from "../../src/core/sheets/annexes/annexe-request";
import { insertAnnexe } from "../../src/usecases/insert-annexe";
import { situateWorkbook } from "../../src/usecases/situate-workbook";
import { verifyWorkbook } from "../../src/usecases/verify-workbook";

const AS_OF = "2026-11-24";
const blank = () => openFileWorkbook(createXlsx("classeur.xlsx").save(), "classeur.xlsx").port;

describe("a workbook", () => {
  it("offers the years and actions of the contract, with the fiches that are there", async () => {
    const port = blank();
    const { etat, choix, fiches } = await situateWorkbook(port, contratIntegre, AS_OF);
    expect([etat, fiches]).toEqual(["vide", []]);
    expect(choix.annees).toEqual([2024, 2025, 2026, 2027]);
    expect(choix.actions.map(({ numero }) => numero)).toEqual(contratIntegre.actions.map(({ numero }) => numero));
    await insertAnnexe(port, contratIntegre, AS_OF, [{ kind: "fiches", action: 5 }]);
    const after = await situateWorkbook(port, contratIntegre, AS_OF);
    expect([after.etat, after.fiches]).toEqual(["contrat", [5]]);
  });

  it.each(ANNEXE_KINDS)("knows the annexe %s again once it is inserted, and asks before a second one", async (kind) => {
    const port = blank();
    const request = kind === "fiches" ? ({ kind, action: 3 } as const) : requestOf(kind);
    const { sheetNames: sheets } = await insertAnnexe(port, contratIntegre, AS_OF, [request], "built-in", {
      again: false,
    });
    const { annexes } = await situateWorkbook(port, contratIntegre, AS_OF);
    for (const other of ANNEXE_KINDS) expect([other, annexes[other]]).toEqual([other, other === kind ? sheets : []]);
    await expect(insertAnnexe(port, contratIntegre, AS_OF, [request], "built-in", { again: false })).rejects.toThrow(
      /^Le classeur a déjà/u,
    );
    expect((await situateWorkbook(port, contratIntegre, AS_OF)).annexes[kind]).toEqual(sheets);
  });

  it("tells its last verification, at its date, with its counts", async () => {
    const port = blank();
    await insertAnnexe(port, contratIntegre, AS_OF, [requestOf("budget")]);
    expect((await situateWorkbook(port, contratIntegre, AS_OF)).derniere).toBeNull();
    const { verification } = await verifyWorkbook(port, contratIntegre, "2026-03-02");
    const { derniere } = await situateWorkbook(port, contratIntegre, AS_OF);
    expect(derniere).toMatchObject({ asOf: "2026-03-02", by: null, sheet: "Écarts" });
    // Those of the list, in its three views.
    expect([...(derniere?.causes ?? [])].sort()).toEqual(
      causesOf(verification.findings)
        .map(({ id }) => id)
        .sort(),
    );
    await verifyWorkbook(port, contratIntegre, "2026-03-03", () => {}, {
      qui: { name: "M. Dupont", capacity: "", party: null },
    });
    const signed = (await situateWorkbook(port, contratIntegre, AS_OF)).derniere;
    expect(signed).toMatchObject({ asOf: "2026-03-03", by: "M. Dupont" });
  });
});

describe("all the annexes at once", () => {
  it("leave out what would be there twice, and say when nothing is left", async () => {
    const port = blank();
    const missing = [
      { kind: "fiches", action: null, siManque: true },
      { kind: "contrat", siManque: true },
    ] as const;
    expect((await insertAnnexe(port, contratIntegre, AS_OF, missing)).sheetNames).toHaveLength(9);
    await expect(insertAnnexe(port, contratIntegre, AS_OF, missing)).rejects.toThrow(/^Le classeur a déjà tout/u);
  });

  it("are those that lack", async () => {
    const port = blank();
    await insertAnnexe(port, contratIntegre, AS_OF, [requestOf("budget")]);
    const both = [requestOf("budget"), requestOf("echeancier")];
    const { sheetNames } = await insertAnnexe(port, contratIntegre, AS_OF, both, "built-in", { again: false });
    expect(sheetNames).toEqual(["Échéancier"]);
  });
});
