// Annexes added to a workbook that an agent has: his parts keep their bytes, no name clashes, and he is asked which table counts.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { verify } from "../../src/core/verify";
import type { AnnexeRequest } from "../../src/core/sheets/annexes/annexe-request";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { openXlsx } from "xlsx-model/open-xlsx";
import { insertAnnexe } from "../../src/usecases/insert-annexe";
import { describeWorkbook } from "../excel/describe-workbook";
import { fixture, partsOf } from "./fixtures";

const AS_OF = "2026-11-25";
const ALL: readonly AnnexeRequest[] = [
  { kind: "budget", sousTotaux: true },
  { kind: "indicateurs", realises: true },
  { kind: "execution", annee: null },
  { kind: "fiches", action: null },
  { kind: "imputation" },
  { kind: "echeancier" },
  { kind: "contrat" },
];

const example = (name: string) => new Uint8Array(readFileSync(new URL(`../../exemples/${name}.xlsx`, import.meta.url)));

const WORKBOOKS = [
  ["the example workbook", example("classeur-exemple")],
  ["the conforming example", example("classeur-conforme")],
  ["Dijon's tables", fixture("dijon")],
  ["a rich workbook", fixture("riche")],
  ["a workbook made by hand", fixture("excel-fait-main")],
  ["one whose parts bear a prefix", fixture("prefixe")],
  ["one with a protected sheet", fixture("feuille-protegee")],
] as const;

/** The conforming example has the sheet of the contract already, and a workbook has one at most. */
const requestsFor = (name: string) =>
  name === "the conforming example" ? ALL.filter(({ kind }) => kind !== "contrat") : ALL;

async function withAnnexes(before: Uint8Array, requests = ALL) {
  const { port, model, save } = openFileWorkbook(before, "classeur.xlsx");
  const { sheetNames: names } = await insertAnnexe(port, contratIntegre, AS_OF, requests);
  return { names, model, after: save() };
}

/** Only one tab is shown first: the new one. */
const notShown = (part: string): string => part.replace(/ tabSelected="1"/u, "");

describe.each(WORKBOOKS)("%s", (workbook, before) => {
  it("keeps every part but those that list sheets, names and styles", async () => {
    const { names, after } = await withAnnexes(before, requestsFor(workbook));
    const [old, now] = [partsOf(before), partsOf(after)];
    const changed = Object.keys(old).filter((path) => notShown(old[path] ?? "") !== notShown(now[path] ?? ""));
    const shared = ["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/workbook.xml"];
    expect(changed.filter((path) => !shared.includes(path))).toEqual([]);
    expect(Object.keys(now).length - Object.keys(old).length).toBeGreaterThanOrEqual(names.length);
  });

  it("shows the agent's sheets as they were, with their names, once opened anew", async () => {
    const { names, after } = await withAnnexes(before, requestsFor(workbook));
    const old = describeWorkbook(openFileWorkbook(before, "classeur.xlsx").model);
    const now = describeWorkbook(openFileWorkbook(after, "classeur.xlsx").model);
    expect(now.sheets.slice(0, old.sheets.length)).toEqual(old.sheets);
    expect(now.sheets.slice(old.sheets.length).map(({ name }) => name)).toEqual(names);
    expect(
      now.names.filter(({ name, sheet }) => old.names.some((each) => each.name === name && each.sheet === sheet)),
    ).toEqual(old.names);
    const tabs = now.sheets.map(({ name }) => name.toLowerCase());
    expect(new Set(tabs).size).toBe(tabs.length);
    const keys = now.names.map(({ name, sheet }) => `${sheet ?? ""}!${name}`.toLowerCase());
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("a table of the agent's and an inserted one of the same kind", () => {
  const verification = async (workbook: Uint8Array) => {
    const raw = await openFileWorkbook(workbook, "classeur.xlsx").port.read();
    return verify(raw, contratIntegre, AS_OF).verification;
  };

  it("are never mixed: the agent is asked which one counts, in one sentence", async () => {
    const { after } = await withAnnexes(example("classeur-exemple"), ALL.slice(0, 1));
    const { choices = [], findings, read, verdict } = await verification(after);
    expect(choices.map(({ kind, candidates }) => [kind, candidates.map(({ sheet }) => sheet)])).toEqual([
      ["budget", ["Tableau budgétaire", "Tableau budgétaire (2)"]],
    ]);
    expect(read.filter(({ kind }) => kind === "budget")).toEqual([]);
    expect(findings.filter(({ rule }) => rule === "tableau-attendu")).toEqual([]);
    expect(verdict.questions?.map(({ text }) => text)).toEqual([
      expect.stringMatching(
        /^Feuilles «\u00a0Tableau budgétaire\u00a0» et «\u00a0Tableau budgétaire \(2\)\u00a0».*à vérifier\u00a0\?$/u,
      ),
    ]);
  });

  it("are one while nobody touched the first: inserted again, it is shown again", async () => {
    const first = await withAnnexes(fixture("excel-fait-main"), ALL.slice(0, 2));
    const second = await withAnnexes(first.after, ALL.slice(0, 2));
    expect(second.names).toEqual(first.names);
    expect(second.model.sheets.map(({ name }) => name)).toEqual(first.model.sheets.map(({ name }) => name));
  });

  it("are told apart when the same annexe is inserted again after the first was filled in", async () => {
    const first = await withAnnexes(fixture("excel-fait-main"), ALL.slice(0, 2));
    const filled = openXlsx(first.after, "classeur.xlsx");
    for (const name of first.names) {
      filled.sheets.find((sheet) => sheet.name === name)?.setContent(7, 2, { value: 1, formula: null });
    }
    const second = await withAnnexes(filled.save(), ALL.slice(0, 2));
    expect([first.names, second.names]).toEqual([
      ["Tableau budgétaire", "Suivi des indicateurs"],
      ["Tableau budgétaire (2)", "Suivi des indicateurs (2)"],
    ]);
    const { choices = [] } = await verification(second.after);
    expect(choices.map(({ kind }) => kind)).toEqual(["budget", "indicators"]);
  });
});
