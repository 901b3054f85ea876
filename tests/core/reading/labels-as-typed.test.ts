// Labels as agents type them: mistyped, split over cells, broken over lines; and what they do not see of their sheets.
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { verificationJson } from "../../../src/core/verification-json";
import { verify } from "../../../src/core/verify";
import { tableauBudgetaire, tableauIndicateurs } from "./annexes";
import { figures, insert, mapRow, place, understand, type Grid } from "./figures";
import { rawWorkbook, type CellLiteral, type SheetLiteral } from "./raw-workbook-builder";

type Row = readonly CellLiteral[];

const whole = figures(budgetOf(tableauBudgetaire));
/** "5 Garantir un accès aux droits pour tous". */
const DROITS = 9;

function budgetOf(grid: Grid | SheetLiteral) {
  const { budget } = understand({ Budget: grid });
  if (!budget) throw new Error("no budget");
  return budget;
}

function check(sheets: Readonly<Record<string, Grid | SheetLiteral>>) {
  return verificationJson(verify(rawWorkbook(sheets), contratIntegre, "2024-06-30").verification);
}

/** The table with an empty column after the labels. */
const widened: Grid = tableauBudgetaire.map(([label = null, ...rest]) => [label, null, ...rest]);

const relabel = (grid: Grid, index: number, labels: Row): Grid =>
  mapRow(grid, index, (row) => [...labels, ...row.slice(labels.length)]);

describe("a label in several cells", () => {
  test.each<[string, Grid, string]>([
    ["beside", relabel(widened, DROITS, ["5 Garantir un accès", "aux droits pour tous"]), "A10"],
    [
      "number, then two cells",
      relabel(
        widened.map(([a = null, ...r]) => [null, a, ...r]),
        DROITS,
        ["Action 5", "Garantir un accès", "aux droits pour tous"],
      ),
      "B10",
    ],
    [
      "on the next row, which has no figures",
      insert(relabel(tableauBudgetaire, DROITS, ["5 Garantir un accès"]), DROITS + 1, ["aux droits pour tous"]),
      "A10",
    ],
    [
      "on the row before the figures",
      insert(relabel(tableauBudgetaire, DROITS, ["aux droits pour tous"]), DROITS, ["5 Garantir un accès"]),
      "A11",
    ],
    [
      "in three rows",
      insert(relabel(tableauBudgetaire, DROITS, ["5 Garantir"]), DROITS + 1, ["un accès aux"], ["droits pour tous"]),
      "A10",
    ],
    ["broken over lines", relabel(tableauBudgetaire, DROITS, ["5 Garantir un\naccès aux\r\ndroits pour tous"]), "A10"],
  ])("is one: %s", (_, grid, cell) => {
    const budget = budgetOf(grid);
    expect(figures(budget)).toEqual(whole);
    const ligne = budget.lignesAction.find(({ action }) => action?.numero === 5);
    expect(ligne && place(ligne.label.ref)).toBe(cell);
  });

  test("is said, and is the contract's", () => {
    const { read, findings } = check({
      Budget: relabel(widened, DROITS, ["5 Garantir un accès", "aux droits pour tous"]),
      Indicateurs: tableauIndicateurs,
    });
    expect(read[0]?.notes).toEqual([expect.stringContaining("A10 et B10")]);
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(findings.filter(({ rule }) => rule === "libelle-du-contrat")).toEqual([]);
  });

  test.each<[string, Grid]>([
    ["other words beside it", relabel(widened, DROITS, ["5 Garantir un accès", "aux loisirs pour tous"])],
    [
      "words below it in a row that has figures too",
      insert(relabel(tableauBudgetaire, DROITS, ["5 Garantir un accès"]), DROITS + 1, ["aux droits pour tous", 1, 1]),
    ],
  ])("is doubtful with %s", (_, grid) => {
    const ligne = budgetOf(grid).lignesAction.find(({ action }) => action?.numero === 5);
    expect(ligne?.reconnaissance).toEqual({ comment: "par son numéro et une partie de son intitulé" });
  });

  test("an indicator's too", () => {
    const split = tableauIndicateurs.map((row): Row => {
      const [action = null, indicateur = null, ...rest] = row;
      return indicateur === "Nombre de professionnels de l'action sociale formés"
        ? [action, "Nombre de professionnels", "de l'action sociale formés", ...rest]
        : [action, indicateur, null, ...rest];
    });
    const { findings } = check({ Budget: tableauBudgetaire, Indicateurs: split });
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

describe("a mistyped label", () => {
  const slips: Readonly<Record<number, Row>> = {
    2: ["Axe « Prévenir la pauvrté et lutter contre les inégalités dès l'enfance »"],
    3: ["1 Prévenir le décrochage par une prévension spécialisée renforcée"],
    9: ["5 Garantir un acccès aux droits pour tous"],
    13: ["8 Lutter contre la précarité alimentaires"],
  };
  const mistyped = Object.entries(slips).reduce(
    (grid, [index, labels]) => relabel(grid, Number(index), labels),
    tableauBudgetaire as Grid,
  );

  test("is the contract's, and said at its cell", () => {
    expect(figures(budgetOf(mistyped))).toEqual(whole);
    const { findings } = check({ Budget: mistyped, Indicateurs: tableauIndicateurs });
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    const said = findings.filter(({ rule }) => rule === "libelle-du-contrat");
    expect(said.map(({ cells }) => cells[0]).sort()).toEqual(["Budget!A10", "Budget!A14", "Budget!A3", "Budget!A4"]);
  });

  test("of an indicator and of its action, too", () => {
    const grid = tableauIndicateurs.map((row) =>
      row.map((cell) =>
        typeof cell === "string"
          ? cell.replace("moins de 15 ans", "moin de 15 ans").replace("spécialisée", "spécialisé")
          : cell,
      ),
    );
    const { findings } = check({ Budget: tableauBudgetaire, Indicateurs: grid });
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(findings.filter(({ rule }) => rule === "libelle-du-contrat").map(({ id }) => id)).toEqual([
      "libelle-du-contrat/1/tableau-des-indicateurs",
      "libelle-du-contrat/1/indicateur-1/tableau-des-indicateurs",
    ]);
  });

  test("is asked about, and taken for neither action, when its number says something else", () => {
    const grid = relabel(tableauBudgetaire, DROITS, ["6 Garantir un acccès aux droits pour tous"]);
    const { findings, rules, verdict } = check({ Budget: grid, Indicateurs: tableauIndicateurs });
    expect(findings.filter(({ severity }) => severity !== "info")).toEqual([]);
    expect(verdict.questions).toMatchObject([{ about: "row", range: "Budget!A10:M10" }]);
    const held = rules.filter(({ rule }) => rule === "actions-du-contrat" || rule === "montant-contractualise");
    expect(held.map(({ status }) => status)).toEqual(["not-checkable", "not-checkable"]);
  });
});

describe("what is hidden", () => {
  const hidden: SheetLiteral = { cells: tableauBudgetaire, hiddenRows: [3, 4, 5, 8, 40], hiddenColumns: [4, 5, 6, 20] };

  test("rows and columns are read, and said within their table", () => {
    expect(figures(budgetOf(hidden))).toEqual(whole);
    const { read, unread } = check({ Budget: hidden, Indicateurs: tableauIndicateurs });
    expect(read.map(({ notes }) => notes)).toEqual([
      [
        "Lignes masquées, lues comme les autres\u00a0: 4 à 6 et 9.",
        "Colonnes masquées, lues comme les autres\u00a0: E à G.",
      ],
      undefined,
    ]);
    expect(unread).toEqual([]);
  });

  test("one row is said in the singular", () => {
    const { read } = check({ Budget: { cells: tableauBudgetaire, hiddenRows: [8], hiddenColumns: [2] } });
    expect(read[0]?.notes).toEqual([
      "Ligne masquée, lue comme les autres\u00a0: 9.",
      "Colonne masquée, lue comme les autres\u00a0: C.",
    ]);
  });

  test("sheets are not read, and said", () => {
    const { unread } = check({
      Budget: tableauBudgetaire,
      Indicateurs: tableauIndicateurs,
      Ancien: { cells: tableauBudgetaire, visibility: "hidden" },
      Coffre: { cells: tableauBudgetaire, visibility: "veryHidden" },
      Écarts: { cells: [["x"]], visibility: "hidden", resultSheet: "ecarts" },
    });
    expect(unread.map(({ sheet }) => sheet)).toEqual(["Ancien", "Coffre"]);
  });
});
