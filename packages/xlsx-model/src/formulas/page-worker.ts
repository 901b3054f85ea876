// The formula engine in a Web Worker of its own, with all that it needs in one text: a page opened from the disk can load nothing else.
import start, * as engine from "@ironcalc/wasm";
import binary from "@ironcalc/wasm/wasm_bg.wasm";
import { limitMemory } from "./limit-memory";
import { runTask, type ComputeTask, type KnownTask } from "./run-task.mjs";

/** 512 MiB, as on the command line. */
const MOST_PAGES = 8192;

function decode(dataUrl: string): Uint8Array {
  return Uint8Array.from(atob(dataUrl.slice(dataUrl.indexOf(",") + 1)), (character) => character.charCodeAt(0));
}

const ready = start({ module_or_path: limitMemory(decode(binary), MOST_PAGES) });

self.onmessage = async ({ data }: MessageEvent<ComputeTask | KnownTask>) => {
  try {
    await ready;
    self.postMessage({ answer: runTask(engine, data) });
  } catch {
    // After a trap what the engine would say next could be wrong: who started it throws it away.
    self.postMessage({ answer: null });
  }
};
