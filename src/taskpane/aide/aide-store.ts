// What the tab « Aide » shows, and the way to a page of it from anywhere in the pane.
import type { Session } from "../session-store";
import { tabStores } from "../tab-store";

export interface AideState {
  readonly query: string;
  /** Id of the open page; null for the list. */
  readonly page: string | null;
}

export const aideStore = tabStores<AideState>({ query: "", page: null });

/** `page` is a rule's id, or that of another page. */
export function openHelp(session: Session, page: string): void {
  const store = aideStore(session);
  store.set({ ...store.getState(), page });
  session.chooseTab("aide");
}
