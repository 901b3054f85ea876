// Zip by Node's own library.
import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";
import type { Codec } from "xlsx-model/package/codec";

export const nativeCodec: Codec = {
  // In one piece, as what is packed is smaller.
  deflate: (bytes) => deflateRawSync(bytes, { chunkSize: Math.max(2 ** 14, bytes.length) }),
  inflate: (bytes, size) => {
    // One byte more than declared, so that a stream that gives more is seen to; in one piece where it is not larger than a sheet.
    const most = size + 1;
    return inflateRawSync(bytes, { maxOutputLength: most, chunkSize: Math.max(64, most) });
  },
  crc32: (bytes) => crc32(bytes),
};
