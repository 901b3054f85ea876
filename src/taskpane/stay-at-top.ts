// What stays at the top of the pane however far the list was scrolled: one below the other, never over each other, nor over what
// the keyboard goes to.
import { useEffect, type RefObject } from "react";

/**
 * The most of the window's height that they take. In a low window, as where the text is twice as large, the last of
 * them scroll with the list and leave it some room.
 */
const MOST = 2 / 3;
/** The height that they take, for what stays right below them. */
export const ROOM_AT_TOP = "--room-at-top";

const staying = new Set<HTMLElement>();

/** The element needs `position: sticky`. */
export function useStayAtTop(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = place.current;
    if (!element || typeof ResizeObserver === "undefined") return;
    staying.add(element);
    const observer = new ResizeObserver(arrange);
    observer.observe(element);
    window.addEventListener("resize", arrange);
    return () => {
      observer.disconnect();
      window.removeEventListener("resize", arrange);
      staying.delete(element);
      arrange();
    };
  }, [place]);
}

const inOrder = (a: Node, b: Node): number =>
  a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;

function arrange(): void {
  let room = 0;
  for (const element of [...staying].sort(inOrder)) {
    const below = room + element.offsetHeight;
    const fits = below <= MOST * window.innerHeight;
    element.style.top = `${room}px`;
    element.style.position = fits ? "" : "static";
    // What scrolls with the list goes below what stays, also where it is laid out in a row or a column.
    element.style.zIndex = fits ? "" : "auto";
    if (fits) room = below;
  }
  const { style } = document.documentElement;
  style.scrollPaddingTop = `${room}px`;
  style.setProperty(ROOM_AT_TOP, `${room}px`);
}
