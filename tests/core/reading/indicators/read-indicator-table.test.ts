import { figureAt } from "../../../../src/core/domain/amounts";
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { formatLocalRange } from "xlsx-model/cell-ref";
import type { TableauIndicateurs, ValeurCell } from "../../../../src/core/domain/dossier";
import { tableauBudgetaire, tableauIndicateurs } from "../annexes";
import { cellIn, mapRow, place, t0Of, totalIn, understand, type Grid } from "../figures";
import type { CellLiteral, SheetLiteral } from "../raw-workbook-builder";

type Row = readonly CellLiteral[];

function tableOf(sheet: Grid | SheetLiteral): TableauIndicateurs {
  const { indicators, absences } = understand({ Indicateurs: sheet });
  if (!indicators) throw new Error(JSON.stringify(absences));
  return indicators;
}

const show = (cell: ValeurCell | null | undefined) =>
  cell?.known.reason === null ? cell.known.value : (cell?.known.reason ?? null);

/** Action, indicator under it, T0 and targets of each row. */
function lines({ lignesIndicateur, lignesAction }: TableauIndicateurs) {
  return lignesIndicateur.map(({ indicateur, ligneAction, figures }) => [
    ligneAction === null ? null : (lignesAction[ligneAction]?.action?.numero ?? null),
    indicateur?.numero ?? null,
    show(figureAt(figures, "t0", null)),
    ...[2024, 2025, 2026, 2027].map((annee) => show(figureAt(figures, "target", annee))),
  ]);
}

const annexe = lines(tableOf(tableauIndicateurs));
const YEARS = [2024, 2025, 2026, 2027];

test("a label that the contract does not know is named, though its formulas give nothing that can be read", () => {
  const failed = { formula: "=Z1", value: "#REF!" };
  const label = "Nombre de permis de conduire financés";
  const { lignesNonReconnues } = tableOf([
    ...tableauIndicateurs.slice(0, 3),
    [null, label, failed, failed, failed, failed, failed],
    ...tableauIndicateurs.slice(3),
  ]);
  expect(lignesNonReconnues).toMatchObject([{ label: { text: label } }]);
});

describe("the annex, typed as it stands", () => {
  const table = tableOf(tableauIndicateurs);

  test("gives every indicator of the contract under its action", () => {
    const missing = (valeur: number | "nd") => (valeur === "nd" ? "missing" : valeur);
    expect(annexe).toEqual(
      contratIntegre.actions.flatMap((action) =>
        action.indicateurs.map(({ numero, t0, cibles }) => [
          action.numero,
          numero,
          missing(t0),
          ...cibles.map(({ valeur }) => missing(valeur)),
        ]),
      ),
    );
  });

  test("knows where everything stands", () => {
    expect(formatLocalRange(table.range)).toBe("A1:G17");
    expect(place(table.heading)).toBe("A1");
    expect(table.annees.map(({ annee, heading }) => [annee, place(heading)])).toEqual([
      [2024, "D1"],
      [2025, "E1"],
      [2026, "F1"],
      [2027, "G1"],
    ]);
    expect(table.lignesAction.map(({ label }) => place(label.ref))).toEqual([
      "A3",
      "A5",
      "A7",
      "A8",
      "A10",
      "A12",
      "A15",
      "A16",
    ]);
    expect(place(table.lignesIndicateur[5]?.label.ref ?? { row: -1, column: -1 })).toBe("B11");
    expect(t0Of(table.lignesIndicateur[3])?.text).toBe("nd");
  });

  test("the comment under action 1 and the note are no indicators, and are said", () => {
    expect(table.lignesIgnorees.map(({ row, text }) => [row, text.slice(0, 20)])).toEqual([
      [4, "Au-delà d'un objecti"],
      [18, "* Les actions sont e"],
    ]);
  });
});

describe("the same figures in another layout", () => {
  const repeated = tableauIndicateurs.map((row, index): Row => {
    if (index === 0 || typeof row[2] !== "number") return row;
    for (let above = index; above > 0; above -= 1) {
      const label = tableauIndicateurs[above]?.[0];
      if (label) return [label, ...row.slice(1)];
    }
    return row;
  });
  const otherOrder = tableauIndicateurs.map((row): Row => [0, 1, 6, 5, 4, 3, 2].map((column) => row[column] ?? null));
  const oneColumn = tableauIndicateurs.flatMap((row): Row[] => {
    const [action = null, indicateur = null, ...values] = row;
    return [...(action === null ? [] : [[action]]), ...(indicateur === null ? [] : [[indicateur, ...values]])];
  });

  test.each<[string, Grid]>([
    [
      "words for the targets",
      mapRow(tableauIndicateurs, 0, (row) => row.map((cell) => (typeof cell === "number" ? `Cible ${cell}` : cell))),
    ],
    ["actions written on each row", repeated],
    ["years in another order", otherOrder],
    [
      "actions and indicators in one column",
      mapRow(oneColumn, 0, () => ["Indicateurs", "T0", ...YEARS]).filter((_row, index) => index !== 1),
    ],
    ["a first column of numbers", tableauIndicateurs.map((row, index): Row => [index, ...row])],
    [
      "targets under a common heading",
      [
        ["Actions", "Indicateurs", "Situation T0", "Cibles"],
        [null, null, null, ...YEARS],
        ...tableauIndicateurs.slice(1),
      ],
    ],
    [
      "targets and achieved values in pairs",
      tableauIndicateurs
        .map((row, index): Row =>
          index === 0
            ? ["Actions", "Indicateurs", "T0", ...YEARS.flatMap((year) => [`Cible ${year}`, `Réalisé ${year}`])]
            : [...row.slice(0, 3), ...row.slice(3).flatMap((cell) => [cell, 7])],
        )
        .map((row, index) => (typeof row[2] === "number" || row[2] === "nd" || index === 0 ? row : row.slice(0, 2))),
    ],
    [
      "targets and achieved values under a merged year",
      [
        ["Actions", "Indicateurs", "T0", ...YEARS.flatMap((year) => [year, null])],
        [null, null, null, ...YEARS.flatMap(() => ["Cible", "Réalisé"])],
        ...tableauIndicateurs
          .slice(1)
          .map((row): Row =>
            row.length > 2 ? [...row.slice(0, 3), ...row.slice(3).flatMap((cell) => [cell, null])] : row,
          ),
      ],
    ],
    ["titles above", [["Tableau des actions et suivi de leurs indicateurs"], [], ...tableauIndicateurs]],
  ])("%s", (_name, grid) => {
    expect(lines(tableOf(grid))).toEqual(annexe);
  });

  test("without T0", () => {
    const grid = tableauIndicateurs.map((row): Row => [...row.slice(0, 2), ...row.slice(3)]);
    expect(lines(tableOf(grid))).toEqual(annexe.map((line) => [...line.slice(0, 2), null, ...line.slice(3)]));
  });
});

describe("slips", () => {
  test("an indicator under another action is the contract's all the same, where it stands", () => {
    const [header = [], , first = [], , second = []] = tableauIndicateurs;
    const grid = [header, first, [null, ...second.slice(1)]];
    expect(lines(tableOf(grid)).map((line) => line.slice(0, 3))).toEqual([
      [1, 1, 420],
      [1, 1, 120],
    ]);
    expect(tableOf(grid).lignesIndicateur[1]?.indicateur?.t0).toBe(120);
  });

  test("an unknown indicator, an unknown action and unreadable values", () => {
    const table = tableOf([
      ...tableauIndicateurs.slice(0, 3),
      [null, "Nombre de séjours", 3, 4, "beaucoup", 6, true],
      ["Action n°9 - Soutenir les épiceries", "Nombre d’épiceries", "1", "2", "nd", "", null],
    ]);
    expect(lines(table).slice(1)).toEqual([
      [1, null, 3, 4, "unreadable", 6, "unreadable"],
      [null, null, 1, 2, "missing", "missing", "missing"],
    ]);
    expect(table.lignesAction.map(({ action }) => action?.numero ?? null)).toEqual([1, null]);
  });

  test("a known indicator without any figure is still there", () => {
    const grid = mapRow(tableauIndicateurs, 6, (row) => row.slice(0, 2));
    expect(lines(tableOf(grid))[2]).toEqual([3, 1, "missing", "missing", "missing", "missing", "missing"]);
  });
});

describe("several tables on one sheet", () => {
  test.each<[string, Grid]>([
    [
      "one above the other",
      [["Tableau budgétaire"], ...tableauBudgetaire, [], ["Tableau des indicateurs"], ...tableauIndicateurs],
    ],
    ["without a blank row between them", [...tableauBudgetaire, ["Tableau des indicateurs"], ...tableauIndicateurs]],
    ["indicators above", [...tableauIndicateurs, [], ["Tableau budgétaire"], ...tableauBudgetaire]],
    [
      "side by side",
      tableauIndicateurs.map((row, index): Row => [
        ...Array.from({ length: 13 }, (_, column) => tableauBudgetaire[index]?.[column] ?? null),
        null,
        ...row,
      ]),
    ],
    [
      "side by side, indicators first",
      tableauIndicateurs.map((row, index): Row => [
        ...Array.from({ length: 7 }, (_, column) => row[column] ?? null),
        null,
        ...(tableauBudgetaire[index] ?? []),
      ]),
    ],
  ])("%s", (_name, grid) => {
    const { budget, indicators } = understand({ Annexe: grid });
    expect(indicators && lines(indicators)).toEqual(annexe);
    expect(budget?.lignesAction.map(({ action, ligneAxe }) => [action?.numero, ligneAxe])).toEqual(
      contratIntegre.actions.map(({ numero, axe }) => [numero, axe - 1]),
    );
    expect(cellIn(totalIn(budget), 2024, "etat")?.known).toMatchObject({ value: 33250000 });
    expect(budget?.annees.map(({ annee }) => annee)).toEqual(YEARS);
  });
});
