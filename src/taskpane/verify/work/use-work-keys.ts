// The keys that lead through the list: F8 as in Word's and Excel's own lists of corrections; all others with the keyboard in the list alone.
import { useEffect, useRef, type RefObject } from "react";

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

interface WorkKeys {
  readonly step: (by: 1 | -1) => void;
  /** `id` is that of the line that the keyboard is on. */
  readonly open: (id: string) => void;
  /** The keyboard comes back to its line. */
  readonly close: () => void;
}

/** What a key does; null for one that leads nowhere. */
function meaningOf(event: KeyboardEvent, list: HTMLElement | null, { step, open, close }: WorkKeys) {
  const { key, shiftKey, ctrlKey, altKey, metaKey, target } = event;
  if (ctrlKey || altKey || metaKey) return null;
  if (key === "F8") return () => step(shiftKey ? -1 : 1);
  // A letter typed anywhere else begins a word: in the grid of the page it is the content of a cell.
  if (!list || !(target instanceof HTMLElement) || !list.contains(target)) return null;
  if (key === "Escape" && target.closest("li") !== null) return close;
  if (isTyping(target)) return null;
  if (key === "j" || key === "k") return () => step(key === "j" ? 1 : -1);
  if (key === "/") return () => list.querySelector<HTMLElement>("input[type=search]")?.focus();
  // Elsewhere an arrow scrolls.
  const { finding } = target.dataset;
  if (finding === undefined) return null;
  if (key === "ArrowDown" || key === "ArrowUp") return () => step(key === "ArrowDown" ? 1 : -1);
  if (key === "ArrowRight") return () => open(finding);
  const action = target.closest("li")?.querySelector<HTMLElement>(`[data-key="${key}"]`);
  if (action) return () => action.click();
  return key === "ArrowLeft" ? close : null;
}

export function useWorkKeys(list: RefObject<HTMLElement | null>, keys: WorkKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const act = meaningOf(event, list.current, latest.current);
      if (act === null) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [list]);
}
