// What a picture is and how large, by its first bytes.

export interface PictureKind {
  readonly extension: "png" | "jpeg" | "gif" | "bmp";
  readonly width: number;
  readonly height: number;
}

/** Frames of a JPEG that say its size: all but those that define tables or come between. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Null for what is none of these. */
export function pictureKind(bytes: Uint8Array): PictureKind | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const begins = (...first: readonly number[]) => first.every((byte, at) => bytes[at] === byte);
  if (begins(0x89, 0x50, 0x4e, 0x47) && bytes.length >= 24)
    return { extension: "png", width: view.getUint32(16), height: view.getUint32(20) };
  if (begins(0x47, 0x49, 0x46) && bytes.length >= 10)
    return { extension: "gif", width: view.getUint16(6, true), height: view.getUint16(8, true) };
  if (begins(0x42, 0x4d) && bytes.length >= 26)
    return { extension: "bmp", width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) };
  return begins(0xff, 0xd8) ? jpegKind(view) : null;
}

function jpegKind(view: DataView): PictureKind | null {
  for (let at = 2; at + 9 <= view.byteLength; at += 2 + view.getUint16(at + 2)) {
    if (view.getUint8(at) !== 0xff) return null;
    if (isFrame(view.getUint8(at + 1)))
      return { extension: "jpeg", width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
  return null;
}
