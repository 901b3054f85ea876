// The verified figures and their fingerprint: what they stand for, never where they stand.
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { chiffresVerifies } from "../../../../src/core/reports/proces-verbal/chiffres";
import {
  empreinteDesChiffres,
  empreinteDuContrat,
  formatEmpreinte,
  lireEmpreinte,
} from "../../../../src/core/reports/proces-verbal/empreinte";
import { readDossier } from "../../../../src/core/reading/read-dossier";
import { contratAmende } from "../../../contracts/avenants";
import { execution, indicateurs, withSlips } from "../../executed-workbook";
import { tableauBudgetaire } from "../../reading/annexes";
import { rawWorkbook, type CellLiteral } from "../../reading/raw-workbook-builder";
import { AS_OF, plain, SHEETS, type Sheets } from "./established";

const read = (sheets: Sheets) => chiffresVerifies(readDossier(rawWorkbook(sheets), contratIntegre, AS_OF));
const print = (sheets: Sheets): string => empreinteDesChiffres(read(sheets));

const mapAmounts = (map: (euros: number) => CellLiteral): readonly (readonly CellLiteral[])[] =>
  tableauBudgetaire.map((row, index) =>
    index < 2 ? row : row.map((cell) => (typeof cell === "number" ? map(cell) : cell)),
  );

describe("the verified figures", () => {
  it("hold what stands beside the parts too, in the rows of sums as in the others", () => {
    const others = tableauBudgetaire.map((row, index) => [
      ...row,
      index === 0 ? null : index === 1 ? "Autres financeurs" : typeof row[1] === "number" ? 1000 + index : null,
    ]);
    const values = new Map(
      read({ ...SHEETS, "Tableau budgétaire": others }).map(({ cle, valeur, cellule }) => [
        cle,
        [plain(valeur), cellule],
      ]),
    );
    expect(values.get("budget/action-1/2027/autres")).toEqual(["1 003,00 €", "'Tableau budgétaire'!N4"]);
    expect(values.get("budget/total/2027/autres")).toEqual(["1 014,00 €", "'Tableau budgétaire'!N15"]);
    expect(values.get("execution/total/2024/verse")).toEqual(["332 500,00 €", "Exécution!E15"]);
    expect(values.get("execution/action-1/2024/verse")).toEqual(["65 000,00 €", "Exécution!E4"]);
  });

  it("are each named by what they stand for, with a value and a cell", () => {
    const chiffres = read(SHEETS);
    const find = (cle: string) => {
      const found = chiffres.find((chiffre) => chiffre.cle === cle);
      return found && [plain(found.libelle), plain(found.valeur), found.cellule];
    };
    expect(find("budget/action-1/2025/etat")).toEqual([
      "Action 1 – 2025 – part État",
      "65 000,00 €",
      "'Tableau budgétaire'!F4",
    ]);
    expect(find("budget/total/2024/collectivite")?.[0]).toBe("TOTAL – 2024 – part Métropole");
    expect(find("execution/action-1/2024/verse")).toEqual([
      "Action 1 – 2024 – versé par l’État",
      "65 000,00 €",
      "Exécution!E4",
    ]);
    expect(find("execution/action-2/2025/total")?.[2]).toBe("Exécution!F5");
    expect(find("indicateurs/action-1/indicateur-1/t0")).toEqual([
      "Action 1 – indicateur 1 – T0",
      "420",
      "Indicateurs!C3",
    ]);
    expect(find("indicateurs/action-1/indicateur-1/cible/2024")?.[1]).toBe("450");
    expect(find("indicateurs/action-4/indicateur-1/cible/2024")?.[1]).toBe("non renseigné");
    expect(find("indicateurs/action-1/indicateur-1/realise/2025")?.[0]).toBe("Action 1 – indicateur 1 – réalisé 2025");
    expect(new Set(chiffres.map(({ cle }) => cle)).size).toBe(chiffres.length);
  });

  it("keep their fingerprint when tables move, sheets are renamed and reordered, rows swap places", () => {
    const rows = [...tableauBudgetaire];
    [rows[3], rows[4]] = [rows[4] ?? [], rows[3] ?? []];
    const moved: Sheets = {
      "Suivi (v2)": { cells: indicateurs, row: 7, column: 2 },
      "Exécution bis": { cells: execution, row: 1 },
      "Budget 2024-2027": { cells: rows, row: 12, column: 3 },
    };
    expect(read(moved).map(({ cellule }) => cellule)).not.toEqual(read(SHEETS).map(({ cellule }) => cellule));
    expect(print(moved)).toBe(print(SHEETS));
  });

  it("keep it however an amount is typed: text, formula, k€ of the heading", () => {
    const asText = mapAmounts((euros) => `${euros.toLocaleString("fr-FR")} €`);
    const asFormula = mapAmounts((euros) => ({ value: euros, formula: `=${euros / 2}*2` }));
    const inThousands = [["Montants en k€"], ...mapAmounts((euros) => euros / 1000)];
    for (const cells of [asText, asFormula, inThousands]) {
      expect(print({ ...SHEETS, "Tableau budgétaire": cells })).toBe(print(SHEETS));
    }
  });

  it("change it with any one figure: a centime, less than a centime, a target, an empty cell", () => {
    const slips = [
      { ...SHEETS, "Tableau budgétaire": withSlips(tableauBudgetaire, { C4: 65_000.01 }) },
      { ...SHEETS, "Tableau budgétaire": withSlips(tableauBudgetaire, { C4: 65_000.001 }) },
      { ...SHEETS, "Tableau budgétaire": withSlips(tableauBudgetaire, { C4: null }) },
      { ...SHEETS, "Tableau budgétaire": withSlips(tableauBudgetaire, { C4: "à voir" }) },
      { ...SHEETS, Indicateurs: withSlips(indicateurs, { D3: 451 }) },
      { ...SHEETS, Exécution: withSlips(execution, { E4: 0 }) },
    ];
    expect(new Set([SHEETS, ...slips].map(print)).size).toBe(slips.length + 1);
  });

  it("number what stands twice, from top to bottom", () => {
    const [action = []] = tableauBudgetaire.slice(3);
    const twice = [...tableauBudgetaire.slice(0, 4), action, ...tableauBudgetaire.slice(4)];
    const cles = read({ Budget: twice }).map(({ cle }) => cle);
    expect(cles).toContain("budget/action-1/2024/etat");
    expect(cles).toContain("budget/action-1/ligne-2/2024/etat");
  });
});

describe("a fingerprint", () => {
  it("is the SHA-256 of the list, in the order of its keys", () => {
    const list = [
      { cle: "b", valeur: "2" },
      { cle: "a", valeur: "é" },
    ];
    const expected = createHash("sha256").update("chiffres-verifies/1\na\té\nb\t2").digest("hex");
    expect(empreinteDesChiffres(list)).toBe(expected);
    expect(empreinteDesChiffres([...list].reverse())).toBe(expected);
  });

  // Should this change, every procès-verbal that was signed before would be said to differ.
  it("of the signed annex stays what it is", () => {
    expect(print({ "Tableau budgétaire": tableauBudgetaire })).toBe(
      "7ca84e4688b39e34a4e55f31ff1717724ff472a74715e8288c91e5c141ab7cbc",
    );
  });

  it("is written in groups, and read back as retyped", () => {
    const empreinte = "0123456789abcdef".repeat(4);
    expect(formatEmpreinte(empreinte)).toBe(Array(4).fill("01234567 89abcdef").join(" "));
    expect(lireEmpreinte(` ${formatEmpreinte(empreinte).toUpperCase()}\n`)).toBe(empreinte);
    expect(lireEmpreinte(formatEmpreinte(empreinte).slice(1))).toBeNull();
  });

  it("of the contract changes with an amount, not with the order of its keys", () => {
    const { creditsEtat, ...rest } = contratIntegre;
    expect(empreinteDuContrat({ creditsEtat, ...rest })).toBe(empreinteDuContrat(contratIntegre));
    expect(empreinteDuContrat({ ...contratIntegre, $schema: "../contrat.schema.json" })).toBe(
      empreinteDuContrat(contratIntegre),
    );
    expect(empreinteDuContrat(contratAmende)).not.toBe(empreinteDuContrat(contratIntegre));
  });
});
