// Builds the development preview: the page of src/preview with the real pane in it. Never part of what is shipped.
import path from "node:path";
import { fileURLToPath } from "node:url";
import CopyPlugin from "copy-webpack-plugin";
import HtmlWebpackPlugin from "html-webpack-plugin";
import webpack from "webpack";
import { engineWorker } from "./webpack.worker-text.js";

const root = path.dirname(fileURLToPath(import.meta.url));
const at = (...parts) => path.join(root, ...parts);

const CDN = "https://appsforoffice.microsoft.com/";
const OFFICE = "node_modules/@microsoft/office-js/dist";
/** All that office.js asks for in a French Excel for Windows. */
const OFFICE_FILES = ["office.js", "excel-win32-16.01.js", "fr-fr/office_strings.js"];

// webpack-dev-server looks for a free port from here on.
process.env.WEBPACK_DEV_SERVER_BASE_PORT ??= "3000";

/** Puts the simulated Excel under the pane's page, and Microsoft's library under the path it has on the CDN. */
class LocalOffice {
  apply(compiler) {
    compiler.hooks.compilation.tap("LocalOffice", (compilation) => {
      HtmlWebpackPlugin.getHooks(compilation).beforeEmit.tap("LocalOffice", (data) => {
        const office = `<script defer src="${CDN}`;
        data.html = data.html.replace(office, `<script src="pane-bridge.js"></script><script defer src="`);
        return data;
      });
    });
  }
}

export default {
  mode: "development",
  context: root,
  // The pane's content security policy forbids eval.
  devtool: "source-map",
  entry: {
    preview: "./src/preview/main.tsx",
    "pane-bridge": "./src/preview/pane/bridge.ts",
    taskpane: "./src/add-in/main.tsx",
  },
  output: { path: at("dist-preview"), filename: "[name].js", clean: true },
  resolve: {
    extensions: [".tsx", ".ts", ".js"],
    alias: { "engine-worker-source": await engineWorker(false) },
  },
  module: {
    rules: [
      { test: /\.tsx?$/, loader: "esbuild-loader", options: { target: "es2022", jsx: "automatic" } },
      { test: /engine-worker\.txt$/, type: "asset/source" },
    ],
  },
  plugins: [
    new webpack.DefinePlugin({ WITH_EXCEL_CHECK: "false" }),
    new HtmlWebpackPlugin({ template: "./src/preview/index.html", filename: "index.html", chunks: ["preview"] }),
    new HtmlWebpackPlugin({
      template: "./src/taskpane/taskpane.html",
      filename: "taskpane.html",
      inject: false,
      chunks: ["taskpane"],
    }),
    new LocalOffice(),
    new CopyPlugin({
      patterns: [
        { from: "manifest.xml" },
        { from: "assets", to: "assets" },
        { from: "src/taskpane/aide.html", to: "[name][ext]" },
        { from: "src/grid/grid.css" },
        { from: "src/preview/preview.css" },
        { from: "exemples/classeur-exemple.xlsx" },
        ...OFFICE_FILES.map((file) => ({ from: `${OFFICE}/${file}`, to: `lib/1/hosted/${file}` })),
      ],
    }),
  ],
  performance: { hints: false },
  stats: "errors-warnings",
  infrastructureLogging: { level: "warn" },
  devServer: {
    host: "localhost",
    port: "auto",
    // The dev server's own client would run inside the pane, where the add-in alone belongs.
    client: false,
    hot: false,
    liveReload: false,
    onListening: (server) => {
      const { port } = server.server.address();
      process.stdout.write(`Aperçu du complément : http://localhost:${port}/ (Ctrl+C pour arrêter)\n`);
    },
  },
};
