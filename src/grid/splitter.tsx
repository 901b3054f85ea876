// The bar that widens the pane, by the mouse or by the arrow keys.
import type { KeyboardEvent, PointerEvent, ReactElement } from "react";

interface SplitterProps {
  readonly width: number;
  readonly onResize: (width: number) => void;
}

const LEAST = 300;
const MOST = 900;
const STEP = 25;

export function Splitter({ width, onResize }: SplitterProps): ReactElement {
  const resize = (asked: number): void => {
    onResize(Math.min(MOST, Math.max(LEAST, asked)));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "ArrowLeft") resize(width + STEP);
    else if (event.key === "ArrowRight") resize(width - STEP);
    else return;
    event.preventDefault();
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) resize(window.innerWidth - event.clientX);
  };
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label="Largeur du volet"
      aria-valuenow={width}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      tabIndex={0}
      className="splitter"
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={onPointerMove}
    />
  );
}
