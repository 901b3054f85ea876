// « Justifier », « Accepter » and « Commenter » from a card: written to « Écarts », then the verification that counts them.
import type { Entry, ShownFinding } from "../../../usecases/justify-finding";
import { performAsShown } from "../../perform-as-shown";
import type { Session } from "../../session-store";
import { draftsOf, withDraft } from "./drafts";
import { STATE_HEADING, verifyAndGoOn } from "./go-on";
import { workStore } from "./work-store";

/** `then` is where to go once it is settled: ids, the first that is still to do. */
export async function justify(
  session: Session,
  shown: ShownFinding,
  entry: EntryToday,
  /** Written, it is none any more. */
  draft: string,
  then: readonly string[],
): Promise<void> {
  const store = workStore(session);
  const written = await performAsShown(
    session,
    "justify",
    async (_, onWaitingForCell) => {
      await session.workbook.justify(shown, { ...entry, on: session.today() }, onWaitingForCell);
      store.set({ ...store.getState(), panel: null });
      const drafts = draftsOf(session);
      drafts.set(withDraft(drafts.getState(), draft, null));
      return [];
    },
    () => showAnew(session, shown.finding.id, entry.kind),
  );
  // Who answers goes on to what waits for an answer.
  const next = entry.kind === "comment" ? [shown.finding.id] : then;
  if (written) await verifyAndGoOn(session, next, entry.kind === "reason" ? "to-do" : "justified");
}

/** The card says what stands now. Its form stays, with what was typed in it, where the same can still be asked for. */
async function showAnew(session: Session, id: string, kind: EntryToday["kind"]): Promise<void> {
  const store = workStore(session);
  if (!(await session.verify())) return;
  const found = session.getState().outcome?.verification.findings.find((finding) => finding.id === id);
  const isWaiting = found?.justification?.decision === null;
  if (!found || (kind === "answer" && !isWaiting)) {
    store.set({ ...store.getState(), panel: null, focus: found ? id : STATE_HEADING });
  }
}

type WithoutDate<Each> = Each extends unknown ? Omit<Each, "on"> : never;

/** Dated on the day it is given. */
export type EntryToday = WithoutDate<Entry>;
