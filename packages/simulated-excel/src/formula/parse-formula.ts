// Reads an English formula as Excel does when it is entered: refused, or taken with the functions and names that it uses.
import {
  isCallNode,
  isIdentifierNode,
  isReferenceNode,
  parse,
  tokenize,
  type AstExpression,
  type Identifier,
} from "@borgar/fx";
import { withPlainErrors } from "xlsx-model/formula-text/formula-tokens";
import { takesArguments } from "./excel-functions";

const MAX_FORMULA = 8192;
/** Between two quotation marks. */
const MAX_LITERAL = 255;
const MAX_NESTED = 64;

export interface ParsedFormula {
  /** In capitals, without the prefixes that files give to newer ones. */
  readonly functions: ReadonlySet<string>;
  /** As they are written; what LET and LAMBDA name is not among them. */
  readonly names: ReadonlySet<string>;
}

/** Addresses of the cells that it names, with their sheet where it says one. */
export function referencesOf(formula: string): string[] {
  return tokenize(withPlainErrors(formula), { withLocation: false }).flatMap(({ type, value }) =>
    type === "range" || type === "range_beam" ? value : [],
  );
}

/** Null for what Excel refuses, separators of another language among it. `formula` begins with "=". */
export function parseFormula(formula: string): ParsedFormula | null {
  if (formula.length > MAX_FORMULA) return null;
  // The parser knows no reference to a deleted sheet ("#REF!A1"), which Excel takes.
  const tree = syntaxTree(withPlainErrors(formula));
  if (!tree) return null;
  return namesIn(tree);
}

function syntaxTree(formula: string): AstExpression | null {
  const tokens = tokenize(formula, { withLocation: false });
  const isTooLong = tokens.some(
    ({ type, value }) => type === "string" && value.slice(1, -1).replaceAll('""', '"').length > MAX_LITERAL,
  );
  if (isTooLong) return null;
  try {
    return parse(tokens, { looseRefCalls: true });
  } catch {
    // The parser says in this way that the formula is none.
    return null;
  }
}

interface Step {
  readonly node: AstExpression;
  /** What LET and LAMBDA around it have named. */
  readonly own: ReadonlySet<string>;
  readonly depth: number;
}

// A sum of thousands of terms is a tree as deep: no recursion.
function namesIn(tree: AstExpression): ParsedFormula | null {
  const functions = new Set<string>();
  const names = new Set<string>();
  const steps: Step[] = [{ node: tree, own: new Set(), depth: 0 }];
  for (let step = steps.pop(); step; step = steps.pop()) {
    const { node, own } = step;
    if (isReferenceNode(node)) {
      if (node.kind === "name" && !own.has(node.value.toUpperCase())) names.add(node.value);
      continue;
    }
    if (node.type === "ArrayExpression" && new Set(node.elements.map(({ length }) => length)).size !== 1) return null;
    let { depth } = step;
    if (isCallNode(node) && isIdentifierNode(node.callee)) {
      depth += 1;
      const name = node.callee.name.toUpperCase().replace(/^_XLFN\.(?:_XLWS\.)?/, "");
      if (!own.has(name)) functions.add(name);
      if (depth > MAX_NESTED || !takesArguments(name, node.arguments.length)) return null;
    }
    if (node.type === "LetExpression") functions.add("LET");
    if (node.type === "LambdaExpression") functions.add("LAMBDA");
    const inner = new Set([...own, ...namedBy(node)]);
    for (const part of partsOf(node)) steps.push({ node: part, own: inner, depth });
  }
  return { functions, names };
}

function namedBy(node: AstExpression): string[] {
  if (node.type === "LetExpression") return node.declarations.map(({ id }) => id.name.toUpperCase());
  return node.type === "LambdaExpression" ? node.params.map(({ name }) => name.toUpperCase()) : [];
}

function partsOf(node: AstExpression): AstExpression[] {
  switch (node.type) {
    case "UnaryExpression":
    case "BinaryExpression":
      return [...node.arguments];
    case "CallExpression":
      // What is left out between two separators is null, and what is called may be an expression: the types say neither.
      return ([node.callee, ...node.arguments] as (AstExpression | Identifier | null)[]).filter(isExpression);
    case "LetExpression":
      return [...node.declarations.flatMap(({ init }) => init ?? []), ...(node.body ? [node.body] : [])];
    case "LambdaExpression":
      return node.body ? [node.body] : [];
    default:
      return [];
  }
}

function isExpression(node: AstExpression | Identifier | null): node is AstExpression {
  return node !== null && node.type !== "Identifier";
}
