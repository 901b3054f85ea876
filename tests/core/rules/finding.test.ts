// Identities, sentences, figures and fixes of findings.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { montantFromEuros } from "../../../src/core/domain/values/montant";
import cofinancement from "../../../src/core/rules/cofinancement-minimum";
import { buildFinding, findingId } from "../../../src/core/rules/finding";
import { findingJson } from "../../../src/core/verification-json";
import { runRules } from "../../../src/core/rules/run-rules";
import type { Report, RuleMeta } from "../../../src/core/rules/rule";
import type { Fix } from "../../../src/core/verification";
import { buildDossier } from "./dossier-builder";
import { petitContrat } from "./petit-contrat";

const meta: RuleMeta = {
  id: "essai",
  articles: ["financement", "annexe"],
  severity: "error",
  title: "Ce qui doit tenir",
  problem: "Ce qui ne tient pas",
  compares: "montant",
  needs: ["budget"],
  messages: {
    figures: { text: "{nom} : {found} pour {expected}, écart {gap}, soit {distance} ?" },
    simple: { severity: "info", text: "« {nom} » est inconnu." },
  },
  page: { contrat: "", verifie: "", conforme: "", ecart: [{ message: "simple" }], corriger: "", limites: "" },
};

const cell = { sheet: "Tableau budgétaire", row: 6, column: 3 };

function build(report: Partial<Report<RuleMeta>>) {
  const finding = buildFinding(contratIntegre, meta, {
    message: "figures",
    cells: [cell],
    subject: {},
    data: { nom: "X" },
    ...report,
  } as Report<RuleMeta>);
  return findingJson(finding);
}

describe("findingId", () => {
  it.each([
    [{ axe: 1, action: 1, year: 2025, party: "collectivite" }, undefined, "essai/1/2025/metropole"],
    [{ axe: 3 }, undefined, "essai/axe-3"],
    [{ axe: 1, action: 1, indicator: 2 }, "t0", "essai/1/indicateur-2/t0"],
    [{ year: 2024, party: "total" }, undefined, "essai/2024/total"],
    [{}, "tableau-budgetaire", "essai/tableau-budgetaire"],
  ] as const)("names %j", (subject, key, id) => {
    expect(findingId("essai", subject, key)).toBe(id);
  });
});

describe("buildFinding", () => {
  it("gives exact euros and a French sentence with its article", () => {
    const figures = { unit: "montant", found: montantFromEuros(0.1), expected: montantFromEuros(0.3) } as const;
    const finding = build({ figures });
    expect([finding.found, finding.expected, finding.gap]).toEqual([0.1, 0.3, -0.2]);
    expect(finding.message).toBe(
      "X\u00a0: 0,10\u00a0€ pour 0,30\u00a0€, écart −0,20\u00a0€, soit 0,20\u00a0€\u00a0? Article\u00a02.2 et annexe.",
    );
    expect(finding.cells).toEqual(["'Tableau budgétaire'!D7"]);
  });

  it("signs a gap above and frees numbers from binary noise", () => {
    const finding = build({ figures: { unit: "nombre", found: 0.3, expected: 0.1 } });
    expect(finding.gap).toBe(0.2);
    expect(finding.message).toContain("écart +0,2, soit 0,2");
  });

  it("says « non renseigné » for a side that is no figure, and gives no gap", () => {
    const finding = build({ figures: { unit: "montant", found: null, expected: montantFromEuros(1) } });
    expect([finding.found, finding.expected, finding.gap]).toEqual([null, 1, null]);
    expect(finding.message).toContain("non renseigné pour 1,00");
  });

  it("gives ranks no gap", () => {
    expect(build({ figures: { unit: "numero", found: 3, expected: 1 } })).toMatchObject({
      found: 3,
      expected: 1,
      gap: null,
    });
  });

  it("takes no brace of the workbook for a placeholder", () => {
    const finding = build({ message: "simple", data: { nom: "a {found} $& b" } as never });
    expect(finding.message).toBe("«\u00a0a {found} $& b\u00a0» est inconnu. Article\u00a02.2 et annexe.");
    expect(finding.severity).toBe("info");
  });

  it("writes fixes in the unit of their table", () => {
    const montant = montantFromEuros(65000);
    const fix = [
      { cell, montant, unit: "k€" },
      { cell, value: 12.5 },
      { cell, formula: "=A1" },
    ] as const;
    expect(build({ message: "simple", fix }).fix).toEqual([
      { cell: "'Tableau budgétaire'!D7", value: 65 },
      { cell: "'Tableau budgétaire'!D7", value: 12.5 },
      { cell: "'Tableau budgétaire'!D7", formula: "=A1" },
    ]);
  });

  it.each([
    [["financement"], " Article\u00a02.2."],
    [["financement", "versement"], " Articles\u00a02.2 et\u00a03."],
    [["annexe"], " Annexe du contrat."],
    [[], ""],
  ] as const)("cites the articles of %j", (articles, citation) => {
    const report = { message: "simple", cells: [cell], subject: {}, data: { nom: "X" } } as unknown as Report<RuleMeta>;
    expect(buildFinding(contratIntegre, { ...meta, articles }, report).message).toBe(
      `«\u00a0X\u00a0» est inconnu.${citation}`,
    );
  });

  it("names the local party by its own word", () => {
    const sentence = (dossier: Parameters<typeof runRules>[1]) =>
      runRules([cofinancement], dossier).findings[0]?.message;
    expect(sentence(buildDossier({ budget: { cells: { G4: 64999.99 } } }))).toBe(
      "Action 1 – 2025 – part Métropole\u00a0: 64\u00a0999,99\u00a0€ pour un minimum de 65\u00a0000,00\u00a0€ (il manque 0,01\u00a0€). Article\u00a02.2.",
    );
    expect(sentence(buildDossier({ convention: petitContrat, budget: { cells: { D4: 0 } } }))).toContain(
      "part Département",
    );
  });
});

it("has no fix where the report has none, or an empty one", () => {
  const fixOf = (fix?: readonly Fix[]) => {
    const report = { message: "simple", cells: [cell], subject: {}, data: { nom: "X" }, fix };
    return buildFinding(contratIntegre, meta, report as unknown as Report<RuleMeta>).fix;
  };
  const fix = [{ cell, formula: "=C7+D7" }];
  expect([fixOf(), fixOf([]), fixOf(fix)]).toEqual([null, null, fix]);
});
