// The end of « Écarts »: what each avenant changes, and the deadlines with the days left.
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { sceller } from "../../../../src/core/contract/signed/sceau";
import { annexWorkbook } from "../../../contracts/annex-workbook";
import { contratAmende } from "../../../contracts/avenants";
import type { Convention } from "../../../../src/core/contract/convention";
import { contratSheet, plain, put, putAvenant, type Edit } from "../../reading/contrat/contrat-edits";
import { composeFor } from "../annexes-workbook";
import { valuesOf } from "../written-sheet";

function linesOf(convention: Convention, asOf: string, ...edits: readonly Edit[]) {
  const raw = annexWorkbook(contratIntegre);
  const sheets = [...raw.sheets, { ...contratSheet(convention, ...edits), id: "contrat" }];
  const { ecarts } = composeFor({ ...raw, sheets, seal: sceller(contratIntegre).texte }, asOf);
  return valuesOf(ecarts).map((row) => row.filter((value) => value !== null).map((value) => plain(String(value))));
}

const under = (lines: readonly string[][], title: string): readonly string[][] => {
  const start = lines.findIndex(([first]) => first === title);
  if (start < 0) return [];
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line.length === 0);
  return (end < 0 ? rest : rest.slice(0, end)).filter((line) => line.length === 2);
};

describe("the contract's history", () => {
  test("is left out where there is none", () => {
    expect(linesOf(contratIntegre, "2026-11-24").flat()).not.toContain("Historique du contrat");
  });

  test("says who changed what, when, in rows that Excel can show whole", () => {
    const draft = putAvenant(25, {
      "Avenant n°": 4,
      "Signé le": null,
      Année: 2027,
      Action: 1,
      Partie: "État",
      "Nouvelle valeur": 60_000,
    });
    const history = under(linesOf(contratAmende, "2026-11-24", draft), "Historique du contrat");
    const told = new Map(history.map(([name = "", text = ""]) => [name, text]));
    expect(told.get("Avenant n° 1, signé le 10/02/2025, en vigueur")).toContain(
      "Action 8 – 2025 – part État : 45 000,50 € au lieu de 35 000,00 €, ferme.",
    );
    expect(told.get("Avenant n° 3, signé le 01/10/2026, en vigueur")).toBe(
      "Action 3 – 2026 – part Métropole : 30 000,00 € au lieu de 25 000,00 €, ferme.",
    );
    expect(told.get("Avenant n° 4, projet, sans effet")).toBe(
      "Action 1 – 2027 – part État : 60 000,00 € au lieu de 65 000,00 €, ferme.",
    );
    for (const [, text = ""] of history) expect(text.split("\n").length).toBeLessThanOrEqual(12);
  });
});

describe("the deadlines", () => {
  const at = (asOf: string, ...edits: readonly Edit[]) =>
    new Map(
      under(linesOf(contratIntegre, asOf, ...edits), "Échéances du contrat").map(([name = "", text = ""]) => [
        name,
        text,
      ]),
    );
  const { intitule } = contratIntegre.echeances.find(({ date }) => date === "2026-03-31") ?? { intitule: "" };

  test.each([
    ["2026-03-30", "dans 1 jour."],
    ["2026-03-31", "aujourd’hui."],
    ["2026-04-01", "non fait, 1 jour de retard."],
  ])("at %s: %s", (asOf, expected) => {
    expect(at(asOf).get(intitule)).toBe(`31/03/2026 (fixé par l’article 2.3) : ${expected}`);
  });

  test("done is done; a right is never late", () => {
    const line = contratIntegre.echeances.findIndex(({ date }) => date === "2026-03-31") + 1;
    const done = put("Échéances du contrat", line, "Fait le", "02/04/2026");
    expect(at("2026-11-24", done).get(intitule)).toMatch(/ : fait le 02\/04\/2026\.$/);
    const right = contratIntegre.echeances.find(({ genre }) => genre === "droit");
    expect(at("2027-12-30").get(right?.intitule ?? "")).toMatch(/ : passé\.$/);
  });
});
