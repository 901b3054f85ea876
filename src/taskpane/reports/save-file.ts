// Files that the pane makes: kept as an address inside the page, from which the agent saves them. Nothing is sent.

export interface SavedFile {
  readonly name: string;
  /** "blob:…", valid as long as the pane is open. */
  readonly url: string;
}

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export function keepWordFile(name: string, bytes: Uint8Array): SavedFile {
  return { name, url: URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: WORD })) };
}

export function forgetFile({ url }: SavedFile): void {
  URL.revokeObjectURL(url);
}

/** Where the host of the pane lets a page save files; where it does not, nothing happens and nothing tells. */
export function saveFile({ name, url }: SavedFile): void {
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
}
