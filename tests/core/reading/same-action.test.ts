// Rows known as a person knows them: by number, words and axe together; one sign alone and contradictions are asked about.
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { ACTION_ROWS, SHORT_LABELS, tableauBudgetaire } from "./annexes";
import { figures, understand, type Grid } from "./figures";
import type { CellLiteral } from "./raw-workbook-builder";

const { actions } = contratIntegre;

/** The annex with other labels for its actions; the index of a row is its action's. */
const relabel = (label: (words: string, numero: number) => CellLiteral): Grid =>
  tableauBudgetaire.map((row, index) => {
    const numero = ACTION_ROWS.indexOf(index) + 1;
    return numero === 0 ? row : [label(String(row[0]).replace(/^\d /, ""), numero), ...row.slice(1)];
  });

const rowsOf = (grid: Grid) => understand({ Budget: grid }).budget?.lignesAction ?? [];
const numbers = (grid: Grid) => rowsOf(grid).map(({ action }) => action?.numero ?? null);
const ALL = [1, 2, 3, 4, 5, 6, 7, 8];

const rank = (numero: number): { axe: number; rang: number } => {
  const axe = actions[numero - 1]?.axe ?? 0;
  return { axe, rang: actions.filter((action) => action.axe === axe && Number(action.numero) <= numero).length };
};

describe("the contract's words under other numbers", () => {
  test.each<[string, (words: string, numero: number) => string]>([
    ["the rank under each axe", (words, numero) => `${rank(numero).rang} ${words}`],
    ["axe and rank", (words, numero) => `${rank(numero).axe}.${rank(numero).rang} ${words}`],
    ["« FA1 »", (words, numero) => `FA${numero} ${words}`],
    ["« Fiche action n° 1 : »", (words, numero) => `Fiche action n° ${numero} : ${words}`],
    ["« A1 - »", (words, numero) => `A${numero} - ${words}`],
    ["numbers of one's own", (words, numero) => `${numero + 20}. ${words}`],
  ])("%s", (_name, label) => {
    const rows = rowsOf(relabel(label));
    expect(rows.map(({ action }) => action?.numero)).toEqual(ALL);
    expect(rows.every(({ reconnaissance }) => reconnaissance === undefined)).toBe(true);
  });
});

test("axe and rank alone: known", () => {
  const rows = rowsOf(relabel((_, numero) => `${rank(numero).axe}.${rank(numero).rang}`));
  expect(rows.map(({ action }) => action?.numero)).toEqual(ALL);
  expect(rows.map(({ reconnaissance }) => reconnaissance)).toEqual(ALL.map(() => ({ comment: "par son numéro seul" })));
});

test("a second row of a like number and like words is not the action that stands by its own words", () => {
  const rows = rowsOf([
    ...tableauBudgetaire.slice(0, 5),
    [`1 - ${SHORT_LABELS[0]}`, 2, 1, 1],
    ...tableauBudgetaire.slice(5),
  ]);
  expect(rows.map(({ action }) => action?.numero ?? null)).toEqual([1, 2, null, 3, 4, 5, 6, 7, 8]);
});

describe("other words", () => {
  test("retitled, with the right number: its number and a part of its words", () => {
    const rows = rowsOf(relabel((_, numero) => `${numero} - ${SHORT_LABELS[numero - 1]}`));
    expect(rows.map(({ action }) => action?.numero)).toEqual(ALL);
    expect(new Set(rows.map(({ reconnaissance }) => reconnaissance?.comment))).toEqual(
      new Set(["par son numéro et une partie de son intitulé"]),
    );
  });

  test("shortened, without a number: a part of its words", () => {
    const rows = rowsOf(relabel((_, numero) => SHORT_LABELS[numero - 1] ?? ""));
    expect(rows.map(({ action }) => action?.numero)).toEqual(ALL);
    expect(rows[0]?.reconnaissance).toEqual({ comment: "par son axe et une partie de son intitulé" });
  });

  test("all others, with the right number: its number and its axe", () => {
    const grid = relabel((words, numero) => (numero === 5 ? "5 Guichet unique" : `${numero} ${words}`));
    const row = rowsOf(grid)[4];
    expect([row?.action?.numero, row?.reconnaissance?.comment]).toEqual([
      5,
      "par son numéro et son axe, sous un autre intitulé",
    ]);
  });

  test("all others, with the number of an action of another axe: unknown, and named", () => {
    const grid = relabel((words, numero) =>
      numero === 5 ? "1 Guichet unique" : numero === 1 ? "Autre" : `${numero} ${words}`,
    );
    const { budget } = understand({ Budget: grid });
    expect(budget?.lignesAction[4]?.action).toBeNull();
    expect(budget?.lignesNonReconnues?.map(({ label, pourquoi }) => [label.text, pourquoi])).toContainEqual([
      "1 Guichet unique",
      "intitulé non reconnu",
    ]);
  });

  test("all others, with the number of an action that stands elsewhere: unknown", () => {
    const grid = relabel((words, numero) => (numero === 6 ? "5 Guichet unique" : `${numero} ${words}`));
    expect(numbers(grid)).toEqual([1, 2, 3, 4, 5, null, 7, 8]);
  });
});

describe("a contradiction is asked", () => {
  const grid = relabel((words, numero) => `${numero} ${numero === 2 ? (actions[2]?.intitule ?? "") : words}`);

  test("the number of one, the words of another", () => {
    const { budget } = understand({ Budget: grid });
    const row = budget?.lignesAction[1];
    expect(row?.action).toBeNull();
    expect([row?.designe?.parNumero?.numero, row?.designe?.parIntitule?.numero]).toEqual([2, 3]);
    expect(budget?.lignesNonReconnues?.[0]?.pourquoi).toBe("numéro de l’action 2, intitulé de l’action 3");
  });
});

describe("an action on several rows", () => {
  const halves = (row: readonly CellLiteral[], label: CellLiteral): CellLiteral[] => [
    label,
    ...row.slice(1).map((value) => Number(value) / 2),
  ];
  const split = (labels: (text: string) => readonly CellLiteral[]): Grid =>
    tableauBudgetaire.flatMap((row, index) =>
      index === 3 ? labels(String(row[0])).map((label) => halves(row, label)) : [row],
    );

  test.each<[string, (text: string) => readonly CellLiteral[], readonly string[]]>([
    ["after the label", (text) => [`${text} - ADOSEN`, `${text} - La Sauvegarde`], ["ADOSEN", "La Sauvegarde"]],
    ["in brackets", (text) => [`${text} (ADOSEN)`, `${text} (Sauvegarde)`], ["ADOSEN", "Sauvegarde"]],
    ["by a letter", (text) => [text.replace("1 ", "1a "), text.replace("1 ", "1b ")], ["a", "b"]],
  ])("told apart %s", (_name, labels, operateurs) => {
    const rows = rowsOf(split(labels));
    expect(rows.slice(0, 2).map(({ action, operateur }) => [action?.numero, operateur])).toEqual(
      operateurs.map((operateur) => [1, operateur]),
    );
  });

  test("told apart in a column of their own, the action merged over them", () => {
    const grid: Grid = [
      ["Action", "Opérateur", "État 2024", "DM 2024"],
      ["1 Prévenir le décrochage par une prévention spécialisée renforcée", "ADOSEN", 40000, 40000],
      [null, "Sauvegarde", 25000, 25000],
    ];
    const rows = rowsOf(grid);
    expect(rows.map(({ action, operateur, label }) => [action?.numero, operateur, label.ref.row])).toEqual([
      [1, "ADOSEN", 1],
      [1, "Sauvegarde", 1],
    ]);
  });

  test("with the same label twice are a duplicate", () => {
    expect(rowsOf(split((text) => [text, text])).map(({ operateur }) => operateur)).not.toContain("ADOSEN");
    expect(rowsOf(split((text) => [text, text])).every(({ operateur }) => operateur === undefined)).toBe(true);
  });

  test("that begin with « dont » detail it and are no actions", () => {
    const grid = tableauBudgetaire.flatMap((row, index) =>
      index === 3 ? [row, ["dont quartiers Nord", 50000, 25000, 25000], ["- dont prévention", 1, 1, 0]] : [row],
    );
    const { budget } = understand({ Budget: grid });
    expect(budget && figures(budget).actions).toHaveLength(8);
    expect(budget?.lignesDetail?.map(({ text }) => text)).toEqual(["dont quartiers Nord", "- dont prévention"]);
  });
});

test("the axes as article 3 calls them", () => {
  const pillars: Readonly<Record<number, string>> = {
    2: "Pilier 1 Prévention de la pauvreté dès le plus jeune âge",
    5: "Pilier 2 Sortie pauvreté par l’activité et emploi",
    8: "Pilier 3 Plan 100% d’accès aux droits",
    11: "PILIER 4 : Transition solidaire",
  };
  const grid = tableauBudgetaire.map((row, index) => (pillars[index] ? [pillars[index]] : row));
  const { budget } = understand({ Budget: grid });
  expect(budget?.lignesAxe.map(({ axe }) => axe?.numero)).toEqual([1, 2, 3, 4]);
});
