// The end of the part of a long list that is drawn.
import { Button } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { workTexts } from "./texts";

interface MoreBelowProps {
  readonly onNear: () => void;
  readonly onClick: () => void;
  readonly rest: number;
}

/** Draws more before the end is reached; a button where the page cannot tell that it is near. */
export function MoreBelow({ onNear, onClick, rest }: MoreBelowProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (!element || typeof IntersectionObserver === "undefined") return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        // Its button may go, and the keyboard with it: then it is as if it had been clicked.
        if (element.contains(document.activeElement)) onClick();
        else onNear();
      },
      { rootMargin: "600px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  });
  return (
    <div ref={place}>
      <Button size="small" onClick={onClick}>
        {workTexts.more(rest)}
      </Button>
    </div>
  );
}
