// Keeps a recovery copy of one open workbook for as long as its work is not saved.
import type { FileDesk } from "../file-desk";
import { holdLock, putCopy, removeCopy } from "./copies";

/** Long enough for a person who types not to wait, short enough to lose little. */
const REST = 1500;

interface Keeping {
  readonly desk: FileDesk;
  readonly id: string;
  /** A copy of that name is the work as it was opened. */
  readonly isKept: boolean;
  readonly now: () => Date;
  /** The browser keeps nothing: no room, or a private window that forbids it. */
  readonly onImpossible: () => void;
}

/** Answers how to stop; the copy goes with it. */
export function keepCopy({ desk, id, isKept, now, onImpossible }: Keeping): () => Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let kept = isKept ? desk.version : null;
  let last: Promise<void> = Promise.resolve();

  const write = (): void => {
    clearTimeout(timer);
    timer = undefined;
    last = last.then(writeNow).catch(onImpossible);
  };
  const writeNow = async (): Promise<void> => {
    if (desk.unsaved === "nothing") {
      if (kept !== null) await removeCopy(id);
      kept = null;
    } else if (kept !== desk.version) {
      const { bytes, version } = await desk.copy();
      await putCopy({ id, name: desk.name, at: now().getTime(), bytes });
      kept = version;
    }
  };
  const isBehind = (): boolean => (desk.unsaved === "nothing" ? kept !== null : kept !== desk.version);
  const look = (): void => {
    if (isBehind()) timer ??= setTimeout(write, REST);
  };
  const hide = (): void => {
    if (isBehind()) write();
  };

  const release = holdLock(id);
  const forget = desk.onChanged(look);
  document.addEventListener("visibilitychange", hide);
  return async () => {
    clearTimeout(timer);
    forget();
    document.removeEventListener("visibilitychange", hide);
    await last;
    await removeCopy(id).catch(() => undefined);
    release();
  };
}
