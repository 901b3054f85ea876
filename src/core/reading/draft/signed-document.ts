// A signed contract as a document: its paragraphs in order, each knowing its place, and its tables as sheets of a workbook.
import type { CellValue, RawSheet, RawWorkbook } from "../../workbook-port";

export interface Paragraphe {
  readonly kind: "paragraphe";
  readonly texte: string;
  /** For a reader: "ligne 45", "paragraphe 45". */
  readonly lieu: string;
}

export interface TableauDuDocument {
  readonly kind: "tableau";
  /** Rows of equal length; a merged cell's text stands in its first place. */
  readonly lignes: readonly (readonly string[])[];
  readonly lieu: string;
}

export interface SignedDocument {
  readonly name: string;
  readonly blocs: readonly (Paragraphe | TableauDuDocument)[];
}

/** One kind of space; marks of lists, of emphasis and of exponents left out. */
function plainText(texte: string): string {
  return texte
    .replace(/\*\*/g, "")
    .replace(/\^\{(\w+)\}/g, "$1")
    .replace(/[\s\u00a0\u202f\u2009]+/gu, " ")
    .trim()
    .replace(/^(?:[-–•➤✓▪*·o] +)+/u, "");
}

const NUMBER = /^-?\d{1,3}(?:[ \u00a0\u202f\u2009]?\d{3})*(?:,\d+)?$/u;

function toValue(texte: string): CellValue {
  const text = texte.trim();
  if (text === "") return null;
  return NUMBER.test(text) ? Number(text.replace(/[ \u00a0\u202f\u2009]/gu, "").replace(",", ".")) : text;
}

function toSheet({ lignes }: TableauDuDocument, index: number): RawSheet {
  const width = Math.max(0, ...lignes.map((ligne) => ligne.length));
  const row = <Value>(value: (texte: string) => Value) =>
    lignes.map((ligne) => Array.from({ length: width }, (_, column) => value(ligne[column] ?? "")));
  return {
    id: `tableau-${index + 1}`,
    name: `Tableau ${index + 1}`,
    visibility: "visible",
    isProtected: false,
    resultSheet: null,
    highlightIds: [],
    hiddenRows: [],
    hiddenColumns: [],
    blocks: [
      { row: 0, column: 0, values: row(toValue), formulas: row(() => null), numberFormats: row(() => "General") },
    ],
  };
}

export function tablesAsWorkbook({ name, blocs }: SignedDocument): RawWorkbook {
  const tables = blocs.filter((bloc) => bloc.kind === "tableau").filter(({ lignes }) => lignes.length > 0);
  return { name, isStructureProtected: false, choices: [], sheets: tables.map(toSheet) };
}

/** Paragraphs made plain, empty ones left out. */
export function paragraphsOf({ blocs }: SignedDocument): readonly Paragraphe[] {
  return blocs.flatMap((bloc) => {
    if (bloc.kind !== "paragraphe") return [];
    const texte = plainText(bloc.texte);
    return texte === "" ? [] : [{ ...bloc, texte }];
  });
}
