// Labels that turn round the direction of what follows (U+202E): what the product says of them turns nothing, whatever shows it.
import { expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { composeVerification } from "../../src/core/sheets/compose-verification";
import { verify } from "../../src/core/verify";
import { displayValue } from "../../src/grid/view/display";
import { budgetRows, indicatorRows } from "../contracts/annex-workbook";
import { rawWorkbook, type CellLiteral } from "./reading/raw-workbook-builder";

const TURN = "\u202e";
const TURNED = /[\u202a-\u202e\u2066-\u2069]/u;

const SHEET = `Tableau ${TURN}budgétaire`;

const turned = (rows: CellLiteral[][]): CellLiteral[][] =>
  rows.map((row) =>
    row.map((cell) => (typeof cell === "string" ? `${cell.slice(0, -2)}${TURN}${cell.slice(-2)}` : cell)),
  );

/** Names of sheets are addresses, reasons name them, and keys are what an answer is found by: what shows a verification sees to them. */
const ADDRESSES = new Set(["sheet", "key", "range", "cells", "reason"]);

function textsOf(value: unknown, path = ""): string[] {
  if (typeof value === "string") return TURNED.test(value) ? [path] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) =>
    ADDRESSES.has(key) ? [] : textsOf(inside, `${path}.${key}`),
  );
}

it("is said with a sign in the place of what turns, in messages, questions and sheets", () => {
  const budget = turned(budgetRows(contratIntegre));
  const row = budget[3];
  if (row) [row[2], row[4]] = [`65 000${TURN}x`, 1];
  budget.push([`Crédits ${TURN}exotiques`, 1000, 2000, 3000]);
  const raw = rawWorkbook({
    [SHEET]: budget,
    [`Indic${TURN}ateurs`]: turned(indicatorRows(contratIntegre)),
    [`Aut${TURN}re`]: [[`n’importe ${TURN} quoi`, 65_000, 130_000]],
  });
  const { verification, dossier } = verify(raw, contratIntegre, "2026-11-24");
  expect(JSON.stringify(verification)).toContain("\ufffd");
  expect(textsOf(verification)).toEqual([]);
  const { sheets } = composeVerification(verification, dossier, raw);
  expect(textsOf(sheets.map((sheet) => sheet.cells.map((line) => line.map(({ value }) => value))))).toEqual([]);
});

it("is shown so in the grid too, where a figure might be read backwards", () => {
  expect(displayValue(`${TURN}00056`, undefined)).toBe("\ufffd00056");
});
