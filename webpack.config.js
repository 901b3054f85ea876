// Builds the add-in: the pane, its chunks, the manifest with the address it is served from, and the icons.
import CopyPlugin from "copy-webpack-plugin";
import HtmlWebpackPlugin from "html-webpack-plugin";

const at = (path) => new URL(path, import.meta.url).pathname;
// Not a path that the package exports: asked for by its place on the disk.
const FLUENT_TOKENS = at("./node_modules/@fluentui/tokens/lib/tokens.js");

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
    entry: { taskpane: "./src/taskpane/main.tsx" },
    output: {
      path: at("./dist"),
      filename: isProduction ? "[name].[contenthash:8].js" : "[name].js",
      clean: true,
    },
    devtool: isProduction ? false : "source-map",
    resolve: {
      extensions: [".tsx", ".ts", ".js"],
      // 7 kB of the first load, for names that their own text tells.
      alias: { [FLUENT_TOKENS]: at("./src/taskpane/fluent-tokens.ts") },
    },
    module: {
      rules: [{ test: /\.tsx?$/, loader: "esbuild-loader", options: { target: "es2022", jsx: "automatic" } }],
    },
    // scripts/size-budget.ts measures the first load in gzip, which is what travels.
    performance: false,
    plugins: [
      new HtmlWebpackPlugin({ template: "./src/taskpane/taskpane.html", filename: "taskpane.html" }),
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
