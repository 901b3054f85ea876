// Reports each use of Office.js above a requirement set: `tsx scripts/api-floor.ts 1.14`; exit status 1 when one is not guarded.
import { join, relative } from "node:path";
import ts from "typescript";

const ROOT = join(import.meta.dirname, "..");
const FOLDERS = ["src/excel/", "src/add-in/", "src/commands/", "src/taskpane/"];

/** Uses that stand behind isSetSupported, each with a test of the branch that does without. */
const GUARDED = new Set(["src/excel/run-excel.ts mergeUndoGroup", "src/excel/sheet-notes.ts notes"]);

type Version = readonly [major: number, minor: number];

interface Use {
  readonly file: string;
  readonly line: number;
  readonly member: string;
  readonly needs: string;
}

const isAbove = ([major, minor]: Version, floor: Version) =>
  major > floor[0] || (major === floor[0] && minor > floor[1]);

/** "[Api set: ExcelApi 1.9]" of the declarations; sets that are not of ExcelApi are above any floor. */
function requirement(symbol: ts.Symbol): { text: string; version: Version } | null {
  const found = (symbol.declarations ?? []).flatMap((declaration) => {
    const source = declaration.getSourceFile();
    if (!source.fileName.includes("/@types/office-js/")) return [];
    const documentation = source.text.slice(declaration.getFullStart(), declaration.getStart());
    const match = /\[Api set: (ExcelApi\w*)(?: BETA)?[^\d\]]*(?:(\d+)\.(\d+))?/.exec(documentation);
    if (!match) return [];
    const [text, set, major, minor] = match;
    const isPlain = set === "ExcelApi" && major !== undefined && !text.includes("BETA");
    const version: Version = isPlain ? [Number(major), Number(minor)] : [Infinity, 0];
    return [{ text: text.replace("[Api set: ", ""), version }];
  });
  // Overloads: the oldest one is what the call can rely on.
  return found.sort((a, b) => a.version[0] - b.version[0] || a.version[1] - b.version[1])[0] ?? null;
}

function usesAbove(floor: Version): Use[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(ROOT, "tsconfig.json"),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
        throw new Error(ts.flattenDiagnosticMessageText(messageText, "\n"));
      },
    },
  );
  if (!config) throw new Error("tsconfig.json cannot be read");
  const isOurs = (file: string) => FOLDERS.some((folder) => relative(ROOT, file).startsWith(folder));
  const program = ts.createProgram(config.fileNames.filter(isOurs), config.options);
  const checker = program.getTypeChecker();
  const uses: Use[] = [];

  function symbolsOf(node: ts.Node): (ts.Symbol | undefined)[] {
    if (ts.isPropertyAccessExpression(node)) return [checker.getSymbolAtLocation(node.name)];
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const name = (node.propertyName ?? node.name).getText();
      return [checker.getTypeAtLocation(node.parent).getProperty(name)];
    }
    if (ts.isPropertyAssignment(node) && ts.isObjectLiteralExpression(node.parent)) {
      return [checker.getContextualType(node.parent)?.getProperty(node.name.getText())];
    }
    return [];
  }

  function visit(source: ts.SourceFile, node: ts.Node): void {
    for (const symbol of symbolsOf(node)) {
      const needed = symbol && requirement(symbol);
      if (!symbol || !needed || !isAbove(needed.version, floor)) continue;
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      uses.push({ file: relative(ROOT, source.fileName), line, member: symbol.name, needs: needed.text });
    }
    ts.forEachChild(node, (child) => visit(source, child));
  }

  for (const source of program.getSourceFiles()) if (isOurs(source.fileName)) visit(source, source);
  return uses;
}

function main(argument: string | undefined): number {
  const match = /^(\d+)\.(\d+)$/.exec(argument ?? "");
  if (!match) {
    console.error("usage: tsx scripts/api-floor.ts 1.14");
    return 2;
  }
  const uses = usesAbove([Number(match[1]), Number(match[2])]);
  const isGuarded = ({ file, member }: Use) => GUARDED.has(`${file} ${member}`);
  for (const use of uses) {
    const { file, line, member, needs } = use;
    console.log(`${file}:${line} ${member} needs ${needs}${isGuarded(use) ? " (guarded)" : ""}`);
  }
  const unguarded = uses.filter((use) => !isGuarded(use)).length;
  console.log(unguarded === 0 ? `ok: nothing needs more than ExcelApi ${argument}` : `${unguarded} unguarded use(s)`);
  return unguarded === 0 ? 0 : 1;
}

process.exitCode = main(process.argv[2]);
