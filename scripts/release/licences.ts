// The licence of each package that is shipped, with its own text.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isShipped, licenceOf, type Lock } from "./shipped";

const LINE = `\n\n${"=".repeat(100)}\n\n`;

export function licences(root: string): string {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as Lock;
  const parts = Object.entries(packages)
    .filter(([path, entry]) => isShipped(root, path, entry))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, entry]) => {
      const file = readdirSync(join(root, path)).find((each) => /^(?:licen[cs]e|copying)(?:\.|$|-)/i.test(each));
      const text =
        file === undefined ? "(le paquet ne joint pas de texte)" : readFileSync(join(root, path, file), "utf8");
      const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
      return `${name} ${entry.version ?? ""} – ${licenceOf(root, path, entry)}\n\n${text.trim()}`;
    });
  const own = readFileSync(join(root, "LICENSE"), "utf8").trim();
  return `Contrat local des solidarités\n\n${own}${LINE}${parts.join(LINE)}\n`;
}
