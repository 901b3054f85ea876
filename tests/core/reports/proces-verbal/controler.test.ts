// A procès-verbal written to its sheet, read back and held against the workbook: identical, or what differs and where.
import { rules } from "../../../../src/core/rules/index";
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { lireSceau } from "../../../../src/core/contract/signed/sceau";
import { montantFromCentimes } from "../../../../src/core/domain/values/montant";
import { causesOf } from "../../../../src/core/why/consequences";
import { describeChangement, describeControle } from "../../../../src/core/reports/proces-verbal/describe-controle";
import { empreinteDesChiffres, formatEmpreinte } from "../../../../src/core/reports/proces-verbal/empreinte";
import { composeProcesVerbalSheet } from "../../../../src/core/sheets/proces-verbal-sheet";
import type { CellValue } from "xlsx-model/plan";
import { contratDuDepartement } from "../../../contracts/departement-invente";
import { execution, withSlips } from "../../executed-workbook";
import { tableauBudgetaire } from "../../reading/annexes";
import { textOf, valuesOf } from "../../sheets/written-sheet";
import sceaux from "../../../fixtures/sceaux-1.1.0.json";
import { check, drawUp, plain, rowOf, SHEETS } from "./established";

const budget = (slips: Parameters<typeof withSlips>[1]) => ({
  ...SHEETS,
  "Tableau budgétaire": withSlips(tableauBudgetaire, slips),
});

describe("a procès-verbal", () => {
  const signed = drawUp();

  it("is one page, and below it the lists of its causes and of its figures", () => {
    const plan = composeProcesVerbalSheet(signed);
    const { printedRows = 0, orientation } = plan.page;
    expect(orientation).toBe("portrait");
    const printed = valuesOf(plan).slice(0, printedRows);
    expect(plain(textOf({ ...plan, cells: plan.cells.slice(0, printedRows) }))).toMatch(
      new RegExp(
        `Situation au \\| 24/11/2026[\\s\\S]*Avenants en vigueur \\| aucun[\\s\\S]*${rules.length} règles, version abcdef012345, logiciel 1.2.3`,
      ),
    );
    expect(rowOf(printed, "Empreinte des chiffres")[1]).toBe(formatEmpreinte(signed.empreinte));
    expect(rowOf(printed, "Ensemble").slice(1, 7)).toEqual([
      rules.length,
      expect.any(Number),
      expect.any(Number),
      0,
      0,
      expect.any(Number),
    ]);
    expect(printed.at(-2)?.filter(Boolean).join()).toContain("Dijon métropole");
    expect(plan.cells.length - printedRows).toBe(
      signed.chiffres.length + 4 + causesOf(signed.verification.findings).length + 4,
    );
  });

  it("is identical when nothing changed, also once the tables have moved", () => {
    const { identique, changements, alterations, differences, remarques } = check(signed, drawUp());
    expect({ identique, changements, alterations, differences, remarques }).toEqual({
      identique: true,
      changements: [],
      alterations: [],
      differences: [],
      remarques: [],
    });
    const moved = drawUp({ ...SHEETS, "Tableau budgétaire": { cells: tableauBudgetaire, row: 9, column: 4 } });
    expect(check(signed, moved).identique).toBe(true);
  });

  it("drawn up before what is accepted was counted apart is read as it was", () => {
    const former = check(signed, drawUp(), (cells) => {
      const from = cells.findIndex(([first]) => first === "Article");
      const to = cells.findIndex(([first]) => first === "Ensemble");
      for (const [index, row] of cells.entries()) {
        if (index < from || index > to) continue;
        row.splice(5, 1);
        if (index === from) row[4] = "Écarts justifiés";
      }
    });
    expect([former.identique, former.alterations, former.differences]).toEqual([true, [], []]);
  });

  it("is read wherever rows were inserted above it", () => {
    expect(check(signed, drawUp(), (cells) => cells.splice(0, 0, ["Reçu le 3 décembre"], [])).identique).toBe(true);
  });

  it("names each figure that changed, with the old value, the new one and the cell where it now stands", () => {
    const controle = check(signed, drawUp({ ...budget({ C4: 65_000.01 }), Exécution: { cells: execution, row: 2 } }));
    expect(controle.identique).toBe(false);
    expect(controle.changements.map((each) => [each.cellule, plain(describeChangement(each))])).toEqual([
      ["'Tableau budgétaire'!C4", "Action 1 – 2024 – part État : 65 000,00 € au procès-verbal, 65 000,01 € à présent."],
    ]);
    expect(plain(describeControle(controle))).toBe("Différent : 1 chiffre a changé.");
    expect(controle.alterations).toEqual([]);
  });

  it("names figures that were added and those that have gone", () => {
    const fewer = Object.fromEntries(Object.entries(SHEETS).filter(([name]) => name !== "Exécution"));
    const gone = check(signed, drawUp(fewer)).changements;
    expect(gone.length).toBeGreaterThan(30);
    expect(gone.every(({ apres, avant }) => apres === null && avant !== null)).toBe(true);
    expect(plain(describeChangement(gone[0] ?? { libelle: "", cellule: "", avant: "", apres: "" }))).toMatch(
      / au procès-verbal, n’est plus dans le classeur\.$/,
    );
    const added = check(drawUp(fewer), drawUp()).changements;
    expect(added.every(({ avant }) => avant === null)).toBe(true);
    expect(added.map(({ libelle }) => libelle).sort()).toEqual(gone.map(({ libelle }) => libelle).sort());
  });

  it("says that the statements differ while the figures do not", () => {
    const typed = drawUp();
    const misspelt = drawUp(budget({ A4: "1 Prévenir le décrochage par une prévention spécialisé renforcée" }));
    expect(misspelt.empreinte).toBe(typed.empreinte);
    const controle = check(typed, misspelt);
    expect(controle.identique).toBe(false);
    expect(controle.differences.map(plain)).toEqual([
      expect.stringMatching(/^Constats : « .* » au procès-verbal, « .* » à présent\.$/),
    ]);
    expect(plain(describeControle(controle))).toMatch(/^Différent : les chiffres sont ceux du procès-verbal/);
  });

  it("says that another contract is in force, and that other rules were applied", () => {
    const seuil = { ...contratIntegre, cofinancement: { seuil: 0.5 }, ordonnateur: "Une autre personne" };
    const other = check(signed, drawUp(SHEETS, { convention: seuil }));
    expect(other.identique).toBe(false);
    expect(other.differences[0]).toMatch(/^Le contrat en vigueur à cette date n’est pas celui du procès-verbal/);
    const later = check(signed, drawUp(SHEETS, { versions: { produit: "1.2.3", regles: "000000000000" } }));
    expect(later.identique).toBe(true);
    expect(later.remarques.map(plain)).toEqual([
      `Les règles ne sont pas celles du procès-verbal (${rules.length} règles, version abcdef012345, logiciel 1.2.3) : ${rules.length} règles, version 000000000000, logiciel 1.2.3 à présent.`,
    ]);
  });

  const plan = [
    [null, 2024, 2025],
    ["État", 300_000, 310_000],
    ["Métropole", 300_000, 310_000],
  ];

  it("says how many ranges nobody compared, wherever they stand", () => {
    const beside = drawUp({ ...SHEETS, Plan: plan });
    expect(plain(`${rowOf(valuesOf(composeProcesVerbalSheet(beside)), "Non comparé")[1]}`)).toBe(
      "1 plage qui ressemble au contrat, dans « Plan »",
    );
    expect(valuesOf(composeProcesVerbalSheet(signed)).map(([label]) => label)).not.toContain("Non comparé");
    expect(check(beside, drawUp({ ...SHEETS, "Plan 2": { cells: plan, row: 7 } })).identique).toBe(true);
    const more = check(beside, drawUp({ ...SHEETS, Plan: plan, "Plan 2": plan }));
    expect(more.identique).toBe(false);
    expect(more.differences.map(plain)).toEqual([
      "Non comparé : « 1 plage qui ressemble au contrat, dans « Plan » » au procès-verbal, « 2 plages qui ressemblent au contrat, dans « Plan » et « Plan 2 » » à présent.",
    ]);
    const typed = check(beside, beside, (cells) => {
      rowOf(cells, "Non comparé")[1] = "aucune plage";
    });
    expect(typed.differences).toHaveLength(1);
    // One written before the ranges were counted has no such row: only the page of these very rules can lack it.
    const withoutRow = (cells: CellValue[][]) => void cells.splice(cells.indexOf(rowOf(cells, "Non comparé")), 1);
    const former = drawUp({ ...SHEETS, Plan: plan }, { versions: { produit: "1.0.0", regles: "000000000000" } });
    expect(check(former, beside, withoutRow).differences).toEqual([]);
    expect(check(beside, beside, withoutRow).differences).toHaveLength(1);
  });

  it("holds the totals of a recapitulation as the other figures", () => {
    const recap = [
      ["Axes", "État 2024", "DM 2024"],
      ["Axe 1", 85_000, 85_000],
      ["Axe 2", 45_000, 45_000],
    ];
    const before = drawUp({ ...SHEETS, Récap: recap });
    const [heading = [], first = [], ...rest] = recap;
    const after = drawUp({ ...SHEETS, Récap: [heading, ["Axe 1", 85_001, ...first.slice(2)], ...rest] });
    expect(check(before, after).changements.map((each) => [each.cellule, plain(describeChangement(each))])).toEqual([
      [
        "Récap!B2",
        "Récapitulatif de la feuille « Récap », Axe 1 – 2024 – part État : 85 000,00 € au procès-verbal, 85 001,00 € à présent.",
      ],
    ]);
    expect(check(before, drawUp({ ...SHEETS, Récap: { cells: recap, row: 3 } })).identique).toBe(true);
  });

  it("works for another contract, with three axes and cents", () => {
    const pv = drawUp(SHEETS, { convention: contratDuDepartement });
    expect(check(pv, pv).identique).toBe(true);
    expect(check(pv, signed).identique).toBe(false);
  });
});

describe("a procès-verbal that was altered", () => {
  const signed = drawUp();
  const findFigure = (cells: readonly (readonly unknown[])[], cle: string): unknown[] => {
    const row = cells.find((each) => each.at(-1) === cle);
    if (!row) throw new Error(`no figure ${cle}`);
    return row as unknown[];
  };

  it("is told when a figure of its list was edited", () => {
    const controle = check(signed, drawUp(), (cells) => {
      findFigure(cells, "budget/action-1/2024/etat")[1] = "64 000,00 €";
    });
    expect(controle.identique).toBe(false);
    expect(controle.alterations).toEqual([expect.stringContaining("n’est pas celle de la liste de ses chiffres")]);
    expect(describeControle(controle)).toContain("n’est plus tel qu’il a été établi");
  });

  it("is told when its fingerprint, its list or its counts were taken away", () => {
    const without = (label: string) => check(signed, drawUp(), (cells) => rowOf(cells, label).fill(null)).alterations;
    expect(without("Empreinte des chiffres")).toEqual([expect.stringContaining("absente ou illisible")]);
    expect(without("Chiffre vérifié")).toEqual([expect.stringContaining("n’y est plus")]);
    expect(without("Article")).toEqual([expect.stringContaining("décompte par article")]);
  });

  it("is told when a count of the page was edited", () => {
    const controle = check(signed, drawUp(), (cells) => {
      rowOf(cells, "Article 2.2")[3] = 5;
    });
    expect(controle.identique).toBe(false);
    expect(plain(controle.differences.join())).toMatch(
      /^Article 2\.2 : 5 règles en écart au procès-verbal, \d+ à présent\.$/,
    );
  });

  it("is told when its number of rules or the line of the whole was edited", () => {
    const edited = (label: string, column: number) =>
      check(signed, drawUp(), (cells) => {
        rowOf(cells, label)[column] = 99;
      }).differences.map(plain);
    expect(edited("Article 2.2", 1)).toEqual([
      expect.stringMatching(/^Article 2\.2 : 99 règles au procès-verbal, \d+ à présent\.$/),
    ]);
    expect(edited("Ensemble", 2)).toEqual([
      expect.stringMatching(/^Ensemble : 99 règles conformes au procès-verbal, \d+ à présent\.$/),
    ]);
  });

  it("is told when its words were edited: avenants, statements", () => {
    const controle = check(signed, drawUp(), (cells) => {
      rowOf(cells, "Avenants en vigueur")[1] = "n° 1 du 12/03/2026";
      rowOf(cells, "Constats")[1] = "0 erreur";
    });
    expect(controle.identique).toBe(false);
    expect(controle.differences.map(plain)).toEqual([
      "Avenants en vigueur : « n° 1 du 12/03/2026 » au procès-verbal, « aucun » à présent.",
      expect.stringMatching(
        /^Constats : « 0 erreur » au procès-verbal, « 0 erreur, \d+ avertissements, .* » à présent\.$/,
      ),
    ]);
  });

  it("is not identical when list and fingerprint were both rewritten to agree", () => {
    const controle = check(signed, drawUp(), (cells) => {
      findFigure(cells, "budget/action-1/2024/etat")[1] = "64 000,00 €";
      const list = signed.chiffres.map((chiffre) =>
        chiffre.cle === "budget/action-1/2024/etat" ? { ...chiffre, valeur: "64 000,00 €" } : chiffre,
      );
      rowOf(cells, "Empreinte des chiffres")[1] = formatEmpreinte(empreinteDesChiffres(list));
    });
    expect(controle.alterations).toEqual([]);
    expect(controle.identique).toBe(false);
    expect(controle.changements.map(({ libelle }) => libelle)).toEqual(["Action 1 – 2024 – part État"]);
  });
});

describe("one that version 1.1.0 drew up of a workbook without a seal", () => {
  const { texte } = (sceaux as Readonly<Record<string, { readonly texte: string }>>)[contratIntegre.id] ?? {
    texte: "",
  };
  const sceau = lireSceau(texte);
  if (sceau.etat !== "inchange") throw new Error("the seal of 1.1.0");
  const { articles, sources } = contratIntegre;
  const signed = drawUp(SHEETS, { convention: { ...sceau.convention, articles, sources } });

  it("is of the same contract, though its names were written with other signs then", () => {
    expect(signed.empreinteDuContrat).not.toBe(drawUp().empreinteDuContrat);
    expect(check(signed, drawUp())).toMatchObject({ identique: true, differences: [] });
  });

  it("is of another contract where an amount is", () => {
    const [credits, ...others] = contratIntegre.creditsEtat;
    if (!credits) throw new Error("no year");
    const creditsEtat = [{ ...credits, montant: montantFromCentimes(credits.montant + 1) }, ...others];
    const { differences } = check(signed, drawUp(SHEETS, { convention: { ...contratIntegre, creditsEtat } }));
    expect(differences.map(plain)).toContain(
      "Le contrat en vigueur à cette date n’est pas celui du procès-verbal : un paramètre ou un avenant diffère.",
    );
  });
});
