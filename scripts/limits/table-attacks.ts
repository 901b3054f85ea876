// Tables of a contract that are laid out so that reading or comparing them could take the square of their size.
import { contratIntegre } from "../../src/contracts/built-in";
import { columnName } from "xlsx-model/local-cell";
import { createXlsx } from "xlsx-model/create-xlsx";
import type { Attack } from "./attacks";

export type Value = string | number | null;

const YEARS: readonly (readonly Value[])[] = [
  ["Année", 2024, null, null, 2025, null, null],
  [null, "Total", "Etat", "DM", "Total", "Etat", "DM"],
];
const LETTERS = Array.from({ length: 6 }, (_, index) => columnName(index + 1));
const WORDS = contratIntegre.actions.map(({ intitule }) => intitule);
const labelOf = (index: number): string => `${index + 1} ${WORDS[index % WORDS.length] ?? ""}`;

/** A text that begins with "=" is a formula. */
export function sheetOf(name: string, rows: Iterable<readonly Value[]>): Uint8Array {
  const workbook = createXlsx("classeur.xlsx");
  const [sheet] = workbook.sheets;
  if (!sheet) throw new Error("a new workbook has a sheet");
  sheet.name = name;
  let at = 0;
  for (const row of rows) {
    for (const [column, value] of row.entries()) {
      if (typeof value === "string" && value.startsWith("="))
        sheet.setPlanned(at, column, { value: 10, formula: value });
      else if (value !== null) sheet.setContent(at, column, { value, formula: null });
    }
    at += 1;
  }
  return workbook.save();
}

export function* under(
  heading: readonly (readonly Value[])[],
  count: number,
  row: (index: number) => readonly Value[],
) {
  yield* heading;
  for (let index = 0; index < count; index += 1) yield row(index);
}

const budget = (count: number, row: (index: number) => readonly Value[]): Uint8Array =>
  sheetOf("Budget", under(YEARS, count, row));

export const AMOUNTS = [20, 10, 10, 20, 10, 10];
export const FIELDS = ["Objectif", "Public cible", "Pilotage", "Partenaires", "Début", "Fin"];

export const TABLE_ATTACKS: readonly Attack[] = [
  {
    name: "12 000 lignes de montants saisis en texte",
    bytes: () => budget(12_000, (index) => [`${index + 1} action jeunes`, ...LETTERS.map(() => "1 234,56 €")]),
  },
  {
    name: "400 intitulés de 30 000 lettres",
    bytes: () => budget(400, (index) => [`${index + 1} ${"insertion des jeunes ".repeat(1428)}${index}`, ...AMOUNTS]),
  },
  {
    name: "10 000 lignes de formules, chacune lisant celle du dessus",
    bytes: () =>
      budget(10_000, (index) => [
        `${index + 1} action emploi`,
        ...LETTERS.map((letter) => (index === 0 ? 10 : `=${letter}${index + 2}`)),
      ]),
  },
  {
    name: "5 000 axes d’une action",
    bytes: () =>
      budget(10_000, (index) =>
        index % 2 === 0
          ? [
              `Axe ${index / 2 + 1} : jeunes`,
              ...LETTERS.map((letter) => `=SUM(${letter}${index + 4}:${letter}${index + 4})`),
            ]
          : [`${index} action logement`, ...AMOUNTS],
      ),
  },
  {
    name: "5 000 lignes de TOTAL, une sous chaque action",
    bytes: () =>
      budget(10_000, (index) =>
        index % 2 === 0
          ? [labelOf(index % 8), ...AMOUNTS]
          : ["TOTAL", ...LETTERS.map((letter) => `=SUM(${letter}3:${letter}${index + 2})`)],
      ),
  },
  { name: "15 000 lignes de la même action", bytes: () => budget(14_900, () => [labelOf(0), ...AMOUNTS]) },
  {
    name: "40 000 en-têtes l’un sous l’autre",
    bytes: () => {
      const heading = ["Action", "État 2024", "Métropole 2024", "Total 2024", "État 2025", "Métropole 2025"];
      return sheetOf(
        "Budget",
        under([], 40_000, () => heading),
      );
    },
  },
  {
    name: "3 000 tableaux sur une feuille",
    bytes: () =>
      sheetOf(
        "Budget",
        under([], 39_000, (index) => {
          const place = index % 13;
          if (place < 2) return YEARS[place] ?? [];
          return place < 10 ? [labelOf(place - 2), ...AMOUNTS] : [];
        }),
      ),
  },
  {
    name: "5 000 fiches actions l’une sous l’autre",
    bytes: () =>
      sheetOf(
        "Fiches",
        under([], 40_000, (index) => {
          const place = index % 8;
          if (place === 0) return [`Action n°${Math.floor(index / 8) + 1}`, "texte"];
          return place < 7 ? [FIELDS[place - 1] ?? null, "texte"] : [];
        }),
      ),
  },
  {
    name: "15 000 indicateurs",
    bytes: () =>
      sheetOf(
        "Indicateurs",
        under([["Actions", "Indicateurs", "Situation T0", 2024, 2025, 2026, 2027]], 14_900, (index) => [
          `Action n°${(index % 8) + 1}`,
          `Nombre de personnes accompagnées ${index}`,
          ...[1, 2, 3, 4, 5],
        ]),
      ),
  },
];
