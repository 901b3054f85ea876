// The ribbon that the preview draws is the one of the real manifest.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isMenu, readManifest } from "../../../src/preview/ribbon/read-manifest";

const manifest = readFileSync("manifest.xml", "utf8");

describe("readManifest", () => {
  const ribbon = readManifest(manifest);
  const controls = ribbon.groups.flatMap((group) => group.controls);

  it("finds the tab, its groups, buttons and menus, in French", () => {
    expect(ribbon.addInName).toBe("Contrat local des solidarités");
    expect(ribbon.tab).toBe("Contrat");
    expect(ribbon.groups.map(({ label, controls: own }) => [label, ...own.map((control) => control.label)])).toEqual([
      ["Vérification", "Vérifier", "Effacer le surlignage"],
      ["Annexes et totaux", "Insérer une annexe", "Actualiser les totaux"],
      ["Rapports et volet", "Rapports", "Afficher le volet"],
    ]);
    expect(controls.flatMap((control) => (isMenu(control) ? [] : control.command))).toEqual([
      { kind: "function", name: "verifier" },
      { kind: "function", name: "effacerSurlignage" },
      { kind: "function", name: "actualiserTotaux" },
      { kind: "taskpane", page: "https://localhost:3000/taskpane.html" },
    ]);
  });

  it("finds the items of a menu, each with its own picture, text and function", () => {
    const [annexes, reports] = controls.filter(isMenu);
    expect(annexes?.icon).toBe("assets/annexe-80.png");
    expect(annexes?.tooltip).toMatch(/^Ajoute une annexe/);
    expect(annexes?.items.map(({ label, command }) => [label, "name" in command && command.name])).toEqual([
      ["Tableau budgétaire", "insererTableauBudgetaire"],
      ["Suivi des indicateurs", "insererSuiviIndicateurs"],
      ["Exécution budgétaire", "insererExecutionBudgetaire"],
      ["Fiches action", "insererFichesAction"],
      ["Imputation des crédits", "insererImputationCredits"],
      ["Versements", "insererVersements"],
      ["Échéancier", "insererEcheancier"],
      ["Contrat", "insererContrat"],
    ]);
    expect(new Set(annexes?.items.map(({ icon }) => icon)).size).toBe(7);
    expect(annexes?.items[6]).toMatchObject({ icon: "assets/echeancier-80.png", tooltipTitle: "Échéancier" });
    expect(reports?.items.map(({ label }) => label)).toEqual([
      "Bilan à mi-parcours",
      "Procès-verbal de vérification",
      "Contrôler un procès-verbal",
    ]);
  });

  it("gives each button its tooltip and its largest icon, by an address of this site", () => {
    const [verifier] = controls;
    expect(verifier?.icon).toBe("assets/icon-80.png");
    expect(verifier?.tooltipTitle).toBe("Vérifier");
    expect(verifier?.tooltip).toMatch(/^Vérifie le classeur/);
  });

  it("prefers the French override of an English manifest", () => {
    const english = manifest.replace(
      '<Override Locale="en-US" Value="Local solidarity contract" />',
      '<Override Locale="fr-FR" Value="Contrat traduit" />',
    );
    expect(readManifest(english).addInName).toBe("Contrat traduit");
  });

  it("refuses a manifest without a ribbon", () => {
    expect(() => readManifest("<OfficeApp/>")).toThrow("aucun ruban");
  });
});
