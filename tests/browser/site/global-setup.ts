// Has the preview and a release built once for all browser tests.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { buildSites } from "./build-sites";
import { PREVIEW, RELEASE, SITE } from "./places";

declare module "vitest" {
  interface ProvidedContext {
    previewFolder: string;
    /** The unpacked archive, and the site within it. */
    releaseFolder: string;
    siteFolder: string;
  }
}

/** With BROWSER_SITES=folder what is built there is used again: while tests are written, and by the steps of the gate. */
export default async function setup(project: TestProject): Promise<() => void> {
  const kept = process.env["BROWSER_SITES"];
  const folder = kept ?? mkdtempSync(path.join(tmpdir(), "apercu-"));
  await buildSites(folder);
  project.provide("previewFolder", path.join(folder, PREVIEW));
  project.provide("releaseFolder", path.join(folder, RELEASE));
  project.provide("siteFolder", path.join(folder, SITE));
  return () => {
    if (kept === undefined) rmSync(folder, { recursive: true });
  };
}
