// Whether the pane has room for the table with its consequences beside it: an agent may draw it as wide as he likes.
import { useEffect, useState, type RefObject } from "react";

const WIDE = 900;

export function useWide(place: RefObject<HTMLElement | null>): boolean {
  const [isWide, setWide] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (!element || typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(() => setWide(element.clientWidth >= WIDE));
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return isWide;
}
