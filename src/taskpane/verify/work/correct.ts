// « Corriger » and « Annuler » from a card: a preview, the change, then the verification that shows what it settled.
import type { CorrectionPlan } from "../../../core/why/correction";
import type { Session } from "../../session-store";
import { performAsShown } from "../../perform-as-shown";
import { verifyAndGoOn } from "./go-on";
import { workStore } from "./work-store";

/** Shown in the card of the first. `findings` are ids. */
export async function previewCorrection(session: Session, findings: readonly string[]): Promise<void> {
  const [finding] = findings;
  if (finding === undefined) return;
  const store = workStore(session);
  await session.perform("correct", async (asOf, onWaitingForCell) => {
    const plans = await session.workbook.corrections.preview(asOf, findings, onWaitingForCell);
    store.set({ ...store.getState(), current: finding, panel: { kind: "correct", finding, plans } });
    return [];
  });
}

/** `then` is where to go once it is settled: ids, the first that is still to do. */
export async function correct(session: Session, plan: CorrectionPlan, then: readonly string[]): Promise<void> {
  const store = workStore(session);
  const done = await performAsShown(
    session,
    "correct",
    async (asOf, onWaitingForCell) => {
      const corrected = await session.workbook.corrections.apply(asOf, plan, onWaitingForCell);
      store.set({ ...store.getState(), panel: null, done: corrected });
      session.noteEdit();
      return [];
    },
    async () => {
      store.set({ ...store.getState(), panel: null });
      if (await session.verify()) await previewCorrection(session, plan.findings);
    },
  );
  if (done) await verifyAndGoOn(session, then);
}

export async function undoCorrection(session: Session): Promise<void> {
  const store = workStore(session);
  const { done } = store.getState();
  if (!done) return;
  const isBack = await performAsShown(
    session,
    "correct",
    async (_, onWaitingForCell) => {
      await session.workbook.corrections.undo(done, onWaitingForCell);
      store.set({ ...store.getState(), done: null });
      session.noteEdit();
      return [];
    },
    () => session.verify(),
  );
  if (!isBack) return;
  store.set({ ...store.getState(), filter: { ...store.getState().filter, view: "a-traiter" } });
  await verifyAndGoOn(session, store.getState().current === null ? [] : [store.getState().current ?? ""]);
}
