// What two forms of one contract have to have in common: words and cells, whatever spaces and lines they are set in.
import { draftSigned } from "../../src/core/drafting/draft-signed";
import type { SignedDocument } from "../../src/core/drafting/signed-document";

const plain = (text: string): string => text.normalize("NFKC").replace(/\s+/gu, " ").trim();

export const contentOf = ({ blocs }: SignedDocument) =>
  blocs.map((bloc) =>
    bloc.kind === "paragraphe" ? plain(bloc.texte) : bloc.lignes.map((ligne) => ligne.map((text) => plain(text))),
  );

/** The definition, without where it comes from and where each value stands; all that it says in the same spaces. */
export function definitionOf(document: SignedDocument): unknown {
  const draft = draftSigned(document);
  if (!draft.ok) throw new Error(draft.message);
  const { origine, questions, id, sources, ...definition } = draft.definition;
  const same: unknown = JSON.parse(JSON.stringify(definition), (_, value: unknown) =>
    typeof value === "string" ? plain(value) : value,
  );
  return {
    same,
    asked: questions.map(({ champ }) => champ),
    isFrom: origine.nature,
    isNamed: id !== "",
    placed: Object.keys(sources ?? {}),
  };
}
