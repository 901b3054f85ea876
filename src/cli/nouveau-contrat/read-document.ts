// Reads a signed contract, a Word document or plain text, into its paragraphs and tables.
import mammoth from "mammoth";
import { SaxesParser } from "saxes";
import type { Paragraphe, SignedDocument, TableauDuDocument } from "../../core/drafting/signed-document";
import { CommandError } from "../command-error";

/** How a row of a table stands in plain text: its cells, tabs between them. */
const TAB = "\t";

export function readText(text: string, name: string): SignedDocument {
  const blocs: (Paragraphe | TableauDuDocument)[] = [];
  let rows: string[][] = [];
  let from = 0;
  const close = (): void => {
    if (rows.length > 1) blocs.push({ kind: "tableau", lignes: widen(rows), lieu: `ligne ${from}` });
    else for (const row of rows) blocs.push({ kind: "paragraphe", texte: row.join(" "), lieu: `ligne ${from}` });
    rows = [];
  };
  // A blank line does not end a table, another paragraph does.
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === "") return;
    const isFirstOfTable = rows.length === 0;
    const cells = line.split(TAB).map((cell) => cell.trim());
    if (cells.length > 2 || (!isFirstOfTable && cells.length > 1) || (!isFirstOfTable && isHeading(line))) {
      if (isFirstOfTable) from = index + 1;
      rows.push(cells);
      return;
    }
    close();
    blocs.push({ kind: "paragraphe", texte: line, lieu: `ligne ${index + 1}` });
  });
  close();
  return { name, blocs };
}

/** An axe between its actions: one cell across the whole table, often without any tab. */
const isHeading = (line: string): boolean => /^\s*(?:axe|pilier)\b.{0,150}$/i.test(line);

function widen(rows: readonly (readonly string[])[]): string[][] {
  const width = Math.max(...rows.map(({ length }) => length));
  return rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ""));
}

/** Throws CommandError for what is no Word document. */
export async function readDocx(bytes: Uint8Array, name: string): Promise<SignedDocument> {
  const html = await convert(bytes, name);
  return { name, blocs: new HtmlReader().read(html) };
}

async function convert(bytes: Uint8Array, name: string): Promise<string> {
  try {
    // Pictures have nothing to say here, and would be copied into the text.
    const convertImage = mammoth.images.imgElement(() => Promise.resolve({ src: "" }));
    return (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage })).value;
  } catch {
    throw new CommandError(
      `${name} : ce fichier n’est pas un document Word lisible (.docx). Enregistrez-le de nouveau depuis Word.`,
    );
  }
}

interface Cell {
  text: string;
  readonly columns: number;
  readonly rows: number;
}

const BREAKS = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6", "li"]);

/** The few elements that the converter writes: paragraphs, lists, tables. */
class HtmlReader {
  private readonly blocs: (Paragraphe | TableauDuDocument)[] = [];
  private rank = 0;
  private text = "";
  /** Rows of the table being read; of one within another only the words count. */
  private rows: Cell[][] | null = null;
  private depth = 0;

  read(html: string): readonly (Paragraphe | TableauDuDocument)[] {
    const parser = new SaxesParser();
    parser.on("opentag", ({ name, attributes }) => {
      this.open(name, attributes);
    });
    parser.on("closetag", ({ name }) => {
      this.close(name);
    });
    parser.on("text", (text) => {
      this.text += text;
    });
    parser.write(`<document>${html}</document>`).close();
    return this.blocs;
  }

  private open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === "table") {
      this.depth += 1;
      if (this.depth === 1) this.rows = [];
    } else if (this.depth === 1 && name === "tr") this.rows?.push([]);
    else if (this.depth === 1 && (name === "td" || name === "th")) {
      this.text = "";
      const span = (key: string): number => Number(attributes[key] ?? 1);
      this.rows?.at(-1)?.push({ text: "", columns: span("colspan"), rows: span("rowspan") });
    } else if (name === "br") this.text += "\n";
    else if (BREAKS.has(name) && this.rows === null) this.flush();
  }

  private close(name: string): void {
    if (name === "table") {
      this.depth -= 1;
      if (this.depth === 0 && this.rows) {
        this.rank += 1;
        this.blocs.push({ kind: "tableau", lignes: layOut(this.rows), lieu: `tableau, élément ${this.rank}` });
        this.rows = null;
        this.text = "";
      }
    } else if (this.depth === 1 && (name === "td" || name === "th")) {
      const cell = this.rows?.at(-1)?.at(-1);
      if (cell) cell.text = this.text.trim();
      this.text = "";
    } else if (BREAKS.has(name)) {
      if (this.rows === null) this.flush();
      else this.text += "\n";
    }
  }

  private flush(): void {
    for (const texte of this.text.split("\n")) {
      if (texte.trim() === "") continue;
      this.rank += 1;
      this.blocs.push({ kind: "paragraphe", texte, lieu: `paragraphe ${this.rank}` });
    }
    this.text = "";
  }
}

/** A merged cell holds its text in its first place and nothing in the others. */
function layOut(rows: readonly (readonly Cell[])[]): string[][] {
  const grid: string[][] = rows.map(() => []);
  const taken = new Set<string>();
  rows.forEach((cells, row) => {
    let column = 0;
    for (const { text, columns, rows: height } of cells) {
      while (taken.has(`${row}/${column}`)) column += 1;
      for (let down = 0; down < height; down += 1) {
        for (let across = 0; across < columns; across += 1) {
          taken.add(`${row + down}/${column + across}`);
          const line = grid[row + down];
          if (line) line[column + across] = down + across === 0 ? text : "";
        }
      }
      column += columns;
    }
  });
  return widen(grid.map((line) => Array.from(line, (text) => text ?? "")));
}
