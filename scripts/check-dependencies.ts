// `npm run dependances`: which shipped packages are known to be vulnerable, where the registry answers that, or given up by their authors; says what it could not ask.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isShipped, type Lock } from "./release/shipped";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

interface Audit {
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string; readonly range: string }>>;
}

/** Null where the registry does not answer: many an inner one gives packages and nothing else. */
function vulnerabilities(): readonly string[] | null {
  const { stdout } = spawnSync("npm", ["audit", "--omit=dev", "--json"], { cwd: ROOT, encoding: "utf8" });
  const audit = parsed(stdout);
  if (!audit?.vulnerabilities) return null;
  return Object.entries(audit.vulnerabilities).map(([name, { severity, range }]) => `${name} ${range}: ${severity}`);
}

function parsed(text: string): Audit | null {
  try {
    return JSON.parse(text) as Audit;
  } catch {
    return null;
  }
}

/** As the registry said when each was installed: the lock file keeps it, and no network is needed. */
function givenUp(): readonly string[] {
  const { packages } = JSON.parse(readFileSync(`${ROOT}package-lock.json`, "utf8")) as Lock;
  return Object.entries(packages).flatMap(([path, entry]) =>
    entry.deprecated !== undefined && isShipped(ROOT, path, entry) ? [`${path}: ${entry.deprecated}`] : [],
  );
}

const found = vulnerabilities();
const left = givenUp();
console.log(
  found === null
    ? "Known vulnerabilities: not asked, the registry does not answer npm audit."
    : `Known vulnerabilities: ${found.length}.`,
);
for (const line of found ?? []) console.log(`  ${line}`);
console.log(`Packages given up by their authors, of those that are shipped: ${left.length}.`);
for (const line of left) console.log(`  ${line}`);
process.exitCode = (found?.length ?? 0) + left.length > 0 ? 1 : 0;
