// From the files of a signed contract, its own words and its annexes, to the draft of its definition.
import { draftConvention } from "../core/drafting/draft-convention";
import { draftSigned } from "../core/drafting/draft-signed";
import type { ConventionEbauchee } from "../core/drafting/ebauche";
import type { SignedDocument } from "../core/drafting/signed-document";
import { joinDocuments } from "../documents/join-documents";
import { isDocumentName, readDocument } from "../documents/read-document";
import { workbookTables } from "../documents/workbook-tables";
import { openFileWorkbook } from "../files/file-workbook";

export interface SignedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** No file is the contract's own words, and there are several. */
export class NothingSigned extends Error {}

const readWorkbook = ({ name, bytes }: SignedFile) => openFileWorkbook(bytes, name).port.read();

/** Throws DocumentError or WorkbookError for what cannot be read. */
export const readSignedFile = async (file: SignedFile): Promise<SignedDocument> =>
  isDocumentName(file.name) ? readDocument(file.bytes, file.name) : workbookTables(await readWorkbook(file));

export interface Drafted {
  readonly draft: ConventionEbauchee;
  /** What was read; null for a workbook alone. */
  readonly document: SignedDocument | null;
}

/** A workbook alone is not what was signed; beside the contract's own words it is one of its annexes. `named` says of which file an error is. */
export async function draftFiles(
  files: readonly SignedFile[],
  named: <Value>(file: string, read: () => Promise<Value>) => Promise<Value>,
): Promise<Drafted> {
  const [first] = files;
  const isSigned = files.some(({ name }) => isDocumentName(name));
  if (!first || (!isSigned && files.length > 1)) throw new NothingSigned();
  if (!isSigned) return { draft: draftConvention(await named(first.name, () => readWorkbook(first))), document: null };
  const documents: SignedDocument[] = [];
  for (const file of files) documents.push(await named(file.name, () => readSignedFile(file)));
  const document = joinDocuments(documents);
  const all = files.map(({ name }) => name).join(", ");
  return { draft: await named(all, () => Promise.resolve(draftSigned(document))), document };
}
