// What the workbook has before anything is verified, read when a part of the pane shows it, and again once that is old.
import { useEffect, useSyncExternalStore } from "react";
import type { Situation } from "../core/situation/situation";
import { isStale, type SessionState } from "./session";
import { isUsableDate, sentenceFor, type Session } from "./session-store";
import { tabStores } from "./tab-store";

export interface SituationState {
  /** The latest that was read; `edits` is the session's count before it was. */
  readonly read: { readonly situation: Situation; readonly edits: number } | null;
  readonly isReading: boolean;
  /** French sentence. */
  readonly failure: string | null;
}

const situationOf = tabStores<SituationState>({ read: null, isReading: false, failure: null });

async function readSituation(session: Session, asOf: string): Promise<void> {
  const store = situationOf(session);
  const before = store.getState();
  if (before.isReading) return;
  store.set({ ...before, isReading: true, failure: null });
  const { edits } = session.getState();
  try {
    const situation = await session.workbook.situate(asOf);
    store.set({ read: { situation, edits }, isReading: false, failure: null });
  } catch (error) {
    store.set({ ...store.getState(), isReading: false, failure: sentenceFor(error) });
  }
}

/** Reads when the part begins to be shown, and after each job; not at each of the agent's keys. */
export function useSituation(
  session: Session,
  { running, asOf }: SessionState,
  isShown: boolean,
): SituationState & { readonly retry: () => void } {
  const store = situationOf(session);
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const isIdle = running === null;
  const date = isUsableDate(asOf) ? asOf : session.today();
  useEffect(() => {
    if (!isShown || !isIdle) return;
    const { read } = store.getState();
    if (read && read.situation.asOf === date && !isStale(session.getState(), read)) return;
    void readSituation(session, date);
  }, [session, store, isShown, isIdle, date]);
  return { ...state, retry: () => void readSituation(session, date) };
}
