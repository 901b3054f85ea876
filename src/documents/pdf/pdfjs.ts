// Loads the library that opens PDFs, only when one is read. It runs in the thread that asks, which is one that can be stopped.
import { standIn } from "./stand-ins";

export async function loadPdfjs() {
  standIn();
  // Found by the library under a name that all share, it needs no thread of its own.
  await import("pdfjs-dist/legacy/build/pdf.worker.min.mjs");
  return import("pdfjs-dist/legacy/build/pdf.min.mjs");
}

export type Pdfjs = Awaited<ReturnType<typeof loadPdfjs>>;
