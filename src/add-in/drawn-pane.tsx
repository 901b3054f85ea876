// The pane in its page: drawn in place of what the page shows by itself, and taken away again where Excel does not come.
import type { ReactNode } from "react";
import { flushSync } from "react-dom";
import { createRoot, type Root } from "react-dom/client";

interface DrawnPane {
  draw(content: ReactNode): void;
  /** The page's own message shows again, at once. */
  takeAway(): void;
  /** Takes the pane away, and says why in place of the page's own message; its heading stays. */
  say(text: string): void;
}

export function drawnPane(element: HTMLElement): DrawnPane {
  const own = [...element.childNodes];
  let root: Root | null = null;

  function takeAway(): void {
    if (!root) return;
    root.unmount();
    root = null;
    element.replaceChildren(...own);
    // It has waited already.
    message()?.classList.replace(WAITING, STARTED);
  }
  const message = () => element.querySelector(`.${WAITING}, .${STARTED}`);

  return {
    draw(content) {
      const drawn = (root ??= createRoot(element));
      // At once: Excel's library would come first, which takes long.
      flushSync(() => drawn.render(content));
    },
    takeAway,
    say(text) {
      takeAway();
      const alert = document.createElement("p");
      alert.setAttribute("role", "alert");
      alert.textContent = text;
      message()?.replaceWith(alert);
    },
  };
}

const WAITING = "sans-demarrage";
const STARTED = "non-demarre";
