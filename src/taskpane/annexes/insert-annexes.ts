// Inserts annexes from the pane and from the ribbon alike, and says where they are.
import { requestOf, type AnnexeKind, type AnnexeRequest } from "../../core/writing/annexes/annexe-request";
import type { Session } from "../session-store";
import type { Place } from "./annexes-service";
import { annexeTexts } from "./texts";

/** False when nothing was inserted: the pane then says why. */
export function insertAnnexes(
  session: Pick<Session, "perform" | "workbook" | "noteEdit">,
  requests: readonly AnnexeRequest[],
  place: Place = "new-sheets",
  again = false,
): Promise<boolean> {
  return session.perform("annexe", async (asOf, onWaitingForCell) => {
    const sheets = await session.workbook.annexes.insert(requests, place, asOf, again, onWaitingForCell);
    // What was verified did not count them.
    session.noteEdit();
    const text = place === "new-sheets" ? annexeTexts.inserted(sheets) : annexeTexts.insertedAt(sheets);
    return [{ kind: "success", text }];
  });
}

/** From the ribbon: on a new sheet, with no option chosen. */
export function insertAnnexe(
  session: Pick<Session, "perform" | "workbook" | "noteEdit">,
  kind: AnnexeKind,
): Promise<boolean> {
  return insertAnnexes(session, [requestOf(kind)]);
}
