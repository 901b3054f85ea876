// Zip by Node's own library.
import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";
import type { Codec } from "../files/package/codec";

export const nativeCodec: Codec = {
  // A part is packed to a tenth of its size: in one or two pieces, rather than in dozens that are put together.
  deflate: (bytes, level) => deflateRawSync(bytes, { level, chunkSize: Math.max(2 ** 14, bytes.length >> 4) }),
  inflate: (bytes, size) => {
    // One byte more than declared, so that a stream that gives more is seen to; in one piece where it is not larger than a sheet.
    const most = size + 1;
    return inflateRawSync(bytes, { maxOutputLength: most, chunkSize: Math.max(64, most) });
  },
  crc32: (bytes) => crc32(bytes),
};
