// Saves a copy of the workbook that shows: where the agent says, when the browser lets him, else among his downloads.
import { copyOf, downloadWorkbook } from "../grid/workbook/download-workbook";
import type { FileDesk } from "./file-desk";

/** Part of the File System Access API, which TypeScript's own library leaves out. */
interface SavePicker {
  showSaveFilePicker?(options: {
    readonly suggestedName: string;
    readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
  }): Promise<FileSystemFileHandle>;
}

/** "downloaded" is not known to be kept: the browser says nothing of a download that was refused. */
export type Saved =
  | { readonly kind: "kept"; readonly under: string }
  | { readonly kind: "downloaded" }
  | { readonly kind: "abandoned" }
  | { readonly kind: "failed" };

export async function saveCopy(desk: FileDesk): Promise<Saved> {
  const place = await choosePlace(desk.name);
  if (place === "abandoned") return { kind: "abandoned" };
  const copy = await desk.copy();
  if (place === null) {
    downloadWorkbook(copy.bytes, desk.name);
    desk.settle(copy, "downloaded");
    return { kind: "downloaded" };
  }
  let file: FileSystemWritableFileStream | undefined;
  try {
    file = await place.createWritable();
    await file.write(new Uint8Array(copy.bytes));
    // Nothing is on the disk before this answers.
    await file.close();
  } catch {
    // Else what was begun stays beside the file under another name.
    await file?.abort().catch(() => undefined);
    return { kind: "failed" };
  }
  desk.settle(copy, "kept");
  return { kind: "kept", under: place.name };
}

/** Null where the browser has no such dialog, or an administrator forbids it. */
async function choosePlace(name: string): Promise<FileSystemFileHandle | "abandoned" | null> {
  const { showSaveFilePicker } = window as SavePicker;
  if (!showSaveFilePicker) return null;
  const copy = copyOf(name);
  try {
    return await showSaveFilePicker.call(window, {
      suggestedName: copy.name,
      types: [{ accept: { [copy.type]: [copy.extension] } }],
    });
  } catch (error) {
    return error instanceof DOMException && error.name === "AbortError" ? "abandoned" : null;
  }
}
