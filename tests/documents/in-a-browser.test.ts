// The readers of documents run in a browser: they need nothing of Node, and each is loaded only when it is asked for.
import { build } from "esbuild";
import { expect, it } from "vitest";

it("bundle for a browser, what is loaded first being small", async () => {
  const { outputFiles, errors } = await build({
    entryPoints: ["src/documents/read-document.ts"],
    bundle: true,
    platform: "browser",
    format: "esm",
    splitting: true,
    minify: true,
    outdir: "unwritten",
    write: false,
    logLevel: "silent",
  });
  expect(errors).toEqual([]);
  const [first, ...others] = outputFiles;
  expect(first?.contents.length).toBeLessThan(3000);
  const library = others.filter(({ contents }) => contents.length > 400_000);
  expect(library.length).toBeGreaterThan(0);
  for (const { path } of library) expect(first?.text).not.toContain(`from"./${path.split("/").at(-1) ?? ""}"`);
  const own = outputFiles.filter((file) => !library.includes(file));
  for (const { text } of own) expect(text).not.toMatch(/from\s?"node:|require\("node:|\bBuffer\b|\bprocess\./);
});
