// Keeps Excel from reading a figure, a date or a formula into a text that is written to a cell.

/** Texts that begin with a letter or a quotation mark are safe, but for these, which Excel reads as in the United States. */
const READ_AS_VALUE = /^(?:true|false|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -]?\d.*)$/i;
const SAFE_START = /^[\p{L}«“"]/u;

/** The leading apostrophe is Excel's own mark of a text; it is no part of the cell's value. */
export function literalText(text: string): string {
  return SAFE_START.test(text) && !READ_AS_VALUE.test(text) ? text : `'${text}`;
}
