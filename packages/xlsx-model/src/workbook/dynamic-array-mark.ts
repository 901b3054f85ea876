// How a cell of a file says that its array formula is a dynamic one: the number of an entry of the workbook's metadata.
import { addContentType } from "../package/content-types";
import type { OpcPackage } from "../package/opc-package";
import { addRelationship, readRelationships } from "../package/relationships";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml";
const KIND = "sheetMetadata";
/** As Excel calls the properties of dynamic arrays. */
const NAME = "XLDAPR";

const METADATA =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<metadata xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray">' +
  `<metadataTypes count="1"><metadataType name="${NAME}" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes>` +
  `<futureMetadata name="${NAME}" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata>` +
  '<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>';

/** From 1. Throws a RangeError for a workbook whose metadata is of other things alone: its entries are left as they are. */
export function dynamicArrayMark(pack: OpcPackage, workbook: string): number {
  const known = readRelationships(pack, workbook).find(({ kind }) => kind === KIND);
  if (known) return markIn(pack.text(known.target));
  const path = `${workbook.slice(0, workbook.lastIndexOf("/") + 1)}metadata.xml`;
  pack.setText(path, METADATA);
  addContentType(pack, path, TYPE);
  addRelationship(pack, workbook, KIND, "metadata.xml");
  return 1;
}

function markIn(text: string): number {
  const types = [...text.matchAll(/<(?:\w+:)?metadataType\s[^<>]*?\bname="([^"]*)"/g)].map(([, name]) => name);
  const type = types.indexOf(NAME) + 1;
  const cells = /<(?:\w+:)?cellMetadata\b[^>]*>([\s\S]*?)<\/(?:\w+:)?cellMetadata>/.exec(text)?.[1] ?? "";
  const entries = [...cells.matchAll(/<(?:\w+:)?rc\s[^<>]*?\bt="(\d+)"/g)].map(([, of]) => Number(of));
  const mark = entries.indexOf(type) + 1;
  if (type === 0 || mark === 0) throw new RangeError("the workbook's metadata knows no dynamic arrays");
  return mark;
}
