// The comments of a file: listed, found by their key and by their cell, read. What would change them is not simulated.
import type { SheetModel } from "../../files/workbook-model";
import { intersection } from "../address";
import type { ExcelState } from "../excel-state";
import { hostClass, type ClassTables } from "../object-table";
import { hostErrors, NotSimulated } from "../wire";
import { isRangeObject, rangeObject, toRange, type SheetObject } from "./objects";

interface CommentObject extends SheetObject {
  readonly id: string;
}

/** Those of a sheet, or without one of the workbook. */
interface CommentsObject {
  readonly className: string;
  readonly sheet?: SheetModel;
}

// Not the notes: Excel tells those since ExcelApi 1.18, which this library does not know.
export function commentClasses(state: ExcelState): ClassTables {
  const comments = ({ sheet }: CommentsObject): CommentObject[] =>
    (sheet ? [sheet] : state.model.sheets).flatMap((owner) =>
      owner.comments.map(({ id }) => ({ className: "Comment", sheet: owner, id })),
    );
  const known = ({ sheet, id }: CommentObject) => {
    const found = sheet.comments.find((comment) => comment.id === id);
    if (!found) throw hostErrors.itemNotFound();
    return found;
  };
  return {
    CommentCollection: hostClass<CommentsObject>({
      items: comments,
      index: (collection, key) => comments(collection).find(({ id }) => id === key) ?? null,
      call: {
        GetItemByCell(collection, cell) {
          // "If it's a string, it must contain the full address, including the sheet name."
          if (!isRangeObject(cell) && !String(cell).includes("!")) throw hostErrors.invalidArgument();
          const place = toRange(state, state.model.activeSheet, cell);
          const found = comments(collection).find(
            (comment) => comment.sheet === place.sheet && intersection(known(comment).range, place.range),
          );
          if (!found) throw hostErrors.itemNotFound();
          return found;
        },
      },
    }),
    Comment: hostClass<CommentObject>({
      key: ({ id }) => ({ Id: id }),
      get: {
        AuthorName: (object) => known(object).author,
        Content: (object) => known(object).text,
        CreationDate(object) {
          const { created } = known(object);
          if (created === null) throw new NotSimulated("the date of a comment whose file says none");
          return created;
        },
        Id: ({ id }) => id,
        Resolved: (object) => known(object).isResolved,
      },
      call: { GetLocation: (object) => rangeObject(object.sheet, known(object).range) },
    }),
  };
}
