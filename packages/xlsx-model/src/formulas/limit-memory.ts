// Gives the memory that a WebAssembly module declares an upper bound, which the engine's own build leaves open.

const MEMORY_SECTION = 5;

function readNumber(bytes: Uint8Array, at: number): { value: number; next: number } {
  let value = 0;
  for (let shift = 0, next = at; ; shift += 7) {
    const byte = bytes[next++] ?? 0;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return { value, next };
  }
}

function writeNumber(value: number): number[] {
  const bytes: number[] = [];
  for (let left = value; ; left = Math.floor(left / 128)) {
    if (left < 128) return [...bytes, left];
    bytes.push((left % 128) | 0x80);
  }
}

/** `pages` are 64 KiB each. Throws a RangeError for a module without a memory of its own. */
export function limitMemory(module: Uint8Array, pages: number): Uint8Array<ArrayBuffer> {
  for (let at = 8; at < module.length;) {
    const { value: size, next: start } = readNumber(module, at + 1);
    if (module[at] !== MEMORY_SECTION) {
      at = start + size;
      continue;
    }
    // One memory: its flags, its least size, and now its most.
    const { value: least } = readNumber(module, start + 2);
    const body = [1, 1, ...writeNumber(least), ...writeNumber(Math.max(pages, least))];
    const section = [MEMORY_SECTION, ...writeNumber(body.length), ...body];
    const rest = module.subarray(start + size);
    const limited = new Uint8Array(at + section.length + rest.length);
    limited.set(module.subarray(0, at));
    limited.set(section, at);
    limited.set(rest, at + section.length);
    return limited;
  }
  throw new RangeError("the module has no memory of its own");
}
