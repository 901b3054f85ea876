// What the tab « Aide » shows, and the way to a page of it from anywhere in the pane.
import type { Session } from "../session-store";
import { tabStores } from "../tab-store";

export interface AideState {
  readonly query: string;
  /** Id of the open page; null for the list. */
  readonly page: string | null;
  /** How many times a page was asked for from elsewhere: each time the keyboard goes to it. */
  readonly asked: number;
}

export const aideStore = tabStores<AideState>({ query: "", page: null, asked: 0 });

/** `page` is a rule's id, or that of another page. */
export function openHelp(session: Session, page: string): void {
  const store = aideStore(session);
  const before = store.getState();
  store.set({ ...before, page, asked: before.asked + 1 });
  session.chooseTab("aide");
}
