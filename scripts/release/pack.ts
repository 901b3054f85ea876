// Packs files into one .zip whose bytes depend on nothing but them.
import { createHash } from "node:crypto";
import { zipSync, type Zippable } from "fflate";

export type Files = ReadonlyMap<string, Uint8Array>;

/** As a .zip writes it: in local time, and never before 1980. */
const ALWAYS = new Date(2024, 0, 1);

const FILE = 0o100644 * 2 ** 16;
const UNIX = 3;

export function checksums(files: Files): string {
  return [...files]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, bytes]) => `${createHash("sha256").update(bytes).digest("hex")}  ${path}\n`)
    .join("");
}

export function pack(files: Files, folder: string): Uint8Array {
  const sorted = [...files].sort(([one], [other]) => (one < other ? -1 : 1));
  const zippable: Zippable = {};
  for (const [path, bytes] of sorted)
    zippable[`${folder}/${path}`] = [bytes, { mtime: ALWAYS, level: 9, os: UNIX, attrs: FILE }];
  return zipSync(zippable);
}
