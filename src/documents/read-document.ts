// Reads one file of a signed contract, by what it is: a Word document, a PDF or a text. Each reader is loaded when it is asked for.
import type { SignedDocument } from "../core/drafting/signed-document";
import { DocumentError } from "./limits";

/** Whether a file of this name is the contract's own words; another one is a workbook. */
export const isDocumentName = (name: string): boolean => /\.(?:docx?|odt|rtf|pdf|txt|text|md)$/i.test(name);

/** Throws DocumentError for what cannot be read. */
export async function readDocument(bytes: Uint8Array, name: string): Promise<SignedDocument> {
  if (bytes.length === 0) throw new DocumentError("ce fichier est vide (0 octet).");
  if (isPdf(bytes)) return (await import("./pdf/read-pdf")).readPdf(bytes, name);
  if (/\.pdf$/i.test(name)) throw new DocumentError("ce fichier n’est pas un PDF, quel que soit son nom.");
  if (/\.(?:txt|text|md)$/i.test(name)) {
    const { decodePlainText, readText } = await import("./read-text");
    return readText(decodePlainText(bytes), name);
  }
  if (/\.rtf$/i.test(name))
    throw new DocumentError("c’est un document .rtf. Enregistrez-le au format « Document Word (.docx) ».");
  return (await import("./docx/read-docx")).readDocx(bytes, name);
}

/** Some writers put something before its first line. */
const isPdf = (bytes: Uint8Array): boolean => /%PDF-\d/.test(String.fromCharCode(...bytes.subarray(0, 1024)));
