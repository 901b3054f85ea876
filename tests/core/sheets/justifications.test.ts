// What the agent typed beside a finding survives every later run, whatever happens to the finding.
import { describe, expect, it } from "vitest";
import { ecartsColumn, type EcartsColumn } from "../../../src/core/domain/ecarts-columns";
import { readJustifications } from "../../../src/core/reading/read-justifications";
import type { RawSheet, RawWorkbook, SheetPlan } from "../../../src/core/workbook-port";
import type { CellValue } from "xlsx-model/plan";
import { annexesWorkbook, composeFor, type Slips } from "./annexes-workbook";
import { readBack, rowWhere, textOf, valuesOf, withResults } from "./written-sheet";

const ID = "cofinancement-minimum/1/2025/metropole";
const SLIP: Slips = { G4: 64999.99 };
const TEXT = "Arrondi convenu avec la DDETS";
// 24 November 2026 as Excel counts days.
const SERIAL = 46350;

type Typed = Partial<Record<EcartsColumn, CellValue>>;

/** The sheet as the agent leaves it after typing beside one finding. */
function type(plan: SheetPlan, typed: Typed, id = ID): RawSheet {
  const values = valuesOf(plan);
  const row = values[rowWhere(plan, ecartsColumn("identifiant"), id)];
  for (const [key, value] of Object.entries(typed)) {
    if (row) row[ecartsColumn(key as EcartsColumn)] = value;
  }
  return readBack(plan, values);
}

const typedAll: Typed = { justification: TEXT, par: "M. Martin", le: SERIAL };

/** Workbook of the next run, with other figures. */
function next(slips: Slips, ecarts: RawSheet): RawWorkbook {
  return withResults(annexesWorkbook(slips), ecarts);
}

/** What stands in the three columns on every row that has some of it. */
function inscriptions(plan: SheetPlan): CellValue[][] {
  return valuesOf(plan)
    .map((row) =>
      ["identifiant", "trouve", "justification", "par", "le"].map(
        (key) => row[ecartsColumn(key as EcartsColumn)] ?? null,
      ),
    )
    .filter(([, , ...typed]) =>
      typed.some((value) => value !== null && value !== "Justification" && value !== "Par" && value !== "Le"),
    );
}

const first = composeFor(annexesWorkbook(SLIP));

describe("readJustifications", () => {
  it("reads text, author, date and the figures they were given for", () => {
    const read = readJustifications(next(SLIP, type(first.ecarts, typedAll)));
    expect([...read]).toMatchObject([
      [
        ID,
        [
          {
            sheet: "Écarts",
            saisie: { text: TEXT, by: "M. Martin", on: "2026-11-24", found: 64999.99, expected: 65000 },
          },
        ],
      ],
    ]);
  });

  it.each<[string, Typed, string | null]>([
    ["a date typed as text", { le: "24 novembre" }, "24 novembre"],
    ["a year alone", { le: 2026 }, "2026"],
    ["nothing", { le: null }, null],
    ["blanks", { le: "  " }, null],
  ])("keeps %s as it is", (_, typed, on) => {
    const read = readJustifications(next(SLIP, type(first.ecarts, { ...typedAll, ...typed })));
    expect(read.get(ID)?.[0]?.saisie.on).toBe(on);
  });

  it("finds the columns again after the agent inserted and moved some, and sorted rows", () => {
    const sheet = type(first.ecarts, typedAll);
    const blocks = sheet.blocks.map((block) => ({
      ...block,
      values: block.values.map((row) => [null, ...[...row].reverse()]),
      numberFormats: block.numberFormats.map((row) => ["General", ...[...row].reverse()]),
    }));
    expect(readJustifications(next(SLIP, { ...sheet, blocks })).get(ID)?.[0]?.saisie.text).toBe(TEXT);
  });

  it("reads nothing from an agent's own sheet of that name", () => {
    const sheet = { ...type(first.ecarts, typedAll), resultSheet: null };
    expect(readJustifications({ ...annexesWorkbook(SLIP), sheets: [sheet] }).size).toBe(0);
  });
});

describe("the same figures on the next run", () => {
  const second = composeFor(next(SLIP, type(first.ecarts, typedAll)));

  it("keeps the justification beside its finding", () => {
    expect(inscriptions(second.ecarts)).toEqual([[ID, 64999.99, TEXT, "M. Martin", SERIAL]]);
    expect(second.verification.summary.justified).toBe(1);
    expect(textOf(second.ecarts)).toContain("Erreur, justifiée");
    expect(textOf(second.ecarts)).not.toContain("Justifications à revoir");
  });

  it("is stable over further runs", () => {
    const third = composeFor(next(SLIP, readBack(second.ecarts)));
    // But for what is kept of the sheet as it stood: its severity now says that it is justified.
    expect({ ...third.ecarts, kept: null }).toEqual({ ...second.ecarts, kept: null });
  });

  it("keeps an author or a date without a text, which justifies nothing", () => {
    const run = composeFor(next(SLIP, type(first.ecarts, { par: "M. Martin" })));
    expect(inscriptions(run.ecarts)).toEqual([[ID, 64999.99, null, "M. Martin", null]]);
    expect(run.verification.summary.justified).toBe(0);
  });

  it("keeps a text that begins like a formula as a text", () => {
    const run = composeFor(next(SLIP, type(first.ecarts, { justification: "=voir mail" })));
    const cell =
      run.ecarts.cells[rowWhere(run.ecarts, ecartsColumn("identifiant"), ID)]?.[ecartsColumn("justification")];
    expect(cell).toEqual({ value: "=voir mail" });
  });
});

describe("a finding that changed or has gone", () => {
  const changed: Slips = { G4: 64999.98 };
  const second = composeFor(next(changed, type(first.ecarts, typedAll)));

  it("sets the justification aside with the figures it was given for, and asks again", () => {
    expect(textOf(second.ecarts)).toContain("Justifications à revoir");
    expect(inscriptions(second.ecarts)).toEqual([[ID, 64999.99, TEXT, "M. Martin", SERIAL]]);
    expect(second.verification.summary.justified).toBe(0);
  });

  it.each([
    ["another text", "Entre 300 et 900", 0],
    ["the same text", "Entre 200 et 500", 1],
  ])("without figures, compares what it says: %s", (_, text, justified) => {
    const { ecarts } = composeFor(annexesWorkbook({ C4: "Entre 200 et 500" }));
    const run = composeFor(next({ C4: text }, type(ecarts, typedAll, "montant-lisible/1/2024/etat")));
    expect(run.verification.summary.justified).toBe(justified);
  });

  it("asks again too when only the expected figure changed", () => {
    const id = "total-general/2025/metropole";
    const run = composeFor(next(changed, type(first.ecarts, typedAll, id)));
    expect(textOf(run.ecarts)).toContain("Justifications à revoir");
    expect(run.verification.summary.justified).toBe(0);
  });

  it("keeps the old and the new one over several runs", () => {
    const third = composeFor(next(changed, type(second.ecarts, { justification: "Nouvelle raison" })));
    const both = [
      [ID, 64999.98, "Nouvelle raison", null, null],
      [ID, 64999.99, TEXT, "M. Martin", SERIAL],
    ];
    expect(inscriptions(third.ecarts)).toEqual(both);
    expect(third.verification.summary.justified).toBe(1);
    const fourth = composeFor(next(changed, readBack(third.ecarts)));
    expect(inscriptions(fourth.ecarts)).toEqual(both);
    const gone = composeFor(next({}, readBack(fourth.ecarts)));
    expect(inscriptions(gone.ecarts).map((row) => row[2])).toEqual(["Nouvelle raison", TEXT]);
  });

  it("puts it back beside its finding when the figures come back", () => {
    const back = composeFor(next(SLIP, readBack(second.ecarts)));
    expect(back.verification.summary.justified).toBe(1);
    expect(textOf(back.ecarts)).not.toContain("Justifications à revoir");
  });

  it("says what the finding was, once it has gone", () => {
    const gone = composeFor(next({}, readBack(second.ecarts)));
    const section = textOf(gone.ecarts).split("Justifications à revoir")[1] ?? "";
    expect(section).toContain(
      "La collectivité apporte au moins la part minimale de chaque action | 2.2 | Erreur | 1 | 2025",
    );
    expect(section).toContain(`64999.99 | 65000`);
    expect(section).toContain("il manque 0,01");
  });

  it("drops it once the agent has emptied its cells", () => {
    const emptied = type(second.ecarts, {});
    const values = valuesOf(second.ecarts);
    for (const row of values)
      if (row[ecartsColumn("justification")] === TEXT)
        for (const key of ["justification", "par", "le"] as const) row[ecartsColumn(key)] = null;
    const run = composeFor(next(changed, { ...emptied, blocks: readBack(second.ecarts, values).blocks }));
    expect(inscriptions(run.ecarts)).toEqual([]);
    expect(textOf(run.ecarts)).not.toContain("Justifications à revoir");
  });

  it("keeps a text typed on a row that bears no identifier", () => {
    const run = composeFor(next(SLIP, type(first.ecarts, { justification: "Sans attache", identifiant: null })));
    expect(inscriptions(run.ecarts)).toEqual(
      [[null, 64999.99, "Sans attache", null, null]].map((row) => ["", ...row.slice(1)]),
    );
    expect(textOf(run.ecarts)).toContain("Justifications à revoir");
  });
});

describe("a hidden sheet of results", () => {
  it.each(["hidden", "veryHidden"] as const)("keeps what was typed in it when it is %s", (visibility) => {
    const run = composeFor(next(SLIP, { ...type(first.ecarts, typedAll), visibility }));
    expect(inscriptions(run.ecarts)).toEqual([[ID, 64999.99, TEXT, "M. Martin", SERIAL]]);
  });
});
