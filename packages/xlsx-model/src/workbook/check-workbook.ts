// Refuses what no honest workbook holds: sheets that share an identifier or a name, and numbers beyond what can be read in time.
import { sheetKey } from "../cell-ref";
import { damaged, refusal } from "../package/refuse-file";
import type { SheetEntry } from "./workbook-part";

/**
 * What is read within 30 s and a gibibyte. `cells` are those that the file says something of, formats among them; `filled` are those
 * with a value or a text, each of which is looked at; `area` is what the blocks of contents cover, blank cells between them included.
 */
export const WORKBOOK_LIMITS = {
  sheets: 500,
  conditionalFormats: 20_000,
  cells: 2_000_000,
  filled: 500_000,
  formulas: 200_000,
  area: 6_000_000,
} as const;

/** Throws WorkbookError. */
export function checkEntries(file: string, entries: readonly SheetEntry[]): void {
  if (entries.length > WORKBOOK_LIMITS.sheets) {
    throw refusal(
      file,
      `est refusé : il contient ${entries.length} feuilles, et ${WORKBOOK_LIMITS.sheets} au plus peuvent être lues`,
      "Choisissez un autre classeur, ou supprimez les feuilles inutiles.",
    );
  }
  const [ids, names] = [new Set<number>(), new Set<string>()];
  for (const { name, sheetId } of entries) {
    if (!Number.isInteger(sheetId) || sheetId < 1) throw damaged(file, `la feuille « ${name} » n’a pas d’identifiant`);
    if (ids.has(sheetId)) throw damaged(file, `la feuille « ${name} » a le même identifiant qu’une autre`);
    if (names.has(sheetKey(name))) throw damaged(file, `deux feuilles s’appellent « ${name} »`);
    ids.add(sheetId);
    names.add(sheetKey(name));
  }
}

/** Each with the sign that its name ends with: a cell, a value or a text within it, a formula. */
const COUNTED = /<(?:[\w.-]+:)?(?:c|v|is|f)[\s/>]/g;
const CELL = "c".charCodeAt(0);
const FORMULA = "f".charCodeAt(0);
const SAID = {
  cells: "2 millions de cellules",
  filled: "500 000 cellules remplies",
  formulas: "200 000 formules",
} as const;

/** Over the sheets of a workbook, one after the other. */
export class ContentCount {
  private readonly found = { cells: 0, filled: 0, formulas: 0 };

  constructor(private readonly file: string) {}

  /** Throws WorkbookError where the sheets so far hold more than can be read in time. */
  add(sheetText: string): void {
    COUNTED.lastIndex = 0;
    while (COUNTED.test(sheetText)) {
      const sign = sheetText.charCodeAt(COUNTED.lastIndex - 2);
      const kind = sign === CELL ? "cells" : sign === FORMULA ? "formulas" : "filled";
      if (++this.found[kind] <= WORKBOOK_LIMITS[kind]) continue;
      throw refusal(
        this.file,
        `est refusé : il contient plus de ${SAID[kind]}, et ne peut être lu sans risquer de bloquer ce poste`,
        "Dans Excel, supprimez les lignes, les colonnes et les feuilles inutiles, enregistrez, puis recommencez.",
      );
    }
  }
}

/** `frame`: the sheet without its cells. Throws WorkbookError. */
export function checkConditionalFormats(file: string, frame: string): void {
  let count = 0;
  for (let at = frame.indexOf("cfRule "); at >= 0; at = frame.indexOf("cfRule ", at + 1)) {
    if (++count <= WORKBOOK_LIMITS.conditionalFormats) continue;
    throw refusal(
      file,
      `est refusé : une de ses feuilles contient plus de ${WORKBOOK_LIMITS.conditionalFormats} mises en forme conditionnelles`,
      "Dans Excel, effacez-les (Accueil > Mise en forme conditionnelle > Effacer les règles), enregistrez, puis recommencez.",
    );
  }
}
