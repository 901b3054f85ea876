// Imputation and deadlines as agents lay them out.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { formatLocalCell } from "xlsx-model/local-cell";
import type { Dossier, MontantCell } from "../../../../src/core/domain/dossier";
import { toEuros } from "../../../../src/core/domain/values/montant";
import { describeRead } from "../../../../src/core/reading/describe-read";
import { readDossier } from "../../../../src/core/reading/read-dossier";
import { tableauBudgetaire, tableauIndicateurs } from "../annexes";
import { rawWorkbook, type CellLiteral, type SheetLiteral } from "../raw-workbook-builder";

type Rows = readonly (readonly CellLiteral[])[];

const read = (sheets: Readonly<Record<string, Rows | SheetLiteral>>): Dossier =>
  readDossier(rawWorkbook(sheets), contratIntegre, "2024-06-30");

const address = ({ row, column }: { row: number; column: number }): string => formatLocalCell(row, column);
const shown = (cell: MontantCell | undefined) =>
  cell?.known.reason === null ? toEuros(cell.known.value) : cell?.known.reason;

describe("imputation", () => {
  const piliers = [
    ["Pilier 1 Prévention de la pauvreté dès le plus jeune âge", "0304 50 23 23 02", 85000],
    ["Pilier 2 Sortie pauvreté par l'activité et emploi", "0304 50 23 24 02", 45000],
    ["Pilier 3 Plan 100% d'accès aux droits", "0304 50 23 25 02", 147500],
    ["Pilier 4 Transition solidaire", "0304 50 23 26 02", 55000],
  ] as const;
  const layouts: Readonly<Record<string, Rows>> = {
    "code, then amount": [["Pilier", "Code activité", "Montant"], ...piliers],
    "all the columns of article 3": [
      ["Crédits du programme 304"],
      ["Pilier", "Action", "Sous-action", "Activité", "Code activité", "Montant 2024"],
      ...piliers.map(([label, code, montant], index) => [label, 23, 23 + index, "02", code, montant]),
    ],
    "the year above, a total below": [
      [null, null, 2024],
      ["Axe", "Imputation", "Montant"],
      ...piliers.map(([, code, montant], index) => [`Axe ${index + 1}`, `BG00/${code.replaceAll(" ", "")}`, montant]),
      ["Total", null, 332500],
    ],
    "amounts first, codes as numbers": [
      ["Axe", "2024", "Code"],
      ...piliers.map(([, code, montant], index) => [
        contratIntegre.axes[index]?.intitule ?? "",
        `${montant} €`,
        Number(code.replaceAll(" ", "")),
      ]),
    ],
    "no heading at all": piliers,
    "in k€": [
      ["Imputation 2024 (en k€)"],
      [],
      ["Pilier", "Code activité", "Crédits"],
      ...piliers.map(([label, code, montant]) => [label, code, montant / 1000]),
    ],
    "only the codes name the axes": [
      ["Ligne", "Code activité", "Montant"],
      ...piliers.map(([, code, montant], index) => [`Ligne ${index + 1}`, code, montant]),
    ],
  };

  it.each(Object.entries(layouts))("%s", (_, rows) => {
    const { imputation } = read({ Budget: tableauBudgetaire, Indicateurs: tableauIndicateurs, Crédits: rows });
    expect(imputation?.annees.map(({ annee }) => annee)).toEqual([2024]);
    expect(imputation?.lignes.map(({ axe, montants }) => [axe?.numero, shown(montants.get(2024))])).toEqual([
      [1, 85000],
      [2, 45000],
      [3, 147500],
      [4, 55000],
    ]);
  });

  it("keeps the row of a code that is wrong, and several years", () => {
    const { imputation } = read({
      Crédits: [
        ["Axe", "Code activité", 2024, 2025],
        ["Axe 1", "0304 50 23 23", 85000, 90000],
        ["Axe 2", null, 45000, "nd"],
        ["TOTAL", null, 130000, 90000],
        [],
        [],
        ["Note"],
      ],
    });
    expect(imputation?.lignes.map(({ axe, code }) => [axe?.numero, code?.text])).toEqual([
      [1, "0304 50 23 23"],
      [2, ""],
    ]);
    expect(imputation?.lignes.map(({ montants }) => shown(montants.get(2025)))).toEqual([90000, "missing"]);
    expect(shown(imputation?.total?.montants.get(2024))).toBe(130000);
  });

  it("says on what the credits are charged, beside the code", () => {
    const { imputation } = read({
      Crédits: [
        [
          "Axe",
          "Programme",
          "Action budgétaire",
          "Sous-action",
          "Activité de programmation",
          "Code activité",
          "Montant 2024",
        ],
        ["Axe 1", 304, 23, "23 « Pilier 1 »", "02", "0304 50 23 23 02", 85000],
        ["Axe 2", "304", null, "24", "02", "0304 50 23 24 02", 45000],
      ],
    });
    expect(
      imputation?.lignes.map(({ reperes }) => [...reperes].map(([repere, { text }]) => `${repere} ${text}`)),
    ).toEqual([
      ["programme 304", "action 23", "sousAction 23 « Pilier 1 »", "activite 02"],
      ["programme 304", "action ", "sousAction 24", "activite 02"],
    ]);
  });

  it("is not the codes beside the actions of a budget", () => {
    const { imputation, budget } = read({
      Budget: tableauBudgetaire.map((row, index) => [
        ...row,
        index === 1
          ? "Code activité"
          : typeof row[1] === "number" && index > 2 && index < 14
            ? "0304 50 23 23 02"
            : null,
      ]),
      Indicateurs: tableauIndicateurs,
    });
    expect(budget?.lignesAction).toHaveLength(8);
    expect(imputation).toBeNull();
  });

  it("is not chosen in silence when there are two", () => {
    const { imputation, absences } = read({ A: piliers, B: piliers });
    expect(imputation).toBeNull();
    expect(absences.find(({ kind }) => kind === "imputation")).toMatchObject({
      reason: "plusieurs",
      sheets: [{ sheet: "A" }, { sheet: "B" }],
    });
  });
});

describe("deadlines", () => {
  it("are known by label, other name and identifier, in any case", () => {
    const { echeancier } = read({
      Suivi: [
        ["Échéances du contrat"],
        ["Échéance", "Article", "Date limite", "Fait le"],
        [
          "RAPPORT D’EXECUTION 2024-2025",
          "2.3",
          { value: 46112, numberFormat: "dd/mm/yyyy" },
          { value: 46093, numberFormat: "dd/mm/yyyy" },
        ],
        ["Avenant 2025", "2.2", "1er janvier 2025", "12/01/2025"],
        ["fin-du-contrat", "4", null, null],
        ["Réunion de lancement", null, "01/02/2024", "oui"],
        ["Indicateurs et rapport d’avancement 2024", "2.3", "31/12/2024", "oui"],
        ["Dénonciation", "6", null, "à voir avec la DDETS"],
      ],
    });
    expect(echeancier?.lignes.map(({ echeance, date, fait, etat }) => [echeance, date, fait, etat])).toEqual([
      ["rapport-execution", "2026-03-31", "2026-03-12", "fait"],
      ["avenant-2025", "2025-01-01", "2025-01-12", "fait"],
      ["fin-du-contrat", null, null, "a-faire"],
      ["indicateurs-2024", "2024-12-31", null, "fait"],
      ["denonciation", null, null, "illisible"],
    ]);
    expect(address(echeancier?.lignes[2]?.faitLe.ref ?? { row: 0, column: 0 })).toBe("D5");
    expect(echeancier?.lignesIgnorees).toEqual([{ row: 6, text: "Réunion de lancement" }]);
  });

  it("say their date and who fixes it, in either order of the columns", () => {
    const { echeancier } = read({
      Suivi: [
        ["Échéance", "Date fixée par", "Date fixée", "Fait le"],
        ["Avenant 2025", "le contrat", "01/01/2025", null],
        ["Dénonciation", null, "à revoir", null],
        ["Fin du contrat", "nd", null, null],
      ],
    });
    expect(echeancier?.lignes.map(({ date, cellDate, origine }) => [date, cellDate?.text, origine?.text])).toEqual([
      ["2025-01-01", "01/01/2025", "le contrat"],
      [null, "à revoir", undefined],
      [null, undefined, undefined],
    ]);
    expect(address(echeancier?.lignes[0]?.origine?.ref ?? { row: 9, column: 9 })).toBe("B2");
  });

  it("name a column of dates whose heading is not known, and no column of notes", () => {
    const { echeancier, nonLus } = read({
      Suivi: [
        ["Échéance", "Date", "Vu par le chef", "Fait le", "Observations"],
        ["Fin du contrat", "31/12/2027", "12/03/2026", null, "à prévoir"],
      ],
    });
    expect(echeancier?.nonLues?.map(({ range }) => range)).toEqual([
      { sheet: "Suivi", top: 0, left: 2, bottom: 1, right: 2 },
    ]);
    expect(nonLus?.map(({ pourquoi }) => pourquoi)).toEqual([expect.stringContaining("Vu par le chef")]);
  });

  it("are none in a table that names none of the contract's", () => {
    const { echeancier } = read({
      Suivi: [
        ["Échéance", "Date"],
        ["Conseil métropolitain", "28/03/2024"],
      ],
    });
    expect(echeancier).toBeNull();
  });
});

it("says what was read", () => {
  const dossier = read({
    Fiche: [["Fiche action 5"], ["Axe", "Axe 3"], ["Objectif", "Agir"], ["Calendrier", "2024"]],
    Crédits: [
      ["Axe", "Code activité", "2024"],
      ["Axe 1", "0304 50 23 23 02", 85000],
      ["Note", null, null],
      ["Axe 2", "0304 50 23 24 02", 45000],
    ],
    Suivi: [
      ["Échéance", "Date"],
      ["Fin du contrat", "31/12/2027"],
    ],
  });
  expect(describeRead(dossier)).toEqual([
    { kind: "fiche", sheet: "Fiche", range: "A1:B4", actions: 1, years: [], ignoredRows: [] },
    {
      kind: "imputation",
      sheet: "Crédits",
      range: "A1:C4",
      unit: "€",
      actions: 0,
      axes: 2,
      years: [2024],
      ignoredRows: [{ row: 3, text: "Note" }],
    },
    { kind: "deadlines", sheet: "Suivi", range: "A1:B2", actions: 0, years: [], ignoredRows: [] },
  ]);
});

it("reads nothing of hidden sheets", () => {
  const { fiches, coordonnees } = read({
    Fiche: {
      cells: [["Fiche action 5"], ["Axe", "Axe 3"], ["Objectif", "Agir"], ["Calendrier", "2024"]],
      visibility: "hidden",
    },
  });
  expect([fiches, coordonnees]).toEqual([null, null]);
});
