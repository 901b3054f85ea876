// How far reading looks: each limit one below, at it and one above; in figures, so that another limit is another test.
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { announcesExecution } from "../../../src/core/reading/headings/execution-title";
import { createHeadingReader } from "../../../src/core/reading/headings/headings";
import { createRubriqueReader } from "../../../src/core/reading/parts/fiche-words";
import { tableauBudgetaire } from "./annexes";
import { TOTAL } from "../../../src/core/reading/roles/row-roles";
import { understand, type Grid } from "./figures";
import type { CellLiteral } from "./raw-workbook-builder";

const headings = createHeadingReader(contratIntegre);
const FIRST = "1 Prévenir le décrochage par une prévention spécialisée renforcée";
const lines = (count: number, cells: readonly CellLiteral[]): Grid => Array.from({ length: count }, () => cells);

/** Whether it holds one below the limit and at it, and no more one above. */
const upTo = (limit: number, holds: (count: number) => boolean): void => {
  expect([limit - 1, limit, limit + 1].map(holds)).toEqual([true, true, false]);
};

/** Whether it holds at the limit and one above, and not yet one below. */
const from = (limit: number, holds: (count: number) => boolean): void => {
  expect([limit - 1, limit, limit + 1].map(holds)).toEqual([false, true, true]);
};

const pad = (text: string, length: number): string => text + " ".repeat(length - text.length - 2) + "de";
const budgetOf = (grid: Grid, sheet = "Feuille") => understand({ [sheet]: grid }).budget;

describe("texts", () => {
  test("a heading", () => upTo(60, (length) => headings.read(pad("État", length)).part === "etat"));
  test("a title that tells a year", () =>
    upTo(120, (length) => headings.years.inTitle(pad("Budget 2024", length)) === 2024));
  test("a title that announces executed amounts", () =>
    upTo(180, (length) => announcesExecution(pad("Exécution", length))));
  test("a label of a fiche with an answer", () => {
    const read = createRubriqueReader();
    const label = (length: number): string => `${pad("Objectif principal", length)}: former`;
    upTo(100, (length) => read(label(length))?.rubrique === "objectif");
  });
  test("a label of a fiche alone", () => {
    const read = createRubriqueReader();
    upTo(90, (length) => read(pad("Objectif principal", length))?.rubrique === "objectif");
  });
});

describe("rows", () => {
  test("between the years and the parties", () =>
    upTo(3, (distance) => {
      const between = lines(distance - 1, ["", "Montants prévus au titre du contrat"]);
      return (
        budgetOf([
          [null, 2024, null, 2025],
          ...between,
          ["Action", "État", "DM", "État", "DM"],
          [FIRST, 1, 1, 1, 1],
        ]) !== null
      );
    }));

  test("under an action that are its operators", () =>
    from(2, (count) => {
      const operators = Array.from({ length: count }, (_, index) => [`Association ${"ABC"[index] ?? ""}`, 1, 1]);
      const grid: Grid = [[null, 2024], ["Action", "État", "DM"], [FIRST], ...operators];
      const rows = budgetOf(grid)?.lignesAction ?? [];
      return rows.length > 0 && rows.every(({ operateur }) => operateur !== undefined);
    }));

  test("of a table, beyond which it is named and left aside", () =>
    upTo(15_000, (rows) => {
      const more = Array.from({ length: rows - 3 }, (_, index) => [`${index + 20} Action d’export`, 1, 1]);
      const { budget, nonLus, absences } = understand({
        Export: [[null, 2024], ["Action", "État", "DM"], [FIRST, 1, 1], ...more],
      });
      const told = JSON.stringify({ nonLus, absences });
      expect(/plus de 15.000 lignes/.test(told)).toBe(budget === null);
      return budget !== null;
    }));

  test("above a row that it may be the sum of", () =>
    upTo(100, (count) => {
      const added = Array.from({ length: count }, (_, index) => [`Structure ${index}`, 1, 2]);
      const { questions = [] } = understand({
        Feuille: [[null, 2024], ["Action", "État", "DM"], [FIRST, 7, 7], ...added, ["Ensemble", count, 2 * count]],
      });
      return questions.at(-1)?.supposed?.role === TOTAL;
    }));

  test("between the heading of a column of years and its first year", () =>
    upTo(20, (distance) => {
      const grid = [["Action", "Année", "État", "DM"], ...lines(distance - 1, []), [FIRST, 2024, 1, 1]];
      return budgetOf(grid)?.enLignes !== undefined;
    }));

  test("between years over the columns and the parties in the rows", () =>
    upTo(20, (distance) => {
      const head: Grid = [["Action", 2024, 2025], [FIRST], ["État", 1, 1]];
      return budgetOf([...head, ...lines(distance - 3, []), ["Métropole", 1, 1]]) !== null;
    }));

  test("between a title that tells the year and the heading", () =>
    upTo(15, (distance) => {
      const grid = [["Budget 2024"], ...lines(distance - 1, []), ["Action", "État", "DM"], [FIRST, 1, 1]];
      return budgetOf(grid) !== null;
    }));

  test("between a title that tells the unit and the heading", () =>
    upTo(10, (distance) => {
      const grid = [["en k€"], ...lines(distance - 1, []), ["Action", "État 2024", "DM 2024"], [FIRST, 1, 1]];
      return budgetOf(grid)?.unit === "k€";
    }));

  test("of notes under a table, the last of which tells the unit", () =>
    upTo(5, (count) => {
      const grid = [
        ["Action", "État 2024", "DM 2024"],
        [FIRST, 1, 1],
        ...lines(count - 1, ["Source : finances"]),
        ["(k€)"],
      ];
      return budgetOf(grid)?.unit === "k€";
    }));

  test("between the tops of two tables side by side", () =>
    upTo(3, (distance) => {
      const left = (row: number): readonly CellLiteral[] =>
        [
          ["Action", "État 2024", "DM 2024"],
          [FIRST, 1, 1],
        ][row] ?? [null, null, null];
      const right: Grid = [
        ["Action", "Indicateur", "T0", 2024],
        [FIRST, "Nombre de jeunes de moins de 15 ans accompagnés", 420, 450],
      ];
      const grid = Array.from({ length: distance + 2 }, (_, row): readonly CellLiteral[] => [
        ...left(row),
        ...(right[row - distance] ?? []),
      ]);
      // Apart, the labels of the indicators are none of the budget's.
      const { indicators } = understand({ Feuille: grid });
      return indicators?.range.left === 3 && indicators.lignesIgnorees.length === 0;
    }));
});

test("cells that one label is split over", () =>
  upTo(4, (count) => {
    const words = "Garantir un accès aux droits pour tous".split(" ");
    const cells = [...words.slice(0, count - 1), words.slice(count - 1).join(" ")];
    const grid: Grid = [
      [
        ...(lines(
          1,
          cells.map(() => null),
        )[0] ?? []),
        "État 2024",
        "DM 2024",
      ],
      [...cells, 1, 1],
    ];
    return (
      budgetOf(grid)?.lignesAction[0]?.reconnaissance === undefined &&
      budgetOf(grid)?.lignesAction[0]?.action?.numero === 5
    );
  }));

test("amounts that make cells look like a table of the contract", () =>
  from(2, (count) => {
    const suivi: Grid = [
      ["Action", "Alloué"],
      [FIRST, ...Array.from({ length: count }, () => 1000)],
    ];
    const [named] = understand({ Budget: tableauBudgetaire, Suivi: suivi }).nonLus ?? [];
    return named?.range.left === 0;
  }));

describe("the parts beside the tables", () => {
  test("fields that make a fiche", () =>
    from(3, (count) => {
      const fields = ["Objectif principal", "Public cible", "Calendrier", "Pilotage"].slice(0, count);
      return (
        understand({ Fiche: [[`Fiche action n° ${FIRST}`], ...fields.map((field) => [field, "à voir ensemble"])] })
          .fiches !== null
      );
    }));

  test("rows between the details of one account", () =>
    upTo(8, (distance) => {
      const grid: Grid = [
        ["IBAN", "FR76 3000 1002 3400 0000 0000 123"],
        ...lines(distance - 1, []),
        ["RIB", "30001 00234 00000000001 23"],
        ...lines(30, []),
        ["IBAN", "FR76 3000 1002 3400 0000 0000 999"],
      ];
      return understand({ Banque: grid }).coordonnees?.length === 2;
    }));

  test("digits of an account", () =>
    from(8, (count) => understand({ Banque: [["RIB", "1".repeat(count)]] }).coordonnees !== null));

  test("blank rows inside a table of imputation", () =>
    upTo(1, (count) => {
      const row = (axe: number, code: string): readonly CellLiteral[] => [`Pilier ${axe}`, code, 1000];
      const grid = [
        ["Axe", "Code activité", "Montant"],
        row(1, "030450171101"),
        ...lines(count, []),
        row(2, "030450181201"),
      ];
      return understand({ Imputation: grid }).imputation?.lignes.length === 2;
    }));
});
