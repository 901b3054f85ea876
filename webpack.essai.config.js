// Builds the page that tries the add-in inside a real Excel, and the manifest that leads to it: beside the pane, and loaded by nobody else.
import CopyPlugin from "copy-webpack-plugin";
import { EsbuildPlugin } from "esbuild-loader";
import HtmlWebpackPlugin from "html-webpack-plugin";
import { at, withOrigin } from "./webpack.origin.js";

export default function config(env, argv) {
  const isProduction = argv.mode === "production";
  return {
    entry: { essai: "./src/excel-check/main.ts" },
    output: {
      path: at("./dist"),
      filename: isProduction ? "essai/[name].[contenthash:8].js" : "essai/[name].js",
      // The rest of the folder is the pane's.
      clean: { keep: (file) => !/^essai[.\\/]/.test(file) },
    },
    devtool: isProduction ? false : "source-map",
    resolve: { extensions: [".ts", ".js"] },
    module: { rules: [{ test: /\.ts$/, loader: "esbuild-loader", options: { target: "es2022" } }] },
    optimization: { minimizer: [new EsbuildPlugin({ target: "es2022" })] },
    performance: false,
    plugins: [
      new HtmlWebpackPlugin({ template: "./src/excel-check/essai.html", filename: "essai.html", inject: false }),
      new CopyPlugin({
        patterns: [{ from: "src/excel-check/manifest.xml", to: "essai/manifest.xml", transform: withOrigin(env) }],
      }),
    ],
  };
}
