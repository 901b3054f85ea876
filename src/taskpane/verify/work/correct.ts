// « Corriger » and « Annuler » from a card: a preview, the change, then the verification that shows what it settled.
import type { CorrectionPlan } from "../../../core/why/correction";
import type { Corrected } from "../../../usecases/correct-findings";
import type { Session } from "../../session-store";
import { performAsShown } from "../../perform-as-shown";
import { verifyAndGoOn } from "./go-on";
import { ALL_SAFE, workStore } from "./work-store";

/** Shown in the card of one, or above the list for all that is safe. `findings` are ids. */
export async function previewCorrection(
  session: Session,
  findings: readonly string[],
  finding = findings[0],
): Promise<void> {
  if (finding === undefined) return;
  const store = workStore(session);
  await session.perform("correct", async (asOf, onWaitingForCell) => {
    const plans = await session.workbook.corrections.preview(asOf, findings, onWaitingForCell);
    const before = store.getState();
    const current = finding === ALL_SAFE ? null : finding;
    store.set({ ...before, current, isOpen: true, panel: { kind: "correct", finding, plans } });
    return [];
  });
}

/** `then` is where to go once it is settled: ids, the first that is still to do. */
export async function correct(session: Session, plan: CorrectionPlan, then: readonly string[]): Promise<void> {
  const store = workStore(session);
  const where = store.getState().panel?.finding;
  const done = await performAsShown(
    session,
    "correct",
    async (asOf, onWaitingForCell) => {
      const corrected = await session.workbook.corrections.apply(asOf, plan, onWaitingForCell);
      store.set({ ...store.getState(), panel: null, done: [corrected, ...store.getState().done] });
      session.noteEdit();
      return [];
    },
    async () => {
      store.set({ ...store.getState(), panel: null });
      if (await session.verify()) await previewCorrection(session, plan.findings, where);
    },
  );
  if (done) await verifyAndGoOn(session, then);
}

/** What cannot be taken back any more is said once, and gone from the list of what can. */
export async function undoCorrection(session: Session, corrected: Corrected): Promise<void> {
  const store = workStore(session);
  const without = () => store.getState().done.filter((each) => each !== corrected);
  const isBack = await performAsShown(
    session,
    "correct",
    async (_, onWaitingForCell) => {
      await session.workbook.corrections.undo(corrected, onWaitingForCell);
      store.set({ ...store.getState(), done: without() });
      session.noteEdit();
      return [];
    },
    () => {
      store.set({ ...store.getState(), done: without() });
      return session.verify();
    },
  );
  if (!isBack) return;
  store.set({ ...store.getState(), filter: { ...store.getState().filter, view: "a-traiter" } });
  await verifyAndGoOn(
    session,
    corrected.corrections.flatMap(({ findings }) => findings),
  );
}
