// Writes src/core/rules/version.ts: a version of the rules that changes with what they do; --check only compares.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { writeOrCheck } from "./write-or-check";

const root = fileURLToPath(new URL("../", import.meta.url));
const path = `${root}src/core/rules/version.ts`;

/** All that a finding depends on, but for the contract's own figures. */
const FOLDERS = [
  "packages/xlsx-model/src/formula-text",
  "packages/xlsx-model/src/values",
  "src/core/contract",
  "src/core/domain",
  "src/core/reading",
  "src/core/rules",
];

function sources(): string[] {
  const inFolders = FOLDERS.flatMap((folder) =>
    readdirSync(`${root}${folder}`, { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
  );
  return [
    ...inFolders,
    "packages/xlsx-model/src/cell-ref.ts",
    "packages/xlsx-model/src/local-cell.ts",
    "src/core/verify.ts",
  ]
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".ts") && !file.endsWith("/version.ts"))
    .sort();
}

/** The page of a rule explains what it does, and does nothing. */
const withoutPages: ts.TransformerFactory<ts.SourceFile> = (context) => {
  const isPage = (node: ts.Node): boolean => ts.isPropertyAssignment(node) && node.name.getText() === "page";
  const visit = (node: ts.Node): ts.Node | undefined =>
    isPage(node) ? undefined : ts.visitEachChild(node, visit, context);
  return (file) => ts.visitEachChild(file, visit, context);
};

/** What runs of a file: neither its types nor its comments are part of the rules. */
function runningCode(file: string): string {
  const source = readFileSync(`${root}${file}`, "utf8");
  const compilerOptions = { removeComments: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  const transformers = file.startsWith("src/core/rules/") ? { before: [withoutPages] } : {};
  return ts.transpileModule(source, { compilerOptions, transformers }).outputText.replace(/\s+/g, " ");
}

/** Where a file stands, and from where it imports, changes no result: only what runs in all of them together does. */
function withoutPlaces(code: string): string {
  return code.replace(/(from|import\() ?"(?:\.{1,2}|xlsx-model)\/[^"]+"/g, "$1");
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
