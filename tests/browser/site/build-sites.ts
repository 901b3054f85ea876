// Builds the preview and a release into one folder, and unpacks the release as an administrator does.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { unzipSync } from "fflate";
import { makeRelease } from "../../../scripts/release";
import { ADDRESS } from "./address";
import { buildPreview } from "./build-site";
import { PREVIEW, RELEASE } from "./places";

/** What is not there yet. */
export async function buildSites(folder: string): Promise<void> {
  await buildPreview(path.join(folder, PREVIEW));
  const release = path.join(folder, RELEASE);
  if (!existsSync(release)) unpack((await makeRelease(ADDRESS)).zip, release);
}

/** Without the one folder that the archive holds. */
function unpack(zip: Uint8Array, folder: string): void {
  for (const [name, bytes] of Object.entries(unzipSync(zip))) {
    const file = path.join(folder, name.slice(name.indexOf("/") + 1));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}
