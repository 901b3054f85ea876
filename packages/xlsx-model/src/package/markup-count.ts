// Refuses a package whose parts say more than can be read in time beside the cells: merges, entry controls, styles, names…
import type { WorkbookError } from "../plan";
import { refusal } from "./refuse-file";

/** Over all parts that are read; the rows of the sheets and the table of texts have bounds of their own. */
export const MARKUP_LIMITS = { tags: 1_000_000, attributes: 4_000_000, stringTags: 6_000_000 } as const;

/** What agents' workbooks may have too many of, by its element. */
const NAMED: Readonly<Record<string, string>> = {
  cfRule: "mises en forme conditionnelles",
  mergeCell: "cellules fusionnées",
  dataValidation: "validations de données",
  hyperlink: "liens",
  xf: "styles de cellules",
  definedName: "noms définis",
  si: "textes",
  comment: "commentaires",
};
const OTHERS = "mises en forme, validations, noms ou textes";

const ROWS = /<(?:[\w.-]+:)?sheetData[\s>]/;
const STRINGS = /sharedStrings\.xml$/i;

function count(text: string, sign: string, from: number, to: number, most: number): number {
  let found = 0;
  for (let at = text.indexOf(sign, from); at >= 0 && at < to && found <= most; at = text.indexOf(sign, at + 1)) found++;
  return found;
}

/** What a part has most of, in words; of a part that is refused only, since it reads the whole of it once for each word. */
function nameMost(text: string): string {
  let most = { name: OTHERS, times: 0 };
  for (const [element, name] of Object.entries(NAMED)) {
    const times = count(text, `<${element}`, 0, text.length, text.length);
    if (times > most.times) most = { name, times };
  }
  return most.name;
}

export class MarkupCount {
  private tags = 0;
  private attributes = 0;

  constructor(private readonly file: string) {}

  /** To be called once for each part. Throws WorkbookError where the parts so far say more than can be read. */
  add(path: string, text: string): void {
    if (STRINGS.test(path)) {
      const { stringTags } = MARKUP_LIMITS;
      if (count(text, "<", 0, text.length, stringTags) > stringTags) throw this.tooMuch(text);
      return;
    }
    const rows = ROWS.exec(text);
    const rowsEnd = rows ? text.indexOf("sheetData>", rows.index + rows[0].length) : -1;
    const outside =
      rows && rowsEnd >= 0
        ? ([
            [0, rows.index],
            [rowsEnd, text.length],
          ] as const)
        : ([[0, text.length]] as const);
    for (const [from, to] of outside) {
      this.tags += count(text, "<", from, to, MARKUP_LIMITS.tags);
      this.attributes += count(text, "=", from, to, MARKUP_LIMITS.attributes);
    }
    if (this.tags > MARKUP_LIMITS.tags || this.attributes > MARKUP_LIMITS.attributes) throw this.tooMuch(text);
  }

  private tooMuch(last: string): WorkbookError {
    return refusal(
      this.file,
      `est refusé : il a trop de contenus à côté de ses cellules (${nameMost(last)}), les lire risquerait de bloquer ce poste`,
      "Dans Excel, supprimez les feuilles, les mises en forme et les noms inutiles, enregistrez, puis recommencez.",
    );
  }
}
