// Whether an annexe may stand where the agent wants it: never over anything of his; why not, as one sentence.
import { formatLocalRange, LAST_COLUMN, LAST_ROW, type CellRef, type RangeRef, isSameSheet } from "xlsx-model/cell-ref";
import { columnName, formatLocalCell } from "xlsx-model/local-cell";
import { cite, typographie } from "../../domain/words/typographie";
import type { Obstacle, RawSheet, RawWorkbook } from "../../workbook-port";
import { WorkbookError } from "xlsx-model/plan";

const ELSEWHERE = "Choisissez une autre cellule, ou une nouvelle feuille.";

const KINDS: Readonly<Record<Obstacle["kind"], string>> = {
  merge: "des cellules fusionnées",
  table: "le tableau Excel",
  pivot: "le tableau croisé",
  note: "une note",
  comment: "un commentaire",
  drawing: "l’objet",
  "entry-control": "une validation des données",
};

function refuse(sentence: string): never {
  throw new WorkbookError(typographie(sentence));
}

/** The sheet of the cell, where something may be written on it. Throws WorkbookError. */
export function writableSheet(raw: RawWorkbook, cell: CellRef): RawSheet {
  const sheet = raw.sheets.find(({ name }) => isSameSheet(name, cell.sheet));
  const name = cite(sheet?.name ?? cell.sheet);
  if (!sheet) refuse(`Le classeur n’a pas de feuille ${name} : rien n’a été inséré. Choisissez une de ses feuilles.`);
  if (sheet.visibility !== "visible") {
    refuse(`La feuille ${name} est masquée : rien n’y a été inséré. Affichez-la, ou choisissez une autre feuille.`);
  }
  if (sheet.resultSheet !== null) {
    refuse(
      `La feuille ${name} est celle du complément : une annexe y serait perdue, rien n’a été inséré. Choisissez une cellule d’une de vos feuilles, ou une nouvelle feuille.`,
    );
  }
  if (sheet.isProtected) {
    refuse(
      `La feuille ${name} est protégée : rien n’y a été inséré. Ôtez la protection (onglet Révision), ou choisissez une nouvelle feuille.`,
    );
  }
  return sheet;
}

/** Throws WorkbookError. */
export function checkWithinSheet({ sheet, top, left, bottom, right }: RangeRef): void {
  if (bottom <= LAST_ROW && right <= LAST_COLUMN) return;
  const isTooLow = bottom > LAST_ROW;
  const [rows, columns] = [bottom - top + 1, right - left + 1];
  refuse(
    `L’annexe ne tient pas à partir de la cellule ${formatLocalCell(top, left)} de la feuille ${cite(sheet)} : il lui faut ${
      isTooLow ? `${rows} lignes` : `${columns} colonnes`
    } jusqu’au bord de la feuille. Rien n’a été inséré. Choisissez une cellule plus ${isTooLow ? "haute" : "à gauche"}, ou une nouvelle feuille.`,
  );
}

/** The first cell of the area, row by row, that holds a value or a formula. */
function firstContent({ blocks }: RawSheet, { top, left, bottom, right }: RangeRef): string | null {
  for (const { row, column, values, formulas } of blocks) {
    for (let line = Math.max(top, row); line <= Math.min(bottom, row + values.length - 1); line += 1) {
      const [cells = [], written = []] = [values[line - row], formulas[line - row]];
      for (let place = Math.max(left, column); place <= Math.min(right, column + cells.length - 1); place += 1) {
        const isEmpty = (cells[place - column] ?? null) === null && (written[place - column] ?? null) === null;
        if (!isEmpty) return formatLocalCell(line, place);
      }
    }
  }
  return null;
}

function describe({ kind, name, range }: Obstacle): string {
  const named = name === null ? KINDS[kind] : `${KINDS[kind]} ${cite(name)}`;
  return range === null ? named : `${named} (${formatLocalRange(range)})`;
}

/** Excel shifts what is written over rows that a filter hides, and the agent would not see what a hidden row holds. */
function firstHidden({ hiddenRows, hiddenColumns }: RawSheet, { top, left, bottom, right }: RangeRef): string | null {
  const row = hiddenRows.find((each) => each >= top && each <= bottom);
  if (row !== undefined) return `la ligne ${row + 1}`;
  const column = hiddenColumns.find((each) => each >= left && each <= right);
  return column === undefined ? null : `la colonne ${columnName(column)}`;
}

/** Throws WorkbookError. */
export function checkFree(sheet: RawSheet, area: RangeRef, obstacles: readonly Obstacle[]): void {
  const hidden = firstHidden(sheet, area);
  if (hidden !== null) {
    refuse(
      `L’annexe prendrait la plage ${formatLocalRange(area)} de la feuille ${cite(sheet.name)}, dont ${hidden} est masquée : elle ne s’y verrait pas en entier. Rien n’a été inséré. Affichez ce qui est masqué, ou choisissez une autre cellule ou une nouvelle feuille.`,
    );
  }
  const content = firstContent(sheet, area);
  const [obstacle] = obstacles;
  if (content === null && !obstacle) return;
  const what = content === null && obstacle ? describe(obstacle) : `la cellule ${content} n’est pas vide`;
  const why = content === null ? `il s’y trouve déjà ${what}` : what;
  refuse(
    `L’annexe prendrait la plage ${formatLocalRange(area)} de la feuille ${cite(sheet.name)}, qui n’est pas libre : ${why}. Rien n’a été inséré. ${ELSEWHERE}`,
  );
}
