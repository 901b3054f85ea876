// Fails where files import each other in a circle, types included: such files can only be understood together.
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { circlesOf } from "./import-circles/circles";

const root = fileURLToPath(new URL("../", import.meta.url));

/** By the path of the file from the root, the files of the project that it imports, types included. */
function readImports(): ReadonlyMap<string, readonly string[]> {
  const config = ts.getParsedCommandLineOfConfigFile(
    `${root}tsconfig.json`,
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
        throw new Error(ts.flattenDiagnosticMessageText(messageText, "\n"));
      },
    },
  );
  if (!config) throw new Error("tsconfig.json cannot be read");
  const sources = config.fileNames.filter((file) => file.startsWith(`${root}src/`));
  const known = new Set(sources);
  return new Map(
    sources.map((file) => {
      const imported = ts.preProcessFile(ts.sys.readFile(file) ?? "", true, true).importedFiles;
      const targets = imported.flatMap(({ fileName }) => {
        const found = ts.resolveModuleName(fileName, file, config.options, ts.sys).resolvedModule?.resolvedFileName;
        return found !== undefined && known.has(found) && found !== file ? [relative(root, found)] : [];
      });
      return [relative(root, file), [...new Set(targets)]];
    }),
  );
}

const circles = circlesOf(readImports());
for (const circle of circles) console.error(`${circle.length} files import each other:\n  ${circle.join("\n  ")}`);
if (circles.length > 0) process.exit(1);
