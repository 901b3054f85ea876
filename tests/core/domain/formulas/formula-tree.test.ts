// The syntax tree: Excel's precedences, and the same cuts as an independent library's on generated formulas.
import { tokenize as tokenizeElsewhere } from "@borgar/fx";
import fc from "../../../seeded";
import { describe, expect, it } from "vitest";
import { joinTokens, tokenize } from "xlsx-model/formula-text/formula-tokens";
import { parseFormula, type Expression } from "xlsx-model/formula-text/formula-tree";

/** In brackets, so that what binds tighter shows. */
function show(tree: Expression | null): string {
  if (!tree) return "";
  switch (tree.kind) {
    case "number":
    case "boolean":
      return String(tree.value);
    case "string":
      return JSON.stringify(tree.value);
    case "reference":
    case "name":
      return tree.sheet === null ? tree.text : `<${tree.sheet}>${tree.text}`;
    case "call":
      return `${tree.name}(${tree.parameters.map(show).join(";")})`;
    case "prefix":
      return `(${tree.operator}${show(tree.operand)})`;
    case "postfix":
      return `(${show(tree.operand)}${tree.operator})`;
    case "binary":
      return `(${show(tree.left)}${tree.operator}${show(tree.right)})`;
    default:
      return tree.text;
  }
}

describe("parseFormula", () => {
  it.each([
    ["=1+2*3", "(1+(2*3))"],
    ["=10-2-3", "((10-2)-3)"],
    ["=-A1^2", "((-A1)^2)"],
    ["=2^-A1", "(2^(-A1))"],
    ["=2^3^2", "((2^3)^2)"],
    ["=-A1%", "(-(A1%))"],
    ['=A1&"a""b"=B1', '((A1&"a\\"b")=B1)'],
    ["=SUM(A1,,B2)", "SUM(A1;;B2)"],
    ["=TRUE", "true"],
    ["=TRUE()", "TRUE()"],
    ["=SUM(A1 : B2 C3:C4)", "SUM(((A1:B2) C3:C4))"],
    ["= A1 + 1 ", "(A1+1)"],
    ["='L''été'!B5+[1]F!C6", "(<L'été>B5+<[1]F>C6)"],
    ["='https://x.y/A1 b/[b 2.xlsx]A2'!B5", "<https://x.y/A1 b/[b 2.xlsx]A2>B5"],
    ["=T_1[[#This Row],[Part '[État'']]", "T_1[[#This Row],[Part '[État'']]"],
    ["=[@[Part État]]*2", "([@[Part État]]*2)"],
    ["=A1#", "(A1#)"],
    ["=Feuil1!#REF!", "#REF!"],
  ])("%s is %s", (formula, expected) => {
    expect(show(parseFormula(formula))).toBe(expected);
  });

  it.each(["=", "=A1+", "=SUM(", "=1 2", "=(A1", "={1,2}", "=A1)", "='a", '="a', "=1A", '="a" "b"'])(
    "%s is no formula that it reads",
    (formula) => {
      expect(parseFormula(formula)).toBeNull();
    },
  );

  it("reads 128 levels, and refuses more rather than exhaust the stack", () => {
    const nested = (levels: number) => parseFormula(`=${"(".repeat(levels)}1${")".repeat(levels)}`);
    expect(nested(126)).not.toBeNull();
    expect(nested(127)).toEqual({ kind: "number", value: 1 });
    expect(nested(128)).toBeNull();
    expect(parseFormula(`=${"-".repeat(100_000)}1`)).toBeNull();
    expect(parseFormula(`=${"A1+".repeat(4_000)}1`)).not.toBeNull();
  });
});

const SHEET = fc.constantFrom("", "Feuil1!", "'Axe 1'!", "'L''été'!", "[2]Suivi!", "'[1]a b'!");
const REFERENCE = fc.constantFrom("B5", "$B$5", "B5:C9", "B:B", "$2:5", "XFD1048576");
const LEAF = fc.oneof(
  fc.tuple(SHEET, REFERENCE).map((parts) => parts.join("")),
  fc.constantFrom("1", "2.5", "1E+5", '"a""b!C1"', "TRUE", "#N/A", "Taux", "Feuil1!Taux", "Tab_1[Part État]", "[@x]"),
);
const { formula: FORMULA } = fc.letrec<{ formula: string }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    LEAF,
    fc
      .tuple(tie("formula"), fc.constantFrom("+", "-", "*", " / ", "^", "&", "<>", ">="), tie("formula"))
      .map((parts) => parts.join("")),
    fc.array(tie("formula"), { minLength: 1, maxLength: 3 }).map((parts) => `SUM(${parts.join(",")})`),
    tie("formula").map((inner) => `-(${inner})`),
  ),
}));

describe("tokenize", () => {
  it("cuts any formula as @borgar/fx does", () => {
    fc.assert(
      fc.property(FORMULA, (formula) => {
        const ours = tokenize(formula).map((token) => joinTokens([token]));
        const theirs = tokenizeElsewhere(formula, { withLocation: false }).map(({ value }) => value);
        expect(ours).toEqual(theirs);
        expect(parseFormula(formula)).not.toBeNull();
      }),
    );
  });

  it("loses no character of any text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => joinTokens(tokenize(text)) === text));
    const bits = fc.array(fc.constantFrom("'", '"', "[", "]", "!", "A1", ":", "#REF!", "(", " ", "é", "$", "1.", "'!"));
    fc.assert(fc.property(bits, (parts) => joinTokens(tokenize(parts.join(""))) === parts.join("")));
  });
});
