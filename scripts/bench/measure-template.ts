// What the pane of the official template weighs, built with the same libraries and the same minifier as ours.
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** Bytes in gzip of its first load; without the polyfills that it adds for old browsers, in its favour. */
export async function measureTemplate(): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: ["scripts/bench/template-pane.tsx"],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2022",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
  });
  return gzipSync(outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 }).byteLength;
}
