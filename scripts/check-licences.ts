// Refuses a shipped dependency whose licence is not compatible with MIT.
import { readFileSync } from "node:fs";

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly dev?: boolean; readonly license?: string; readonly version?: string }>
  >;
}

const COMPATIBLE = new Set(["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "0BSD", "Zlib"]);

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as Lock;
const shipped = Object.entries(lock.packages).filter(([path, entry]) => path && !entry.dev);
const refused = shipped
  .map(([path, entry]) => ({ path, licence: entry.license ?? licenceOf(path) }))
  .filter(
    ({ licence }) => !alternatives(licence).some((one) => one.split(" AND ").every((part) => COMPATIBLE.has(part))),
  );
for (const { path, licence } of refused) console.error(`${path}: licence ${licence}`);
console.log(`${shipped.length} shipped packages, ${refused.length} refused`);
process.exitCode = refused.length || shipped.length === 0 ? 1 : 0;

function licenceOf(path: string): string {
  const { license } = JSON.parse(readFileSync(`${path}/package.json`, "utf8")) as { license?: string };
  return license ?? "unknown";
}

/** "(MIT OR Apache-2.0)" and the older "MIT/Apache-2.0" leave the choice. */
function alternatives(licence: string): string[] {
  return licence.replace(/[()]/g, "").split(/ OR |\//);
}
