// An annexe at the agent's cell, in Excel and on the file: the same workbook, nothing of his changed; or one sentence and nothing.
import { readFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import type { CellRef } from "xlsx-model/cell-ref";
import { verify } from "../../src/core/verify";
import type { WorkbookPort } from "../../src/core/workbook-port";
import { WorkbookError } from "xlsx-model/plan";
import type { AnnexeRequest } from "../../src/core/sheets/annexes/annexe-request";
import { excelWorkbook } from "../../src/excel/excel-workbook";
import { runExcel } from "../../src/excel/run-excel";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { openXlsx } from "xlsx-model/open-xlsx";
import type { WorkbookModel } from "xlsx-model/workbook-model";
import type { CellContent } from "xlsx-model/sheet-values";
import { hostErrors } from "simulated-excel/wire";
import { insertAnnexe } from "../../src/usecases/insert-annexe";
import { describeWorkbook } from "./describe-workbook";
import { protect, protectStructure, sheetNamed, simulatedExcel, workbookOf } from "./simulated-excel";

const excel = simulatedExcel();
const AS_OF = "2024-06-30";
const NAME = "classeur.xlsx";
const BUDGET: AnnexeRequest = { kind: "budget", sousTotaux: true };
const ONE_SHEET: readonly AnnexeRequest[] = [
  BUDGET,
  { kind: "indicateurs", realises: true },
  { kind: "execution", annee: 2025 },
  { kind: "fiches", action: 5 },
  { kind: "imputation" },
  { kind: "echeancier" },
];
const AT: CellRef = { sheet: "Notes", row: 5, column: 2 };

interface Opened {
  readonly insert: (request: AnnexeRequest | readonly AnnexeRequest[], cell?: CellRef) => Promise<readonly string[]>;
  readonly port: <T>(work: (port: WorkbookPort) => Promise<T>) => Promise<T>;
  readonly model: WorkbookModel;
  /** As a workbook that is open has everything calculated. */
  readonly calculate: () => Promise<void>;
}

const insertion =
  (port: Opened["port"]): Opened["insert"] =>
  (request, cell = AT) =>
    port(async (workbook) => {
      const requests = [request].flat() as AnnexeRequest[];
      return (await insertAnnexe(workbook, contratIntegre, AS_OF, requests, "built-in", { cell })).sheetNames;
    });

function inExcel(bytes: Uint8Array): Opened {
  excel.host.open(openXlsx(bytes, NAME));
  const port: Opened["port"] = (work) => runExcel((context) => work(excelWorkbook(context)));
  return { insert: insertion(port), port, model: excel.host.model, calculate: () => excel.host.calculate() };
}

function onFile(bytes: Uint8Array): Opened {
  const { port, model } = openFileWorkbook(bytes, NAME);
  const use: Opened["port"] = (work) => work(port);
  return { insert: insertion(use), port: use, model, calculate: () => model.calculate() };
}

const ADAPTERS = [
  ["in Excel", inExcel],
  ["on the file", onFile],
] as const;

/** With a text beside the place, a format of text in it, and a page of the agent's own. */
function agentWorkbook(change: (model: WorkbookModel) => void = () => {}): Uint8Array {
  const model = workbookOf({ Notes: [["Réunion du 12 mars"], [], [], [], [], [], [], ["à gauche"]], Vide: [] }, NAME);
  const notes = sheetNamed(model, "Notes");
  notes.setColumnWidth(0, 33);
  notes.setColumnWidth(2, 7);
  notes.setStyle({ top: 0, left: 0, bottom: 40, right: 20 }, { numberFormat: "@", fill: "#FFF2CC" });
  notes.frozenRows = 2;
  notes.pageSetup = { ...notes.pageSetup, orientation: "portrait", header: "Le mien" };
  model.setName({ name: "Total_2024", formula: "Notes!$A$1", hidden: false, scope: null });
  change(model);
  return model.save();
}

describe("an annexe at a cell", () => {
  it.each(ONE_SHEET.map((request) => [request.kind, request] as const))(
    "is the same in Excel and on the file, and when it is saved: %s",
    async (_, request) => {
      const [first, second] = [inExcel(agentWorkbook()), onFile(agentWorkbook())];
      expect([await first.insert(request), await second.insert(request)]).toEqual([["Notes"], ["Notes"]]);
      expect(describeWorkbook(first.model)).toEqual(describeWorkbook(second.model));
      const saved = openXlsx(first.model.save(), NAME);
      await saved.calculate();
      expect(describeWorkbook(saved)).toEqual(describeWorkbook(second.model));
    },
  );

  it.each(ONE_SHEET.map((request) => [request.kind, request] as const))(
    "shows what its own sheet would show: %s",
    async (_, request) => {
      const placed = onFile(agentWorkbook());
      await placed.insert(request);
      const own = onFile(agentWorkbook());
      const { sheetNames } = await own.port((port) => insertAnnexe(port, contratIntegre, AS_OF, [request]));
      const [name = ""] = sheetNames;
      const [there, here] = [sheetNamed(own.model, name), sheetNamed(placed.model, "Notes")];
      const used = there.usedRange(false);
      for (let row = 0; row <= (used?.bottom ?? -1); row += 1) {
        for (let column = 0; column <= (used?.right ?? -1); column += 1) {
          expect(here.content(row + AT.row, column + AT.column).value).toBe(there.content(row, column).value);
          expect(here.style(row + AT.row, column + AT.column)).toEqual(there.style(row, column));
        }
      }
    },
  );

  it.each(ADAPTERS)("leaves all that is the agent's, %s", async (_, open) => {
    const { insert, model } = open(agentWorkbook());
    const notes = sheetNamed(model, "Notes");
    const before = describeWorkbook(model);
    await insert(BUDGET);
    const after = describeWorkbook(model);
    const { top, left, bottom, right } = { top: 5, left: 2, bottom: 27, right: 14 };
    const outside = ({ cells }: (typeof after.sheets)[number]) =>
      cells.filter(([row, column]) => {
        const [at, beside] = [Number(row), Number(column)];
        return at < top || at > bottom || beside < left || beside > right;
      });
    const [was, is] = [before.sheets[0], after.sheets[0]];
    if (!was || !is) throw new Error("no sheet");
    const known = outside(was);
    expect(outside(is).slice(0, 40)).toEqual(known.slice(0, 40));
    expect([is.frozenRows, is.pageSetup, is.name]).toEqual([was.frozenRows, was.pageSetup, was.name]);
    expect(is.widths.slice(0, 3)).toEqual([33, null, 40]);
    // The row that begins with a text of the agent's keeps its height.
    expect(notes.rowHeight(7)).toBeNull();
    expect(notes.rowHeight(5)).toBe(26);
    expect(after.sheets[1]).toEqual(before.sheets[1]);
    expect(model.activeSheet.name).toBe("Notes");
  });

  it.each(ADAPTERS)("moves formulas, controls and names, and hides no name of the workbook's, %s", async (_, open) => {
    const { insert, model } = open(agentWorkbook());
    const notes = sheetNamed(model, "Notes");
    await insert(BUDGET);
    expect(notes.content(12, 3)).toMatchObject({ formula: "=E13+F13" });
    expect(notes.content(27, 3)).toMatchObject({ value: 665000 });
    expect(notes.entryControls.map(({ range }) => [range.top, range.left])).toContainEqual([12, 4]);
    const names = model.names
      .filter(({ scope }) => scope === notes.id)
      .map(({ name, formula }) => `${name} ${formula}`);
    expect(names).toContain("Total_2024_2 Notes!$D$28");
    expect(names).toContain("Total_2025 Notes!$G$28");
    await insert({ kind: "budget", sousTotaux: false }, { ...AT, row: 40 });
    const again = model.names.filter(({ scope }) => scope === notes.id).map(({ name }) => name);
    expect(again).toContain("Total_2024_3");
    expect(new Set(again).size).toBe(again.length);
  });

  it.each(ADAPTERS)("is read by Vérifier without an error, %s", async (_, open) => {
    const { insert, port } = open(agentWorkbook());
    await insert(BUDGET);
    await insert({ kind: "indicateurs", realises: false }, { sheet: "Vide", row: 2, column: 1 });
    const { verification } = verify(await port((workbook) => workbook.read()), contratIntegre, AS_OF);
    expect(verification.read.map(({ kind, sheet }) => [kind, sheet])).toEqual(
      expect.arrayContaining([
        ["budget", "Notes"],
        ["indicators", "Vide"],
      ]),
    );
    expect(verification.findings.filter(({ severity }) => severity !== "info")).toEqual([]);
  });

  it.each(ADAPTERS)("needs no new sheet: the workbook's structure may be protected, %s", async (_, open) => {
    const { insert, model } = open(agentWorkbook());
    protectStructure(model);
    expect(await insert({ kind: "echeancier" })).toEqual(["Notes"]);
    await expect(insert({ kind: "echeancier" }, { sheet: "Vide", row: 0, column: 0 })).resolves.toEqual(["Vide"]);
  });
});

function withPart(bytes: Uint8Array, path: string, content: string, kind: string): Uint8Array {
  const parts = unzipSync(bytes);
  const rels = "xl/worksheets/_rels/sheet1.xml.rels";
  const known = parts[rels] ? strFromU8(parts[rels]) : '<Relationships xmlns="r"></Relationships>';
  const added = `<Relationship Id="rIdX" Type="http://x/${kind}" Target="../${path}"/></Relationships>`;
  return zipSync({
    ...parts,
    [`xl/${path}`]: strToU8(content),
    [rels]: strToU8(known.replace("</Relationships>", added)),
  });
}

const RICH = new Uint8Array(readFileSync("tests/fixtures/riche.xlsx"));
const commented = () =>
  withPart(
    agentWorkbook(),
    "threadedComments/threadedComment1.xml",
    '<ThreadedComments><threadedComment ref="E9"/></ThreadedComments>',
    "threadedComment",
  );
const pivoted = () =>
  withPart(agentWorkbook(), "pivotTables/p1.xml", '<p name="TCD"><location ref="E9:F12"/></p>', "pivotTable");

type Blocked = readonly [what: string, bytes: () => Uint8Array, cell: CellRef, why: string];

const BLOCKED: readonly Blocked[] = [
  [
    "a value",
    () => agentWorkbook((m) => sheetNamed(m, "Notes").setContent(9, 4, { value: 0, formula: null })),
    AT,
    "la cellule E10 n’est pas vide",
  ],
  [
    "a formula that shows nothing",
    () => agentWorkbook((m) => sheetNamed(m, "Notes").setContent(9, 4, { value: "", formula: '=""' })),
    AT,
    "la cellule E10 n’est pas vide",
  ],
  [
    "merged cells",
    () => agentWorkbook((m) => sheetNamed(m, "Notes").merge({ top: 8, left: 1, bottom: 9, right: 2 })),
    AT,
    "il s’y trouve déjà des cellules fusionnées (B9:C10)",
  ],
  ["a comment", commented, AT, "il s’y trouve déjà un commentaire (E9)"],
  ["a pivot table", pivoted, AT, "il s’y trouve déjà le tableau croisé « TCD »"],
  ["a chart", () => RICH, { sheet: "Graphique", row: 4, column: 1 }, "il s’y trouve déjà l’objet « Chart 1 »"],
  ["a table", () => RICH, { sheet: "Versements", row: 0, column: 0 }, "la cellule A1 n’est pas vide"],
  [
    "controlled entries",
    () =>
      agentWorkbook((m) =>
        sheetNamed(m, "Notes").addEntryControl({
          range: { top: 9, left: 3, bottom: 9, right: 3 },
          rule: { kind: "decimal", minimum: 0 },
          title: "Montant",
          message: "Un montant.",
        }),
      ),
    AT,
    "il s’y trouve déjà une validation des données",
  ],
  ["the lower edge", agentWorkbook, { ...AT, row: 1_048_570 }, "L’annexe ne tient pas à partir de la cellule C1048571"],
  ["the right edge", agentWorkbook, { ...AT, column: 16_380 }, "L’annexe ne tient pas à partir de la cellule XFA6"],
  ["a sheet that does not exist", agentWorkbook, { ...AT, sheet: "Absente" }, "n’a pas de feuille « Absente »"],
];

describe("a place that is not free", () => {
  describe.each(ADAPTERS)("%s", (_, open) => {
    it.each(BLOCKED)("is told: %s", async (__, bytes, cell, why) => {
      const { insert, model, calculate } = open(bytes());
      await calculate();
      const before = describeWorkbook(model);
      const refusal = await insert(BUDGET, cell).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(WorkbookError);
      expect((refusal as Error).message.replaceAll("\u00a0", " ")).toContain(why);
      expect((refusal as Error).message).not.toContain("\n");
      expect(describeWorkbook(model)).toEqual(before);
    });

    it("is told: a protected sheet", async () => {
      const { insert, model } = open(agentWorkbook());
      protect(sheetNamed(model, "Notes"));
      await expect(insert(BUDGET)).rejects.toThrow(/La feuille «\sNotes\s» est protégée\s: rien n’y a été inséré/u);
    });

    it("is one cell for one sheet alone", async () => {
      const { insert, model } = open(agentWorkbook());
      const before = describeWorkbook(model);
      await expect(insert({ kind: "execution", annee: null })).rejects.toThrow(/fait 5 feuilles/u);
      await expect(insert({ kind: "fiches", action: null })).rejects.toThrow(/fait 8 feuilles/u);
      await expect(insert([BUDGET, { kind: "imputation" }])).rejects.toThrow(/fait 2 feuilles/u);
      await expect(insert({ kind: "contrat" })).rejects.toThrow(/toujours une feuille à elle seule/u);
      expect(describeWorkbook(model)).toEqual(before);
    });
  });

  it("is told on the file, which shows notes too", async () => {
    const { insert } = onFile(RICH);
    const cell = { sheet: "Tableau budgétaire", row: 30, column: 0 };
    await expect(insert(BUDGET, cell)).resolves.toEqual(["Tableau budgétaire"]);
  });
});

describe("a failure of Excel on the way", () => {
  it.each([
    ["the formats", "setStyle"],
    ["a merged area", "merge"],
    ["a width", "setColumnWidth"],
    ["a height", "setRowHeights"],
  ] as const)("takes back what it began: %s", async (_, member) => {
    const { insert, model } = inExcel(
      agentWorkbook((each) => sheetNamed(each, "Notes").resetStyle({ top: 0, left: 0, bottom: 40, right: 20 })),
    );
    const notes = sheetNamed(model, "Notes");
    const before = describeWorkbook(model);
    let calls = 0;
    const work = (notes[member] as (...args: unknown[]) => void).bind(notes);
    Object.defineProperty(notes, member, {
      configurable: true,
      value: (...args: unknown[]) => {
        calls += 1;
        if (calls === 2) throw hostErrors.accessDenied();
        work(...args);
      },
    });
    await expect(insert(BUDGET)).rejects.toThrow(/^Excel refuse la modification/u);
    expect(calls).toBeGreaterThan(1);
    const { sheets, names } = describeWorkbook(model);
    const content = ({ cells }: (typeof sheets)[number]) =>
      cells.flatMap((cell) => {
        const { value, formula } = cell[2] as CellContent;
        return value === null && formula === null ? [] : [cell];
      });
    expect(sheets.map(content)).toEqual(before.sheets.map(content));
    expect(sheets.map(({ merges, controls, frozenRows }) => [merges, controls, frozenRows])).toEqual(
      before.sheets.map(({ merges, controls, frozenRows }) => [merges, controls, frozenRows]),
    );
    expect(names).toEqual(before.names);
    for (let column = 0; column < 16; column += 1)
      expect(notes.columnWidth(column)).toBe(before.sheets[0]?.widths[column] ?? null);
    for (let row = 0; row < 40; row += 1) expect(notes.rowHeight(row)).toBe(before.sheets[0]?.heights[row] ?? null);
  });
});
