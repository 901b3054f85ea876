// Takes a file that is dropped anywhere on the page.
import { useEffect, useState } from "react";

/** True while a file is being dragged over the page. */
export function useDroppedFile(onFile: (file: File) => void): boolean {
  const [isDragging, setDragging] = useState(false);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const page = document.documentElement;
    page.addEventListener(
      "dragover",
      (event) => {
        event.preventDefault();
        setDragging(true);
      },
      { signal },
    );
    page.addEventListener(
      "dragleave",
      (event) => {
        if (event.relatedTarget === null) setDragging(false);
      },
      { signal },
    );
    page.addEventListener(
      "drop",
      (event) => {
        event.preventDefault();
        setDragging(false);
        const file = event.dataTransfer?.files[0];
        if (file) onFile(file);
      },
      { signal },
    );
    return () => {
      controller.abort();
    };
  }, [onFile]);
  return isDragging;
}
