// Comments and their replies: listed, found by key, by reply and by cell, read, added, changed and deleted.
import type { NewComment } from "xlsx-model/sheet/comment-threads";
import type { SheetComment, SheetReply } from "xlsx-model/sheet/threaded-comments";
import type { SheetModel } from "xlsx-model/workbook-model";
import { cellCount, intersection } from "../address";
import type { ExcelState } from "../excel-state";
import { booleanArgument, hostClass, textArgument, type ClassTables } from "../object-table";
import { hostErrors, NotSimulated } from "../wire";
import { isRangeObject, toRange } from "./objects";
import { rangeObject, type SheetObject } from "./range-object";

interface CommentObject extends SheetObject {
  readonly id: string;
}

interface ReplyObject extends CommentObject {
  /** The comment that it answers. */
  readonly thread: string;
}

/** The comments of a sheet; without a sheet, those of the workbook. */
interface CommentsObject {
  readonly className: string;
  readonly sheet?: SheetModel;
}

// Not the notes: Excel tells those since ExcelApi 1.18, which this library does not know.
export function commentClasses(state: ExcelState): ClassTables {
  const comments = ({ sheet }: CommentsObject): CommentObject[] =>
    (sheet ? [sheet] : state.model.sheets).flatMap((owner) =>
      owner.comments.list().map(({ id }) => ({ className: "Comment", sheet: owner, id })),
    );
  const known = ({ sheet, id }: CommentObject) =>
    sheet.comments.list().find((comment) => comment.id === id) ?? missing();
  const replies = (object: CommentObject): ReplyObject[] =>
    known(object).replies.map(({ id }) => ({ className: "CommentReply", sheet: object.sheet, thread: object.id, id }));
  const threadOf = ({ sheet, thread }: ReplyObject): CommentObject => ({ className: "Comment", sheet, id: thread });
  const reply = (object: ReplyObject) =>
    known(threadOf(object)).replies.find(({ id }) => id === object.id) ?? missing();
  const cellOf = (cell: unknown, sheet?: SheetModel) => {
    // "If it's a string, it must contain the full address, including the sheet name." Microsoft's own samples leave the name out
    // where they add to those of a sheet.
    if (!isRangeObject(cell) && !String(cell).includes("!") && !sheet) throw hostErrors.invalidArgument();
    return toRange(state, sheet ?? state.model.activeSheet, cell);
  };
  const byCell = (collection: CommentsObject, cell: unknown): CommentObject | undefined => {
    const place = cellOf(cell);
    return comments(collection).find(
      (comment) => comment.sheet === place.sheet && intersection(known(comment).range, place.range),
    );
  };
  const written = (content: unknown, type: unknown): NewComment => ({
    id: `{${crypto.randomUUID().toUpperCase()}}`,
    text: plainText(content, type),
    author: state.profile.user,
    created: new Date().toISOString(),
  });
  const setText = ({ sheet, id }: CommentObject, value: unknown) =>
    state.writable(sheet).comments.setText(id, plainText(value, "Plain"));
  const remove = ({ sheet, id }: CommentObject) => state.writable(sheet).comments.remove(id);
  return {
    CommentCollection: hostClass<CommentsObject>({
      items: comments,
      index: (collection, key) => comments(collection).find(({ id }) => id === key) ?? null,
      call: {
        Add(collection, cell, content, type) {
          const { sheet, range } = cellOf(cell, collection.sheet);
          // "An InvalidArgument error is thrown if the provided range is larger than one cell."
          if (cellCount(range) > 1 || (collection.sheet && collection.sheet !== sheet))
            throw hostErrors.invalidArgument();
          if (byCell({ className: "CommentCollection" }, rangeObject(sheet, range)))
            throw new NotSimulated("a second comment on a cell");
          const comment = written(content, type);
          state.writable(sheet).comments.add(range.top, range.left, comment);
          return { className: "Comment", sheet, id: comment.id };
        },
        GetItemByCell: (collection, cell) => byCell(collection, cell) ?? missing(),
        GetItemByReplyId: (collection, wanted) =>
          comments(collection).find((comment) => replies(comment).some(({ id }) => id === wanted)) ?? missing(),
      },
    }),
    Comment: hostClass<CommentObject>({
      key: ({ id }) => ({ Id: id }),
      get: { ...said(known), ContentType: () => "Plain", Resolved: (object) => known(object).isResolved },
      set: {
        Content: setText,
        Resolved: ({ sheet, id }, value) => state.writable(sheet).comments.setResolved(id, booleanArgument(value)),
      },
      nav: { Replies: ({ sheet, id }) => ({ className: "CommentReplyCollection", sheet, id }) },
      call: {
        // "Deletes the comment and all the connected replies."
        Delete: remove,
        GetLocation: (object) => rangeObject(object.sheet, known(object).range),
      },
    }),
    CommentReplyCollection: hostClass<CommentObject>({
      items: replies,
      index: (collection, key) => replies(collection).find(({ id }) => id === key) ?? null,
      call: {
        Add({ sheet, id: thread }, content, type) {
          const answer = written(content, type);
          state.writable(sheet).comments.reply(thread, answer);
          return { className: "CommentReply", sheet, thread, id: answer.id };
        },
      },
    }),
    CommentReply: hostClass<ReplyObject>({
      key: ({ id }) => ({ Id: id }),
      get: {
        ...said(reply),
        ContentType: () => "Plain",
        // "A value of true means the reply's thread is resolved."
        Resolved: (object) => known(threadOf(object)).isResolved,
      },
      set: { Content: setText },
      call: {
        Delete: remove,
        GetLocation: (object) => rangeObject(object.sheet, known(threadOf(object)).range),
        GetParentComment: threadOf,
      },
    }),
  };
}

function missing(): never {
  throw hostErrors.itemNotFound();
}

/** What a comment and a reply tell of themselves alike. */
function said<T extends CommentObject>(known: (object: T) => SheetComment | SheetReply) {
  return {
    AuthorName: (object: T) => known(object).author,
    Content: (object: T) => known(object).text,
    CreationDate(object: T) {
      const { created } = known(object);
      if (created === null) throw new NotSimulated("the date of a comment whose file says none");
      return created;
    },
    Id: ({ id }: T) => id,
  };
}

function plainText(content: unknown, type: unknown): string {
  if (typeof content === "object" && content !== null)
    textArgument((content as Readonly<Record<string, unknown>>)["richContent"]);
  if (typeof content !== "string" || type === "Mention") throw new NotSimulated("mentions in comments");
  if (content === "") throw hostErrors.invalidArgument();
  return content;
}
