// What lies in a folder beside one workbook a contract: copies of a contract, other formats, nothing that can be read.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AS_OF, definitionOf, inventRegion, YEARS, type RegionContract } from "../../scripts/region/region";
import { workbookOf } from "../../scripts/region/region-workbook";
import { runTableau } from "../../src/cli/tableau-de-bord/run-tableau";
import type { Tableau } from "../../src/core/reports/tableau-de-bord/tableau";
import { openXlsx } from "xlsx-model/open-xlsx";
import { runHere } from "./run-here";

const [one, other] = inventRegion(2) as readonly [RegionContract, RegionContract];
let folder: string;
const at = (...names: string[]): string => join(folder, ...names);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "departager-"));
  for (const name of ["contrats", "deux", "copies", "formats", "illisibles"]) mkdirSync(at(name));
  for (const contract of [one, other])
    writeFileSync(at("contrats", `${contract.nom}.json`), JSON.stringify(definitionOf(contract)));
  for (const name of ["signé.xlsx", "suivi.xlsx"]) writeFileSync(at("deux", name), workbookOf(one));
  writeFileSync(at("deux", `${other.nom}.xlsx`), workbookOf(other));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const run = (...args: string[]) => runHere(runTableau, [...args, "--contrats", at("contrats")], AS_OF);

const readJson = (path: string): Tableau => JSON.parse(readFileSync(path, "utf8")) as Tableau;

function rowsOf(path: string, index: number) {
  const sheet = openXlsx(new Uint8Array(readFileSync(path)), path).sheets[index];
  return Array.from({ length: 14 }, (_, row) => ({
    name: sheet?.content(row, 0).value,
    sum: sheet?.content(row, 2).formula,
  }));
}

describe("a folder with several workbooks of one contract", () => {
  it("tells two workbooks of one local party apart by their files, and names another by its party alone", async () => {
    const args = ["--sortie", at("deux.csv"), "--sortie", at("deux.json")];
    const { out, status } = await run(at("deux"), ...args);
    const names = readFileSync(at("deux.csv"), "utf8")
      .split("\r\n")
      .slice(1, -1)
      .map((line) => line.split(";")[1]?.replaceAll('"', ""));
    const party = one.collectivite;
    expect(names.sort()).toEqual([`${party} (signé.xlsx)`, `${party} (suivi.xlsx)`, other.collectivite].sort());
    expect(out).toContain(`${party} (suivi.xlsx)`);
    // Which of the two is the good one nobody can tell: neither is counted, and that is said.
    const { annees, doublons } = readJson(at("deux.json"));
    expect(doublons).toEqual([{ collectivite: party, classeurs: ["signé.xlsx", "suivi.xlsx"] }]);
    const own = (year: number): number =>
      other.actions.reduce((sum, { montants }) => sum + (montants[year]?.etat ?? 0), 0);
    expect(annees.map(({ contractualise, contrats }) => [contrats, contractualise.etat])).toEqual(
      YEARS.map((_, year) => [1, own(year)]),
    );
    expect([status, out.split("\n")[0]]).toEqual([1, expect.stringMatching(/^1 contrat\. /)]);
    expect(out).toContain(
      `1 contrat est montré par plusieurs classeurs : ${party} (2 classeurs : signé.xlsx et suivi.xlsx).`,
    );
    expect(readFileSync(at("deux.csv"), "utf8").match(/plusieurs classeurs pour ce contrat/g)).toHaveLength(2);
  });

  it("sums the counted contracts alone on its sheets, and shows the others below", async () => {
    await run(at("deux"), "--sortie", at("deux.xlsx"));
    const rows = rowsOf(at("deux.xlsx"), 1);
    const total = rows.findIndex(({ name }) => name === "TOTAL");
    expect([rows[total - 1]?.name, rows[total]?.sum]).toEqual([other.collectivite, `=SUM(C${total})`]);
    expect(rows[total + 1]?.name).toContain("non comptés");
    const below = rows.slice(total + 2).filter(({ name }) => String(name).startsWith(one.collectivite));
    expect(below).toHaveLength(2);
  });

  it("counts nothing where every workbook shows the same contract", async () => {
    for (const name of ["a.xlsx", "b.xlsx"]) writeFileSync(at("copies", name), workbookOf(one));
    const { out, status } = await run(at("copies"), "--sortie", at("copies.xlsx"));
    expect([status, out.split("\n")[0]]).toEqual([1, "Aucun contrat compté."]);
    const names = rowsOf(at("copies.xlsx"), 0).map(({ name }) => String(name));
    expect([names.includes("TOTAL"), names.filter((name) => name.endsWith(".xlsx)")).length]).toEqual([false, 2]);
  });

  it("names workbooks of other formats, which nobody read", async () => {
    writeFileSync(at("formats", `${one.nom}.xlsx`), workbookOf(one));
    for (const name of ["ancien.XLS", "binaire.xlsb", "libre.ods", "notes.csv", "modele.docx"])
      writeFileSync(at("formats", name), "?");
    const { status, err } = await run(at("formats"), "--sortie", at("formats.json"));
    expect([status, err.split("\n").map((line) => line.split(" : ")[0])]).toEqual([
      1,
      ["ancien.XLS", "binaire.xlsb", "libre.ods", ""],
    ]);
  });

  it("writes nothing where no workbook could be read, so that the tableau before stays", async () => {
    writeFileSync(at("illisibles", "abime.xlsx"), "pas un classeur");
    writeFileSync(at("reste.csv"), "celui d’avant");
    for (const given of [at("illisibles"), at("absent.xlsx")]) {
      const { status, err } = await run(given, "--sortie", at("reste.csv"), "--force");
      expect([status, err]).toEqual([2, expect.stringContaining("Aucun classeur n’a pu être lu")]);
    }
    expect(readFileSync(at("reste.csv"), "utf8")).toBe("celui d’avant");
  });
});
