// `npm run release -- --url https://…`: all that an administrator needs, in one .zip whose bytes are the same each time.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { buildSite } from "./release/build-site";
import { BUILT, buildCli } from "./cli/build-cli.mjs";
import { printGuides } from "./release/guides";
import { nginxConfig, policyOf, webConfig, type SitePolicies } from "./release/headers";
import { licences } from "./release/licences";
import { checksums, pack } from "./release/pack";
import { readMe } from "./release/read-me";
import { sbom } from "./release/sbom";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

const GUIDES = [
  "docs/guides/agent.md",
  "docs/guides/officier-etat.md",
  "docs/guides/administrateur.md",
  "docs/guides/auteur-de-contrat.md",
  "docs/verification-excel.md",
];

const EXAMPLES = ["classeur-exemple.xlsx", "classeur-conforme.xlsx", "classeur-bilan.xlsx"];

export interface Release {
  readonly name: string;
  readonly zip: Uint8Array;
}

/** An https address, without its last slash; throws for anything else. */
export function readAddress(url: string | undefined): string {
  if (url === undefined) throw new Error("--url is missing: the https address at which the site will stand");
  if (!/^https:\/\/[^/\s?#]+(?:\/[^\s?#]*)?$/.test(url)) throw new Error(`--url must be an https address: ${url}`);
  return url.replace(/\/$/, "");
}

export async function makeRelease(address: string): Promise<Release> {
  const { name, version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    name: string;
    version: string;
  };
  const files = new Map<string, Uint8Array>();
  const add = (path: string, content: string | Uint8Array): void => {
    files.set(path, Buffer.from(content));
  };
  const { site, manifest, trialManifest } = await buildSite(address);
  for (const [path, bytes] of site) add(`site/${path}`, bytes);
  add("manifest.xml", manifest);
  add("essai/manifest.xml", trialManifest);
  const policies = policiesOf(site);
  add("serveur/nginx.conf", nginxConfig(policies, new URL(address).pathname.replace(/\/$/, "")));
  add("site/web.config", webConfig(policies));
  await buildCli();
  add("cls/cls.mjs", readFileSync(BUILT));
  for (const [source, bytes] of await printGuides(ROOT, GUIDES, version))
    add(`guides/${source.replace(/^.*\//, "").replace(/\.md$/, ".pdf")}`, bytes);
  for (const example of EXAMPLES) add(`exemples/${example}`, readFileSync(join(ROOT, "exemples", example)));
  add("contrat.schema.json", readFileSync(join(ROOT, "contrat.schema.json")));
  add("CHANGELOG.md", readFileSync(join(ROOT, "CHANGELOG.md")));
  add("LICENCES.txt", licences(ROOT));
  add("nomenclature.cdx.json", sbom(ROOT));
  add("LISEZ-MOI.txt", readMe(version, address));
  add("SHA256SUMS.txt", checksums(files));
  const folder = `${name}-${version}`;
  return { name: `${folder}.zip`, zip: pack(files, folder) };
}

/** What an organisation still has to fill in of a text, each once; a link is no blank. */
export function blanks(markdown: string): string[] {
  return [...new Set([...markdown.matchAll(/\[[^\]]+\](?!\()/g)].map(([blank]) => blank))];
}

function policiesOf(site: ReadonlyMap<string, Uint8Array>): SitePolicies {
  const page = (path: string): string => policyOf(Buffer.from(site.get(path) ?? []).toString("utf8"));
  return { pane: page("taskpane.html"), page: page("page/index.html") };
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { url: { type: "string" }, sortie: { type: "string" } } });
  const { name, zip } = await makeRelease(readAddress(values.url));
  const folder = values.sortie ?? join(ROOT, "dist-release");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), zip);
  const blank = blanks(readFileSync(join(ROOT, "docs/ACCESSIBILITE.md"), "utf8"));
  if (blank.length > 0) console.warn(`docs/ACCESSIBILITE.md still has to be filled in: ${blank.join(", ")}`);
  console.log(`${join(folder, name)}: ${(zip.byteLength / 1024 / 1024).toFixed(1)} MiB`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  });
