// A worker of a page as the thread that the formula engine runs in.
import type { Thread } from "./engine";

type Event = "message" | "error" | "exit";

/** Of the code of `page-worker` as a text, which a page can start from a server and from the disk alike. */
export function threadFromText(source: string): Thread {
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const worker = new Worker(url);
  URL.revokeObjectURL(url);
  return threadOf(worker);
}

/** What the engine needs of a worker. */
export function threadOf(worker: Worker): Thread {
  const listeners = new Map<Event, (value: unknown) => void>();
  const tell = (event: Event, value: unknown): void => {
    listeners.get(event)?.(value);
    listeners.delete(event);
  };
  worker.onmessage = ({ data }: MessageEvent<{ readonly answer: unknown }>) => {
    tell(data.answer === null ? "error" : "message", data.answer);
  };
  worker.onerror = (error) => {
    // Its detail is for the engine's authors.
    error.preventDefault();
    tell("error", null);
  };
  return {
    postMessage: (task) => {
      worker.postMessage(task);
    },
    once: (event, listener) => {
      listeners.set(event, listener);
    },
    removeAllListeners: (event) => {
      listeners.delete(event);
    },
    terminate: () => {
      worker.terminate();
      return Promise.resolve();
    },
    // A worker of a page keeps nothing open.
    ref: () => undefined,
    unref: () => undefined,
  };
}
