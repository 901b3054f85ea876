// The licence of each package that is shipped, with its own text.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isShipped, licenceOf, ownerOf, type Lock } from "./shipped";

const LINE = `\n\n${"=".repeat(100)}\n\n`;

const ISC = `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby
granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.`;

/** A licence asks for its text even where the package does not join it: then that which its name stands for. */
function standardText(root: string, path: string, licence: string): string {
  const mit = /Permission is hereby granted[^]*/.exec(readFileSync(join(root, "LICENSE"), "utf8"))?.[0] ?? "";
  const text = new Map([
    ["MIT", mit],
    ["MIT/Apache-2.0", mit],
    ["ISC", ISC],
  ]).get(licence);
  if (!text) throw new Error(`${path} joins no text of its licence, ${licence}`);
  return `Copyright (c) ${ownerOf(root, path)}\n\n${text}`;
}

export function licences(root: string): string {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as Lock;
  const parts = Object.entries(packages)
    .filter(([path, entry]) => isShipped(root, path, entry))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, entry]) => {
      const file = readdirSync(join(root, path)).find((each) => /^(?:licen[cs]e|copying)(?:\.|$|-)/i.test(each));
      const licence = licenceOf(root, path, entry);
      const text =
        file === undefined ? standardText(root, path, licence) : readFileSync(join(root, path, file), "utf8");
      const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
      return `${name} ${entry.version ?? ""} – ${licence}\n\n${text.trim()}`;
    });
  const own = readFileSync(join(root, "LICENSE"), "utf8").trim();
  return `Contrat local des solidarités\n\n${own}${LINE}${parts.join(LINE)}\n`;
}
