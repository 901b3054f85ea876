// The sheet « Contrat » altered otherwise than figure by figure: emptied, doubled, renamed, taken away, copied. Each is said, and at its place.
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { verify } from "../../../src/core/verify";
import { contratDuDepartement } from "../../contracts/departement-invente";
import { contratSheet, find, put, putParametre, type Cells, type Edit } from "../reading/contrat/contrat-edits";
import { cellOf, check, errorsOf, parametreCell, START, workbookOf } from "./contrat-signe-workbook";

const renameParametre =
  (name: string): Edit =>
  (cells) => {
    for (const values of cells) if (values[0] === name) values[0] = `${name} (ancien)`;
  };

const addedAfter =
  (name: string, line: Cells[number]): Edit =>
  (cells) =>
    void cells.splice(cells.findIndex((values) => values[0] === name) + 1, 0, line);

const addedAtEnd =
  (lines: Cells): Edit =>
  (cells) =>
    void cells.push([], ...lines);

/** A further column of a section, with a figure in its first row. */
const column =
  (section: string, heading: string, value: number): Edit =>
  (cells) => {
    const { row } = find(cells, section, 0, "Intitulé");
    const at = Math.max(...cells.map(({ length }) => length));
    const [head, first] = [cells[row], cells[row + 1]];
    if (!head || !first) throw new Error(section);
    head[at] = heading;
    first[at] = value;
  };

describe.each([
  ["Dijon", contratIntegre],
  ["an invented département", contratDuDepartement],
])("%s", (_, convention) => {
  test.each([
    [
      "the part of an axe",
      put("Années et crédits de l’État", 1, "Axe 1", null),
      "Années et crédits de l’État",
      "Axe 1",
    ],
    ["an amount", put("Actions et montants", 1, "État 2025", null), "Actions et montants", "État 2025"],
    ["a target", put("Indicateurs et cibles", 1, "Cible 2024", null), "Indicateurs et cibles", "Cible 2024"],
  ])("a figure made empty, %s", (_what, edit, section, heading) => {
    const places = errorsOf(check(convention, [edit])).flatMap(({ cells }) =>
      cells.map((at) => `${at.row}/${at.column}`),
    );
    expect(places).toContain(cellOf(convention, section, 1, heading));
  });

  test("a parameter made empty, with what to write there", () => {
    const found = check(convention, [putParametre("Collectivité – représentant", null)]);
    expect(found.findings.map(({ cells, fix }) => [cells.map(({ row, column }) => `${row}/${column}`), fix])).toEqual([
      [
        [parametreCell(convention, "Collectivité – représentant")],
        [{ cell: found.findings[0]?.cells[0], value: convention.collectivite.representant }],
      ],
    ]);
  });

  test("nothing is said of the cells beside a heading or a line that is gone, and nothing is to be written there", () => {
    for (const [edit, status] of [
      [put("Actions et montants", 0, "État 2025", "Etat de 2025 (revu)"), "not-checkable"],
      [put("Indicateurs et cibles", 0, "Cible 2024", "Objectif"), "not-checkable"],
      [renameParametre("Cofinancement minimum"), "not-checkable"],
      [renameParametre("Collectivité – nom"), "not-checkable"],
    ] as const) {
      const found = check(convention, [edit]);
      expect(found.findings).toEqual([]);
      expect(found.rule?.status).toBe(status);
      expect(errorsOf(found).map(({ rule }) => rule)).toContain("contrat-coherent");
    }
  });

  test.each([
    ["an action", "Actions et montants", "État 2025", 1],
    ["a target", "Indicateurs et cibles", "Cible 2025", 1],
    ["a line of the imputation", "Imputation des crédits au contrat", "Code activité", "030450232399"],
    ["a deadline", "Échéances du contrat", "Date", "01/01/2030"],
  ])("%s that stands twice, the first altered, the second as it was signed", (_what, section, heading, value) => {
    const rank = section.startsWith("Échéances") ? 1 + convention.echeances.findIndex(({ reglage }) => !reglage) : 1;
    const twice: Edit = (cells) => {
      const { row, column } = find(cells, section, rank, heading);
      const copy = [...(cells[row] ?? [])];
      copy[column] = value;
      cells.splice(row, 0, copy);
    };
    const found = check(convention, [twice]);
    const places = found.findings.flatMap(({ cells }) => cells.map(({ row, column }) => `${row}/${column}`));
    expect(places).toContain(cellOf(convention, section, rank, heading));
    expect(errorsOf(found).map(({ rule }) => rule)).toContain("contrat-coherent");
  });

  test.each([
    ["a parameter written twice", addedAfter("Cofinancement minimum", ["Cofinancement minimum", null, 0.3])],
    ["a section written twice", addedAtEnd([["Paramètres du contrat"], ["Cofinancement minimum", null, 0.3]])],
    ["a column written twice", column("Actions et montants", "État 2025", 1)],
    ["a column of a year after the contract's", column("Actions et montants", "État 2031", 1)],
  ])("%s is said", (_what, edit) => {
    expect(errorsOf(check(convention, [edit])).map(({ rule }) => rule)).toContain("contrat-coherent");
  });

  test("a column of amounts given to another party", () => {
    const [year] = convention.annees;
    const heading = `${convention.collectivite.designation} ${year?.annee ?? 0}`;
    const found = check(convention, [put("Actions et montants", 0, heading, `Région ${year?.annee ?? 0}`)]);
    expect(found.findings).toMatchObject([
      { id: `contrat-signe/${year?.annee ?? 0}/colonne-region`, severity: "error", fix: [{ value: heading }] },
    ]);
  });

  test("a date that is a setting, said to be the contract's; a deadline of the agent's own that the contract does not know", () => {
    for (const [index, { reglage, id }] of convention.echeances.entries()) {
      const word = reglage ? "le contrat" : "réglage, libre";
      const found = check(convention, [put("Échéances du contrat", index + 1, "Date fixée par", word)]);
      const at = cellOf(convention, "Échéances du contrat", index + 1, "Date fixée par");
      expect(
        found.findings.map(({ id: own, cells }) => [own, cells.map(({ row, column }) => `${row}/${column}`)]),
        id,
      ).toEqual([[expect.stringMatching(new RegExp(`^contrat-signe/.*echeances-${id}-origine$`, "u")), [at]]]);
    }
    const rank = convention.echeances.length + 1;
    const add =
      (word: string): Edit =>
      (cells) => {
        const { row } = find(cells, "Échéances du contrat", rank, "Date");
        const copy = [...(cells[row - 1] ?? [])];
        cells.splice(row, 0, copy);
        for (const [heading, value] of [
          ["Échéance", "Comité de pilotage"],
          ["Autres intitulés", null],
          ["Repère", "comite"],
          ["Date fixée par", word],
        ] as const)
          put("Échéances du contrat", rank, heading, value)(cells);
      };
    expect(check(convention, [add("réglage, libre")]).findings).toEqual([]);
    expect(check(convention, [add("le contrat")]).findings).toMatchObject([
      { id: expect.stringMatching(/echeances-comite-origine$/u) as string, fix: [{ value: "réglage, libre" }] },
    ]);
  });

  test("a section of several lines taken away is one finding", () => {
    const gone: Edit = (cells) => {
      const from = cells.findIndex((values) => values.includes("Imputation des crédits au contrat"));
      const to = cells.findIndex((values) => values.includes("Échéances du contrat"));
      cells.splice(from, to - from);
    };
    expect(check(convention, [gone]).findings.map(({ id }) => id)).toEqual(["contrat-signe/partie-imputation"]);
  });

  test("a workbook whose sheet was taken away is not said to conform: its avenants went with it", () => {
    const raw = workbookOf(convention, []);
    const { verification } = verify({ ...raw, sheets: raw.sheets.slice(0, -1) }, contratIntegre, START);
    expect(verification.summary.toDo).toBe(0);
    expect(verification.verdict).toMatchObject({
      state: "to-do",
      without: expect.arrayContaining(["contract"]) as string[],
    });
    const never = verify({ ...raw, seal: null, sheets: raw.sheets.slice(0, -1) }, contratIntegre, START).verification;
    expect(never.verdict.without).not.toContain("contract");
  });

  test("a copy of the sheet with other figures has no effect, and is said", () => {
    const copy = { ...contratSheet(convention, put("Actions et montants", 1, "État 2025", 1)), id: "copie" };
    const raw = workbookOf(convention, []);
    const { verification } = verify(
      { ...raw, sheets: [...raw.sheets, { ...copy, name: "Contrat (2)", resultSheet: null }] },
      contratIntegre,
      START,
    );
    expect(verification.findings.filter(({ rule }) => rule === "contrat-signe")).toEqual([]);
    expect(verification.unread).toMatchObject([{ sheet: "Contrat (2)" }]);
  });
});
