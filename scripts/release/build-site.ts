// Builds the add-in for its address and the autonomous page, and gathers what a server is to give out.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import webpack, { type Configuration } from "webpack";

type Config = (env: object, argv: object) => Configuration | Promise<Configuration>;

export interface BuiltSite {
  /** By their path below the address. */
  readonly site: ReadonlyMap<string, Uint8Array>;
  readonly manifest: Uint8Array;
  /** Of the page that tries the add-in inside a real Excel. */
  readonly trialManifest: Uint8Array;
}

/** `address` ends without a slash. */
export async function buildSite(address: string): Promise<BuiltSite> {
  const folder = mkdtempSync(join(tmpdir(), "site-"));
  try {
    const addIn = [await configAt("webpack.config.js"), await configAt("webpack.essai.config.js")];
    for (const config of addIn) await build(await config({ origin: address }, PRODUCTION), join(folder, "site"));
    const page = await configAt("webpack.page.config.js");
    await build(await page({}, PRODUCTION), join(folder, "page"));
    const site = readFolder(join(folder, "site"));
    // Of no use to who visits the site, and they are what the administrator takes from the archive.
    const [manifest, trialManifest] = [taken(site, "manifest.xml"), taken(site, "essai/manifest.xml")];
    for (const [path, bytes] of readFolder(join(folder, "page"))) site.set(`page/${path}`, bytes);
    return { site, manifest, trialManifest };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const PRODUCTION = { mode: "production" };

async function configAt(name: string): Promise<Config> {
  const { default: config } = (await import(new URL(`../../${name}`, import.meta.url).href)) as { default: Config };
  return config;
}

function taken(site: Map<string, Uint8Array>, path: string): Uint8Array {
  const bytes = site.get(path);
  if (!bytes) throw new Error(`the build made no ${path}`);
  site.delete(path);
  return bytes;
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
