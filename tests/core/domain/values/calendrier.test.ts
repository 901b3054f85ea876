// Calendars as fiches write them: the spans of days that can be told, and nothing where none can.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { lireCalendrier } from "../../../../src/core/domain/values/calendrier";
import { lireDate } from "../../../../src/core/domain/values/dates-francaises";
import { petitContrat } from "../../rules/petit-contrat";

const spans = (text: string, convention = contratIntegre): string | readonly string[] => {
  const lu = lireCalendrier(convention, text);
  return lu.kind === "lu" ? lu.intervalles.map(({ debut, fin }) => `${debut ?? ""}..${fin ?? ""}`) : lu.kind;
};

describe("a calendar", () => {
  it.each<[string, string | readonly string[]]>([
    ["du 1er janvier 2024 au 31 décembre 2027", ["2024-01-01..2027-12-31"]],
    ["du 1^{er} janvier 2024 au 31 décembre 2027", ["2024-01-01..2027-12-31"]],
    ["Du 01/01/24 au 31/12/27", ["2024-01-01..2027-12-31"]],
    ["1er janvier 2024 - 31 décembre 2027", ["2024-01-01..2027-12-31"]],
    ["1er janvier 2024-31 décembre 2027", ["2024-01-01..2027-12-31"]],
    ["01/01/2024 → 31/12/2027", ["2024-01-01..2027-12-31"]],
    ["01/01/2024-31/12/2027", ["2024-01-01..2027-12-31"]],
    ["2024-01-01 / 2027-12-31", ["2024-01-01..2027-12-31"]],
    ["Janvier 2024 – décembre 2027", ["2024-01-01..2027-12-31"]],
    ["du 1er sept. 2024 au 29 févr. 2028", ["2024-09-01..2028-02-29"]],
    ["2024-2027", ["2024-01-01..2027-12-31"]],
    ["2024-27", ["2024-01-01..2027-12-31"]],
    ["Sur 4 ans (2024-2027)", ["2024-01-01..2027-12-31"]],
    ["entre mars 2024 et mars 2028", ["2024-03-01..2028-03-31"]],
    ["Années 2024 et 2025", ["2024-01-01..2024-12-31", "2025-01-01..2025-12-31"]],
    ["à compter du 1er mars 2024", ["2024-03-01.."]],
    ["jusqu’à fin 2028", ["..2028-12-31"]],
    ["Septembre 2024 : lancement\nJuin 2028 : bilan", ["2024-09-01..2024-09-30", "2028-06-01..2028-06-30"]],
    [
      "du 1er janvier 2024 au 31 décembre 2027 (reconductible jusqu’en 2029)",
      ["2024-01-01..2027-12-31", "..2029-12-31"],
    ],
    ["2 050 personnes en 2025", "illisible"],
    ["suite de l’étude de 2021", "illisible"],
    ["action existante depuis fin 2021, engagée dès 2022", "illisible"],
    ["dès mars 2024", ["2024-03-01.."]],
    ["fin 2027", ["2027-01-01..2027-12-31"]],
    ["du 1er septembre au 30 juin 2025", "illisible"],
    ["du 31 juin 2024 au 31 décembre 2027", "illisible"],
    ["4 ans", "illisible"],
    ["", "illisible"],
  ])("%s", (text, expected) => {
    expect(spans(text)).toEqual(expected);
  });

  it("takes a year for the contract's own, and cuts one that overlaps the period", () => {
    expect(spans("2024", petitContrat)).toEqual(["2024-07-01..2025-06-30"]);
    expect(spans("2024-2026", petitContrat)).toEqual(["2024-07-01..2026-06-30"]);
    expect(spans("2027", petitContrat)).toEqual(["2027-01-01..2027-12-31"]);
  });

  it("keeps aside dates in a sentence", () => {
    const lu = lireCalendrier(contratIntegre, "du 1er janvier 2024 au 31 décembre 2027, bilan transmis à l’été 2028");
    expect(lu.kind === "lu" && lu.autres.map(({ texte }) => texte)).toEqual(["2028"]);
  });
});

it.each([
  ["le 12 mars 2026", "2026-03-12"],
  ["12/03/26", "2026-03-12"],
  ["2026-03-12", "2026-03-12"],
  ["mars 2026", null],
  ["12/03/2026 ou 13/03/2026", null],
  ["30/02/2026", null],
  ["oui", null],
])("%s as a date", (text, expected) => {
  expect(lireDate(text)).toBe(expected);
});
