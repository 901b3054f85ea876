// Who takes the seat opens on what is to be done by him.
import { useEffect, useRef } from "react";
import type { Partie } from "../../../core/domain/parties";
import type { workStore } from "./work-store";

export function useOwnView(store: ReturnType<typeof workStore>, party: Partie | null): void {
  const seated = useRef(party);
  useEffect(() => {
    if (seated.current === party) return;
    // Who says for the first time whom he works for keeps the form that asked it.
    const { filter, panel } = store.getState();
    const isChange = seated.current !== null;
    seated.current = party;
    store.set({ ...store.getState(), filter: { ...filter, view: "a-traiter" }, panel: isChange ? null : panel });
  }, [store, party]);
}
