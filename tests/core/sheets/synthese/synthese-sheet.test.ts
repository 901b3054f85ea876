// « Synthèse par axe »: figures that follow the agent's cells, and never a figure that is wrong.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import type { SheetPlan } from "../../../../src/core/workbook-port";
import { tableauBudgetaire, tableauIndicateurs } from "../../reading/annexes";
import { rawWorkbook, type CellLiteral } from "../../reading/raw-workbook-builder";
import { annexesWorkbook, BUDGET, composeFor, type Slips } from "../annexes-workbook";
import { compute } from "../spreadsheet";
import { rowWhere, textOf, valuesOf } from "../written-sheet";

const NB = "\u00a0";
const AXE_1 = "Axe 1";

/** The rows of one year, without the year. */
function yearRows(plan: SheetPlan, year: number) {
  return valuesOf(plan)
    .filter(([first]) => first === year)
    .map((row) => row.slice(1));
}

function rowOf(slips: Slips, nom: string | RegExp, year: number) {
  const { synthese } = composeFor(annexesWorkbook(slips));
  const row = yearRows(synthese, year).find(([label]) =>
    nom instanceof RegExp ? nom.test(String(label)) : label === nom,
  );
  if (!row) throw new Error(`no row ${String(nom)}`);
  return row;
}

describe("the annex tables", () => {
  it("gives each axe and the year's total, with the split that the contract fixes", () => {
    const { synthese } = composeFor(annexesWorkbook());
    const axes = contratIntegre.axes.map(({ numero, intitule }) => [`Axe ${numero}`, intitule]);
    expect(yearRows(synthese, 2024)).toEqual([
      [...(axes[0] ?? []), 85000, 85000, 170000, 0.5, 85000, 0, "✓ Conforme", "Répartition fixée au contrat"],
      [...(axes[1] ?? []), 45000, 45000, 90000, 0.5, 45000, 0, "✓ Conforme", "Répartition fixée au contrat"],
      [...(axes[2] ?? []), 147500, 147500, 295000, 0.5, 147500, 0, "✓ Conforme", "Répartition fixée au contrat"],
      [...(axes[3] ?? []), 55000, 55000, 110000, 0.5, 55000, 0, "✓ Conforme", "Répartition fixée au contrat"],
      ["Total 2024", null, 332500, 332500, 665000, 0.5, 332500, 0, "✓ Conforme", "Enveloppe de l’année"],
    ]);
    expect(yearRows(synthese, 2026)[2]?.slice(2)).toEqual([
      ...[160000, 160000, 320000, 0.5, 160000, 0, "✓ Conforme", "Somme des actions du contrat, provisionnel"],
    ]);
  });

  it("points at the agent's cells, neighbouring ones as a range", () => {
    const { synthese } = composeFor(annexesWorkbook());
    const row = rowWhere(synthese, 0, 2024);
    expect(synthese.cells[row]?.slice(3, 10).map(({ formula }) => formula)).toEqual([
      `=IF(COUNT('Tableau budgétaire'!C4:C5)<2,"non calculable",SUM('Tableau budgétaire'!C4:C5))`,
      `=IF(COUNT('Tableau budgétaire'!D4:D5)<2,"non calculable",SUM('Tableau budgétaire'!D4:D5))`,
      '=IF(COUNT(D5,E5)<2,"non calculable",ROUND(D5+E5,2))',
      '=IF(AND(ISNUMBER(E5),N(F5)>0),INT(ROUND(E5*1000000,0)/ROUND(F5*100,0)+0.5)/10000,"–")',
      undefined,
      '=IF(ISNUMBER(D5),ROUND(D5-H5,2),"–")',
      undefined,
    ]);
    expect(synthese.cells[row + 4]?.[3]?.formula).toBe('=IF(COUNT(D5:D8)<4,"non calculable",SUM(D5:D8))');
  });
});

describe("live figures, computed by a spreadsheet engine", () => {
  const cases: Record<string, Slips> = {
    "the annex tables": {},
    "a centime missing": { G4: 64999.99 },
    "a text amount": { F8: "20 000 €" },
    "a k€ amount": { F8: "20 k€" },
    "hidden decimals": { C4: 65000.004, C5: 20000.004 },
    "an unreadable amount": { I11: "Entre 200 et 500" },
    "an empty and an nd amount": { C4: null, C5: "nd" },
    "a whole axe at zero": { C4: 0, D4: 0, C5: 0, D5: 0 },
    "a negative amount": { C4: -65000 },
  };

  it.each(Object.entries(cases))("%s: every formula gives the planned value", (_, slips) => {
    const raw = annexesWorkbook(slips);
    const { synthese } = composeFor(raw);
    const computed = compute(raw, synthese);
    for (const [row, cells] of synthese.cells.entries()) {
      for (const [column, { value, formula }] of cells.entries()) {
        if (formula === undefined) continue;
        const result = computed[row]?.[column];
        if (typeof value === "number") expect(Number(result)).toBeCloseTo(value, 6);
        else expect(result).toBe(value);
      }
    }
  });

  it("follows a cell that the agent changes after the run", () => {
    const { synthese } = composeFor(annexesWorkbook());
    const row = rowWhere(synthese, 0, 2024);
    const changed = compute(annexesWorkbook({ D4: 64999.99 }), synthese)[row];
    expect(changed?.[4]).toBe("84999.99");
  });

  it("counts an empty cell once it is filled in", () => {
    const { synthese } = composeFor(annexesWorkbook({ C4: null }));
    expect(compute(annexesWorkbook(), synthese)[rowWhere(synthese, 0, 2024)]?.[3]).toBe("85000");
  });
});

describe("conformity is what the rules say", () => {
  const firstAction = (local: number): Slips => ({
    ...{ D4: local, B4: 65000 + local },
    ...{ D5: 85000 - local, B5: 105000 - local },
  });

  it("of an action below its minimum, though its axe and its year reach it", () => {
    expect(rowOf(firstAction(65000), AXE_1, 2024)[8]).toBe("✓ Conforme");
    const row = rowOf(firstAction(64999.99), AXE_1, 2024);
    expect(row.slice(3, 5)).toEqual([85000, 170000]);
    expect(row[8]).toBe("✗ NON CONFORME");
    expect(row[9]).toContain("(action 1)");
    expect(rowOf(firstAction(64999.99), "Total 2024", 2024)[8]).toBe("✗ NON CONFORME");
    expect(rowOf(firstAction(64999.99), "Axe 2", 2024)[8]).toBe("✓ Conforme");
    expect(rowOf(firstAction(64999.99), AXE_1, 2025)[8]).toBe("✓ Conforme");
  });

  it("no error of an amount that no avenant has fixed yet", () => {
    const slips = { E4: 130002, F4: 65001, G4: 65001, E5: 39998, F5: 19999, G5: 19999 };
    expect(rowOf(slips, AXE_1, 2025)[8]).toBe("À justifier");
  });
});

describe("what Excel cannot add", () => {
  it("puts the value of a text amount in the formula, for as long as the text stands", () => {
    const { synthese } = composeFor(annexesWorkbook({ F8: "20 000 €" }));
    const row = synthese.cells.findIndex(([year, axe]) => year?.value === 2025 && axe?.value === "Axe 2");
    expect(synthese.cells[row]?.[3]?.value).toBe(45000);
    expect(compute(annexesWorkbook({ F8: "20 000 €" }), synthese)[row]?.[3]).toBe("45000");
    for (const other of [null, "25 000 €", 25000]) {
      expect(compute(annexesWorkbook({ F8: other }), synthese)[row]?.[3]).toBe("non calculable");
    }
  });

  it("rounds hidden decimals to the centime, cell by cell", () => {
    const raw = annexesWorkbook({ C4: 65000.004, C5: 20000.004 });
    const { synthese } = composeFor(raw);
    const row = rowWhere(synthese, 0, 2024);
    expect(synthese.cells[row]?.[3]?.formula).toContain("ROUND('Tableau budgétaire'!C4,2)");
    expect(compute(raw, synthese)[row]?.[3]).toBe("85000");
  });

  it("says of a sum that it is not calculable once one of its cells is emptied", () => {
    const { synthese } = composeFor(annexesWorkbook());
    const row = rowWhere(synthese, 0, 2024);
    const emptied = compute(annexesWorkbook({ D5: null }), synthese);
    expect(emptied[row]?.slice(4, 9)).toEqual(["non calculable", "non calculable", "–", "85000", "0"]);
    expect(emptied[row + 4]?.[4]).toBe("non calculable");
  });

  it("shows the error of an unreadable amount, in its axe and in its year", () => {
    const row = rowOf({ I11: "Entre 200 et 500" }, /^Axe 3/, 2026);
    expect(row[8]).toBe("✗ NON CONFORME");
    expect(row[9]).toContain("État – Illisible : I11");
    expect(rowOf({ I11: "Entre 200 et 500" }, "Total 2026", 2026)[8]).toBe("✗ NON CONFORME");
  });

  it("names missing amounts", () => {
    expect(rowOf({ C4: "nd", D5: null }, AXE_1, 2024)[9]).toMatch(
      /État – Non renseigné : C4\nMétropole – Non renseigné : D5/,
    );
  });

  it("leaves the share empty where nothing is given", () => {
    expect(rowOf({ C4: 0, D4: 0, C5: 0, D5: 0 }, AXE_1, 2024)[5]).toBe("–");
  });

  it("applies the unit of the table", () => {
    const thousands = tableauBudgetaire.map((row) =>
      row.map((cell) => (typeof cell === "number" && cell > 3000 ? cell / 1000 : cell)),
    );
    const raw = rawWorkbook({
      [BUDGET]: [["Montants en milliers d'euros"], ...thousands],
      Indicateurs: tableauIndicateurs,
    });
    const { synthese } = composeFor(raw);
    const row = rowWhere(synthese, 0, 2024);
    expect(synthese.cells[row]?.[3]?.formula).toContain("SUM('Tableau budgétaire'!C5:C6)*1000");
    expect(Number(compute(raw, synthese)[row]?.[3])).toBe(85000);
  });
});

describe("tables of another shape", () => {
  it("counts an action where it stands, and shows what stands under no axe of the contract", () => {
    const rows = tableauBudgetaire.map((row) => [...row]);
    rows.splice(5, 0, ["Axe « Hors contrat »"], ["99 Action imprévue", 20, 10, 10, 20, 10, 10, 20, 10, 10, 20, 10, 10]);
    const { synthese } = composeFor(rawWorkbook({ [BUDGET]: rows, Indicateurs: tableauIndicateurs }));
    const last = yearRows(synthese, 2024).at(-2);
    expect(last?.slice(0, 3)).toEqual(["Hors contrat", `«${NB}Axe « Hors contrat »${NB}»`, 10]);
    expect(last?.[8]).toBe("✗ NON CONFORME");
    expect(yearRows(synthese, 2024).at(-1)?.[2]).toBe(332510);
  });

  it("says that a year is absent instead of showing zero", () => {
    const rows = tableauBudgetaire.map((row) => row.slice(0, 10));
    const { synthese } = composeFor(rawWorkbook({ [BUDGET]: rows, Indicateurs: tableauIndicateurs }));
    expect(yearRows(synthese, 2027)[0]?.slice(2)).toEqual([
      ...["absent", "absent", "absent", "–", 85000, "–", "Non vérifiable"],
      "Somme des actions du contrat, provisionnel\nÉtat – aucune colonne 2027 reconnue dans le tableau\n" +
        "Métropole – aucune colonne 2027 reconnue dans le tableau",
    ]);
    expect(yearRows(synthese, 2027).at(-1)?.[8]).toBe("✗ NON CONFORME");
  });

  it("says that there is no budget table", () => {
    const { synthese } = composeFor(rawWorkbook({ Indicateurs: tableauIndicateurs }));
    expect(textOf(synthese)).toContain("aucun tableau budgétaire n’a été reconnu dans le classeur");
    expect(synthese.frozenRows).toBe(0);
  });

  it("quotes a sheet name with an apostrophe", () => {
    const raw = rawWorkbook({ "Budget de l'année": tableauBudgetaire, Indicateurs: tableauIndicateurs });
    const { synthese } = composeFor(raw);
    const row = rowWhere(synthese, 0, 2024);
    expect(synthese.cells[row]?.[3]?.formula).toContain("SUM('Budget de l''année'!C4:C5)");
    expect(compute(raw, synthese)[row]?.[3]).toBe("85000");
  });

  it("keeps formulas within Excel's limits when the actions of an axe are scattered", () => {
    const axe = (numero: number): CellLiteral[] => [contratIntegre.axes[numero]?.intitule ?? ""];
    const action = (index: number): CellLiteral[] => [
      `Action inconnue ${index}`,
      ...[2, 1, 1, 2, 1, 1, 2, 1, 1, 2, 1, 1],
    ];
    const scattered = Array.from({ length: 1200 }, (_, index) => [
      [`Axe « ${String(axe(index % 2)[0])} »`],
      action(index),
    ]).flat();
    const rows = [...tableauBudgetaire.slice(0, 14), ...scattered, ...tableauBudgetaire.slice(14)];
    const { synthese } = composeFor(rawWorkbook({ [BUDGET]: rows, Indicateurs: tableauIndicateurs }));
    const formulas = synthese.cells.flat().flatMap(({ formula }) => formula ?? []);
    expect(Math.max(...formulas.map((formula) => formula.length))).toBeLessThanOrEqual(8192);
    const row = yearRows(synthese, 2024)[0];
    expect(row?.[2]).toBe(85600);
    expect(row?.[9]).toContain("Cellules trop dispersées pour une formule");
  });
});

describe("on paper", () => {
  it("numbers the pages and stays within a landscape page", () => {
    const { synthese } = composeFor(annexesWorkbook());
    expect(synthese.page).toMatchObject({
      orientation: "landscape",
      header: "Synthèse par axe – &F – situation au 30/06/2024",
      footer: "Page &P / &N",
    });
    expect(synthese.frozenRows).toBe(4);
    expect(synthese.cells.every((row) => row.length === synthese.columnWidths.length)).toBe(true);
  });

  it("repeats the heading where the table does not fit a page, and nowhere else", () => {
    expect(composeFor(annexesWorkbook()).synthese.page.titleRows).toBeNull();
    const headings = Array.from({ length: 20 }, (_, index) => [
      [`Axe « Hors contrat ${index} »`],
      [`99 Action ${index}`, 20, 10, 10, 20, 10, 10, 20, 10, 10, 20, 10, 10],
    ]).flat();
    const rows = [...tableauBudgetaire.slice(0, 14), ...headings, ...tableauBudgetaire.slice(14)];
    const { synthese } = composeFor(rawWorkbook({ [BUDGET]: rows, Indicateurs: tableauIndicateurs }));
    expect(synthese.page.titleRows).toEqual([3, 3]);
  });
});
