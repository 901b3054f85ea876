// Takes the files that are dropped anywhere on the page.
import { useEffect, useState } from "react";

/** True while files are being dragged over the page. */
export function useDroppedFiles(onFiles: (files: readonly File[]) => void): boolean {
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
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length > 0) onFiles(files);
      },
      { signal },
    );
    return () => {
      controller.abort();
    };
  }, [onFiles]);
  return isDragging;
}
