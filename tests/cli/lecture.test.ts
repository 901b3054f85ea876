// One file of questions for the workbooks of a service, and one file of answers that serves each of them where its words stand.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runVerifier } from "../../src/cli/verifier/run-verifier";
import { runHere } from "./run-here";
import { writeWorkbook } from "./workbook-files";

let folder: string;
const at = (name: string): string => join(folder, name);
const run = (...args: readonly string[]) => runHere(runVerifier, [...args, "--date", "2024-06-30"], "2026-11-24");

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "lecture-"));
  writeWorkbook(at("a.xlsx"), { C2: "BP 2024 Etat" });
  writeWorkbook(at("b.xlsx"), { C2: "BP 2024 Etat", F2: "BP 2025 Etat" });
  writeWorkbook(at("c.xlsx"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Entry {
  readonly key: { readonly path: readonly string[] };
  readonly answer: unknown;
  readonly workbooks: readonly string[];
}

it("asks each question once, answers every workbook that asks it, and names what served none", async () => {
  const files = ["a.xlsx", "b.xlsx", "c.xlsx"].map(at);
  const asked = await run(...files, "--lecture-sortie", at("questions.json"));
  expect([asked.status, asked.err]).toEqual([1, ""]);
  const entries = JSON.parse(readFileSync(at("questions.json"), "utf8")) as readonly Entry[];
  expect(entries.map(({ key, workbooks }) => [key.path.at(-1), workbooks])).toEqual([
    ["BP 2024 Etat", ["a.xlsx", "b.xlsx"]],
    ["BP 2025 Etat", ["b.xlsx"]],
  ]);
  const unknown = { key: { kind: "column", path: ["Fonds inventé"] }, answer: { role: "ne pas comparer" } };
  const answers = [...entries, unknown].map((entry) => ({
    ...entry,
    ...{ by: "Claire Martin", on: "2026-11-24", speaksFor: "local" },
  }));
  writeFileSync(at("reponses.json"), JSON.stringify(answers));
  const said = await run(...files, "--lecture", at("reponses.json"));
  expect(said.status).toBe(0);
  expect(said.err).toMatch(/: 1 réponse ne sert à aucun de ces classeurs, .* « Fonds inventé »\.\n$/);
  // Each tells the answers that it had a use for, and those alone.
  expect(said.out.match(/Réponses données sur les colonnes et les lignes \(\d\)/g)).toEqual([
    "Réponses données sur les colonnes et les lignes (1)",
    "Réponses données sur les colonnes et les lignes (2)",
  ]);
  expect(said.out).not.toMatch(/Fonds inventé|n’est plus dans le classeur/);
});
