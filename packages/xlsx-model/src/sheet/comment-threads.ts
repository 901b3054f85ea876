// The comments of a sheet with their replies, read and changed in the parts that hold them.
import { parseLocalRange } from "../cell-ref";
import { formatLocalCell } from "../local-cell";
import { addContentType } from "../package/content-types";
import type { OpcPackage } from "../package/opc-package";
import { addRelationship, readRelationships } from "../package/relationships";
import { parseNode, XmlNode } from "../xml/xml-node";
import type { XmlPart } from "../xml/xml-part";
import { ShadowNotes } from "./shadow-notes";
import { readComments, type SheetComment } from "./threaded-comments";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const NAMESPACE = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments";
const RELATIONS = "http://schemas.microsoft.com/office/2017/10/relationships";
const THREADS_TYPE = "application/vnd.ms-excel.threadedcomments+xml";
const PERSONS_TYPE = "application/vnd.ms-excel.person+xml";
const PERSONS = "xl/persons/person.xml";

export interface NewComment {
  readonly id: string;
  readonly text: string;
  readonly author: string;
  /** A moment in UTC. */
  readonly created: string;
}

export class CommentThreads {
  constructor(
    private readonly path: string,
    private readonly frame: XmlPart,
    private readonly owner: { readonly parts: OpcPackage; readonly mainPath: string },
  ) {}

  list(): readonly SheetComment[] {
    return readComments(this.owner.parts, this.path);
  }

  add(row: number, column: number, comment: NewComment): void {
    if (this.target() === null) this.addPart();
    this.append(formatLocalCell(row, column), comment, null);
  }

  /** `thread` is the comment that it answers. */
  reply(thread: string, comment: NewComment): void {
    const found = this.list().find(({ id }) => id === thread);
    if (found) this.append(formatLocalCell(found.range.top, found.range.left), comment, thread);
  }

  /** Changes the text of a comment or of a reply. */
  setText(id: string, text: string): void {
    this.change((root) => {
      const words = find(root, id)?.find("text");
      if (words) words.text = text;
    }, id);
  }

  setResolved(id: string, isResolved: boolean): void {
    this.change((root) => find(root, id)?.set("done", isResolved || null), id);
  }

  /** A comment goes with its replies. */
  remove(id: string): void {
    const thread = this.threadOf(id);
    this.change((root) => {
      for (const node of root.all("threadedComment"))
        if (node.get("id") === id || node.get("parentId") === id) root.detach(node);
    }, id);
    if (thread?.id === id) this.notes().remove({ row: thread.range.top, column: thread.range.left });
  }

  private append(ref: string, { id, text, author, created }: NewComment, parentId: string | null): void {
    const personId = this.person(author);
    this.change((root) => {
      const node = new XmlNode("threadedComment", { ref, dT: created.replace(/Z$/, ""), personId, id });
      root.append(node.set("parentId", parentId).append(new XmlNode("text").append(text)));
    }, id);
  }

  /** With the note behind the thread. */
  private change(work: (root: XmlNode) => void, id: string): void {
    const path = this.target();
    if (path === null) return;
    const root = parseNode(this.owner.parts.text(path));
    const before = this.threadOf(id);
    work(root);
    this.owner.parts.setText(path, HEAD + root.toString());
    const thread = this.threadOf(id) ?? (before && this.list().find((each) => each.id === before.id));
    if (!thread) return;
    const { top: row, left: column } = thread.range;
    this.notes().set({ row, column }, thread.id, [thread.text, ...thread.replies.map(({ text }) => text)]);
  }

  private threadOf(id: string): SheetComment | null {
    return this.list().find((each) => each.id === id || each.replies.some((reply) => reply.id === id)) ?? null;
  }

  private notes(): ShadowNotes {
    return new ShadowNotes(this.path, this.frame, this.owner.parts);
  }

  private target(): string | null {
    const found = readRelationships(this.owner.parts, this.path).find(({ kind }) => kind === "threadedComment");
    return found?.target ?? null;
  }

  private addPart(): void {
    const { parts } = this.owner;
    let number = 1;
    const path = (): string => `xl/threadedComments/threadedComment${number}.xml`;
    while (parts.has(path())) number++;
    parts.setText(path(), `${HEAD}<ThreadedComments xmlns="${NAMESPACE}"/>`);
    addContentType(parts, path(), THREADS_TYPE);
    addRelationship(parts, this.path, `${RELATIONS}/threadedComment`, `/${path()}`);
  }

  /** The number of an author, who becomes known to the workbook. */
  private person(author: string): string {
    const { parts, mainPath } = this.owner;
    const known = readRelationships(parts, mainPath).find(({ kind }) => kind === "person")?.target;
    const path = known ?? PERSONS;
    if (known === undefined) {
      parts.setText(path, `${HEAD}<personList xmlns="${NAMESPACE}"/>`);
      addContentType(parts, path, PERSONS_TYPE);
      addRelationship(parts, mainPath, `${RELATIONS}/person`, `/${path}`);
    }
    const root = parseNode(parts.text(path));
    const found = root.all("person").find((person) => person.get("displayName") === author);
    if (found) return found.get("id") ?? "";
    const id = `{${crypto.randomUUID().toUpperCase()}}`;
    root.append(new XmlNode("person", { displayName: author, id, userId: author, providerId: "None" }));
    parts.setText(path, HEAD + root.toString());
    return id;
  }
}

function find(root: XmlNode, id: string): XmlNode | undefined {
  return root.all("threadedComment").find((node) => node.get("id") === id && parseLocalRange(node.get("ref") ?? ""));
}
