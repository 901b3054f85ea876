// Builds the preview and a release once for all browser tests, and unpacks the release as an administrator does.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { unzipSync } from "fflate";
import type { TestProject } from "vitest/node";
import { ADDRESS } from "./address";
import { makeRelease } from "../../../scripts/release";
import { buildPreview } from "./build-site";

declare module "vitest" {
  interface ProvidedContext {
    previewFolder: string;
    /** The unpacked archive, and the site within it. */
    releaseFolder: string;
    siteFolder: string;
  }
}

/** With BROWSER_SITES=folder what is built there is used again: while tests are written, and for the pictures that the gate takes next. */
export default async function setup(project: TestProject): Promise<() => void> {
  const kept = process.env["BROWSER_SITES"];
  const folder = kept ?? mkdtempSync(path.join(tmpdir(), "apercu-"));
  const preview = path.join(folder, "preview");
  await buildPreview(preview);
  const release = path.join(folder, "release");
  if (!existsSync(release)) unpack((await makeRelease(ADDRESS)).zip, release);
  project.provide("previewFolder", preview);
  project.provide("releaseFolder", release);
  project.provide("siteFolder", path.join(release, "site"));
  return () => {
    if (kept === undefined) rmSync(folder, { recursive: true });
  };
}

/** Without the one folder that the archive holds. */
function unpack(zip: Uint8Array, folder: string): void {
  for (const [name, bytes] of Object.entries(unzipSync(zip))) {
    const file = path.join(folder, name.slice(name.indexOf("/") + 1));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}
