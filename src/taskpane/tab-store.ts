// What a tab shows, kept beside the session: it outlives the tab, and the ribbon can begin it while the tab is not drawn.
import type { Session } from "./session-store";

export interface TabStore<State> {
  getState(): State;
  subscribe(listener: () => void): () => void;
  set(state: State): void;
}

/** One store a session, made when it is first asked for. */
export function tabStores<State>(
  initial: State,
  onSet: (before: State, now: State) => void = () => {},
): (session: Session) => TabStore<State> {
  const stores = new WeakMap<Session, TabStore<State>>();
  return (session) => {
    let store = stores.get(session);
    if (!store) stores.set(session, (store = createStore(initial, onSet)));
    return store;
  };
}

function createStore<State>(initial: State, onSet: (before: State, now: State) => void): TabStore<State> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(next) {
      onSet(state, next);
      state = next;
      for (const listener of listeners) listener();
    },
  };
}
