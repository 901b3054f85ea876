// Paragraphs of a Word document: headings for its navigation pane, text, and prompts for what the agent writes.
import { HeadingLevel, Paragraph } from "docx";
import { withoutTurning } from "../core/domain/words/steering";
import { typographie } from "../core/domain/words/typographie";

const LEVELS = {
  title: HeadingLevel.TITLE,
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const;

/** What the workbook says is quoted as it is, but turns nothing round. */
const said = (sentence: string): string => withoutTurning(typographie(sentence));

export function heading(level: keyof typeof LEVELS, text: string): Paragraph {
  return new Paragraph({ text: said(text), heading: LEVELS[level] });
}

export function text(sentence: string, style?: "Note" | "Soustitre"): Paragraph {
  return new Paragraph({ text: said(sentence), ...(style && { style }) });
}

/** What a table is about: on the same page as the table's beginning. */
export function tableLead(sentence: string): Paragraph {
  return new Paragraph({ text: said(sentence), keepNext: true });
}

export function list(sentences: readonly string[]): Paragraph[] {
  return sentences.map((sentence) => new Paragraph({ text: said(sentence), bullet: { level: 0 } }));
}

/** What the agent is to write there, in brackets; his text takes its place. */
export function prompt(what: string): Paragraph {
  return new Paragraph({ text: said(`[À rédiger : ${what}]`), style: "Consigne" });
}
