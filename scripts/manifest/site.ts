// The files that a manifest's addresses point at, and the size of its pictures.

/** Answers a file of the site by its path below the pane's page ("assets/icon-16.png"), null when there is none. */
export type ReadSiteFile = (path: string) => Uint8Array | null;

/** The path of an address below the folder of the pane's page; null when it is elsewhere or no address. */
export function pathOnSite(address: string, page: string): string | null {
  if (!URL.canParse(address) || !URL.canParse(page)) return null;
  const folder = new URL(".", page).href;
  const { href } = new URL(address);
  return href.startsWith(folder) ? href.slice(folder.length).replace(/[?#].*$/, "") : null;
}

/** Width and height of a PNG, null when the bytes are none. */
export function pngSize(bytes: Uint8Array): readonly [number, number] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 24 || view.getUint32(0) !== 0x89504e47) return null;
  return [view.getUint32(16), view.getUint32(20)];
}
