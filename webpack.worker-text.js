// Builds a worker into one text, all that it needs in it, for the pages that start it from there.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { EsbuildPlugin } from "esbuild-loader";
import webpack from "webpack";

const root = path.dirname(fileURLToPath(import.meta.url));

/** Answers the path of the text. */
function workerText(name, entry, isProduction) {
  // Always the same place: the names of the scripts follow from it.
  const folder = path.join(root, "node_modules/.cache", name, isProduction ? "production" : "development");
  const filename = `${name}-worker.txt`;
  const compiler = webpack({
    mode: isProduction ? "production" : "development",
    context: root,
    target: "webworker",
    entry,
    output: { path: folder, filename, publicPath: "" },
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
    plugins: [new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 })],
    optimization: { minimizer: [new EsbuildPlugin({ target: "es2022" })] },
    performance: false,
  });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      compiler.close(() => undefined);
      if (error) reject(error);
      else if (stats.hasErrors()) reject(new Error(stats.toString({ all: false, errors: true })));
      else resolve(path.join(folder, filename));
    });
  });
}

/** The formula engine, its WebAssembly in it. */
export const engineWorker = (isProduction) =>
  workerText("engine", "./packages/xlsx-model/src/formulas/page-worker.ts", isProduction);

/** What reads the files of a signed contract, the library that opens PDFs in it. */
export const signedFilesWorker = (isProduction) =>
  workerText("signed-files", "./src/signed-files/thread.ts", isProduction);
