// What a workbook is taken for before it is verified, and what the tab « Contrat » says of its contract.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { situate } from "../../../src/core/situation/situation";
import { verify } from "../../../src/core/verify";
import { contratSheet, putAvenant } from "../reading/contrat/contrat-edits";
import { rawWorkbook } from "../reading/raw-workbook-builder";
import { annexesWorkbook } from "../sheets/annexes-workbook";

const AS_OF = "2026-11-24";
const CONGES = {
  Congés: [
    ["Agent", "Du", "Au", "Jours"],
    ["Martin", 45000, 45005, 5],
    ["Petit", 45010, 45012, 2],
  ],
};
/** As the command or the autonomous page makes it, with the words of the contracts that it is about. */
const TABLEAU: Parameters<typeof rawWorkbook>[0] = {
  "Tableau de bord": { resultSheet: "tableau-contrats", cells: [["Contrat"], ["Dijon métropole"]] },
  Axes: { resultSheet: "tableau-axes", cells: [["Accès à l’emploi"]] },
};
const AVENANT = {
  "Avenant n°": 1,
  "Signé le": "12/03/2025",
  Objet: "Montant d’une action",
  Année: 2025,
  Action: 8,
  Partie: "État",
  "Nouvelle valeur": 47_500,
};

describe("a workbook", () => {
  it.each([
    ["contrat", annexesWorkbook()],
    ["vide", rawWorkbook({ Feuil1: [] })],
    ["etranger", rawWorkbook(CONGES)],
    ["tableau-de-bord", rawWorkbook(TABLEAU)],
    ["tableau-de-bord", rawWorkbook({ ...TABLEAU, ...CONGES })],
    ["contrat", { ...annexesWorkbook(), sheets: [...annexesWorkbook().sheets, ...rawWorkbook(TABLEAU).sheets] }],
  ] as const)("is %s", (etat, raw) => {
    expect(situate(raw, contratIntegre, AS_OF).etat).toBe(etat);
  });

  it("is foreign to the first opening exactly where the verdict says that it is not the contract's", () => {
    for (const raw of [annexesWorkbook(), rawWorkbook(CONGES), rawWorkbook({ A: [["Accès à l’emploi"]] })]) {
      const isForeign = verify(raw, contratIntegre, AS_OF).verification.verdict.state === "not-this-contract";
      expect(situate(raw, contratIntegre, AS_OF).etat === "etranger").toBe(isForeign);
    }
  });
});

describe("the contract in force", () => {
  const withAvenant = { ...annexesWorkbook(), sheets: [contratSheet(contratIntegre, putAvenant(1, AVENANT))] };

  it("has its years, firm once an avenant fixed them", () => {
    const { annees, contrat } = situate(annexesWorkbook(), contratIntegre, AS_OF);
    expect(contrat).toMatchObject({ source: "built-in", feuille: null, avenants: [] });
    expect(annees.map(({ annee, statut, avenant }) => [annee, statut, avenant])).toEqual([
      [2024, "ferme", null],
      [2025, "provisionnel", null],
      [2026, "provisionnel", null],
      [2027, "provisionnel", null],
    ]);
  });

  it("has its register and its history, in which an avenant counts once it is signed, not the day before", () => {
    const before = situate(withAvenant, contratIntegre, "2025-03-11");
    const etats = [before.historique, before.registre].map((lines) => lines.map(({ etat }) => etat));
    expect([before.contrat.avenants, ...etats]).toEqual([[], ["a-venir"], ["a-venir"]]);
    const after = situate(withAvenant, contratIntegre, "2025-03-12");
    expect(after.contrat).toMatchObject({ avenants: [1], feuille: "Contrat", source: "workbook" });
    expect(after.registre.map(({ etat }) => etat)).toEqual(["en-vigueur"]);
    expect(after.historique.map(({ cle, apres }) => [cle, apres?.replaceAll("\u00a0", " ")])).toEqual([
      ["actions/8/montants/2025/etat", "47 500,00 €"],
    ]);
    expect(after.choix.prochainNumero).toBe(2);
  });

  it("counts the days to each deadline: one before, on the day, one after", () => {
    const first = contratIntegre.echeances.find(({ id }) => id === "avenant-2025");
    const day = (asOf: string) =>
      situate(annexesWorkbook(), contratIntegre, asOf).echeances.find(({ intitule }) => intitule === first?.intitule);
    const date = new Date(`${first?.date}T00:00:00Z`);
    const shifted = (days: number) => new Date(date.getTime() + days * 86_400_000).toISOString().slice(0, 10);
    expect([-1, 0, 1].map((days) => day(shifted(days))?.jours)).toEqual([1, 0, -1]);
    expect(day(shifted(1))?.etat).toBe("passee");
  });
});
