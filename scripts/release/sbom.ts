// The software bill of materials in CycloneDX, from the lock file: what is shipped, with the hash it was installed by.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isShipped, licenceOf, type Lock, type Locked } from "./shipped";

/** `npm sbom` leaves out packages that a development tool asks for too (React among them), and changes at each run. */
export function sbom(root: string): string {
  const { name, version, packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as Lock;
  const shipped = Object.entries(packages).filter(([path, entry]) => isShipped(root, path, entry));
  const refs = new Map(shipped.map(([path, entry]) => [path, refOf(path, entry)]));
  const components = shipped.map(([path, entry]) => component(root, path, entry)).sort(byRef);
  const top: Locked = packages[""] ?? {};
  const own = `${name}@${version}`;
  const dependencies = [
    { ref: own, dependsOn: dependsOn("", top, refs) },
    ...shipped
      .map(([path, entry]) => ({ ref: refOf(path, entry), dependsOn: dependsOn(path, entry, refs) }))
      .sort((one, other) => (one.ref < other.ref ? -1 : 1)),
  ];
  const bom = {
    $schema: "http://cyclonedx.org/schema/bom-1.5.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    version: 1,
    metadata: {
      component: { "bom-ref": own, type: "application", name, version, licenses: [{ license: { id: "MIT" } }] },
    },
    components,
    dependencies,
  };
  const digest = createHash("sha256").update(JSON.stringify(bom)).digest("hex");
  const uuid = digest.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-5$3-8$4-$5");
  return `${JSON.stringify({ ...bom, serialNumber: `urn:uuid:${uuid}` }, null, 2)}\n`;
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
const refOf = (path: string, { version }: Locked): string =>
  `pkg:npm/${nameOf(path).replace("@", "%40")}@${version ?? ""}`;

const byRef = (one: { "bom-ref": string }, other: { "bom-ref": string }): number =>
  one["bom-ref"] < other["bom-ref"] ? -1 : 1;

function component(root: string, path: string, entry: Locked) {
  const [algorithm, digest = ""] = (entry.integrity ?? "").split("-");
  const licence = licenceOf(root, path, entry);
  return {
    "bom-ref": refOf(path, entry),
    type: "library",
    name: nameOf(path),
    version: entry.version,
    purl: refOf(path, entry),
    licenses: [/ (?:OR|AND) /.test(licence) ? { expression: licence } : { license: { name: licence } }],
    ...(algorithm === "sha512" && {
      hashes: [{ alg: "SHA-512", content: Buffer.from(digest, "base64").toString("hex") }],
    }),
  };
}

/** The nearest one up the folders, as Node looks for it. */
function dependsOn(path: string, { dependencies = {} }: Locked, refs: ReadonlyMap<string, string>): string[] {
  return Object.keys(dependencies)
    .flatMap((name) => {
      for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
        const found = refs.get(folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`);
        if (found !== undefined) return [found];
        if (folder === "") return [];
      }
    })
    .sort();
}
