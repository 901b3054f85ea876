// Builds the add-in: the pane, its chunks, the manifest with the address it is served from, and the icons.
import CopyPlugin from "copy-webpack-plugin";
import HtmlWebpackPlugin from "html-webpack-plugin";
import { fluentAliases } from "./webpack.fluent.js";
import { at, withOrigin } from "./webpack.origin.js";

/** Excel opens a pane over https only: `npm run dev` takes a certificate that this machine trusts. */
async function devServer() {
  const { getHttpsServerOptions } = await import("office-addin-dev-certs");
  return {
    host: "localhost",
    port: 3000,
    static: false,
    server: { type: "https", options: await getHttpsServerOptions() },
    headers: { "Access-Control-Allow-Origin": "*" },
    // Its overlay would need what the page's content security policy forbids.
    client: { overlay: false },
  };
}

export default async function config(env, argv) {
  const isProduction = argv.mode === "production";
  return {
    entry: { taskpane: "./src/add-in/main.tsx" },
    output: {
      path: at("./dist"),
      filename: isProduction ? "[name].[contenthash:8].js" : "[name].js",
      // The command line and the page of the trial are built into folders of their own.
      clean: { keep: /^(?:cli|essai)[.\\/]/ },
    },
    devtool: isProduction ? false : "source-map",
    resolve: {
      extensions: [".tsx", ".ts", ".js"],
      alias: fluentAliases,
    },
    module: {
      rules: [{ test: /\.tsx?$/, loader: "esbuild-loader", options: { target: "es2022", jsx: "automatic" } }],
    },
    // scripts/size-budget.ts measures the first load in gzip, which is what travels.
    performance: false,
    plugins: [
      new HtmlWebpackPlugin({ template: "./src/taskpane/taskpane.html", filename: "taskpane.html", inject: false }),
      new CopyPlugin({
        patterns: [
          { from: "assets/*.png" },
          { from: "src/taskpane/aide.html", to: "[name][ext]" },
          { from: "manifest.xml", transform: withOrigin(env) },
        ],
      }),
    ],
    ...(env.WEBPACK_SERVE && { devServer: await devServer() }),
  };
}
