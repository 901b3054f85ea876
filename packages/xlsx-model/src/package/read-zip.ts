// The directory of a zip, read with bounds so that no file, however made, can exhaust the memory.
import { checksum, inflated } from "./codec";

export interface ZipEntry {
  readonly name: string;
  readonly nameBytes: Uint8Array;
  readonly flags: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly time: number;
  readonly crc: number;
  /** Size once inflated, as declared; `inflateEntry` refuses to give more. */
  readonly size: number;
  /** As it stands in the file. */
  readonly compressed: Uint8Array;
}

export type ZipProblem = "not-zip" | "truncated" | "bomb" | "encrypted" | "damaged";

export class ZipError extends Error {
  override readonly name = "ZipError";
  constructor(readonly problem: ZipProblem) {
    super(problem);
  }
}

/** Read within a gibibyte of memory; a workbook of a million formatted rows inflates to about 60 MB. */
export const ZIP_LIMITS = { entries: 20_000, totalSize: 200 * 2 ** 20, ratio: 300, ratioFloor: 32 * 2 ** 20 } as const;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const ZIP64_LOCATOR = 0x07064b50;
const MAX32 = 0xffffffff;

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return -1;
}

function readBig(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}

function directory(view: DataView): { count: number; offset: number } {
  const end = findEnd(view);
  if (end < 0) throw new ZipError(view.byteLength >= 4 && view.getUint32(0, true) === LOCAL ? "truncated" : "not-zip");
  const count = view.getUint16(end + 10, true);
  const offset = view.getUint32(end + 16, true);
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== ZIP64_LOCATOR) return { count, offset };
  const zip64 = readBig(view, locator + 8);
  if (zip64 + 56 > view.byteLength) throw new ZipError("truncated");
  return { count: readBig(view, zip64 + 32), offset: readBig(view, zip64 + 48) };
}

/** Sizes and offset of an entry; zip64 keeps those that do not fit in an extra field. */
function sizes(view: DataView, at: number, nameLength: number, extraLength: number) {
  const fields = {
    size: view.getUint32(at + 24, true),
    packed: view.getUint32(at + 20, true),
    local: view.getUint32(at + 42, true),
  };
  let extra = at + 46 + nameLength;
  const extraEnd = extra + extraLength;
  while (extra + 4 <= extraEnd) {
    const length = view.getUint16(extra + 2, true);
    if (view.getUint16(extra, true) === 1) {
      let field = extra + 4;
      for (const key of ["size", "packed", "local"] as const) {
        if (fields[key] !== MAX32 || field + 8 > extra + 4 + length) continue;
        fields[key] = readBig(view, field);
        field += 8;
      }
    }
    extra += 4 + length;
  }
  return fields;
}

/** Entries in the order of the directory; nothing is inflated. Throws ZipError. */
export function readZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 22)
    throw new ZipError(view.byteLength >= 4 && view.getUint32(0, true) === LOCAL ? "truncated" : "not-zip");
  const { count, offset } = directory(view);
  if (count > ZIP_LIMITS.entries) throw new ZipError("bomb");
  const decoder = new TextDecoder();
  const entries: ZipEntry[] = [];
  let total = 0;
  let at = offset;
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL) throw new ZipError("truncated");
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > view.byteLength) throw new ZipError("truncated");
    const { size, packed, local } = sizes(view, at, nameLength, extraLength);
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    if (flags & 1) throw new ZipError("encrypted");
    if (method !== 0 && method !== 8) throw new ZipError("damaged");
    total += size;
    if (total > ZIP_LIMITS.totalSize || (size > ZIP_LIMITS.ratioFloor && size > packed * ZIP_LIMITS.ratio))
      throw new ZipError("bomb");
    if (local + 30 > view.byteLength) throw new ZipError("truncated");
    if (view.getUint32(local, true) !== LOCAL) throw new ZipError("damaged");
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (start + packed > view.byteLength) throw new ZipError("truncated");
    const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
    entries.push({
      name: decoder.decode(nameBytes),
      nameBytes,
      flags,
      method,
      time: view.getUint32(at + 12, true),
      crc: view.getUint32(at + 16, true),
      size,
      compressed: bytes.subarray(start, start + packed),
    });
    at = next;
  }
  return entries;
}

/** Throws ZipError when the bytes are not those that were declared. */
export function inflateEntry(entry: ZipEntry): Uint8Array {
  let bytes = entry.compressed;
  if (entry.method === 8) {
    try {
      bytes = inflated(entry.compressed, entry.size);
    } catch {
      throw new ZipError("damaged");
    }
  }
  if (bytes.length !== entry.size || checksum(bytes) !== entry.crc) throw new ZipError("damaged");
  return bytes;
}
