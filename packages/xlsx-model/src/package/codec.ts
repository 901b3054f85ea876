// How parts are packed, unpacked and summed up: by what runs everywhere, or by the running program's own, which is ten times as fast.
import { deflateSync, inflateSync } from "fflate";
import { crc32 } from "./crc32";

export interface Codec {
  readonly deflate: (bytes: Uint8Array) => Uint8Array;
  /** No more than `size` bytes: whatever the stream says, no more is ever allocated. Throws for what is no sound stream. */
  readonly inflate: (bytes: Uint8Array, size: number) => Uint8Array;
  readonly crc32: (bytes: Uint8Array) => number;
}

let codec: Codec = {
  deflate: (bytes) => deflateSync(bytes),
  inflate: (bytes, size) => inflateSync(bytes, { out: new Uint8Array(size) }),
  crc32,
};

/** For the rest of the process. Packed bytes then depend on it; what they hold does not. */
export function packWith(native: Codec): void {
  codec = native;
}

export function deflated(bytes: Uint8Array): Uint8Array {
  return codec.deflate(bytes);
}

export function inflated(bytes: Uint8Array, size: number): Uint8Array {
  return codec.inflate(bytes, size);
}

/** The checksum that a zip keeps of each part. */
export function checksum(bytes: Uint8Array): number {
  return codec.crc32(bytes);
}
