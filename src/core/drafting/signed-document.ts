// A signed contract as a document: its paragraphs in order, each knowing its place, and its tables as sheets of a workbook.
import { columnIndex } from "xlsx-model/local-cell";
import { announcedUnit } from "../domain/values/unite";
import type { RawSheet, RawWorkbook } from "../workbook-port";
import type { CellValue } from "xlsx-model/plan";

export interface Paragraphe {
  readonly kind: "paragraphe";
  readonly texte: string;
  /** For a reader: "ligne 45", "page 3, paragraphe 2", and with the file's name where there are several: "convention.pdf, page 3, paragraphe 2". */
  readonly lieu: string;
  /** Of several files, the one that it stands in. */
  readonly fichier?: string;
}

export interface TableauDuDocument {
  readonly kind: "tableau";
  /** Rows of equal length; a merged cell's text stands in its first place. */
  readonly lignes: readonly (readonly string[])[];
  /** "tableau 3", "page 12, tableau 3", "annexes.xlsx, feuille « Budget »": a row and a column may follow. */
  readonly lieu: string;
  readonly fichier?: string;
  /** Where each cell stands, in a table that was put together from others. */
  readonly places?: readonly (readonly string[])[];
}

export interface SignedDocument {
  readonly name: string;
  readonly blocs: readonly (Paragraphe | TableauDuDocument)[];
  /** What it shows and nothing could read, as a page that is a picture: French sentences, to be asked about. */
  readonly nonLus?: readonly string[];
}

/** One kind of space, and lines apart only within the cell of a form; marks of lists, of emphasis and of exponents left out. */
export function plainText(texte: string): string {
  return texte
    .replace(/\*\*/g, "")
    .replace(/\^\{(\w+)\}/g, "$1")
    .replace(/[^\S\n]+/gu, " ")
    .replace(/ ?\n[ \n]*/gu, "\n")
    .trim()
    .replace(/^(?:[-–•➤✓▪*·o] +)+/u, "");
}

const NUMBER = /^-?\d{1,3}(?:[ \u00a0\u202f\u2009]?\d{3})*(?:,\d+)?$/u;

const SHARE = /^(\d{1,3}(?:,\d+)?) ?%$/u;

/** The sign stands beside the figure, as the parties wrote it: 12.5 for "12,5 %". */
const PERCENT = '0.########"\u00a0%"';

function toValue(texte: string): CellValue {
  const text = texte.trim().replace(/\n/g, " ");
  if (text === "") return null;
  const share = SHARE.exec(text.replace(/[\u00a0\u202f\u2009]/gu, " "))?.[1];
  if (share !== undefined) return Number(share.replace(",", "."));
  return NUMBER.test(text) ? Number(text.replace(/[ \u00a0\u202f\u2009]/gu, "").replace(",", ".")) : text;
}

function toSheet({ lignes: own }: TableauDuDocument, index: number, titre: string | null): RawSheet {
  const lignes = titre === null ? own : [[titre], ...own];
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
      {
        row: 0,
        column: 0,
        values: row(toValue),
        formulas: row(() => null),
        numberFormats: row((texte) =>
          SHARE.test(texte.trim().replace(/[\u00a0\u202f\u2009]/gu, " ")) ? PERCENT : "General",
        ),
      },
    ],
  };
}

/** A table of the document, and the words before it that say its unit. */
export interface TableauSitue {
  readonly tableau: TableauDuDocument;
  readonly titre: Paragraphe | null;
}

/** Longer words are an article, and speak of other amounts. */
const MAX_TITLE = 150;

/** A unit goes on for the tables after it, which a page may have cut, until other words say another. */
export function situateTables({ blocs }: SignedDocument): readonly TableauSitue[] {
  let titre: Paragraphe | null = null;
  return blocs.flatMap((bloc): TableauSitue[] => {
    if (bloc.kind === "tableau") {
      const counts = bloc.lignes.slice(0, 2).some((ligne) => ligne.some((texte) => /^\s*indicateurs?\b/i.test(texte)));
      return bloc.lignes.length > 0 ? [{ tableau: bloc, titre: counts ? null : titre }] : [];
    }
    const unit = bloc.texte.length > MAX_TITLE ? null : announcedUnit(bloc.texte);
    if (unit !== null) titre = unit === "€" ? null : bloc;
    return [];
  });
}

export function tablesAsWorkbook(document: SignedDocument): RawWorkbook {
  const sheets = situateTables(document).map(({ tableau, titre }, index) =>
    toSheet(tableau, index, titre?.texte ?? null),
  );
  return { name: document.name, isStructureProtected: false, choices: [], sheets };
}

const PLACE = /'Tableau (\d+)'!([A-Z]+)(\d+)/g;
const SHEET = /«\s?Tableau (\d+)\s?»/g;

/** Cells and sheets of the workbook as places of the document. */
export function namePlaces(question: string, tables: readonly TableauSitue[]): string {
  const tableOf = (rank: string): string => tables[Number(rank) - 1]?.tableau.lieu ?? `tableau ${rank}`;
  return question
    .replace(PLACE, (_, rank: string, column: string, row: string) => {
      const table = tables[Number(rank) - 1];
      const line = Number(row) - (table?.titre ? 1 : 0);
      const own = table?.tableau.places?.[line - 1]?.[columnIndex(column)];
      return own ?? `${tableOf(rank)}, ligne ${line}, colonne ${column}`;
    })
    .replace(SHEET, (_, rank: string) => tableOf(rank));
}

/** A form of labels and answers, a row each: an account, a fiche. A label without an answer is a heading. */
function formAsParagraphs({ lignes, lieu }: TableauDuDocument): readonly Paragraphe[] {
  if (lignes.some(({ length }) => length !== 2)) return [];
  return lignes.flatMap(([label = "", answer = ""], row) => {
    const name = label.replace(/\s+/gu, " ").replace(/ ?:? ?$/u, "");
    const texte = name === "" || answer === "" ? `${name}${answer}` : `${name} : ${answer}`;
    return [{ kind: "paragraphe", texte, lieu: `${lieu}, ligne ${row + 1}` }];
  });
}

/** All that it says, in order. */
export function textsOf({ blocs }: SignedDocument): readonly string[] {
  return blocs.flatMap((bloc) => (bloc.kind === "paragraphe" ? [bloc.texte] : bloc.lignes.flat()));
}

/** Paragraphs made plain, empty ones left out. */
export function paragraphsOf({ blocs }: SignedDocument): readonly Paragraphe[] {
  const all = blocs.flatMap((bloc) => (bloc.kind === "paragraphe" ? [bloc] : formAsParagraphs(bloc)));
  return all.flatMap((paragraphe) => {
    const texte = plainText(paragraphe.texte);
    return texte === "" ? [] : [{ ...paragraphe, texte }];
  });
}
