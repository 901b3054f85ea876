// The « Écarts » sheet: each finding with its link and figures, and an honest account of what was not checked.
import { contratIntegre } from "../../../../src/contracts/built-in";
import { describe, expect, it } from "vitest";
import { ecartsColumn, type EcartsColumn } from "../../../../src/core/domain/ecarts-columns";
import type { SheetPlan } from "../../../../src/core/workbook-port";
import { composeEcartsSheet } from "../../../../src/core/sheets/ecarts/ecarts-sheet";
import { tableauBudgetaire, tableauIndicateurs } from "../../reading/annexes";
import { rawWorkbook } from "../../reading/raw-workbook-builder";
import { annexesWorkbook, BUDGET, composeFor } from "../annexes-workbook";
import { rowWhere, styleAt, textOf, valuesOf } from "../written-sheet";

const ID = ecartsColumn("identifiant");
const HEADING = 4;
const COFINANCEMENT = "cofinancement-minimum/1/2025/metropole";

function cellsOf(plan: SheetPlan, id: string) {
  const cells = plan.cells[rowWhere(plan, ID, id)] ?? [];
  return (key: Parameters<typeof ecartsColumn>[0]) => cells[ecartsColumn(key)];
}

describe("one row per finding", () => {
  const { ecarts } = composeFor(annexesWorkbook({ G4: 64999.99 }));
  const cell = cellsOf(ecarts, COFINANCEMENT);

  it("says rule, article, severity, action, year and figures", () => {
    expect(cell("regle")?.value).toBe("La collectivité apporte au moins la part minimale de chaque action");
    expect(cell("article")?.value).toBe("2.2");
    expect(cell("gravite")?.value).toBe("Erreur");
    expect(cell("action")?.value).toBe(1);
    expect(cell("annee")?.value).toBe(2025);
    expect([cell("trouve")?.value, cell("attendu")?.value, cell("ecart")?.value]).toEqual([64999.99, 65000, -0.01]);
    expect(cell("message")?.value).toContain("il manque 0,01");
    expect([cell("justification")?.value, cell("par")?.value, cell("le")?.value]).toEqual([null, null, null]);
  });

  it("links to the cell", () => {
    expect(cell("cellule")).toEqual({
      value: "Tableau budgétaire!G4",
      formula: `=HYPERLINK("#'Tableau budgétaire'!G4","Tableau budgétaire!G4")`,
    });
  });

  it("shows amounts in euros, and indicators and counts as they are", () => {
    const format = (id: string): string | undefined =>
      styleAt(ecarts, rowWhere(ecarts, ID, id), ecartsColumn("trouve")).numberFormat;
    expect(format(COFINANCEMENT)).toBe('#,##0.00 "€"');
    expect(format("cible-a-preciser/4/indicateur-1")).toBe("General");
  });

  it("puts the worst first, each cause before what follows from it", () => {
    const words = valuesOf(ecarts)
      .slice(HEADING + 1)
      .flatMap((row) => (row[ID] === null ? [] : [row[ecartsColumn("gravite")]]));
    expect(words.slice(0, 4)).toEqual(["Erreur", "Erreur", "Erreur", "Avertissement"]);
    expect(new Set(words.slice(4))).toEqual(new Set(["Information"]));
  });
});

describe("a cause and its consequences", () => {
  const { ecarts } = composeFor(annexesWorkbook({ G4: 64999.99 }));
  const attached = (id: string) => String(cellsOf(ecarts, id)("message")?.value).split("\n").at(-1);

  it("name each other, and stand one after the other", () => {
    expect(attached(COFINANCEMENT)).toBe(
      "Entraîne aussi\u00a0: Action 1 – 2025 – Total\u00a0; TOTAL – 2025 – part Métropole\u00a0; Action 1 – 2025 – part Métropole.",
    );
    expect(attached("total-general/2025/metropole")).toBe("Découle de\u00a0: Action 1 – 2025 – part Métropole.");
    const rows = [COFINANCEMENT, "total-de-l-action/1/2025/total", "total-general/2025/metropole"];
    const first = rowWhere(ecarts, ID, COFINANCEMENT);
    expect(rows.map((id) => rowWhere(ecarts, ID, id))).toEqual([first, first + 1, first + 2]);
  });

  it("leave the other findings as they are", () => {
    expect(textOf(ecarts).match(/Entraîne aussi/g)).toHaveLength(1);
    expect(textOf(ecarts).match(/Découle de/g)).toHaveLength(3);
  });
});

describe("links", () => {
  it("names the first cell and counts the others", () => {
    const { ecarts } = composeFor(annexesWorkbook());
    const link = cellsOf(ecarts, "cible-a-preciser/8/indicateur-2")("cellule");
    expect(link?.value).toBe("Indicateurs!D17 (et 3 autres)");
    expect(link?.formula).toBe('=HYPERLINK("#Indicateurs!D17","Indicateurs!D17 (et 3 autres)")');
  });

  it("doubles apostrophes and quotation marks of a sheet's name", () => {
    const budget = tableauBudgetaire.map((row) => [...row]);
    budget[3] = [...(budget[3] ?? []).slice(0, 6), 64999.99, ...(budget[3] ?? []).slice(7)];
    const { ecarts } = composeFor(rawWorkbook({ [`L'été "24"`]: budget, Indicateurs: tableauIndicateurs }));
    expect(cellsOf(ecarts, COFINANCEMENT)("cellule")?.formula).toBe(
      `=HYPERLINK("#'L''été ""24""'!G4","L'été ""24""!G4")`,
    );
  });

  it("has no link where there is no cell", () => {
    const { ecarts } = composeFor(rawWorkbook({ Notes: [["rien"]] }));
    const links = ecarts.cells.flatMap((row) => row[ecartsColumn("cellule")] ?? []);
    expect(links.filter(({ value }) => value === "–").length).toBeGreaterThan(0);
    expect(links.every(({ formula }) => formula === undefined)).toBe(true);
  });
});

describe("texts of the workbook", () => {
  it.each(["=1+1", "+33 6", "-HYPERLINK(1)", "@SUM(A1)", '=cmd|"/c calc"!A1'])("%s stays a text", (label) => {
    const rows = tableauBudgetaire.map((row) => [...row]);
    rows.splice(4, 0, [label, 2, 1, 1, 2, 1, 1, 2, 1, 1, 2, 1, 1]);
    const { ecarts, synthese } = composeFor(rawWorkbook({ [BUDGET]: rows, Indicateurs: tableauIndicateurs }));
    expect(textOf(ecarts)).toContain(label.slice(0, 5));
    const ours = /^=(?:HYPERLINK\("#|SUM\(|IF\(|ROUND\(|[A-Z]+\d+\+[A-Z]+\d+$)/;
    for (const { formula } of [...ecarts.cells, ...synthese.cells].flat()) {
      if (formula !== undefined) expect(formula).toMatch(ours);
    }
  });

  it("loses the control characters that no file can hold", () => {
    const rows = tableauBudgetaire.map((row) => [...row]);
    rows.splice(4, 0, ["Action\u0007 inconnue\u001b[31m", 2, 1, 1, 2, 1, 1, 2, 1, 1, 2, 1, 1]);
    const { ecarts } = composeFor(rawWorkbook({ [BUDGET]: rows, Indicateurs: tableauIndicateurs }));
    expect(textOf(ecarts)).toContain("Action");
    expect(textOf(ecarts)).not.toMatch(/[\u0000-\u0008\u001b]/);
  });
});

describe("what was not checked", () => {
  it("lists it with the reason, apart from what holds", () => {
    const text = textOf(composeFor(annexesWorkbook()).ecarts);
    const [, unchecked = "", rest = ""] = /Règles non vérifiables\n([^]*)Règles respectées\n([^]*)/.exec(text) ?? [];
    expect(unchecked).toContain("Aucun sous-total par axe n’a été reconnu dans le tableau budgétaire.");
    expect(unchecked).toContain("Aucun tableau d’exécution n’a été trouvé dans le classeur.");
    expect(rest).toContain(
      "La collectivité apporte au moins la part minimale de chaque action (article 2.2) | Respectée",
    );
    expect(rest).toContain("Ce qu’aucun calcul ne peut vérifier");
    expect(rest).toContain("Un litige relève des parties, puis du tribunal administratif.");
  });

  it("says what was read and ignored", () => {
    const text = textOf(composeFor(annexesWorkbook()).ecarts);
    expect(text).toContain(
      "Tableau budgétaire : feuille «\u00a0Tableau budgétaire\u00a0», plage A1:M15".replace(" :", "\u00a0:"),
    );
    expect(text).toContain("8 actions, 4 axes, 2024 à 2027, en euros");
    expect(text).toMatch(/lignes ignorées\u00a0: 4 \(«\u00a0Au-delà d'un objectif quantitatif/);
  });

  it("never says that all is well when a rule could not be checked", () => {
    const { verification, dossier } = composeFor(annexesWorkbook());
    const nothing = { byFinding: new Map(), toReview: [] };
    const compose = (rules: typeof verification.rules) =>
      textOf(composeEcartsSheet({ ...verification, findings: [], rules }, dossier.convention, nothing));
    const compliant = verification.rules.filter(({ status }) => status === "compliant");
    expect(compose(compliant)).toContain(`Aucun écart\u00a0: ${compliant.length} règles vérifiées sont respectées.`);
    expect(compose(verification.rules)).toMatch(/Aucun écart.*mais \d+ règles n’ont pas pu l’être entièrement/);
    const partly = compliant.map((rule, index) =>
      index === 0 ? { ...rule, reason: "Un montant est illisible." } : rule,
    );
    expect(compose(partly)).toContain("mais 1 règle n’a pas pu l’être entièrement");
    expect(compose(partly)).toContain("Respectée dans ce qui a pu être vérifié");
    expect(compose(verification.rules.filter(({ status }) => status === "not-checkable"))).toContain(
      "Aucune règle n’a pu être vérifiée",
    );
  });
});

describe("the cells for entries", () => {
  const heading = (key: EcartsColumn) => ecartsColumn(key);

  it("take what they are for, on every row and as many as an earlier run may have left", () => {
    const { ecarts } = composeFor(annexesWorkbook({ G4: 64999.99 }));
    const { controls = [] } = ecarts;
    const kinds = controls.map(({ range, rule }) => [range.left, rule.kind]);
    expect(kinds).toEqual([
      [heading("justification"), "formula"],
      [heading("par"), "formula"],
      [heading("partie"), "list"],
      [heading("le"), "date"],
      [heading("decision"), "list"],
      [heading("decideePar"), "formula"],
      [heading("decideePartie"), "list"],
      [heading("decideeLe"), "date"],
    ]);
    expect(controls[2]?.rule).toEqual({ kind: "list", values: ["Métropole", "État"] });
    expect(controls[4]?.rule).toEqual({ kind: "list", values: ["Acceptée", "Refusée"] });
    expect(controls[6]?.rule).toEqual(controls[2]?.rule);
    expect(controls[0]?.rule).toEqual({ kind: "formula", formula: `=LEN(K${HEADING + 2})<=2000` });
    for (const { range, title, message } of controls) {
      expect([range.top, range.bottom]).toEqual([HEADING + 1, HEADING + 1000]);
      expect(range.left).toBe(range.right);
      expect([title.length <= 32, message.length <= 225]).toEqual([true, true]);
    }
    // With fewer findings the same cells are controlled: nothing of another run is left.
    expect(composeFor(annexesWorkbook()).ecarts.controls).toEqual(controls);
  });

  it("stand apart from what only the next run reads, which is hidden", () => {
    const { ecarts } = composeFor(annexesWorkbook());
    expect(ecarts.hiddenColumns).toEqual([heading("identifiant"), heading("repere")]);
  });
});

describe("a search for causes that was given up", () => {
  const { verification } = composeFor(annexesWorkbook({ G4: 64999.99 }));
  const nothingKept = { byFinding: new Map(), toReview: [] };
  const compose = (summary: typeof verification.summary) =>
    valuesOf(composeEcartsSheet({ ...verification, summary }, contratIntegre, nothingKept))
      .flat()
      .join("\n");

  it("is told above the findings", () => {
    expect(compose({ ...verification.summary, causesNotSought: true })).toContain("n’a pas été cherché");
    expect(compose(verification.summary)).not.toContain("n’a pas été cherché");
  });
});

describe("on paper", () => {
  const { ecarts } = composeFor(annexesWorkbook({ G4: 64999.99 }));

  it("repeats the heading and freezes it", () => {
    expect(valuesOf(ecarts)[HEADING]?.[0]).toBe("Règle");
    expect(ecarts.page.titleRows).toEqual([HEADING, HEADING]);
    expect(ecarts.frozenRows).toBe(HEADING + 1);
    expect(ecarts.page.footer).toBe("Page &P / &N");
  });

  it("gives a wrapped message the height it needs", () => {
    const row = rowWhere(ecarts, ID, COFINANCEMENT);
    expect(ecarts.rowHeights.find((each) => each.row === row)?.height).toBeGreaterThan(25);
  });

  it("has the file's name in its header, whatever it becomes", () => {
    const raw = { ...annexesWorkbook(), name: `R&D ${"x".repeat(300)}.xlsx` };
    const { header } = composeFor(raw).ecarts.page;
    expect(header).toBe("Écarts – &F – situation au 30/06/2024");
  });

  it("has rows of equal length", () => {
    expect(ecarts.cells.every((row) => row.length === ecarts.columnWidths.length)).toBe(true);
  });
});

describe("thousands of findings", () => {
  it("needs few styles, for neighbouring rows share theirs", () => {
    const { verification, dossier } = composeFor(annexesWorkbook({ G4: 64999.99 }));
    const [first] = verification.findings;
    if (!first) throw new Error("no finding");
    const findings = Array.from({ length: 20_000 }, (_, index) => ({ ...first, id: `${first.id}/${index}` }));
    const nothing = { byFinding: new Map(), toReview: [] };
    const plan = composeEcartsSheet({ ...verification, findings }, dossier.convention, nothing);
    expect(plan.cells.length).toBeGreaterThan(20_000);
    expect(plan.styles.length).toBeLessThan(60);
  });
});
