// Packs a Word document so that equal documents are equal bytes: no clock in it, neither ours nor the archive's.
import { Packer, type Document } from "docx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const CORE_PROPERTIES = "docProps/core.xml";
const LAST_CHANGE = /(<dcterms:(?:created|modified)[^<>]*>)[^<]*/g;

/** `day` is the ISO date that stands for when it was made. */
export async function packDocument(document: Document, day: string): Promise<Uint8Array> {
  const parts = unzipSync(new Uint8Array(await Packer.toArrayBuffer(document)));
  const properties = parts[CORE_PROPERTIES];
  if (properties) {
    parts[CORE_PROPERTIES] = strToU8(strFromU8(properties).replace(LAST_CHANGE, `$1${day}T00:00:00Z`));
  }
  // The archive's dates have no time zone: fflate reads them off the local clock.
  const [year = 2000, month = 1, date = 1] = day.split("-").map(Number);
  return zipSync(parts, { mtime: new Date(year, month - 1, date), level: 6 });
}
