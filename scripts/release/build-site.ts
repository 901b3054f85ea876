// Builds the add-in for its address and the autonomous page, and gathers what a server is to give out.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import webpack, { type Configuration } from "webpack";

type Config = (env: object, argv: object) => Promise<Configuration>;

export interface BuiltSite {
  /** By their path below the address. */
  readonly site: ReadonlyMap<string, Uint8Array>;
  readonly manifest: Uint8Array;
}

/** `address` ends without a slash. */
export async function buildSite(address: string): Promise<BuiltSite> {
  const folder = mkdtempSync(join(tmpdir(), "site-"));
  try {
    const { default: addIn } = (await import(new URL("../../webpack.config.js", import.meta.url).href)) as {
      default: Config;
    };
    const { default: page } = (await import(new URL("../../webpack.page.config.js", import.meta.url).href)) as {
      default: Config;
    };
    await build(await addIn({ origin: address }, { mode: "production" }), join(folder, "site"));
    await build(await page({}, { mode: "production" }), join(folder, "page"));
    const site = readFolder(join(folder, "site"));
    const manifest = site.get("manifest.xml");
    if (!manifest) throw new Error("the build made no manifest");
    // Of no use to who visits the site, and it is what the administrator takes from the archive.
    site.delete("manifest.xml");
    for (const [path, bytes] of readFolder(join(folder, "page"))) site.set(`page/${path}`, bytes);
    return { site, manifest };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function build(config: Configuration, path: string): Promise<void> {
  const compiler = webpack({ ...config, mode: "production", output: { ...config.output, path } });
  if (!compiler) throw new Error("webpack made no compiler");
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      compiler.close(() => undefined);
      if (error) reject(error);
      else if (stats?.hasErrors()) reject(new Error(stats.toString({ all: false, errors: true })));
      else resolve();
    });
  });
}

function readFolder(folder: string): Map<string, Uint8Array> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/"));
  return new Map(
    paths
      .sort()
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path, readFileSync(join(folder, path))]),
  );
}
