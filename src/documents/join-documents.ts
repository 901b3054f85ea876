// Several files that are one signed contract: one document, each place with the name of its file.
import type { SignedDocument } from "../core/drafting/signed-document";
import { DocumentBuilder } from "./document-builder";

export function joinDocuments(documents: readonly SignedDocument[]): SignedDocument {
  const [only, ...others] = documents;
  if (only && others.length === 0) return only;
  const builder = new DocumentBuilder(documents.map(({ name }) => name).join(", "));
  for (const { name, blocs, nonLus = [] } of documents) {
    for (const bloc of blocs) {
      const lieu = `${name}, ${bloc.lieu}`;
      if (bloc.kind === "tableau") builder.table(bloc.lignes, lieu, name);
      else builder.paragraph(bloc.texte, lieu, name);
    }
    for (const phrase of nonLus) builder.leave(`${name} : ${phrase}`);
  }
  return builder.finish();
}
