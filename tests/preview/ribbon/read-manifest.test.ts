// The ribbon that the preview draws is the one of the real manifest.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readManifest } from "../../../src/preview/ribbon/read-manifest";

const manifest = readFileSync("manifest.xml", "utf8");

describe("readManifest", () => {
  it("finds the group and its three buttons, in French", () => {
    const ribbon = readManifest(manifest);
    expect(ribbon.addInName).toBe("Contrat local des solidarités");
    expect(ribbon.tab).toBe("Révision");
    expect(ribbon.groups.map(({ label }) => label)).toEqual(["Contrat des solidarités"]);
    expect(ribbon.groups[0]?.buttons.map(({ label, command }) => [label, command])).toEqual([
      ["Vérifier", { kind: "function", name: "verifier" }],
      ["Effacer le surlignage", { kind: "function", name: "effacerSurlignage" }],
      ["Afficher le volet", { kind: "taskpane", page: "https://localhost:3000/taskpane.html" }],
    ]);
  });

  it("gives each button its tooltip and its largest icon, by an address of this site", () => {
    const [verifier] = readManifest(manifest).groups[0]?.buttons ?? [];
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
