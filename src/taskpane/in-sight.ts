// What came of a click appears where the eye is: whole where there is room for it, else its beginning.
import { useEffect, useRef, type RefObject } from "react";

/** For what appears; and for what stays, each time that what it shows is another. */
export function useInSight<T extends HTMLElement>(shown?: unknown): RefObject<T | null> {
  const place = useRef<T>(null);
  useEffect(() => {
    // Recent browsers answer with a promise, which is no clean-up.
    void place.current?.scrollIntoView({ block: "nearest" });
  }, [shown]);
  return place;
}
