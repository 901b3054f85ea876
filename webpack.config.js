// Builds the add-in: the pane, its chunks, the manifest with the address it is served from, and the icons.
import CopyPlugin from "copy-webpack-plugin";
import HtmlWebpackPlugin from "html-webpack-plugin";
import webpack from "webpack";
import { fluentAliases } from "./webpack.fluent.js";

const at = (path) => new URL(path, import.meta.url).pathname;

const DEVELOPMENT_ORIGIN = "https://localhost:3000";

/** `--env origin=https://…` names where the files will be served from. */
function readOrigin(env) {
  const origin = String(env.origin ?? DEVELOPMENT_ORIGIN).replace(/\/$/, "");
  if (!/^https:\/\/[^/\s]+(?:\/[^\s]*)?$/.test(origin)) throw new Error(`origin must be an https address: ${origin}`);
  return origin;
}

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
  const origin = readOrigin(env);
  const isProduction = argv.mode === "production";
  return {
    entry: { taskpane: "./src/add-in/main.tsx" },
    output: {
      path: at("./dist"),
      filename: isProduction ? "[name].[contenthash:8].js" : "[name].js",
      // The command line is built into a folder of its own.
      clean: { keep: /^cli[\\/]/ },
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
      new webpack.DefinePlugin({ WITH_EXCEL_CHECK: String(!isProduction && env.essai === true) }),
      new HtmlWebpackPlugin({ template: "./src/taskpane/taskpane.html", filename: "taskpane.html", inject: false }),
      new CopyPlugin({
        patterns: [
          { from: "assets/*.png" },
          { from: "src/taskpane/aide.html", to: "[name][ext]" },
          {
            from: "manifest.xml",
            transform: (content) => content.toString().replaceAll(DEVELOPMENT_ORIGIN, origin),
          },
        ],
      }),
    ],
    ...(env.WEBPACK_SERVE && { devServer: await devServer() }),
  };
}
