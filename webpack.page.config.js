// Builds the autonomous page: one folder of classic scripts, which a server gives out or a browser opens from the disk.
import path from "node:path";
import { fileURLToPath } from "node:url";
import CopyPlugin from "copy-webpack-plugin";
import { EsbuildPlugin } from "esbuild-loader";
import HtmlWebpackPlugin from "html-webpack-plugin";
import { engineWorker, signedFilesWorker } from "./webpack.worker-text.js";
import { fluentAliases } from "./webpack.fluent.js";

const root = path.dirname(fileURLToPath(import.meta.url));
const at = (...parts) => path.join(root, ...parts);

// webpack-dev-server looks for a free port from here on.
process.env.WEBPACK_DEV_SERVER_BASE_PORT ??= "3000";

export default async function config(env, argv) {
  const isProduction = argv.mode === "production";
  return {
    mode: isProduction ? "production" : "development",
    context: root,
    entry: { page: "./src/page/main.tsx" },
    output: {
      path: at("dist-page"),
      filename: isProduction ? "[name].[contenthash:8].js" : "[name].js",
      // Beside the page, wherever it stands.
      publicPath: "auto",
      clean: true,
    },
    devtool: isProduction ? false : "source-map",
    resolve: {
      extensions: [".tsx", ".ts", ".js"],
      alias: {
        "engine-worker-source": await engineWorker(isProduction),
        "signed-files-source": await signedFilesWorker(isProduction),
        ...fluentAliases,
      },
    },
    module: {
      rules: [
        { test: /\.tsx?$/, loader: "esbuild-loader", options: { target: "es2022", jsx: "automatic" } },
        { test: /-worker\.txt$/, type: "asset/source" },
        { test: /\.xlsx$/, type: "asset/inline" },
      ],
    },
    // The usual one takes three times as long, for a twentieth less to load.
    optimization: { minimizer: [new EsbuildPlugin({ target: "es2022" })] },
    performance: false,
    stats: "errors-warnings",
    infrastructureLogging: { level: "warn" },
    plugins: [
      new HtmlWebpackPlugin({ template: "./src/page/index.html", filename: "index.html" }),
      new CopyPlugin({
        patterns: [
          { from: "assets/icon-32.png", to: "assets/icon-32.png" },
          { from: "src/grid/grid.css" },
          { from: "src/page/page.css" },
          { from: "src/taskpane/aide.html", to: "[name][ext]" },
        ],
      }),
    ],
    devServer: {
      host: "localhost",
      port: "auto",
      // The dev server's own client would need what the page's content security policy forbids.
      client: false,
      hot: false,
      liveReload: false,
      onListening: (server) => {
        const { port } = server.server.address();
        process.stdout.write(`Page autonome : http://localhost:${port}/ (Ctrl+C pour arrêter)\n`);
      },
    },
  };
}
