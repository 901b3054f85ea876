// The look of our Word documents, as styles that the agent can change in Word: headings, text, prompts, cells.
import type { IStylesOptions } from "docx";

export const COLORS = {
  ink: "1A1A1A",
  muted: "4B5563",
  line: "7A8699",
  heading: "D6DFEC",
  total: "EDF1F7",
  title: "1B365D",
  prompt: "6B4E00",
} as const;

/** On every desk, and of the same widths as the free Liberation Sans. */
const FONT = "Arial";

/** Half points. */
const SIZES = { title: 38, subtitle: 24, h1: 28, h2: 24, h3: 21, text: 20, cell: 15 } as const;

const NEXT = { basedOn: "Normal", next: "Normal", quickFormat: true } as const;

export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: SIZES.text, color: COLORS.ink, language: { value: "fr-FR", eastAsia: "fr-FR" } },
      paragraph: { spacing: { after: 120, line: 264 } },
    },
    title: {
      run: { font: FONT, size: SIZES.title, bold: true, color: COLORS.title },
      paragraph: { spacing: { after: 80 } },
    },
    heading1: {
      run: { font: FONT, size: SIZES.h1, bold: true, color: COLORS.title },
      paragraph: { keepNext: true, outlineLevel: 0, spacing: { before: 320, after: 120 } },
    },
    heading2: {
      run: { font: FONT, size: SIZES.h2, bold: true, color: COLORS.title },
      paragraph: { keepNext: true, outlineLevel: 1, spacing: { before: 240, after: 100 } },
    },
    heading3: {
      run: { font: FONT, size: SIZES.h3, bold: true, color: COLORS.ink },
      paragraph: { keepNext: true, outlineLevel: 2, spacing: { before: 160, after: 60 } },
    },
  },
  paragraphStyles: [
    {
      id: "Soustitre",
      name: "Sous-titre du bilan",
      ...NEXT,
      run: { size: SIZES.subtitle, color: COLORS.muted },
      paragraph: { spacing: { after: 240 } },
    },
    {
      id: "Consigne",
      name: "À rédiger",
      ...NEXT,
      run: { italics: true, color: COLORS.prompt },
      paragraph: { spacing: { before: 60, after: 240 } },
    },
    { id: "Note", name: "Note du bilan", ...NEXT, run: { size: 18, italics: true, color: COLORS.muted } },
    {
      id: "Cellule",
      name: "Cellule de tableau",
      basedOn: "Normal",
      run: { size: SIZES.cell },
      paragraph: { spacing: { before: 0, after: 0, line: 240 } },
    },
    {
      id: "CelluleForte",
      name: "Cellule de tableau forte",
      basedOn: "Cellule",
      run: { size: SIZES.cell, bold: true },
      paragraph: { spacing: { before: 0, after: 0, line: 240 } },
    },
  ],
};
