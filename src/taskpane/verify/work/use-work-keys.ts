// The keys that lead through the list: F8 as in Word's and Excel's own lists of corrections, j / k, and arrows on a card.
import { useEffect, useRef } from "react";

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

function stepOf({ key, shiftKey, ctrlKey, altKey, metaKey, target }: KeyboardEvent): 1 | -1 | null {
  if (ctrlKey || altKey || metaKey) return null;
  if (key === "F8") return shiftKey ? -1 : 1;
  if (isTyping(target)) return null;
  if (key === "j" || key === "k") return key === "j" ? 1 : -1;
  // Elsewhere an arrow scrolls.
  if (!(target instanceof HTMLElement) || target.dataset["finding"] === undefined) return null;
  return key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : null;
}

export function useWorkKeys(onStep: (step: 1 | -1) => void): void {
  const latest = useRef(onStep);
  useEffect(() => {
    latest.current = onStep;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const step = stepOf(event);
      if (step === null) return;
      event.preventDefault();
      latest.current(step);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}
