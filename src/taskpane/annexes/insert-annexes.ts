// Inserts annexes from the pane and from the ribbon alike, and says where they are.
import { requestOf, type AnnexeKind, type AnnexeRequest } from "../../core/sheets/annexes/annexe-request";
import type { Session } from "../session-store";
import type { Place } from "./annexes-service";
import { performAsShown } from "../perform-as-shown";
import { toWarnings } from "../warnings";
import { annexeTexts } from "./texts";

/** False when nothing was inserted: the pane then says why. */
export function insertAnnexes(
  session: Pick<Session, "perform" | "workbook" | "noteEdit" | "getState">,
  requests: readonly AnnexeRequest[],
  place: Place = "new-sheets",
  again: readonly string[] = [],
): Promise<boolean> {
  return performAsShown(
    session,
    "annexe",
    async (asOf, onWaitingForCell) => {
      const { sheetNames, refusals } = await session.workbook.annexes.insert(
        requests,
        place,
        asOf,
        again,
        onWaitingForCell,
      );
      // What was verified did not count them.
      session.noteEdit();
      const text = place === "new-sheets" ? annexeTexts.inserted(sheetNames) : annexeTexts.insertedAt(sheetNames);
      return [{ kind: "success", text }, ...toWarnings(refusals)];
    },
    // What the tab says that the workbook has is read again, and asked about with the next click.
    () => Promise.resolve(session.noteEdit()),
  );
}

/** From the ribbon: on a new sheet, with no option chosen. */
export function insertAnnexe(
  session: Pick<Session, "perform" | "workbook" | "noteEdit" | "getState">,
  kind: AnnexeKind,
): Promise<boolean> {
  return insertAnnexes(session, [requestOf(kind)]);
}
