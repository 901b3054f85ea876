// The real manifest passes the check; each way to break it is caught.
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkManifest } from "../../scripts/check-manifest";
import type { ReadSiteFile } from "../../scripts/manifest/site";
import { COMMAND_IDS } from "../../src/commands/commands";
import { VERSIONS } from "../../src/core/rules/version";

const manifest = readFileSync("manifest.xml", "utf8");

const readFile: ReadSiteFile = (path) => {
  const file = [path, `src/taskpane/${path}`, `src/excel-check/${path}`].find(existsSync);
  return file === undefined ? null : readFileSync(file);
};

function check(xml: string, changes: { readFile?: ReadSiteFile; associatedActions?: readonly string[] | null } = {}) {
  return checkManifest(xml, { readFile, associatedActions: COMMAND_IDS, version: VERSIONS.produit, ...changes });
}

/** The manifest with one text replaced, everywhere or once; fails when the text is not there. */
function broken(from: string, to: string, everywhere = false): string {
  expect(manifest).toContain(from);
  return everywhere ? manifest.replaceAll(from, to) : manifest.replace(from, to);
}

const LONG_ID = "Verifier.Description.Qui.Est.Trop.Long";

const BREAKAGES: readonly (readonly [name: string, xml: () => string, problem: RegExp])[] = [
  ["not XML", () => broken("</Id>", ""), /well-formed/],
  ["Id that is no GUID", () => manifest.replace(/<Id>.*<\/Id>/, "<Id>contrat</Id>"), /not a GUID/],
  ["version of three numbers", () => broken("1.1.0.0", "1.1.0"), /Version is not/],
  ["version below 1.0", () => broken("1.1.0.0", "0.1.0.0"), /Version is not/],
  ["version of another release", () => broken("1.1.0.0", "1.1.1.0"), /Version is not that of the product/],
  ["other default locale", () => broken("<DefaultLocale>fr-FR", "<DefaultLocale>en-US"), /DefaultLocale/],
  ["no SupportUrl", () => manifest.replace(/<SupportUrl.*\/>/, ""), /SupportUrl is missing/],
  ["no HighResolutionIconUrl", () => manifest.replace(/<HighRes.*\/>/, ""), /HighResolutionIconUrl is missing/],
  [
    "over-long display name",
    () => broken('DisplayName DefaultValue="', `DisplayName DefaultValue="${"x".repeat(125)}`),
    /DisplayName is over 125/,
  ],
  ["over-long description", () => broken("Vérifie le classeur d’un", "Vérifie ".repeat(30)), /Description is over 250/],
  ["no ExcelApi requirement", () => broken('Set Name="ExcelApi"', 'Set Name="TableBindings"'), /do not name ExcelApi/],
  ["requirement without version", () => broken('MinVersion="1.14"', ""), /ExcelApi has no MinVersion/],
  [
    "no SharedRuntime requirement",
    () => broken('<Set Name="SharedRuntime" MinVersion="1.1" />', ""),
    /do not name SharedRuntime/,
  ],
  [
    "dangling resid",
    () => broken('Label resid="Annexes.Label"', 'Label resid="Annexe.Label"'),
    /does not exist: "Annexe.Label"/,
  ],
  [
    "unused resource",
    () => broken('Label resid="Annexes.Label"', 'Label resid="Volet.Label"'),
    /nothing refers to the resource "Annexes.Label"/,
  ],
  [
    "resid of another kind",
    () => broken('FunctionFile resid="Page.Url"', 'FunctionFile resid="Icon.16"'),
    /instead of bt:Urls/,
  ],
  ["over-long resid", () => broken("Verifier.Description", LONG_ID, true), /over 32 characters/],
  [
    "resource id twice",
    () => broken('String id="Volet.Label"', 'String id="Verifier.Label"'),
    /stands twice: "Verifier.Label"/,
  ],
  ["over-long short string", () => broken('"Afficher le volet"', `"${"x".repeat(126)}"`), /"Volet.Label" is over 125/],
  ["over-long long string", () => broken("Retire le surlignage", "x".repeat(250)), /"Effacer.Description" is over 250/],
  [
    "empty string",
    () => broken('DefaultValue="Afficher le volet"', 'DefaultValue=""'),
    /"Volet.Label" has an empty value/,
  ],
  [
    "missing en-US override of a label",
    () => manifest.replace(/(id="Verifier.Label".*\n).*Override.*\n/, "$1"),
    /"Verifier.Label" has no override for en-US/,
  ],
  [
    "missing en-US override of the name",
    () => broken('<Override Locale="en-US" Value="Local solidarity contract" />', ""),
    /"DisplayName" has no override/,
  ],
  [
    "control id twice",
    () => broken('id="Contrat.Volet"', 'id="Contrat.Verifier"'),
    /id stands twice: "Contrat.Verifier"/,
  ],
  ["control without id", () => broken('id="Contrat.Volet"', ""), /Control has no id/],
  ["over-long control id", () => broken('id="Contrat.Volet"', `id="${"x".repeat(126)}"`), /id is over 125/],
  [
    "OfficeTab with CustomTab",
    () => broken("</CustomTab>", '</CustomTab><OfficeTab id="TabReview" />'),
    /both OfficeTab and CustomTab/,
  ],
  [
    "control without icon",
    () => manifest.replace(/<Icon>[\s\S]*?<\/Icon>/, ""),
    /"Contrat.Verification.Group" has no Icon/,
  ],
  [
    "menu without items",
    () => manifest.replace(/<Items>[\s\S]*?<\/Items>/, "<Items></Items>"),
    /"Contrat.Inserer" has no Item/,
  ],
  [
    "menu with an action",
    () => broken("<Items>", "<Action><FunctionName>verifier</FunctionName></Action><Items>"),
    /"Contrat.Inserer" has an Action/,
  ],
  ["menu item without label", () => broken('<Label resid="Budget.Label" />', ""), /"Contrat.Budget" has no Label/],
  [
    "menu item without supertip",
    () => manifest.replace(/(id="Contrat.Fiches">[\s\S]*?)<Supertip>[\s\S]*?<\/Supertip>/, "$1"),
    /"Contrat.Fiches" has no Supertip/,
  ],
  [
    "supertip without description",
    () => broken('<Description resid="Execution.Description" />', ""),
    /Supertip of "Contrat.Execution" has no Description/,
  ],
  [
    "menu item without icon",
    () => manifest.replace(/(id="Contrat.Echeancier">[\s\S]*?)<Icon>[\s\S]*?<\/Icon>/, "$1"),
    /"Contrat.Echeancier" has no Icon/,
  ],
  [
    "menu item without action",
    () => manifest.replace(/(id="Contrat.Bilan">[\s\S]*?)<Action[\s\S]*?<\/Action>/, "$1"),
    /"Contrat.Bilan" has no Action/,
  ],
  ["item id twice", () => broken('id="Contrat.Bilan"', 'id="Contrat.Budget"'), /id stands twice: "Contrat.Budget"/],
  [
    "menu item's function without code",
    () => broken("<FunctionName>insererEcheancier<", "<FunctionName>insererCalendrier<"),
    /no code is associated with the function "insererCalendrier"/,
  ],
  [
    "missing 80 px icon",
    () => broken('<bt:Image size="80" resid="Effacer.80" />', ""),
    /"Contrat.EffacerSurlignage" has no icon of 80 pixels/,
  ],
  [
    "function without code",
    () => broken("<FunctionName>verifier<", "<FunctionName>controler<"),
    /no code is associated with the function "controler"/,
  ],
  ["no FunctionFile", () => broken('<FunctionFile resid="Page.Url" />', ""), /FunctionFile is missing/],
  ["no runtime", () => manifest.replace(/<Runtimes>[\s\S]*<\/Runtimes>/, ""), /Runtimes is missing/],
  ["short runtime", () => broken('lifetime="long"', 'lifetime="short"'), /lifetime="long"/],
  [
    "commands on another page",
    () => broken('FunctionFile resid="Page.Url"', 'FunctionFile resid="Help.Url"'),
    /FunctionFile refers to "Help.Url", Runtime to "Page.Url"/,
  ],
  [
    "pane on another page",
    () => broken('<SourceLocation resid="Page.Url" />', '<SourceLocation resid="Help.Url" />'),
    /SourceLocation refers to "Help.Url"/,
  ],
  ["default page that is another", () => broken("3000/taskpane.html", "3000/aide.html"), /the page of the runtime/],
  [
    "http address",
    () => broken("https://localhost:3000/aide.html", "http://localhost:3000/aide.html"),
    /SupportUrl is not an https address/,
  ],
  [
    "http address in a resource",
    () => broken('"Volet.80" DefaultValue="https:', '"Volet.80" DefaultValue="http:'),
    /bt:Image is not an https address/,
  ],
  [
    "icon that does not exist",
    () => broken("assets/volet-64.png", "assets/panneau-64.png"),
    /does not exist: "assets\/panneau-64.png"/,
  ],
  ["page that does not exist", () => broken("3000/aide.html", "3000/secours.html"), /does not exist: "secours.html"/],
  [
    "icon of the wrong size",
    () =>
      broken(
        'id="Effacer.16" DefaultValue="https://localhost:3000/assets/effacer-16.png"',
        'id="Effacer.16" DefaultValue="https://localhost:3000/assets/effacer-32.png"',
      ),
    /is 32 × 32 pixels instead of 16 × 16/,
  ],
  [
    "high-resolution icon of the wrong size",
    () => manifest.replace(/(<HighRes.*)icon-64/, "$1icon-80"),
    /"assets\/icon-80.png" is 80 × 80 pixels instead of 64/,
  ],
];

describe("checkManifest", () => {
  it("finds nothing wrong with the add-in's manifest", () => {
    expect(check(manifest)).toEqual([]);
  });

  it("finds nothing wrong with that of the trial in a real Excel, which is another add-in, without ribbon", () => {
    const trial = readFileSync("src/excel-check/manifest.xml", "utf8");
    expect(check(trial, { associatedActions: null })).toEqual([]);
    const id = (xml: string) => /<Id>(.*)<\/Id>/.exec(xml)?.[1];
    expect(id(trial)).not.toBe(id(manifest));
  });

  it("accepts any address it may be served from", () => {
    expect(check(broken("https://localhost:3000", "https://agents.example.fr/contrat", true))).toEqual([]);
  });

  it.each(BREAKAGES)("catches: %s", (_, xml, problem) => {
    expect(xml()).not.toBe(manifest);
    expect(check(xml())).toContainEqual(expect.stringMatching(problem));
  });

  it("catches code that no button calls", () => {
    expect(check(manifest, { associatedActions: [...COMMAND_IDS, "imprimer"] })).toEqual([
      'no button calls the function "imprimer"',
    ]);
  });

  it("catches an icon that is no picture", () => {
    const text = new TextEncoder().encode("<html>404: this is not the picture you look for</html>");
    const problems = check(manifest, { readFile: (path) => (path === "assets/icon-16.png" ? text : readFile(path)) });
    expect(problems).toContainEqual(expect.stringMatching(/"assets\/icon-16.png" is 0 × 0/));
  });
});
