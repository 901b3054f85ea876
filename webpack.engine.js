// Builds the formula engine's worker into one text, its WebAssembly in it, for the pages that start it from there.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { EsbuildPlugin } from "esbuild-loader";
import webpack from "webpack";

const root = path.dirname(fileURLToPath(import.meta.url));

/** Answers the path of the text. */
export function engineWorker(isProduction) {
  // Always the same place: the names of the scripts follow from it.
  const folder = path.join(root, "node_modules/.cache/engine", isProduction ? "production" : "development");
  const compiler = webpack({
    mode: isProduction ? "production" : "development",
    context: root,
    target: "webworker",
    entry: "./src/grid/engine/worker.ts",
    output: { path: folder, filename: "engine-worker.txt", publicPath: "" },
    devtool: false,
    resolve: { extensions: [".ts", ".js"] },
    module: {
      // The engine's own way to its file: it is given the bytes instead.
      parser: { javascript: { url: false } },
      rules: [
        { test: /\.ts$/, loader: "esbuild-loader", options: { target: "es2022" } },
        { test: /\.wasm$/, type: "asset/inline" },
      ],
    },
    optimization: { minimizer: [new EsbuildPlugin({ target: "es2022" })] },
    performance: false,
  });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      compiler.close(() => undefined);
      if (error) reject(error);
      else if (stats.hasErrors()) reject(new Error(stats.toString({ all: false, errors: true })));
      else resolve(path.join(folder, "engine-worker.txt"));
    });
  });
}
