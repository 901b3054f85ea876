// Builds the preview and the production pane once for all browser tests, into temporary folders.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import webpack, { type Configuration } from "webpack";

declare module "vitest" {
  interface ProvidedContext {
    /** Folders of the two builds. */
    previewFolder: string;
    productionFolder: string;
  }
}

export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(path.join(tmpdir(), "apercu-"));
  const previewFolder = path.join(folder, "preview");
  const productionFolder = path.join(folder, "production");
  await build(await readConfig("webpack.preview.config.js"), previewFolder);
  await build(await readConfig("webpack.config.js"), productionFolder, "production");
  project.provide("previewFolder", previewFolder);
  project.provide("productionFolder", productionFolder);
  return () => {
    rmSync(folder, { recursive: true });
  };
}

type ConfigModule = { readonly default: Configuration | ((env: object, argv: object) => Promise<Configuration>) };

async function readConfig(name: string): Promise<Configuration> {
  const module = (await import(new URL(`../../../${name}`, import.meta.url).href)) as ConfigModule;
  return typeof module.default === "function" ? module.default({}, { mode: "production" }) : module.default;
}

function build(config: Configuration, folder: string, mode = config.mode): Promise<void> {
  const compiler = webpack({ ...config, ...(mode && { mode }), output: { ...config.output, path: folder } });
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
