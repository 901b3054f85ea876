// Which values each member of the simulated Excel refuses aloud, read out of its source: every place that throws NotSimulated.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { apiClass, lowerFirst } from "simulated-excel/api/api-members";

const SOURCE = fileURLToPath(new URL("../packages/simulated-excel/src", import.meta.url));
/** What every member goes through: requests themselves, values that nobody can compute, words that are told by their list. */
const COMMON = new Set(["batch", "read-object", "simulated-excel", "cell-value", "words", "object-table", "wire"]);
/** What a table takes over of others. */
const SPREAD = "*";
const TABLES = new Set(["get", "set", "call", "nav", "events"]);

/** A function or constant of a file, or a member of a class. */
interface Owner {
  readonly key: string;
  /** "Class.member", of members alone. */
  readonly member: string | null;
  readonly refusals: Set<string>;
  /** The words that it takes, where it takes some of a list. */
  readonly words: Set<string>;
  readonly uses: Set<string>;
  /** Members that it gives to the tables that spread it, by their keys. */
  readonly gives: Map<string, string>;
}

interface Refusals {
  readonly texts: readonly string[];
  readonly words: readonly string[];
}

/** By "Class.member", with the member as the API names it. Fails for a refusal that no member leads to. */
export function refusedValues(): ReadonlyMap<string, Refusals> {
  const owners = new Map<string, Owner>();
  for (const name of readdirSync(SOURCE, { recursive: true, encoding: "utf8" }))
    if (name.endsWith(".ts")) readFile(join(SOURCE, name), owners);
  const reached = new Set<string>();
  const found = new Map<string, Refusals>();
  const add = (member: string, owner: Owner): void => {
    const all = reachedFrom(owner, owners);
    for (const { key } of all) reached.add(key);
    const { texts = [], words = [] } = found.get(member) ?? {};
    found.set(member, {
      texts: [...new Set([...texts, ...all.flatMap(({ refusals }) => [...refusals])])],
      words: [...new Set([...words, ...all.flatMap((each) => [...each.words])])],
    });
  };
  for (const owner of owners.values()) {
    if (owner.member === null) continue;
    if (!owner.member.endsWith(SPREAD)) add(owner.member, owner);
    else
      for (const { gives } of reachedFrom(owner, owners))
        for (const [member, key] of gives) {
          const given = owners.get(key);
          if (given) add(owner.member.slice(0, -SPREAD.length) + member, given);
        }
  }
  const lost = [...owners.values()].filter(({ key, refusals }) => refusals.size > 0 && !reached.has(key));
  if (lost.length > 0) throw new Error(`refusals that no member leads to: ${lost.map(({ key }) => key).join(", ")}`);
  return found;
}

function reachedFrom(start: Owner, owners: ReadonlyMap<string, Owner>): Owner[] {
  const found = new Set([start]);
  for (const owner of found)
    for (const use of owner.uses) {
      const next = namedBy(use, owners);
      if (next && next.member === null) found.add(next);
    }
  return [...found];
}

/** The name as it is said there: its own of the function, else that of the one around it. */
function namedBy(use: string, owners: ReadonlyMap<string, Owner>): Owner | undefined {
  const [file = ""] = use.split("#");
  const within = use.slice(file.length).split("/");
  const name = within.pop();
  for (let depth = within.length; depth > 0; depth -= 1) {
    const found = owners.get(`${file}${within.slice(0, depth).join("/")}/${name ?? ""}`);
    if (found) return found;
  }
  return owners.get(use);
}

function readFile(path: string, owners: Map<string, Owner>): void {
  const file = relative(SOURCE, path).replaceAll("\\", "/").replace(/\.ts$/, "");
  if (COMMON.has(file)) return;
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  const imported = importsOf(source, path);
  const make = (key: string, member: string | null): Owner => {
    const owner = owners.get(key) ?? {
      key,
      member,
      refusals: new Set(),
      words: new Set(),
      uses: new Set(),
      gives: new Map(),
    };
    owners.set(key, owner);
    return owner;
  };
  const walk = (node: ts.Node, owner: Owner): void => {
    const inner = ownerOf(node);
    const isMethod = inner?.name.startsWith(".") === true;
    const next = inner ? make(isMethod ? inner.name : `${owner.key}/${inner.name}`, inner.member) : owner;
    if (inner?.given !== undefined) owner.gives.set(inner.given, next.key);
    else if (inner && inner.member === null) owner.uses.add(next.key);
    note(node, next, imported);
    node.forEachChild((child) => walk(child, next));
  };
  source.forEachChild((node) => walk(node, make(`${file}#`, null)));
}

/** Names that come from other files of the simulation, as "file#name". */
function importsOf(source: ts.SourceFile, path: string): ReadonlyMap<string, string> {
  const imported = new Map<string, string>();
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const from = statement.moduleSpecifier.text;
    const names = statement.importClause?.namedBindings;
    if (!from.startsWith(".") || !names || !ts.isNamedImports(names)) continue;
    const file = relative(SOURCE, join(dirname(path), from)).replaceAll("\\", "/");
    for (const { name, propertyName } of names.elements)
      imported.set(name.text, `${file}#/${(propertyName ?? name).text}`);
  }
  return imported;
}

const nameOf = (node: ts.Node & { readonly name?: ts.Node | undefined }): string | null =>
  node.name && (ts.isIdentifier(node.name) || ts.isStringLiteral(node.name)) ? node.name.text : null;

interface Found {
  readonly name: string;
  readonly member: string | null;
  /** The member, where no class says itself whose it is. */
  readonly given?: string;
}

/** Functions, constants and methods of a file, members within the tables of a class, and members that others spread. */
function ownerOf(node: ts.Node): Found | null {
  if (ts.isFunctionDeclaration(node) || ts.isVariableDeclaration(node)) {
    const name = nameOf(node);
    return name === null ? null : { name, member: null };
  }
  if (ts.isSpreadAssignment(node)) {
    const table = tableOf(node);
    return table === null
      ? null
      : { name: `${table}.${SPREAD}${node.pos}`, member: `${table.split(".")[0] ?? ""}.${SPREAD}` };
  }
  if (!ts.isPropertyAssignment(node) && !ts.isMethodDeclaration(node)) return null;
  const name = nameOf(node);
  if (name === null) return null;
  if (ts.isClassDeclaration(node.parent)) return { name: `.${name}`, member: null };
  const table = tableOf(node);
  // "get: namesOf(members)" takes over what it is given.
  const owner = node.parent.parent.parent;
  if (TABLES.has(name) && ts.isPropertyAssignment(node) && !ts.isObjectLiteralExpression(node.initializer))
    if (ts.isPropertyAssignment(owner) && isClassTable(owner))
      return { name: `${nameOf(owner) ?? ""}.${name}`, member: `${nameOf(owner) ?? ""}.${SPREAD}` };
  if (
    apiClass(name) &&
    !isClassTable(node) &&
    ts.isPropertyAssignment(node) &&
    ts.isCallExpression(node.initializer) &&
    /^ruled\b/.test(node.initializer.getText())
  )
    return { name: `${name}.rule`, member: `${name}.rule` };
  if (table !== null) return { name: `${table}.${name}`, member: `${table.split(".")[0] ?? ""}.${lowerFirst(name)}` };
  return /^[A-Z]/.test(name) && !isClassTable(node)
    ? { name: `given.${name}`, member: null, given: lowerFirst(name) }
    : null;
}

/** "Class.call", of what stands in a table of a class. */
function tableOf(node: ts.Node): string | null {
  const table = node.parent.parent;
  if (!ts.isPropertyAssignment(table) || !TABLES.has(nameOf(table) ?? "")) return null;
  const owner = table.parent.parent.parent;
  const name = ts.isPropertyAssignment(owner) && isClassTable(owner) ? nameOf(owner) : null;
  return name === null ? null : `${name}.${nameOf(table) ?? ""}`;
}

const isClassTable = (node: ts.Node): boolean =>
  ts.isPropertyAssignment(node) && /^hostClass\b/.test(node.initializer.getText());

function note(node: ts.Node, owner: Owner, imported: ReadonlyMap<string, string>): void {
  if (ts.isIdentifier(node))
    owner.uses.add(
      ts.isPropertyAccessExpression(node.parent) && node.parent.name === node
        ? `.${node.text}`
        : (imported.get(node.text) ?? `${owner.key}/${node.text}`),
    );
  if (ts.isNewExpression(node) && node.expression.getText() === "NotSimulated")
    owner.refusals.add(saidBy(node.arguments?.[0]));
  // A table by the API's words, of which what stands in it is known.
  if (ts.isVariableDeclaration(node) && /^Readonly<Record<string,/.test(node.type?.getText() ?? ""))
    if (node.initializer && ts.isObjectLiteralExpression(node.initializer))
      for (const each of node.initializer.properties) owner.words.add(nameOf(each) ?? "");
  if (!ts.isCallExpression(node)) return;
  const called = node.expression.getText();
  const [first, second] = node.arguments;
  if (called === "words" && first && ts.isStringLiteralLike(first))
    for (const pair of first.text.split(",")) owner.words.add(pair.trim().split(" ")[0] ?? "");
  if (called === "choiceArgument" && second && ts.isArrayLiteralExpression(second))
    for (const word of second.elements) if (ts.isStringLiteral(word)) owner.words.add(word.text);
}

/** What the message says, with "…" for what it is told of. */
function saidBy(message: ts.Expression | undefined): string {
  if (message && ts.isStringLiteralLike(message)) return message.text;
  if (message && ts.isTemplateExpression(message))
    return message.head.text + message.templateSpans.map(({ literal }) => `…${literal.text}`).join("");
  return "what its message says";
}
