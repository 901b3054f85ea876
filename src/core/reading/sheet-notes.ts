// What is said of the sheets themselves: rows and columns that were read although hidden, labels put together.
import { parseLocalRange, type RangeRef } from "xlsx-model/cell-ref";
import { columnName, formatLocalCell } from "xlsx-model/local-cell";
import type { FeuilleLue } from "../domain/dossier";
import { formatListe } from "../domain/words/format";
import { typographie } from "../domain/words/typographie";
import type { ReadTable } from "../verification";

type Area = Omit<RangeRef, "sheet">;

const SHOWN = 12;

/** "3, 5 à 9 et 12". */
function listSpans(numbers: readonly number[], name: (number: number) => string): string {
  const spans: [first: number, last: number][] = [];
  for (const number of numbers) {
    const span = spans.at(-1);
    if (span && span[1] === number - 1) span[1] = number;
    else spans.push([number, number]);
  }
  const texts = spans.map(([first, last]) => (first === last ? name(first) : `${name(first)} à ${name(last)}`));
  const rest = texts.length - SHOWN;
  return rest > 0 ? `${texts.slice(0, SHOWN).join(", ")} et d’autres` : formatListe(texts);
}

function describeHidden(
  numbers: readonly number[],
  first: number,
  last: number,
  [one, several]: readonly [string, string],
  name: (number: number) => string,
): string[] {
  const inside = numbers.filter((number) => number >= first && number <= last);
  if (inside.length === 0) return [];
  const [word, verb] = inside.length === 1 ? [one, "lue"] : [several, "lues"];
  return [`${word}, ${verb} comme les autres : ${listSpans(inside, name)}.`];
}

function describeSheet({ hiddenRows, hiddenColumns, labelsReunis }: FeuilleLue, area: Area): string[] {
  const joined = labelsReunis
    .filter(([cell]) => cell && cell.row >= area.top && cell.row <= area.bottom)
    .map((cells) => formatListe(cells.map(({ row, column }) => formatLocalCell(row, column)).sort()));
  const rest = joined.length - SHOWN;
  const shown = [...joined.slice(0, SHOWN), ...(rest > 0 ? ["d’autres encore"] : [])].join(" ; ");
  return [
    ...describeHidden(hiddenRows, area.top, area.bottom, ["Ligne masquée", "Lignes masquées"], (row) => `${row + 1}`),
    ...describeHidden(hiddenColumns, area.left, area.right, ["Colonne masquée", "Colonnes masquées"], columnName),
    ...(joined.length > 0 ? [`Intitulés répartis sur plusieurs cellules et lus ensemble : ${shown}.`] : []),
  ];
}

export function addSheetNotes(tables: readonly ReadTable[], sheets: readonly FeuilleLue[]): ReadTable[] {
  const bySheet = new Map(sheets.map((sheet) => [sheet.sheet, sheet]));
  return tables.map((table) => {
    const sheet = bySheet.get(table.sheet);
    const area = parseLocalRange(table.range);
    const said = sheet && area ? describeSheet(sheet, area).map(typographie) : [];
    return said.length > 0 ? { ...table, notes: [...(table.notes ?? []), ...said] } : table;
  });
}
