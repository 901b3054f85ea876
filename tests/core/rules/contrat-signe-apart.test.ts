// The sheet « Contrat » taken apart: rows, sections, columns and parameters deleted, or doubled with the first one altered.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { contratRiche } from "../../contracts/contrat-riche";
import { contratDuDepartement } from "../../contracts/departement-invente";
import { find, type Cells, type Edit } from "../reading/contrat/contrat-edits";
import { check } from "./contrat-signe-workbook";

const rowOf = (cells: Cells, text: string): number => {
  const row = cells.findIndex((values) => values.includes(text));
  if (row < 0) throw new Error(`no ${text}`);
  return row;
};

/** From its title up to the blank row below it. */
const sectionOf = (cells: Cells, title: string): readonly [number, number] => {
  const from = rowOf(cells, title);
  const end = cells.findIndex((values, at) => at > from + 1 && values.every((value) => value === null));
  return [from, end < 0 ? cells.length : end];
};

/** The line with another title: an alteration of what was signed. */
const renamed = (values: Cells[number] | undefined, column: number): Cells[number] =>
  (values ?? []).map((value, at) => (at === column ? "Autre chose" : value));

const SECTIONS = ["Actions et montants", "Indicateurs et cibles", "Imputation des crédits au contrat"];

const ATTACKS: readonly (readonly [string, Edit])[] = [
  ...SECTIONS.flatMap((section): (readonly [string, Edit])[] => [
    [`a row deleted: ${section}`, (cells) => void cells.splice(find(cells, section, 1, "Intitulé").row, 1)],
    [
      `a row doubled, the first altered: ${section}`,
      (cells) => {
        const { row, column } = find(cells, section, 1, "Intitulé");
        cells.splice(row, 0, renamed(cells[row], column));
      },
    ],
    [
      `the section deleted: ${section}`,
      (cells) => {
        const [from, end] = sectionOf(cells, section);
        cells.splice(from, end - from);
      },
    ],
    [
      `the section doubled, altered: ${section}`,
      (cells) => {
        const [from, end] = sectionOf(cells, section);
        const { row, column } = find(cells, section, 1, "Intitulé");
        const copy = cells.slice(from, end).map((values) => [...values]);
        copy[row - from] = renamed(copy[row - from], column);
        cells.push([], ...copy);
      },
    ],
  ]),
  [
    "a column of amounts deleted",
    (cells) => {
      const { row: head, column } = find(cells, "Actions et montants", 0, "État 2025");
      const [, end] = sectionOf(cells, "Actions et montants");
      for (const values of cells.slice(head, end)) values.splice(column, 1);
    },
  ],
  [
    "a column of amounts doubled, altered",
    (cells) => {
      const { row: head } = find(cells, "Actions et montants", 0, "État 2025");
      const at = Math.max(...cells.map(({ length }) => length));
      const [heading, first] = [cells[head], cells[head + 1]];
      if (!heading || !first) throw new Error("no actions");
      [heading[at], first[at]] = ["État 2025", 1];
    },
  ],
  ["a parameter deleted", (cells) => void cells.splice(rowOf(cells, "Cofinancement minimum"), 1)],
  [
    "a parameter doubled, the first altered",
    (cells) => {
      const at = rowOf(cells, "Cofinancement minimum");
      cells.splice(
        at,
        0,
        (cells[at] ?? []).map((value) => (typeof value === "number" ? 0.1 : value)),
      );
    },
  ],
];

describe.each([
  ["Dijon", contratIntegre],
  ["a département", contratDuDepartement],
  ["a contract with all that others have", contratRiche],
])("%s", (_, convention) => {
  it.each(ATTACKS)("%s: it is said, and the contract is not said to be the signed one", (_what, edit) => {
    const { findings, rules, contract, verdict } = check(convention, [edit]).verification;
    const said = findings.filter(
      ({ rule, severity }) => severity === "error" && (rule === "contrat-signe" || rule === "contrat-coherent"),
    );
    expect(said.length).toBeGreaterThan(0);
    for (const { cells } of said) expect(cells.every(({ sheet }) => sheet === "Contrat")).toBe(true);
    const isHeld = ["contrat-signe", "contrat-coherent"].every(
      (id) => rules.find(({ rule }) => rule === id)?.status === "compliant",
    );
    expect(isHeld).toBe(false);
    expect(verdict.state).not.toBe("conforming");
    expect(contract.id).toBe(convention.id);
  });
});
