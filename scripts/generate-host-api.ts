// Writes packages/simulated-excel/src/api/excel-api.json: the members of Excel's API as Microsoft's type definitions declare them; --check only compares.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { writeOrCheck } from "./write-or-check";

const definitions = createRequire(import.meta.url).resolve("@types/office-js/index.d.ts");
const output = fileURLToPath(new URL("../packages/simulated-excel/src/api/excel-api.json", import.meta.url));

/** Members of every class of the library, which say nothing of Excel. */
const COMMON = new Set(["context", "load", "set", "toJSON", "track", "untrack", "isNullObject", "items", "retrieve"]);

const source = ts.createSourceFile(definitions, readFileSync(definitions, "utf8"), ts.ScriptTarget.ES2022, true);

interface Property {
  readonly since: string;
  readonly type: string;
  readonly readonly?: true;
}
/** Each parameter as [type, is optional]; of overloads, the types together. */
interface Method {
  since: string;
  parameters: [string, boolean][];
}
interface ApiClass {
  readonly properties: Record<string, Property>;
  readonly methods: Record<string, Method>;
}

const statements = source.statements.flatMap((node) =>
  ts.isModuleDeclaration(node) && node.name.text === "Excel" && node.body && ts.isModuleBlock(node.body)
    ? [...node.body.statements]
    : [],
);
const declared = statements.filter(ts.isClassDeclaration);
const classNames = new Set(declared.flatMap(({ name }) => name?.text ?? []));
const enumerations = new Map(
  statements
    .filter(ts.isEnumDeclaration)
    .map(({ name, members }) => [
      name.text,
      members.flatMap(({ initializer }) => (initializer && ts.isStringLiteral(initializer) ? initializer.text : [])),
    ]),
);
const classes: Record<string, ApiClass> = {};
for (const declaration of declared) {
  const found = describe(declaration);
  const isEmpty = Object.keys({ ...found.properties, ...found.methods }).length === 0;
  if (declaration.name && !isEmpty) classes[declaration.name.text] = found;
}

function describe(declaration: ts.ClassDeclaration): ApiClass {
  const own = since(declaration) ?? "1.1";
  const found: ApiClass = { properties: {}, methods: {} };
  for (const member of declaration.members) {
    const name = member.name && ts.isIdentifier(member.name) ? member.name.text : null;
    if (name === null || COMMON.has(name)) continue;
    if (ts.isPropertyDeclaration(member)) {
      const isReadonly = member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword);
      const described = { since: since(member) ?? own, type: typeText(member.type) };
      found.properties[name] = isReadonly ? { ...described, readonly: true } : described;
    } else if (ts.isMethodDeclaration(member)) addOverload(found.methods, name, member, since(member) ?? own);
  }
  return found;
}

function addOverload(methods: ApiClass["methods"], name: string, member: ts.MethodDeclaration, version: string): void {
  const known = (methods[name] ??= { since: version, parameters: [] });
  if (version < known.since) known.since = version;
  for (const [index, parameter] of member.parameters.entries()) {
    const type = parameter.dotDotDotToken ? "any" : typeText(parameter.type);
    const isOptional = Boolean(parameter.questionToken ?? parameter.dotDotDotToken ?? parameter.initializer);
    const before = known.parameters[index];
    const types = new Set([...(before?.[0].split("|") ?? []), ...type.split("|")]);
    known.parameters[index] = [[...types].join("|"), (before?.[1] ?? false) || isOptional];
  }
}

/** "1.9"; "desktop" or "preview" for what no numbered set of every Excel holds; null when nothing is said. */
function since(node: ts.Node): string | null {
  const comment = source.text.slice(node.getFullStart(), node.getStart());
  const match = /\[Api set: (\w+)\s?([^\]]*)\]/.exec(comment);
  if (!match) return null;
  const [, set = "", version = ""] = match;
  const numbered = /^[\d.]+/.exec(version)?.[0];
  // "1.9, ExcelApi Preview for null": the member is there since 1.9.
  if (/BETA|PREVIEW/i.test(version) && numbered === undefined) return "preview";
  if (set !== "ExcelApi") return /Desktop/.test(set) ? "desktop" : "preview";
  return numbered ?? "1.1";
}

/** Alternatives side by side: primitive types, 'Choices', names of classes, "array", "object", "any". */
function typeText(type: ts.TypeNode | undefined): string {
  if (!type) return "any";
  if (ts.isUnionTypeNode(type)) return [...new Set(type.types.flatMap((each) => typeText(each).split("|")))].join("|");
  if (ts.isParenthesizedTypeNode(type)) return typeText(type.type);
  if (ts.isArrayTypeNode(type) || ts.isTupleTypeNode(type)) return "array";
  if (ts.isLiteralTypeNode(type)) return ts.isStringLiteral(type.literal) ? `'${type.literal.text}` : type.getText();
  if (ts.isTypeReferenceNode(type)) return referenceText(type.typeName.getText().replace(/^Excel\./, ""));
  return /^(?:string|number|boolean|any)$/.test(type.getText()) ? type.getText() : "object";
}

function referenceText(name: string): string {
  const choices = enumerations.get(name);
  if (choices) return choices.map((choice) => `'${choice}`).join("|");
  if (classNames.has(name)) return name;
  return name === "Array" ? "array" : name === "Date" ? "any" : "object";
}

const sorted = Object.fromEntries(Object.entries(classes).sort(([a], [b]) => (a < b ? -1 : 1)));
const lines = Object.entries(sorted).map(([name, members]) => `${JSON.stringify(name)}: ${JSON.stringify(members)}`);
writeOrCheck(output, `{\n${lines.join(",\n")}\n}\n`);
