// A folder of sister contracts whose files bear other names: each is judged by its own contract, or not counted and named.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { AS_OF, definitionOf, inventRegion } from "../../scripts/region/region";
import { workbookOf } from "../../scripts/region/region-workbook";
import { runTableau } from "../../src/cli/tableau-de-bord/run-tableau";
import { runVerifier } from "../../src/cli/verifier/run-verifier";
import type { VerificationJson } from "../../src/core/verification-json";
import type { Tableau } from "../../src/core/reports/tableau-de-bord/tableau";
import { runHere } from "./run-here";

const REGION = inventRegion(7);
/** The definition of the last but one is not there; the last one's workbook has the name of the first one's definition. */
const [ORPHAN, USURPER] = [5, 6];
let folder: string;
const at = (...names: string[]): string => join(folder, ...names);
const nameOf = (index: number): string =>
  index === USURPER ? "contrat-001.xlsx" : `suivi ${"abcdef".charAt(index)}.xlsx`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "renommes-"));
  for (const name of ["contrats", "classeurs"]) mkdirSync(at(name));
  for (const [index, contract] of REGION.entries()) {
    writeFileSync(at("classeurs", nameOf(index)), workbookOf(contract));
    if (index !== ORPHAN) writeFileSync(at("contrats", `${contract.nom}.json`), JSON.stringify(definitionOf(contract)));
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it("counts each under its own contract, and names those that it cannot tell", async () => {
  const args = [
    at("classeurs"),
    "--contrats",
    at("contrats"),
    "--sortie",
    at("region.json"),
    "--annotes",
    at("annotes"),
  ];
  const { status, out, err } = await runHere(runTableau, args, AS_OF);
  const { constats, doublons } = JSON.parse(readFileSync(at("region.json"), "utf8")) as Tableau;
  const judged = constats.flatMap((constat) => (constat.etat === "lu" ? [[constat.classeur, constat.contrat.id]] : []));
  expect(judged.sort()).toEqual([0, 1, 2, 3, 4].map((index) => [nameOf(index), REGION[index]?.nom]));
  expect([status, doublons]).toEqual([1, []]);
  expect(out).toContain("5 contrats, et 2 classeurs non comptés (contrat-001.xlsx et suivi f.xlsx).");
  const [usurper, orphan] = err.trimEnd().split("\n");
  expect(usurper).toMatch(/^contrat-001\.xlsx : À confirmer avant d’y écrire : ce classeur a le nom de la définition/);
  expect(usurper).toContain("dans un dossier, donnez à cette définition le nom du classeur");
  expect(orphan).toMatch(
    /^suivi f\.xlsx : À confirmer avant d’y écrire : \d contrats connus peuvent être celui de ce classeur/,
  );
});

it("is answered by the name of the definition in a folder, by --contrat for a file", async () => {
  const usurped = REGION[USURPER];
  if (!usurped) throw new Error("no contract");
  const definition = JSON.stringify(definitionOf(usurped));
  mkdirSync(at("repondu"));
  writeFileSync(at("repondu", "contrat-001.json"), definition);
  const seul = [at("classeurs", "contrat-001.xlsx"), "--contrats", at("repondu"), "--sortie", at("seul.json")];
  expect((await runHere(runTableau, seul, AS_OF)).status).toBe(0);
  const verified = [at("classeurs", "contrat-001.xlsx"), "--contrat", at("repondu", "contrat-001.json"), "--json"];
  const { contract } = JSON.parse((await runHere(runVerifier, verified, AS_OF)).out) as VerificationJson;
  expect(contract.id).toBe(usurped.nom);
});
