// Puts a document together, block by block, in the order in which it is read, within the limits of what is read.
import type { Paragraphe, SignedDocument, TableauDuDocument } from "../core/drafting/signed-document";
import { checkLimit } from "./limits";

export type Bloc = Paragraphe | TableauDuDocument;

export class DocumentBuilder {
  private readonly blocs: Bloc[] = [];
  private readonly unread: string[] = [];
  private counts = { characters: 0, paragraphs: 0, cells: 0, allPieces: 0 };

  constructor(private readonly name: string) {}

  /** An empty one is left out. */
  paragraph(texte: string, lieu: string, fichier?: string): void {
    const text = texte.trim();
    if (text === "") return;
    this.count("paragraphs", 1);
    checkLimit("paragraphCharacters", text.length);
    this.count("characters", text.length);
    this.blocs.push({ kind: "paragraphe", texte: text, lieu, ...(fichier !== undefined && { fichier }) });
  }

  /** Of one column it is a frame around paragraphs, and is read as them. */
  table(rows: readonly (readonly string[])[], lieu: string, fichier?: string): void {
    const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
    checkLimit("columns", width);
    this.count("cells", rows.length * width);
    if (width === 1) {
      rows.forEach(([text = ""], row) => {
        for (const line of text.split("\n")) this.paragraph(line, `${lieu}, ligne ${row + 1}`, fichier);
      });
      return;
    }
    const lignes = rows.map((row) => Array.from({ length: width }, (_, column) => (row[column] ?? "").trim()));
    if (!lignes.some((ligne) => ligne.some((text) => text !== ""))) return;
    for (const ligne of lignes) for (const text of ligne) this.count("characters", text.length);
    this.blocs.push({ kind: "tableau", lignes, lieu, ...(fichier !== undefined && { fichier }) });
  }

  /** What the document shows and nothing can read: a French sentence. */
  leave(phrase: string): void {
    this.unread.push(phrase);
  }

  finish(): SignedDocument {
    return { name: this.name, blocs: this.blocs, ...(this.unread.length > 0 && { nonLus: this.unread }) };
  }

  count(what: keyof DocumentBuilder["counts"], more: number): void {
    this.counts[what] += more;
    checkLimit(what, this.counts[what]);
  }
}
