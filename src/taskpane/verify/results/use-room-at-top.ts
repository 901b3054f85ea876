// What stays at the top of the pane never covers what the keyboard goes to: as much room is left there when the page scrolls.
import { useEffect, type RefObject } from "react";

export function useRoomAtTop(stuck: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = stuck.current;
    if (!element || typeof ResizeObserver === "undefined") return;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => {
      style.scrollPaddingTop = `${element.offsetHeight}px`;
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      style.scrollPaddingTop = "";
    };
  }, [stuck]);
}
