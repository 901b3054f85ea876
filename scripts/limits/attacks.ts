// The workbooks that would cost the most to read, just within each limit and just beyond it.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { formatLocalCell } from "xlsx-model/local-cell";
import { createXlsx } from "xlsx-model/create-xlsx";
import { ZIP_LIMITS } from "xlsx-model/package/read-zip";
import { WORKBOOK_LIMITS } from "xlsx-model/workbook/check-workbook";
import { encodeXml } from "xlsx-model/xml/escape";
import { definitionText, scaledConvention, workbookOf } from "../bench/scaled-contract";

export interface Attack {
  /** As the table of docs/FICHIERS.md calls it. */
  readonly name: string;
  readonly bytes: () => Uint8Array;
  /** The contract that it is verified against, as a definition; Dijon's where there is none. */
  readonly contrat?: () => string;
  /** The extension of a signed contract, which is read for its definition. */
  readonly document?: string;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const SHEET = "xl/worksheets/sheet1.xml";
const BOOK = "xl/workbook.xml";
const STYLES = "xl/styles.xml";
const STRINGS = "xl/sharedStrings.xml";
const MIB = 2 ** 20;

const times = (count: number, one: (index: number) => string): string => {
  const pieces: string[] = [];
  for (let index = 0; index < count; index++) pieces.push(one(index));
  return pieces.join("");
};

const partsOf = (): Record<string, Uint8Array> => unzipSync(createXlsx("classeur.xlsx").save());
const textOf = (path: string): string => strFromU8(partsOf()[path] ?? new Uint8Array(0));

function withParts(changes: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const parts = partsOf();
  for (const [path, part] of Object.entries(changes)) parts[path] = typeof part === "string" ? strToU8(part) : part;
  return zipSync(parts, { level: 1 });
}

const sheetOf = (rows: string, more = ""): string =>
  `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${more}</worksheet>`;
const withRows = (rows: string, more = ""): Uint8Array => withParts({ [SHEET]: sheetOf(rows, more) });

/** Rows of a hundred cells. */
function rowsOf(cells: number, cell: (index: number, address: string) => string): string {
  return times(Math.ceil(cells / 100), (row) => {
    const count = Math.min(100, cells - row * 100);
    const inside = times(count, (column) => cell(row * 100 + column, formatLocalCell(row, column)));
    return `<row r="${row + 1}">${inside}</row>`;
  });
}

const inlineTexts = (count: number): Uint8Array =>
  withRows(rowsOf(count, (index, at) => `<c r="${at}" t="inlineStr"><is><t>Texte ${index}</t></is></c>`));

function sharedTexts(count: number): Uint8Array {
  const texts = `<sst xmlns="${MAIN}">${times(count, (index) => `<si><t>Texte n° ${index}</t></si>`)}</sst>`;
  const types = textOf("[Content_Types].xml").replace(
    "</Types>",
    `<Override PartName="/${STRINGS}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
  );
  const rels = "xl/_rels/workbook.xml.rels";
  const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings";
  return withParts({
    [SHEET]: sheetOf(rowsOf(count, (index, at) => `<c r="${at}" t="s"><v>${index}</v></c>`)),
    [STRINGS]: texts,
    "[Content_Types].xml": types,
    [rels]: textOf(rels).replace(
      "</Relationships>",
      `<Relationship Id="rIdTextes" Type="${type}" Target="sharedStrings.xml"/></Relationships>`,
    ),
  });
}

const uncomputed = (count: number, formula: (index: number) => string): Uint8Array =>
  withRows(
    `<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>` +
      times(
        count,
        (index) => `<row r="${index + 2}"><c r="A${index + 2}"><f>${encodeXml(formula(index))}</f></c></row>`,
      ),
  );

function sheets(count: number): Uint8Array {
  const parts = partsOf();
  const [book, rels, types] = [BOOK, "xl/_rels/workbook.xml.rels", "[Content_Types].xml"].map(textOf) as [
    string,
    string,
    string,
  ];
  const kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";
  const content = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
  const more = (one: (number: number) => string): string => times(count - 1, (index) => one(index + 1000));
  for (let number = 1000; number < count + 999; number++)
    parts[`xl/worksheets/s${number}.xml`] = strToU8(sheetOf('<row r="1"><c r="A1"><v>1</v></c></row>'));
  parts[BOOK] = strToU8(
    book.replace("</sheets>", `${more((n) => `<sheet name="F${n}" sheetId="${n}" r:id="f${n}"/>`)}</sheets>`),
  );
  parts["xl/_rels/workbook.xml.rels"] = strToU8(
    rels.replace(
      "</Relationships>",
      `${more((n) => `<Relationship Id="f${n}" Type="${kind}" Target="worksheets/s${n}.xml"/>`)}</Relationships>`,
    ),
  );
  parts["[Content_Types].xml"] = strToU8(
    types.replace(
      "</Types>",
      `${more((n) => `<Override PartName="/xl/worksheets/s${n}.xml" ContentType="${content}"/>`)}</Types>`,
    ),
  );
  return zipSync(parts, { level: 1 });
}

const formats = (count: number): Uint8Array =>
  withRows(
    '<row r="1"><c r="A1"><v>1</v></c></row>',
    times(
      count,
      (index) =>
        `<conditionalFormatting sqref="A${index + 1}"><cfRule type="expression" priority="${index + 1}"><formula>A${index + 1}&gt;1</formula></cfRule></conditionalFormatting>`,
    ),
  );

/** Five cells of each two hundredth row, two hundred columns apart: one block of `area` cells. */
function spread(area: number): Uint8Array {
  const width = 4 * 199 + 1;
  return withRows(
    times(Math.floor(area / width / 200), (index) => {
      const row = (index + 1) * 200 - 1;
      return `<row r="${row + 1}">${times(5, (column) => `<c r="${formatLocalCell(row, column * 199)}"><v>1</v></c>`)}</row>`;
    }),
  );
}

/** XML of `size` bytes whose elements are all different, so that it packs as honest XML does. */
function fill(size: number, one: (index: number) => string): string {
  const pieces: string[] = [];
  for (let [length, index] = [0, 0]; length < size; index++) {
    const piece = one(index);
    length += piece.length;
    pieces.push(piece);
  }
  return pieces.join("");
}

const A1 = '<row r="1"><c r="A1"><v>1</v></c></row>';
/** Nearly all that may be inflated, in one part. */
const MOST = ZIP_LIMITS.totalSize - MIB;

const { cells, filled, formulas, area, conditionalFormats } = WORKBOOK_LIMITS;
const mostSheets = WORKBOOK_LIMITS.sheets;

export const ATTACKS: readonly Attack[] = [
  {
    name: "8 000 actions, tous les montants faux",
    bytes: () => workbookOf(scaledConvention(1000), 1),
    contrat: () => definitionText(scaledConvention(1000)),
  },
  {
    name: "10 000 actions étrangères au contrat, tous les montants faux",
    bytes: () => workbookOf(scaledConvention(1250), 1),
  },
  { name: "16 000 actions", bytes: () => workbookOf(scaledConvention(2000), 1) },
  { name: "500 000 cellules de texte, dans la feuille", bytes: () => inlineTexts(filled) },
  { name: "500 000 cellules de texte, tous différents, en chaînes partagées", bytes: () => sharedTexts(filled) },
  { name: "500 001 cellules de texte", bytes: () => inlineTexts(filled + 1) },
  { name: "2 millions de cellules de texte", bytes: () => inlineTexts(cells) },
  {
    name: "2 millions de cellules vides mises en forme",
    bytes: () => withRows(rowsOf(cells, (_, at) => `<c r="${at}" s="0"/>`)),
  },
  { name: "200 000 formules sans valeur", bytes: () => uncomputed(formulas, () => "B1+1") },
  {
    name: "200 000 formules sans valeur, chacune lisant la précédente",
    bytes: () => uncomputed(formulas, (index) => `A${index + 1}+1`),
  },
  { name: "200 001 formules", bytes: () => uncomputed(formulas + 1, () => "B1+1") },
  { name: "une chaîne de 1 000 formules sans valeur", bytes: () => uncomputed(1000, (index) => `A${index + 1}+1`) },
  { name: "200 SI imbriqués", bytes: () => uncomputed(1, () => `${"IF(B1>1,".repeat(200)}7${",0)".repeat(200)}`) },
  {
    name: "une somme de 2 000 termes",
    bytes: () => uncomputed(1, () => Array.from({ length: 2000 }, () => "B1").join("+")),
  },
  { name: "5 000 sommes de colonnes entières", bytes: () => uncomputed(5000, () => "SUM(B:B)") },
  { name: "SUMPRODUCT(B1:XFD1048576*1)", bytes: () => uncomputed(1, () => "SUMPRODUCT(B1:XFD1048576*1)") },
  { name: "SUM(SEQUENCE(1048576,16384))", bytes: () => uncomputed(1, () => "SUM(SEQUENCE(1048576,16384))") },
  {
    name: "3 000 formules matricielles sans valeur",
    bytes: () =>
      withRows(
        times(
          3000,
          (index) =>
            `<row r="${index + 1}"><c r="A${index + 1}"><f t="array" ref="A${index + 1}:XFD1048576">B1*1</f></c></row>`,
        ),
      ),
  },
  { name: "500 feuilles", bytes: () => sheets(mostSheets) },
  { name: "3 000 feuilles", bytes: () => sheets(3000) },
  { name: "20 000 mises en forme conditionnelles", bytes: () => formats(conditionalFormats) },
  { name: "1 000 000 de mises en forme conditionnelles", bytes: () => formats(1_000_000) },
  { name: "des contenus qui couvrent 6 millions de cellules", bytes: () => spread(area) },
  { name: "des contenus qui couvrent 7 millions de cellules", bytes: () => spread(area * 1.17) },
  {
    name: "1 million de lignes vides mises en forme",
    bytes: () =>
      withRows(
        A1 + times(1_048_575, (index) => `<row r="${index + 2}" s="0" customFormat="1" ht="${20 + (index % 7)}"/>`),
      ),
  },
  {
    name: "470 Mo de XML",
    bytes: () => withRows(A1 + fill(470 * MIB, (index) => `<row r="${index + 2}" ht="${index % 97}"/>`)),
  },
  {
    name: "199 Mo de cellules fusionnées",
    bytes: () =>
      withRows(
        A1,
        `<mergeCells>${fill(MOST, (index) => `<mergeCell ref="A${index + 1}:B${index + 1}"/>`)}</mergeCells>`,
      ),
  },
  {
    name: "199 Mo de validations de données",
    bytes: () =>
      withRows(
        A1,
        `<dataValidations>${fill(MOST, (index) => `<dataValidation type="whole" sqref="A${(index % 1_000_000) + 1}"><formula1>${index}</formula1></dataValidation>`)}</dataValidations>`,
      ),
  },
  {
    name: "199 Mo de styles",
    bytes: () =>
      withParts({
        [STYLES]: textOf(STYLES).replace(
          "</cellXfs>",
          `${fill(MOST, (index) => `<xf numFmtId="${index % 9999}" fontId="0" fillId="0" borderId="0" xfId="0"/>`)}</cellXfs>`,
        ),
      }),
  },
  {
    name: "199 Mo de noms définis",
    bytes: () => {
      const names = `<definedNames>${fill(MOST, (index) => `<definedName name="n${index}">A${(index % 1_000_000) + 1}</definedName>`)}</definedNames>`;
      return withParts({ [BOOK]: textOf(BOOK).replace("</sheets>", `</sheets>${names}`) });
    },
  },
  {
    name: "199 Mo d’une seule cellule",
    bytes: () =>
      withRows(`<row r="1"><c r="A1" t="inlineStr"><is><t>${fill(MOST, (index) => `${index} `)}</t></is></c></row>`),
  },
  ...["<![CDATA[", "<!-", "<c><v>", "<?"].map((opened): Attack => ({
    name: `199 Mo de « ${opened} » dans un commentaire`,
    bytes: () => withRows(`${A1}<!--${fill(MOST, (index) => `${opened}${(index * 7919) % 1_000_003}`)}-->`),
  })),
  {
    name: "XML imbriqué sur 10 millions de niveaux",
    bytes: () =>
      withRows(
        A1,
        fill(120 * MIB, (index) => `<a${index % 100}>`),
      ),
  },
  {
    name: "10 millions d’attributs à un élément",
    bytes: () => withRows(A1, `<sheetPr ${fill(MOST, (index) => `a${index}="" `)}/>`),
  },
];
