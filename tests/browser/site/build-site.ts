// Builds one of the project's webpack configurations into a folder of the caller's.
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import webpack, { type Configuration } from "webpack";

/** Where it is not there yet; whole or not at all, for who builds it at the same time. */
export async function buildPreview(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  mkdirSync(path.dirname(folder), { recursive: true });
  const apart = mkdtempSync(`${folder}-`);
  await buildSite("webpack.preview.config.js", apart);
  if (existsSync(folder)) rmSync(apart, { recursive: true });
  else renameSync(apart, folder);
}

interface ConfigModule {
  readonly default: Configuration | ((env: object, argv: object) => Promise<Configuration>);
}

/** A configuration that depends on the mode is asked for production; the preview keeps its own mode. */
export async function buildSite(configName: string, folder: string): Promise<void> {
  const { default: config } = (await import(new URL(`../../../${configName}`, import.meta.url).href)) as ConfigModule;
  const mode = "production";
  await (typeof config === "function"
    ? build({ ...(await config({}, { mode })), mode }, folder)
    : build(config, folder));
}

function build(config: Configuration, folder: string): Promise<void> {
  const compiler = webpack({ ...config, output: { ...config.output, path: folder } });
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
