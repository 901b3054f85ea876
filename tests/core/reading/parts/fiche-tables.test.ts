// Fiches kept as a table: each field of each action is read at its own cell, whichever way the table lies.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import type { ChampFiche, FicheLue } from "../../../../src/core/domain/dossier";
import { formatLocalCell } from "xlsx-model/local-cell";
import { readDossier } from "../../../../src/core/reading/read-dossier";
import { tableauBudgetaire, tableauIndicateurs } from "../annexes";
import { rawWorkbook, type CellLiteral } from "../raw-workbook-builder";
import type { NumeroAction } from "../../../../src/core/domain/values/numero-action";

type Rows = readonly (readonly CellLiteral[])[];

const FIELDS: readonly (readonly [ChampFiche, string])[] = [
  ["axe", "Axe"],
  ["objectif", "Objectif principal"],
  ["calendrier", "Calendrier"],
  ["publicCible", "Public cible"],
  ["indicateurs", "Indicateurs"],
  ["nature", "Action nouvelle ou renforcée"],
  ["pilotage", "Pilotage"],
  ["partenaires", "Partenaires"],
];
const LABELS = FIELDS.map(([, label]) => label);

const read = (rows: Rows): readonly FicheLue[] =>
  readDossier(
    rawWorkbook({ Budget: tableauBudgetaire, Indicateurs: tableauIndicateurs, Fiches: rows }),
    contratIntegre,
    "2024-06-30",
  ).fiches ?? [];

const answers = (numero: NumeroAction): readonly string[] => LABELS.map((label) => `${label} de la fiche ${numero}`);

const { actions } = contratIntegre;
const table = (title: string): Rows => [
  [title, ...LABELS],
  ...actions.map(({ numero, intitule }) => [`Action ${numero} - ${intitule}`, ...answers(numero)]),
];
const transposed = (rows: Rows): Rows =>
  Array.from({ length: Math.max(...rows.map(({ length }) => length)) }, (_, column) =>
    rows.map((row) => row[column] ?? null),
  );

const tables: Readonly<Record<string, Rows>> = {
  "one row each": table("Action"),
  "under no word for the actions": table(""),
  "below a title": [["Annexe 1 : descriptif des actions"], [], ...table("Intitulé de l’action")],
  "number and label apart": table("Action").map((row, index) => [index === 0 ? "N°" : index, ...row]),
  "in two tables": [
    ...table("Action").slice(0, 5),
    [],
    [],
    [],
    ...[0, 5, 6, 7, 8].map((at) => table("Action")[at] ?? []),
  ],
};

describe.each(Object.entries(tables))("%s", (_, rows) => {
  it.each([
    ["as rows", rows],
    ["as columns", transposed(rows)],
  ])("%s", (__, laid) => {
    const fiches = read(laid);
    expect(fiches.map(({ action }) => action?.numero)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    for (const { action, champs } of fiches) {
      expect(FIELDS.map(([field]) => champs.get(field)?.text)).toEqual(answers(action?.numero ?? 0));
      for (const [field, label] of FIELDS) {
        const cells = champs.get(field)?.cells ?? [];
        expect(cells.map(({ ref, text }) => [text, laid[ref.row]?.[ref.column]])).toEqual(
          cells.map(() => [`${label} de la fiche ${action?.numero}`, `${label} de la fiche ${action?.numero}`]),
        );
        expect(champs.get(field)?.label.text).toBe(label);
      }
    }
  });
});

const at = (fiche: FicheLue | undefined, field: ChampFiche) =>
  fiche?.champs.get(field)?.cells.map(({ ref }) => formatLocalCell(ref.row, ref.column));

describe("a line of the table", () => {
  const change = (from: number, cells: Readonly<Record<number, CellLiteral>>): Rows =>
    table("Action").map((row, index) =>
      index === from ? row.map((cell, column) => (column in cells ? (cells[column] ?? null) : cell)) : row,
    );

  it("without an answer says where it should stand", () => {
    const rows = change(5, { 3: null, 4: "à compléter" });
    expect(at(read(rows)[4], "calendrier")).toEqual(["D6"]);
    expect(at(read(transposed(rows))[4], "calendrier")).toEqual(["F4"]);
    expect(read(rows)[4]?.champs.get("publicCible")?.text).toBe("");
  });

  it("of an action that the contract does not know is a fiche too", () => {
    const fiches = read(change(3, { 0: "Une action de plus" }));
    expect(fiches.map(({ action, titre }) => action?.numero ?? titre.text)).toEqual([
      1,
      2,
      "Une action de plus",
      4,
      5,
      6,
      7,
      8,
    ]);
  });

  it("with the number of one action and the words of another names none", () => {
    const rows = table("Action").map((row, index) => [index === 0 ? "N°" : index === 3 ? 4 : index, ...row]);
    expect(read(rows)[2]?.action).toBeNull();
  });

  it("goes on where several rows are one action's", () => {
    const rows = [...table("Action")];
    rows.splice(2, 0, [null, null, null, null, null, "Un second indicateur"]);
    const [first] = read(rows);
    expect(at(first, "indicateurs")).toEqual(["F2", "F3"]);
    expect(first?.champs.get("indicateurs")?.text).toBe("Indicateurs de la fiche 1\nUn second indicateur");
  });
});

it("leaves nothing of the table unread", () => {
  for (const rows of [table("Action"), transposed(table("Action"))]) {
    expect(readDossier(rawWorkbook({ Fiches: rows }), contratIntegre, "2024-06-30").nonLus).toBeUndefined();
  }
});

describe("how many fields make a table of fiches", () => {
  const columns = (count: number): Rows => table("Action").map((row) => row.slice(0, count + 1));

  it.each([
    [3, 0],
    [4, 8],
    [5, 8],
  ])("%i: %i fiches", (count, expected) => {
    expect(read(columns(count))).toHaveLength(expected);
    if (expected > 0) expect(read(transposed(columns(count)))).toHaveLength(expected);
  });
});
