// Texts that others wrote, as a page may show them: no mark-up, and nothing that turns the direction in which what follows is read.
import { withoutSteering } from "../core/domain/words/steering";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** For the content of an element and for a quoted attribute. */
export const escapeHtml = (text: string): string =>
  withoutSteering(text).replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? "");

/** For a line of Markdown: its marks are shown as they are, and HTML stays text. */
export const escapeMarkdown = (text: string): string =>
  withoutSteering(text)
    .split("\n")
    .map((line) => line.trim())
    .join(" ")
    .replace(/[\\`*_[\]<>#|~]/g, (mark) => `\\${mark}`);
