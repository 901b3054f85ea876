// The annexes as they are printed: what LibreOffice makes of them as PDF, page by page, for the contract in Dijon and for a large one.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import type { Convention } from "../../src/core/contract/convention";
import { montantFromCentimes } from "../../src/core/domain/values/montant";
import type { AnnexeRequest } from "../../src/core/sheets/annexes/annexe-request";
import { createXlsx } from "xlsx-model/create-xlsx";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { insertAnnexe } from "../../src/usecases/insert-annexe";
import { printedPages } from "./printed/printed-pages";

/** The lines of each page. */
async function print(convention: Convention, requests: readonly AnnexeRequest[]): Promise<(readonly string[])[]> {
  const { port, model } = openFileWorkbook(createXlsx("annexes.xlsx").save(), "annexes.xlsx");
  const [blank] = model.sheets;
  await insertAnnexe(port, convention, "2026-11-25", requests);
  if (blank) model.removeSheet(blank.id);
  return (await printedPages(model.save())).map(({ lines }) => lines);
}

/** Sixty-eight actions, and amounts of hundreds of millions. */
function large(): Convention {
  const actions = Array.from({ length: 68 }, (_, index) => {
    const source = contratIntegre.actions[index % contratIntegre.actions.length];
    if (!source) throw new Error("no action");
    const montants = source.montants.map(({ annee, etat, collectivite }) => ({
      annee,
      etat: montantFromCentimes(etat * 60 + 33),
      collectivite: montantFromCentimes(collectivite * 60 + 33),
    }));
    return { ...source, numero: index + 1, intitule: `${source.intitule} (${index + 1})`, montants };
  });
  return { ...contratIntegre, actions, avenants: [] };
}

describe("Dijon's annexes on paper", () => {
  it("take a page each, all numbered, no figure cut", async () => {
    const pages = await print(contratIntegre, [
      { kind: "budget", sousTotaux: true },
      { kind: "indicateurs", realises: true },
      { kind: "execution", annee: 2024 },
      { kind: "imputation" },
      { kind: "versements" },
      { kind: "echeancier" },
      { kind: "fiches", action: 4 },
    ]);
    const headers = pages.map(([header = ""]) => header.split(" – ")[0]);
    expect([...new Set(headers)]).toEqual([
      "Tableau budgétaire",
      "Suivi des indicateurs",
      "Exécution 2024",
      "Imputation des crédits",
      "Versements",
      "Échéancier",
      "Fiche action 4",
    ]);
    // A page each: a program that measures letters otherwise may need one more.
    expect(pages.length).toBeLessThan(9);
    for (const fiche of pages.slice(headers.indexOf("Fiche action 4"))) {
      expect(fiche[0]).toMatch(/^Fiche action 4 – Contrat local des solidarités/u);
      expect(fiche.join(" ")).toContain("Action n°4 - Renforcer l’accompagnement des personnes éloignées de l’emploi");
    }
    for (const [index, page] of pages.entries())
      expect(page.at(-1)?.replaceAll(/\s+/gu, " ")).toBe(`Page ${index + 1} / ${pages.length}`);
    const text = pages.flat().join("\n");
    expect(text).not.toContain("###");
    expect(text).not.toMatch(/#(?:DIV|REF|VALUE|NAME|N\/A)/u);
    expect(text).toMatch(/^TOTAL +665.000[.,]00 €/mu);
  });

  // Clearly within one page and clearly beyond it: where the limit stands, the tests of the plan say.
  it.each([
    [12, 1],
    [28, 2],
  ])("give a fiche of %d lines of description %d page(s), each with its subject", async (lines, count) => {
    const descriptif = Array.from({ length: lines }, (_, index) => `Ligne ${index + 1}`).join("\n");
    const actions = contratIntegre.actions.map((action) =>
      action.numero === 4 && action.fiche ? { ...action, fiche: { ...action.fiche, descriptif } } : action,
    );
    const pages = await print({ ...contratIntegre, actions }, [{ kind: "fiches", action: 4 }]);
    expect(pages).toHaveLength(count);
    for (const page of pages) expect(page.join(" ")).toContain("Action n°4 - Renforcer");
    expect(pages.flat().join("\n")).toContain(`Ligne ${lines}`);
  });
});

describe("a large contract's annexes on paper", () => {
  it("repeat their headings on each page, and show amounts of hundreds of millions whole", async () => {
    const pages = await print(large(), [
      { kind: "budget", sousTotaux: true },
      { kind: "execution", annee: 2024 },
      { kind: "indicateurs", realises: false },
    ]);
    const of = (name: string) => pages.filter(([header]) => header?.startsWith(name));
    const budget = of("Tableau budgétaire");
    expect(budget.length).toBeGreaterThan(2);
    for (const page of budget) expect(page.join("\n")).toMatch(/^Actions +Total +État +Métropole(?: +Total|$)/mu);
    const execution = of("Exécution 2024");
    expect(execution.length).toBeGreaterThan(2);
    // What does not fit across at seven points goes on beside it, the actions named again.
    for (const page of execution)
      expect(page.join(" ")).toMatch(/Actions.*(?:Contractualisé +Versé par l’État .*Écart|Justification des écarts)/u);
    expect(execution.flat().join("\n")).toContain("Justification des écarts");
    const indicators = of("Suivi des indicateurs");
    expect(indicators.length).toBeGreaterThan(2);
    for (const page of indicators) expect(page.join("\n")).toMatch(/^Actions +Indicateurs +Situation T0 +2024/mu);
    expect(pages.flat().filter((line) => line.includes("###"))).toEqual([]);
  });
});
