// Fiches actions as agents lay them out: every field with its answer and the cell where it stands.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import type { ChampFiche, FicheLue } from "../../../../src/core/domain/dossier";
import { readDossier } from "../../../../src/core/reading/read-dossier";
import { formatLocalCell } from "xlsx-model/local-cell";
import { tableauBudgetaire, tableauIndicateurs } from "../annexes";
import { DISPOSITIONS, fichesSignees } from "../fiches-signees";
import { rawWorkbook, type CellLiteral, type SheetLiteral } from "../raw-workbook-builder";

type Rows = readonly (readonly CellLiteral[])[];

const read = (sheets: Readonly<Record<string, Rows | SheetLiteral>>): readonly FicheLue[] =>
  readDossier(rawWorkbook(sheets), contratIntegre, "2024-06-30").fiches ?? [];

const textOf = (fiche: FicheLue | undefined, champ: ChampFiche): string | undefined => fiche?.champs.get(champ)?.text;
const cellsOf = (fiche: FicheLue | undefined, champ: ChampFiche): string[] =>
  (fiche?.champs.get(champ)?.cells ?? []).map(({ ref }) => formatLocalCell(ref.row, ref.column));

const ATTENDUS: Readonly<Record<string, ChampFiche>> = {
  "Objectif principal": "objectif",
  Calendrier: "calendrier",
  "Public cible": "publicCible",
  Indicateur: "indicateurs",
  Indicateurs: "indicateurs",
  "L'action est-elle nouvelle ?": "nature",
  "Pilotage et suivi de l'action": "pilotage",
  "Partenaire principal": "partenaires",
  Partenaires: "partenaires",
};

describe.each(Object.entries(DISPOSITIONS))("%s", (_, lay) => {
  const grids = fichesSignees.map(lay);
  const layouts: Readonly<Record<string, Readonly<Record<string, Rows>>>> = {
    "one sheet each": Object.fromEntries(grids.map((rows, index) => [`Feuille ${index + 1}`, rows])),
    stacked: { Fiches: grids.flatMap((rows) => [...rows, [], []]) },
    "stacked without a blank row": { Fiches: grids.flat() },
    "below titles and beside the tables": {
      Budget: tableauBudgetaire,
      Indicateurs: tableauIndicateurs,
      Fiches: [["Annexe 1 : descriptif des actions"], [], ...grids.flatMap((rows) => [...rows, []])],
    },
  };

  it.each(Object.entries(layouts))("%s", (__, sheets) => {
    const fiches = read(sheets);
    expect(fiches.map(({ action }) => action?.numero)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    fichesSignees.forEach(({ axe, sousAxe, champs }, index) => {
      const fiche = fiches[index];
      expect(textOf(fiche, "axe")).toBe(axe);
      if (sousAxe) expect(sousAxe.endsWith(textOf(fiche, "sousAxe") ?? "-")).toBe(true);
      else expect(fiche?.champs.has("sousAxe")).toBe(false);
      for (const [label, ...answers] of champs) {
        const champ = label.startsWith("Interaction") ? "actionsLiees" : ATTENDUS[label];
        if (champ) expect([label, textOf(fiche, champ)]).toEqual([label, answers.join("\n")]);
      }
    });
  });
});

describe("where an answer should stand", () => {
  const [first] = fichesSignees;
  if (!first) throw new Error("no fiche");

  it("is beside the label, in the column of the other answers", () => {
    const [fiche] = read({
      A: [
        ["Fiche action n°1"],
        ["Axe", null, "Axe 1"],
        ["Objectif", null, "Agir"],
        ["Calendrier", null, null],
        ["Public cible", null, "à compléter"],
        ["Partenaires", null, "tous"],
      ],
    });
    expect(cellsOf(fiche, "calendrier")).toEqual(["C4"]);
    expect(textOf(fiche, "calendrier")).toBe("");
    expect(cellsOf(fiche, "publicCible")).toEqual(["C5"]);
    expect(textOf(fiche, "publicCible")).toBe("");
    expect(fiche?.champs.has("pilotage")).toBe(false);
  });

  it("is the label's own cell where answers stand there", () => {
    const [fiche] = read({
      A: [["Action n°1"], ["Axe 1"], ["Objectif : agir"], ["Calendrier :"], ["Partenaires : tous"]],
    });
    expect(cellsOf(fiche, "calendrier")).toEqual(["A4"]);
    expect(textOf(fiche, "calendrier")).toBe("");
    expect(textOf(fiche, "partenaires")).toBe("tous");
  });
});

describe("what names the action", () => {
  const body: Rows = [
    ["Axe", "Axe 3"],
    ["Objectif principal", "Agir"],
    ["Calendrier", "2024-2027"],
  ];
  it.each<[string, Rows]>([
    ["Fiche action 5", [["Fiche action 5"], ...body]],
    ["FICHE N° 5", [["FICHE N° 5"], ...body]],
    ["Fiche action n°5 : with its label", [["Fiche action n°5 : Garantir un accès aux droits pour tous"], ...body]],
    ["a number beside", [["Fiche action n°", 5], ...body]],
    [
      "number, then label",
      [["Fiche action n°5"], ["Intitulé de l'action", "Garantir un accès aux droits pour tous"], ...body],
    ],
    ["the label alone", [["Garantir un accès aux droits pour tous"], ...body]],
  ])("%s", (_, rows) => {
    const fiches = read({ Feuille: rows });
    expect(fiches.map(({ action }) => action?.numero)).toEqual([5]);
  });

  it("the tab's name where no cell does", () => {
    const fiches = read({ "Fiche 5": [["Contrat local des solidarités"], ...body] });
    expect(fiches.map(({ action, titre }) => [action?.numero, titre.text])).toEqual([
      [5, "Contrat local des solidarités"],
    ]);
  });

  it("is kept when the contract does not know it", () => {
    const fiches = read({ Feuille: [["Action n°12 - Ouvrir une ressourcerie"], ...body] });
    expect(fiches.map(({ action, titre }) => [action, titre.text])).toEqual([
      [null, "Action n°12 - Ouvrir une ressourcerie"],
    ]);
  });
});

it("takes a date cell and a year typed as a number for what they show", () => {
  const [fiche] = read({
    A: [
      ["Fiche action 1"],
      ["Axe", 1],
      ["Objectif", "Agir"],
      ["Calendrier", { value: 45292, numberFormat: "dd/mm/yyyy" }, { value: 46752, numberFormat: "dd/mm/yyyy" }],
      ["Partenaires", 2024],
    ],
  });
  expect(textOf(fiche, "calendrier")).toBe("01/01/2024\n31/12/2027");
  expect(cellsOf(fiche, "calendrier")).toEqual(["B4", "C4"]);
  expect(textOf(fiche, "partenaires")).toBe("2024");
});

it("finds no fiche in the annex tables", () => {
  expect(read({ Budget: tableauBudgetaire, Indicateurs: tableauIndicateurs })).toEqual([]);
});
