// Builds the preview and the production pane once for all browser tests, into temporary folders.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { buildSite } from "./build-site";

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
  await buildSite("webpack.preview.config.js", previewFolder);
  await buildSite("webpack.config.js", productionFolder);
  project.provide("previewFolder", previewFolder);
  project.provide("productionFolder", productionFolder);
  return () => {
    rmSync(folder, { recursive: true });
  };
}
