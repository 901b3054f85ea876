// The text of parts that are made from nothing: a whole new workbook, a new sheet, missing styles.
import { strToU8, zipSync } from "fflate";
import { encodeXml } from "../xml/escape";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export const SHEET_TYPE = `${TYPE}.worksheet+xml`;
export const STYLES_TYPE = `${TYPE}.styles+xml`;

export const EMPTY_SHEET = `${HEAD}<worksheet ${MAIN} xmlns:r="${RELATIONSHIPS}"><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>`;

export const EMPTY_STYLES = `${HEAD}<styleSheet ${MAIN}><fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/><tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>`;

const CORE = "docProps/core.xml";
const DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";

/** The part that holds the title, its content type, and what leads to it. */
const titled = (title: string) => ({
  part: `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="${DUBLIN_CORE}"><dc:title>${encodeXml(title)}</dc:title></cp:coreProperties>`,
  type: `<Override PartName="/${CORE}" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>`,
  link: `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="${CORE}"/>`,
});

/** A workbook of one empty sheet, as bytes; without a title it has no properties. */
export function newWorkbookBytes(title?: string): Uint8Array {
  const core = title === undefined ? null : titled(title);
  const parts: Record<string, string> = {
    "[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_TYPE}"/><Override PartName="/xl/styles.xml" ContentType="${STYLES_TYPE}"/>${core?.type ?? ""}</Types>`,
    "_rels/.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/>${core?.link ?? ""}</Relationships>`,
    "xl/workbook.xml": `${HEAD}<workbook ${MAIN} xmlns:r="${RELATIONSHIPS}"><bookViews><workbookView/></bookViews><sheets><sheet name="Feuil1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONSHIPS}/styles" Target="styles.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": EMPTY_SHEET,
    "xl/styles.xml": EMPTY_STYLES,
    ...(core && { [CORE]: core.part }),
  };
  const entries = Object.entries(parts).map(([path, text]) => [path, strToU8(text)] as const);
  // A fixed date: the same bytes whenever they are made.
  return zipSync(Object.fromEntries(entries), { mtime: "1980-01-01T00:00:00" });
}
