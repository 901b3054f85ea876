// The tableau de bord before: read from its .json, or from the hidden sheet of its .xlsx.
import { extname } from "node:path";
import * as z from "zod";
import type { TableauPrecedent } from "../../core/reports/tableau-de-bord/changements";
import { DATA_SHEET } from "../../core/sheets/tableau-de-bord/compose-tableau";
import { openXlsx } from "xlsx-model/open-xlsx";
import { readBytes } from "../command";
import { CommandError } from "../command-error";

const VERSION = 1;

const nombre = z.number();
const compte = z.looseObject({
  verse: z.looseObject({ montant: nombre, actions: nombre, hors: nombre }),
  execute: z.looseObject({ etat: nombre, total: nombre, contractualise: nombre, actions: nombre, hors: nombre }),
  contractualise: z.looseObject({ etat: nombre, collectivite: nombre }),
  // Tableaux of before it was counted say nothing of it.
  ensemble: z.looseObject({ verse: nombre, etat: nombre }).default({ verse: 0, etat: 0 }),
});

/** What the comparison looks at. */
const constat = z.discriminatedUnion("etat", [
  z.looseObject({ etat: z.literal("illisible"), classeur: z.string() }),
  z.looseObject({
    etat: z.literal("lu"),
    classeur: z.string(),
    contrat: z.looseObject({ id: z.string(), avenants: z.array(nombre) }),
    comptes: z.array(compte),
    aReverser: nombre.nullable(),
    echeances: z.array(z.unknown()),
    aTraiter: nombre,
    justifies: nombre,
    acceptes: nombre,
  }),
]);

const tableau = z.looseObject({ version: z.literal(VERSION), asOf: z.iso.date(), constats: z.array(constat) });

function readSheet(bytes: Uint8Array, name: string): unknown {
  const sheet = openXlsx(bytes, name).sheets.find((each) => each.name === DATA_SHEET);
  const texts: string[] = [];
  for (let row = 0; sheet; row += 1) {
    const { value } = sheet.content(row, 0);
    if (typeof value !== "string") break;
    texts.push(value);
  }
  const [head, ...constats] = texts.map((text) => JSON.parse(text) as unknown);
  return { ...(head as object), constats };
}

function read(path: string): TableauPrecedent | null {
  try {
    const bytes = readBytes(path);
    const value = extname(path).toLowerCase() === ".xlsx" ? readSheet(bytes, path) : parse(bytes);
    const parsed = tableau.safeParse(value);
    return parsed.success ? (parsed.data as object as TableauPrecedent) : null;
  } catch (error) {
    if (error instanceof CommandError) throw error;
    return null;
  }
}

const parse = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes)) as unknown;

/** Throws CommandError for what is no tableau de bord. */
export function readPrevious(path: string): TableauPrecedent {
  const previous = read(path);
  if (previous) return previous;
  throw new CommandError(
    `--precedent ${path} : ce n’est pas un tableau de bord. Donnez le fichier .xlsx ou .json d’un tableau précédent.`,
  );
}

/** The tableau de bord that is about to be replaced; null where there is no such file, or it is no tableau. */
export function readReplaced(path: string): TableauPrecedent | null {
  try {
    return read(path);
  } catch {
    return null;
  }
}

/** What `readPrevious` reads. */
export function tableauJson(tableau: object): string {
  return `${JSON.stringify({ version: VERSION, ...tableau }, null, 2)}\n`;
}
