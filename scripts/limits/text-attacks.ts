// The longest texts that a cell or a paragraph may hold, of each kind of character, wherever the contract is looked for; cells at the edges of a sheet.
import { cell, paragraph, rawDocx, row, table } from "../../tests/documents/raw-docx";
import { contratIntegre } from "../../src/contracts/built-in";
import { budgetRows } from "../../tests/contracts/annex-workbook";
import type { Attack } from "./attacks";
import { AMOUNTS, FIELDS, sheetOf, under, type Value } from "./table-attacks";

/** Each begins again and again what some pattern reads: a figure, a year, a list, a heading, an amount. */
const UNITS: readonly (readonly [name: string, unit: string])[] = [
  ["lettres", "insertion des jeunes "],
  ["chiffres", "7"],
  ["milliers", "12 345 678 "],
  ["années", "2024-2027 "],
  ["années et parts", "BP 2024 Etat "],
  ["espaces", " "],
  ["espaces insécables", "\u00a0"],
  ["ponctuation", "- . , ; : / ( ) « » ' ’ "],
  ["tirets", "-"],
  ["points", "."],
  ["dates", "31/12/2024 "],
  ["montants", "1 234,56 € "],
  ["actions", "Action n° 1 : "],
  ["articles", "article 2.2 "],
  ["accents défaits", "e\u0301"],
  ["mots d’un numéro", "n "],
  ["groupes de trois chiffres", "000 "],
  ["parenthèses", "( "],
  ["guillemets", '« " '],
  ["barres", "/"],
  ["sens de lecture", "a\u202e"],
];

const LONGEST = 32_700;
const ROWS = 400;

const longest = (unit: string, index: number): string => `${unit.repeat(Math.ceil(LONGEST / unit.length))}${index}`;

/** Under the contract's own table, by which the workbook is known to be its: where nobody knows whose it is, little is compared. */
const CONTRACT = budgetRows(contratIntegre)
  .slice(0, -1)
  .map((row): Value[] => row.map((value) => (typeof value === "string" || typeof value === "number" ? value : null)));
const known = (rows: number, row: (index: number) => readonly Value[]): Uint8Array =>
  sheetOf("Budget", under(CONTRACT, rows, row));

const PLACES: readonly (readonly [name: string, make: (text: (index: number) => string) => Uint8Array])[] = [
  ["intitulés", (text) => known(ROWS, (index) => [text(index), ...AMOUNTS])],
  ["montants", (text) => known(ROWS, (index) => [`${index + 1} action`, text(index), 10, 10])],
  ["en-têtes", (text) => known(ROWS, (index) => ["Actions", text(index), "État 2024", "Total 2024"])],
  [
    "fiches",
    (text) =>
      known(ROWS, (index) =>
        index % 7 === 0 ? [`Action n°${(index / 7) % 8}`, "texte"] : [FIELDS[(index % 7) - 1] ?? null, text(index)],
      ),
  ],
  [
    "imputations",
    (text) =>
      known(ROWS, (index) =>
        index === 0
          ? ["Programme", "Action", "Sous-action", "Activité", "Axe", "Montant"]
          : [text(index), "23", "02", "0304", "Axe 1", 10],
      ),
  ],
];

/** Both first cells and both last ones of each of so many rows, far from one another. */
function edges(rows: number): Uint8Array {
  const far: Value[] = Array<Value>(16_384).fill(null);
  [far[0], far[1], far[16_382], far[16_383]] = ["1 action jeunes", 10, 20, "2 action jeunes"];
  return sheetOf(
    "Budget",
    (function* () {
      for (let index = 0; index < rows; index += 1) yield far;
    })(),
  );
}

const repeated = (count: number, one: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => one(index)).join("");

export const TEXT_ATTACKS: readonly Attack[] = [
  ...PLACES.flatMap(([place, make]) =>
    UNITS.map(([name, unit]): Attack => ({
      name: `400 textes de 32 700 caractères, ${name}, en ${place}`,
      bytes: () => make((index) => longest(unit, index)),
    })),
  ),
  { name: "des cellules aux deux bords de 20 000 lignes", bytes: () => edges(20_000) },
  {
    name: "un contrat d’un paragraphe de 40 Mo",
    document: "docx",
    bytes: () => rawDocx(paragraph(repeated(4_000_000, (index) => `${index % 97} euros `))),
  },
  {
    name: "un contrat d’une ligne de 100 000 cellules",
    document: "docx",
    bytes: () => rawDocx(table(row(...Array.from({ length: 100_000 }, (_, index) => cell(`${index} €`))))),
  },
  ...UNITS.flatMap(([name, unit]): Attack[] => [
    {
      name: `un contrat de 45 paragraphes de 99 000 caractères, ${name}`,
      document: "docx",
      bytes: () =>
        rawDocx(repeated(45, (index) => paragraph(`${unit.repeat(Math.floor(99_000 / unit.length))}${index}`))),
    },
    {
      name: `un contrat de 40 000 paragraphes de 100 caractères, ${name}`,
      document: "docx",
      bytes: () =>
        rawDocx(repeated(40_000, (index) => paragraph(`${unit.repeat(Math.floor(100 / unit.length))}${index}`))),
    },
    {
      name: `un contrat d’un tableau de 150 000 cellules, ${name}`,
      document: "docx",
      bytes: () =>
        rawDocx(
          table(
            repeated(15_000, (index) =>
              row(...Array.from({ length: 10 }, () => cell(`${unit.repeat(Math.ceil(20 / unit.length))}${index}`))),
            ),
          ),
        ),
    },
  ]),
];
