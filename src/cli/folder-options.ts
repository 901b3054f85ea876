// The file cls.json beside what one works on: options that a command then need not be given each time.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CommandError } from "./command-error";
import type { CommandMeta } from "./command-meta";
import { COMMAND_NAMES } from "./command-names";
import { suggest } from "./suggest";

const FOLDER_FILE = "cls.json";

/** A file that came with workbooks of others decides neither what is written nor what is written over. */
const NEVER = new Set([
  "sortie",
  "lecture-sortie",
  "annotes",
  "note",
  "projet",
  "questions",
  "force",
  "remplacer",
  "help",
]);

/** Each says what the other would: the person's takes the place of both. */
const EXCLUSIVE = ["contrat", "contrats"];

/**
 * As arguments, to stand before those of the person, of which each takes the place of what the file says. The file holds the
 * options of each command by its name: { "verifier": { "partie": "etat" } }. Throws CommandError.
 */
export function folderOptions({ nom, options }: CommandMeta, args: readonly string[], folder = "."): readonly string[] {
  const path = join(folder, FOLDER_FILE);
  if (args.some((arg) => arg === "--help" || arg === "-h") || !existsSync(path)) return [];
  const all = readFolderFile(path);
  const unknown = Object.keys(all).find((name) => !COMMAND_NAMES.some((known) => known === name));
  if (unknown !== undefined)
    throw wrong(`« ${unknown} » n’est pas une commande. ${suggest(unknown, COMMAND_NAMES, "Commandes")}`);
  const own = all[nom];
  if (own === undefined) return [];
  if (!isObject(own)) throw wrong(`« ${nom} » attend un objet, par exemple { "date": "2026-11-24" }`);
  const given = new Set(args.map((arg) => /^--([\w-]+)/.exec(arg)?.[1]));
  if (EXCLUSIVE.some((name) => given.has(name))) for (const name of EXCLUSIVE) given.add(name);
  return Object.entries(own).flatMap(([name, value]) => {
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    if (!option || NEVER.has(name)) {
      const names = Object.keys(options).filter((each) => !NEVER.has(each));
      throw wrong(`« ${nom} » n’y prend pas l’option « ${name} ». ${suggest(name, names, "Options acceptées")}`);
    }
    if (given.has(name)) return [];
    if (option.type === "boolean" && typeof value === "boolean") return value ? [`--${name}`] : [];
    const values: readonly unknown[] = option.multiple && Array.isArray(value) ? value : [value];
    if (option.type === "boolean" || !values.every((each) => typeof each === "string"))
      throw wrong(`« ${name} » de « ${nom} » attend ${option.type === "boolean" ? "true ou false" : "un texte"}`);
    return values.map((each) => `--${name}=${String(each)}`);
  });
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function readFolderFile(path: string): Readonly<Record<string, unknown>> {
  let read: unknown;
  try {
    read = JSON.parse(new TextDecoder().decode(readFileSync(path)));
  } catch {
    throw wrong("ce fichier d’options ne se lit pas comme du JSON");
  }
  if (!isObject(read)) throw wrong('un objet y est attendu, par exemple { "verifier": { "partie": "etat" } }');
  return read;
}

const wrong = (what: string): CommandError =>
  new CommandError(`${FOLDER_FILE} : ${what}${/[.?]$/.test(what) ? "" : "."}`);
