// The keys that lead through the list: F8 as in Word's and Excel's own lists of corrections; within it j / k, and arrows on a card.
import { useEffect, useRef, type RefObject } from "react";

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

function stepOf({ key, shiftKey, ctrlKey, altKey, metaKey, target }: KeyboardEvent, list: Element | null) {
  if (ctrlKey || altKey || metaKey) return null;
  if (key === "F8") return shiftKey ? -1 : 1;
  // A letter typed anywhere else begins a word: in the grid of the page it is the content of a cell.
  if (isTyping(target) || !(target instanceof Node && list?.contains(target))) return null;
  if (key === "j" || key === "k") return key === "j" ? 1 : -1;
  // Elsewhere an arrow scrolls.
  if (!(target instanceof HTMLElement) || target.dataset["finding"] === undefined) return null;
  return key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : null;
}

export function useWorkKeys(list: RefObject<Element | null>, onStep: (step: 1 | -1) => void): void {
  const latest = useRef(onStep);
  useEffect(() => {
    latest.current = onStep;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const step = stepOf(event, list.current);
      if (step === null) return;
      event.preventDefault();
      latest.current(step);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [list]);
}
