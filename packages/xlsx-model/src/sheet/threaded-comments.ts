// The comments of a sheet as their own part says them: text, author, replies. Notes are another thing, and in another part.
import { parseLocalRange } from "../cell-ref";
import type { GridRange } from "../plan";
import type { OpcPackage } from "../package/opc-package";
import { readRelationships } from "../package/relationships";
import { child, childrenNamed, isTrue, parseXml, type XmlElement } from "../xml/parse-xml";

const PERSONS = /^xl\/persons\/[^/]+\.xml$/;

export interface SheetReply {
  readonly id: string;
  readonly text: string;
  readonly author: string;
  /** As the file says it: a moment in UTC; null where it says none. */
  readonly created: string | null;
}

export interface SheetComment extends SheetReply {
  readonly range: GridRange;
  readonly isResolved: boolean;
  readonly replies: readonly SheetReply[];
}

/** `path` is the sheet's own part. Replies belong to the comment that they answer and are none of their own. */
export function readComments(pack: OpcPackage, path: string): SheetComment[] {
  const authors = readAuthors(pack);
  return readRelationships(pack, path).flatMap(({ kind, target, external }) => {
    if (kind !== "threadedComment" || external || !pack.has(target)) return [];
    const comments = pack.parse(target, (text) => childrenNamed(parseXml(text), "threadedComment"));
    const said = (comment: XmlElement): SheetReply => {
      const { ref = "", id = ref, personId = "", dT = null } = comment.attributes;
      const text = child(comment, "text")?.text ?? "";
      return { id, text, author: authors.get(personId) ?? "", created: dT };
    };
    return comments.flatMap((comment): SheetComment[] => {
      const { ref = "", parentId, done } = comment.attributes;
      const range = parseLocalRange(ref);
      if (!range || parentId !== undefined) return [];
      const own = said(comment);
      const replies = comments.filter(({ attributes }) => attributes["parentId"] === own.id).map(said);
      return [{ ...own, range, isResolved: isTrue(done), replies }];
    });
  });
}

function readAuthors(pack: OpcPackage): ReadonlyMap<string, string> {
  const persons = pack
    .paths()
    .filter((path) => PERSONS.test(path))
    .flatMap((path) => pack.parse(path, (text) => childrenNamed(parseXml(text), "person")));
  return new Map(persons.map(({ attributes: { id = "", displayName = "" } }) => [id, displayName]));
}
