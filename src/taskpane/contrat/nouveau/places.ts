// What the document itself shows at the place of a value that no sentence states: the row of a table, a paragraph.
import type { SignedDocument } from "../../../core/drafting/signed-document";
import { remember } from "../../../core/domain/remember";

type Bloc = SignedDocument["blocs"][number];

const blocsOf = remember(
  (document: SignedDocument): ReadonlyMap<string, Bloc> => new Map(document.blocs.map((bloc) => [bloc.lieu, bloc])),
);

/** A row of a table, or a cell of it. */
export const ROW = /^(.*), ligne (\d+)(?:, colonne [A-Z]+)?$/u;

/** Null where the document has nothing to show there. */
export function shownAt(document: SignedDocument | null, lieu: string | null): string | null {
  if (!document || lieu === null) return null;
  const blocs = blocsOf(document);
  const own = blocs.get(lieu);
  if (own?.kind === "paragraphe") return own.texte;
  const [, table = "", row = ""] = ROW.exec(lieu) ?? [];
  const bloc = blocs.get(table);
  if (bloc?.kind !== "tableau") return null;
  const cells = (bloc.lignes[Number(row) - 1] ?? []).map((text) => text.replace(/\s+/gu, " ").trim());
  return cells.filter((text) => text !== "").join(" · ") || null;
}
