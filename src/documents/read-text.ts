// A signed contract as plain text: a paragraph a line, a row of a table a line with tabs between its cells.
import type { SignedDocument } from "../core/drafting/signed-document";
import { DocumentBuilder } from "./document-builder";
import { checkLimit, DocumentError } from "./limits";

/** An axe between its actions: one cell across the whole table, often without any tab. */
const isHeading = (line: string): boolean => /^\s*(?:axe|pilier)\b.{0,150}$/i.test(line);

/** Throws DocumentError for what is no text, or a longer one than is read. */
export function readText(text: string, name: string): SignedDocument {
  if (text.includes("\0")) throw new DocumentError("ce fichier n’est pas un texte.");
  checkLimit("characters", text.length);
  const builder = new DocumentBuilder(name);
  let rows: string[][] = [];
  let [from, tables] = [0, 0];
  const close = (): void => {
    if (rows.length > 1) builder.table(rows, `tableau ${(tables += 1)} (ligne ${from})`);
    else for (const row of rows) builder.paragraph(row.join(" "), `ligne ${from}`);
    rows = [];
  };
  // A blank line does not end a table, another paragraph does.
  let number = 0;
  for (const [whole] of text.matchAll(/[^\n]*\n?/g)) {
    const line = whole.replace(/(?<![\r\n])[\r\n]+$/, "");
    number += 1;
    if (line.trim() === "") continue;
    const cells = line.split("\t").map((cell) => cell.trim());
    checkLimit("columns", cells.length);
    if (cells.length > 2 || (rows.length > 0 && (cells.length > 1 || isHeading(line)))) {
      if (rows.length === 0) from = number;
      rows.push(cells);
      checkLimit("cells", rows.length);
      continue;
    }
    close();
    builder.paragraph(line, `ligne ${number}`);
  }
  close();
  return builder.finish();
}

/** What Windows has where Latin-1 has nothing; TextDecoder of Node 20 does not know it. */
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** In UTF-8, in what Word calls Unicode, or in the encoding of a French Windows. */
export function decodePlainText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const latin = new TextDecoder("latin1").decode(bytes);
    return latin.replace(/[\u0080-\u009f]/g, (character) => WINDOWS[character.charCodeAt(0) - 0x80] ?? character);
  }
}
