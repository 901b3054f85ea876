// The parts of a Word document that are read, as text: found by name in its zip, which is bounded before anything is inflated.
import { decodeText } from "xlsx-model/package/decode-text";
import { inflateEntry, readZip, ZipError, type ZipEntry } from "xlsx-model/package/read-zip";
import { DocumentError } from "../limits";

export interface DocxParts {
  /** Null where there is no such part. Throws DocumentError. */
  text(path: string): string | null;
}

const SAVE_AGAIN = "Enregistrez-le de nouveau depuis Word, au format « Document Word (.docx) ».";
const OLE = [0xd0, 0xcf, 0x11, 0xe0] as const;

/** Throws DocumentError for what is no Word document. */
export function openDocx(bytes: Uint8Array): DocxParts {
  const entries = new Map<string, ZipEntry>();
  for (const entry of entriesOf(bytes)) {
    // Of two parts with one name each program would take another one.
    if (entries.has(entry.name)) throw new DocumentError(`ce document est abîmé. ${SAVE_AGAIN}`);
    entries.set(entry.name, entry);
  }
  const openDocument = entries.get("mimetype");
  if (openDocument && new TextDecoder().decode(contentOf(openDocument)).includes("opendocument.text"))
    throw new DocumentError(
      "c’est un document LibreOffice (.odt). Enregistrez-le depuis LibreOffice au format « Word (.docx) » ou exportez-le en PDF.",
    );
  if (!entries.has("word/document.xml"))
    throw new DocumentError(`ce n’est pas un document Word (.docx). ${SAVE_AGAIN}`);
  return {
    text(path) {
      const entry = entries.get(path);
      if (!entry) return null;
      const content = contentOf(entry);
      try {
        return decodeText(content);
      } catch {
        throw new DocumentError(`ce document est abîmé : une de ses parties n’est pas un texte. ${SAVE_AGAIN}`);
      }
    },
  };
}

function contentOf(entry: ZipEntry): Uint8Array {
  try {
    return inflateEntry(entry);
  } catch {
    throw new DocumentError(`ce document est abîmé : une de ses parties ne se décompresse pas. ${SAVE_AGAIN}`);
  }
}

function entriesOf(bytes: Uint8Array): readonly ZipEntry[] {
  try {
    return readZip(bytes);
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    const isOle = OLE.every((byte, index) => bytes[index] === byte);
    if (isOle)
      throw new DocumentError(
        `ce document est au format ancien de Word (.doc), ou protégé par un mot de passe. Ouvrez-le dans Word, ôtez le mot de passe s’il y en a un, et enregistrez-le au format « Document Word (.docx) ».`,
      );
    throw new DocumentError(`${CAUSES[error.problem]}. ${SAVE_AGAIN}`);
  }
}

const CAUSES = {
  "not-zip": "ce fichier n’est pas un document Word lisible (.docx)",
  truncated: "ce document est incomplet : sa fin manque",
  bomb: "ce document est refusé : décompressé, il prendrait une place démesurée",
  encrypted: "ce document contient des parties chiffrées",
  damaged: "ce document est abîmé",
} as const;
