// Checks manifest.xml without Microsoft's online service, for what its published schemas do not catch.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { COMMAND_IDS } from "../src/commands/commands";
import { VERSIONS } from "../src/core/rules/version";
import { checkAddresses } from "./manifest/check-addresses";
import { checkCommands } from "./manifest/check-commands";
import { checkIdentity } from "./manifest/check-identity";
import { checkResources } from "./manifest/check-resources";
import { readXml, type Element } from "./manifest/read-xml";
import type { ReadSiteFile } from "./manifest/site";

export interface ManifestSurroundings {
  readonly readFile: ReadSiteFile;
  /** Of the product, in three numbers. */
  readonly version: string;
  /** Names given to Office.actions.associate; null for an add-in without ribbon. */
  readonly associatedActions: readonly string[] | null;
}

/** Answers what is wrong, one English sentence each; nothing when all is well. */
export function checkManifest(xml: string, { readFile, associatedActions, version }: ManifestSurroundings): string[] {
  let manifest: Element;
  try {
    manifest = readXml(xml);
  } catch (error) {
    return [`not well-formed XML: ${error instanceof Error ? error.message : String(error)}`];
  }
  return [
    ...checkIdentity(manifest, "fr-FR", version),
    ...checkResources(manifest, ["en-US"]),
    ...(associatedActions ? checkCommands(manifest, associatedActions) : []),
    ...checkAddresses(manifest, readFile),
  ];
}

/** In the sources the pages lie in src/taskpane; in dist/ everything lies where its address says. */
function readFrom(...folders: readonly string[]): ReadSiteFile {
  return (file) => {
    const found = folders.map((folder) => path.join(folder, file)).find(existsSync);
    return found === undefined ? null : readFileSync(found);
  };
}

/** `npm run manifest` checks the sources, `npm run manifest dist` what was built. */
function main(folder: string | undefined): void {
  const readFile = folder === undefined ? readFrom(".", "src/taskpane", "src/excel-check") : readFrom(folder);
  check(path.join(folder ?? ".", "manifest.xml"), readFile, COMMAND_IDS);
  check(
    folder === undefined ? "src/excel-check/manifest.xml" : path.join(folder, "essai/manifest.xml"),
    readFile,
    null,
  );
}

function check(manifest: string, readFile: ReadSiteFile, associatedActions: readonly string[] | null): void {
  const problems = checkManifest(readFileSync(manifest, "utf8"), {
    readFile,
    associatedActions,
    version: VERSIONS.produit,
  });
  for (const problem of problems) console.error(`${manifest}: ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
  else console.log(`${manifest}: no problem found`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) main(process.argv[2]);
