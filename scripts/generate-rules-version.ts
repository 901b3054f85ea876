// Writes src/core/rules/version.ts: a version of the rules that changes with what they do; --check only compares.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { writeOrCheck } from "./write-or-check";

const root = fileURLToPath(new URL("../", import.meta.url));
const path = `${root}src/core/rules/version.ts`;

/** All that a finding depends on, but for the contract's own figures. */
const FOLDERS = ["src/core/contract", "src/core/domain", "src/core/reading", "src/core/rules"];

function sources(): string[] {
  const inFolders = FOLDERS.flatMap((folder) =>
    readdirSync(`${root}${folder}`, { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
  );
  return [...inFolders, "src/core/verify.ts"]
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".ts") && !file.endsWith("/version.ts"))
    .sort();
}

/** What runs of a file: neither its types nor its comments are part of the rules. */
function runningCode(file: string): string {
  const source = readFileSync(`${root}${file}`, "utf8");
  const options = { removeComments: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  return ts.transpileModule(source, { compilerOptions: options }).outputText.replace(/\s+/g, " ");
}

/** Where a file stands, and from where it imports, changes no result: only what runs in all of them together does. */
function withoutPlaces(code: string): string {
  return code.replace(/(from|import\() ?"\.{1,2}\/[^"]+"/g, "$1");
}

const hash = createHash("sha256");
const pieces = sources().map((file) =>
  createHash("sha256")
    .update(withoutPlaces(runningCode(file)))
    .digest("hex"),
);
for (const piece of pieces.sort()) hash.update(`${piece}\n`);

const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as { readonly version: string };
const expected = `// Of the product, and of what the rules do: a procès-verbal names both. Generated: \`npm run generate\`.

export const VERSIONS = { produit: "${version}", regles: "${hash.digest("hex").slice(0, 12)}" } as const;
`;

writeOrCheck(path, expected);
