// Where the keyboard goes when what had it is taken away and nothing more fitting took it: to what stood around it.
import { useEffect, useRef, type RefObject } from "react";

const REACHED_BY_TAB = ["button", "input", "select", "textarea", "a[href]", '[tabindex="0"]']
  .map((kind) => `${kind}:not(:disabled, [tabindex="-1"], [data-tabster-dummy])`)
  .join(", ");

const isShown = (element: Element): boolean => element.isConnected && element.closest("[hidden]") === null;
/** A notice that has just come is no place to go to: it would be closed by who meant another button. */
const isPlace = (element: Element): boolean => isShown(element) && element.closest("[aria-live]") === null;

/** The first thing within it that Tab reaches. */
export function firstReached(element: ParentNode | null): HTMLElement | null {
  const found = element?.querySelectorAll<HTMLElement>(REACHED_BY_TAB) ?? [];
  return [...found].find(isPlace) ?? null;
}

function upTo(root: Element, from: Element): readonly Element[] {
  const path: Element[] = [];
  for (let element: Element | null = from; element && element !== root; element = element.parentElement)
    path.push(element);
  return path;
}

/** `last` says where to go when all that stood around it has gone too, given what that was. */
export function useKeptFocus(
  rootRef: RefObject<HTMLElement | null>,
  last: (around: readonly Element[]) => HTMLElement | null,
): void {
  const latest = useRef(last);
  useEffect(() => {
    latest.current = last;
  });
  useEffect(() => {
    const root = rootRef.current;
    if (!root) return;
    // What has the keyboard, then what stands around it.
    let path: readonly Element[] = [];
    const isLost = (): boolean => {
      const [had] = path;
      const has = document.activeElement;
      // Elsewhere, as in the cells of Excel, nothing is lost and nothing is taken.
      return had !== undefined && !isShown(had) && (has === had || has === document.body) && document.hasFocus();
    };
    const keep = (): void => {
      if (!isLost()) return;
      const place = path.filter(isShown).map(firstReached).find(Boolean) ?? latest.current(path);
      place?.focus({ preventScroll: true });
    };
    const onFocus = ({ target }: FocusEvent): void => {
      path = target instanceof Element && root.contains(target) ? upTo(root, target) : [];
    };
    // At once: on a busy machine a timer comes half a second late. Who has a better place for the keyboard takes it from there.
    const observer = new MutationObserver(keep);
    observer.observe(root, { childList: true, subtree: true, attributeFilter: ["hidden"] });
    document.addEventListener("focusin", onFocus);
    return () => {
      observer.disconnect();
      document.removeEventListener("focusin", onFocus);
    };
  }, [rootRef]);
}
