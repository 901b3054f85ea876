// Writes that stop halfway, as data: what marks them, what is kept, and what of a plan is there.
import { describe, expect, it } from "vitest";
import { MARGINS } from "../../../../src/core/sheets/parts/paper";
import { ECARTS_COLUMNS, ecartsColumn } from "../../../../src/core/domain/ecarts-columns";
import { readSaisies } from "../../../../src/core/domain/justification-saisie";
import type { RawBlock, RawSheet, RawWorkbook, SheetPlan } from "../../../../src/core/workbook-port";
import type { CellValue } from "xlsx-model/plan";
import { keptRows } from "../../../../src/core/sheets/ecarts/kept-rows";
import { readUnfinished, resultSheetOfMark, unfinishedMark } from "../../../../src/core/sheets/parts/marks";
import { annexeTargets, resultTargets } from "../../../../src/core/sheets/parts/sheet-targets";
import { withoutUnfinished } from "../../../../src/core/sheets/parts/unfinished";
import { whatWasWritten } from "../../../../src/core/sheets/parts/what-was-written";
import { block, book, sheet } from "./raw-book";

const plan = (values: readonly (readonly (string | number | null)[])[]): SheetPlan => ({
  kind: "ecarts",
  name: "Écarts",
  cells: values.map((line) =>
    line.map((value) => (String(value).startsWith("=") ? { value: 7, formula: String(value) } : { value })),
  ),
  styles: [],
  merges: [],
  columnWidths: [],
  rowHeights: [],
  frozenRows: 0,
  page: { orientation: "portrait", paper: "A4", margins: MARGINS, titleRows: null, header: "", footer: "" },
});

describe("marks of what is being written", () => {
  it.each(["ecarts", "proces-verbal", "bilan-financier", "placed", "annexe"] as const)("are read back: %s", (kind) => {
    const [found] = readUnfinished([{ name: unfinishedMark(kind, 2), formula: "='L''avenant'!$C$6:$P$28" }]);
    const range = { sheet: "L'avenant", top: 5, left: 2, bottom: 27, right: 15 };
    expect(found).toEqual({ kind, mark: unfinishedMark(kind, 2), range });
  });

  it("say which sheet is ours, and nothing of where it was deleted", () => {
    expect(resultSheetOfMark(unfinishedMark("synthese"))).toBe("synthese");
    expect(resultSheetOfMark(unfinishedMark("annexe"))).toBeNull();
    expect(readUnfinished([{ name: unfinishedMark("ecarts"), formula: "=#REF!$A$1" }])[0]?.range).toBeNull();
    expect(readUnfinished([{ name: "Total_2024", formula: "=A!$A$1" }])).toEqual([]);
  });

  it("keep half an annexe from being read, and leave what stands beside it", () => {
    const area = { sheet: "Notes", top: 1, left: 1, bottom: 2, right: 1 };
    const notes = sheet("Notes", [
      block([
        ["a", "b"],
        ["c", "d"],
        ["e", "=1+1"],
        ["g", "h"],
      ]),
    ]);
    const placed = withoutUnfinished(notes, [{ kind: "placed", mark: "x", range: area }]);
    expect(placed.blocks[0]?.values).toEqual([
      ["a", "b"],
      ["c", null],
      ["e", null],
      ["g", "h"],
    ]);
    expect(placed.blocks[0]?.formulas.flat().every((formula) => formula === null)).toBe(true);
    expect(withoutUnfinished(notes, [{ kind: "annexe", mark: "x", range: area }]).blocks).toEqual([]);
    expect(withoutUnfinished(notes, [{ kind: "ecarts", mark: "x", range: area }])).toEqual(notes);
  });
});

describe("rows that are kept", () => {
  const headings = ECARTS_COLUMNS.map(({ heading }) => heading);
  const line = (id: string, text: string | null) => {
    const cells = new Array<CellValue>(ECARTS_COLUMNS.length).fill(null);
    cells[ecartsColumn("identifiant")] = id;
    cells[ecartsColumn("justification")] = text;
    return cells;
  };
  const ecarts = (...blocks: readonly RawBlock[]) => book([sheet("Écarts", blocks, { resultSheet: "ecarts" })]);

  it("are those on which somebody typed, word for word, and read the same", () => {
    const read = ecarts(
      block([["Titre"], headings, line("a/1", "raison"), line("a/2", null), line("a/3", "autre")], 0, 0),
    );
    const kept = keptRows(read);
    expect(kept?.values).toEqual([headings, line("a/1", "raison"), line("a/3", "autre")]);
    const again = kept ? readSaisies([{ row: 300, column: 0, ...kept }]) : [];
    // Only the place differs: they stand elsewhere now.
    const before = readSaisies(read.sheets[0]?.blocks ?? []);
    expect(again).toEqual(before.map((saisie, index) => ({ ...saisie, place: { ...saisie.place, row: 301 + index } })));
    expect(again).toHaveLength(2);
  });

  it("are none where nobody typed, and one where a stopped write left them twice", () => {
    expect(keptRows(ecarts(block([headings, line("a/1", null)])))).toBeNull();
    const twice = ecarts(block([headings, line("a/1", "raison")]), block([headings, line("a/1", "raison")], 400));
    expect(keptRows(twice)?.values).toHaveLength(2);
  });

  it("stand under their own headings where the agent has moved the columns", () => {
    const moved = [...headings].reverse();
    const read = ecarts(
      block([moved, [...line("a/1", "raison")].reverse()]),
      block([headings, line("a/2", "autre")], 400),
    );
    expect(readSaisies(read.sheets[0]?.blocks ?? []).map(({ id, text }) => [id, text])).toEqual([
      ["a/1", "raison"],
      ["a/2", "autre"],
    ]);
    expect(keptRows(read)?.values).toHaveLength(4);
  });
});

describe("what of a plan is there", () => {
  const wanted = plan([
    ["Titre", null],
    [12, "=A2"],
  ]);
  const ours = (values: readonly (readonly CellValue[])[]) =>
    sheet("Écarts", [block(values)], { resultSheet: "ecarts" });
  const before = book([ours([["Ancien"]])]);
  const { targets } = resultTargets([wanted], before, () => false);
  const states = (now: RawWorkbook) =>
    whatWasWritten({ highlights: null, sheets: [wanted] }, { sheets: targets, annexes: [] }, before, now).map(
      ({ isAsBefore, isAsPlanned }) => [isAsBefore, isAsPlanned],
    );

  it.each([
    [
      "nothing",
      before,
      [
        [true, false],
        [true, true],
      ],
    ],
    [
      "all",
      book([
        ours([
          ["Titre", null],
          [12, "=A2"],
        ]),
      ]),
      [
        [false, true],
        [true, true],
      ],
    ],
    [
      "half",
      book([
        ours([
          ["Titre", null],
          [13, "=A2"],
        ]),
      ]),
      [
        [false, false],
        [true, true],
      ],
    ],
    [
      "all and something of before below",
      book([
        ours([
          ["Titre", null],
          [12, "=A2"],
          ["x", null],
        ]),
      ]),
      [
        [false, false],
        [true, true],
      ],
    ],
    [
      "gone",
      book([]),
      [
        [false, false],
        [true, true],
      ],
    ],
  ])("%s", (_, now, expected) => {
    expect(states(now)).toEqual(expected);
  });

  it("is half as long as its mark stands, whatever the cells hold", () => {
    const range = { sheet: "Écarts", top: 0, left: 0, bottom: 0, right: 0 };
    const unfinished = [{ kind: "ecarts" as const, mark: unfinishedMark("ecarts"), range }];
    const now = book(
      [
        ours([
          ["Titre", null],
          [12, "=A2"],
        ]),
      ],
      { unfinished },
    );
    expect(states(now)).toEqual([
      [false, false],
      [false, false],
    ]);
  });
});

describe("the sheets that are written to", () => {
  const annexe = { ...plan([["Titre", 12]]), name: "Échéancier", controls: [], names: [] };
  const isEmpty = ({ blocks }: RawSheet) => blocks.length === 0;
  const target = (...sheets: readonly RawSheet[]) => {
    const [found] = annexeTargets([annexe], book(sheets), [], isEmpty);
    return [found?.name, found?.sheet?.id ?? null, found?.isWhole ?? false];
  };

  it("are new beside the agent's, an empty one that bears the name, or the whole one that nobody touched", () => {
    expect(target()).toEqual(["Échéancier", null, false]);
    expect(target(sheet("échéancier", [block([["à moi"]])]))).toEqual(["Échéancier (2)", null, false]);
    expect(target(sheet("Échéancier", []))).toEqual(["Échéancier", "Échéancier", false]);
    expect(target(sheet("Échéancier", [], { visibility: "hidden" }))).toEqual(["Échéancier (2)", null, false]);
    expect(target(sheet("Échéancier", [block([["Titre", 12]])]))).toEqual(["Échéancier", "Échéancier", true]);
    expect(target(sheet("Échéancier", [block([["Titre", 12, "vu"]])]))).toEqual(["Échéancier (2)", null, false]);
  });

  it("do not count the half that goes first", () => {
    const range = { sheet: "Échéancier", top: 0, left: 0, bottom: 0, right: 0 };
    const half = book([sheet("Échéancier", [])], { unfinished: [{ kind: "annexe", mark: "m", range }] });
    expect(annexeTargets([annexe], half, [], isEmpty)[0]).toMatchObject({ name: "Échéancier", sheet: null });
  });
});
