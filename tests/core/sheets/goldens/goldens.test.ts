// Each written sheet against its golden, a text beside this file: `npm run goldens` writes them again, and the change is looked at.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { slug } from "../../../../src/core/domain/words/typographie";
import { describeSheet } from "./describe-sheet";
import { plannedSheets } from "./planned-sheets";

const FOLDER = new URL("./", import.meta.url);
const sheets = await plannedSheets();
const fileOf = ({ name }: { readonly name: string }): string => `${slug(name)}.txt`;
const kept = (): readonly string[] => readdirSync(fileURLToPath(FOLDER)).filter((name) => name.endsWith(".txt"));

if (process.env["GOLDENS"] === "write") {
  for (const name of kept()) rmSync(new URL(name, FOLDER));
  for (const sheet of sheets) writeFileSync(new URL(fileOf(sheet), FOLDER), describeSheet(sheet));
}

it("there is one golden for each sheet", () => {
  expect([...kept()].sort()).toEqual(sheets.map(fileOf).sort());
});

it.each(sheets)("$name", (sheet) => {
  expect(describeSheet(sheet)).toBe(readFileSync(new URL(fileOf(sheet), FOLDER), "utf8"));
});
