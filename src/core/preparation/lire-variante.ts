// A variant as a file gives it: JSON with its lines, or a table of amounts by action that a spreadsheet saves as CSV.
import { ENVELOPPE, isVariante, type Variante } from "../domain/variante";
import { foldText } from "../domain/words/label";
import type { TableauDeLAvenant } from "../reports/avenant/tableau";
import { direPourquoi, ecrireEnveloppe, ecrireMontant, nouvelleVariante } from "./changements";
import { numeroAction } from "../domain/values/numero-action";

interface Source {
  /** Without its extension. */
  readonly nom: string;
  readonly text: string;
  readonly par: string;
  /** ISO date. */
  readonly le: string;
}

export type VarianteLue =
  | { readonly ok: true; readonly variante: Variante }
  /** French, without its point. */
  | { readonly ok: false; readonly pourquoi: string };

const refuse = (pourquoi: string): VarianteLue => ({ ok: false, pourquoi });

const SHAPE =
  'un objet JSON est attendu : « lignes », une liste de { "objet", "champs" }, et s’il y a lieu « nom », « motifs »';

function fromJson({ nom, text, par, le }: Source, { annee }: TableauDeLAvenant): VarianteLue {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse("ce fichier n’est pas du JSON");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return refuse(SHAPE);
  const variante: unknown = { nom, annee, motifs: {}, par, le, ...value };
  if (!isVariante(variante)) return refuse(SHAPE);
  return variante.annee === annee
    ? { ok: true, variante }
    : refuse(`cette variante est pour ${variante.annee}, et non pour ${annee}`);
}

/** A field between quotes may hold the separator, and two quotes for one. */
function cells(line: string, separator: string): string[] {
  const found: string[] = [];
  let field = "";
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const char = line[at] ?? "";
    if (char === '"') {
      if (isQuoted && line[at + 1] === '"') {
        field += '"';
        at += 1;
      } else isQuoted = !isQuoted;
    } else if (char === separator && !isQuoted) {
      found.push(field.trim());
      field = "";
    } else field += char;
  }
  return [...found, field.trim()];
}

/** "action ; état ; métropole ; pourquoi": an empty amount is the contract's; « enveloppe » may stand for an action. */
function fromCsv({ nom, text, par, le }: Source, tableau: TableauDeLAvenant): VarianteLue {
  const lines = text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "");
  const [head = "", ...rows] = lines;
  const separator = [";", "\t", ","].find((each) => head.includes(each)) ?? ";";
  const names = cells(head, separator).map(foldText);
  const place = (...words: readonly string[]): number => names.findIndex((name) => words.map(foldText).includes(name));
  const [action, etat, local, motif] = [
    place("action"),
    place("état", "part état"),
    place(tableau.localParty, `part ${tableau.localParty}`, "collectivité"),
    place("pourquoi", "motif"),
  ];
  if (action < 0 || (etat < 0 && local < 0)) {
    return refuse(
      `la première ligne doit nommer « action », « état » et « ${tableau.localParty} », et s’il y a lieu « pourquoi »`,
    );
  }
  let variante = { ...nouvelleVariante(nom, tableau.annee, le), par };
  for (const [index, row] of rows.entries()) {
    const values = cells(row, separator);
    const named = values[action] ?? "";
    const why = (quoi: Parameters<typeof direPourquoi>[1]): void => {
      if (motif >= 0) variante = direPourquoi(variante, quoi, values[motif] ?? "");
    };
    if (foldText(named) === ENVELOPPE) {
      variante = ecrireEnveloppe(variante, tableau, values[etat] ?? "");
      why(ENVELOPPE);
      continue;
    }
    const numero = numeroAction(named);
    if (numero === null || !tableau.lignes.some((ligne) => ligne.action.numero === numero)) {
      return refuse(`ligne ${index + 2}, « ${named} » n’est pas une action du contrat`);
    }
    for (const [column, partie] of [
      [etat, "etat"],
      [local, "collectivite"],
    ] as const) {
      if (column >= 0) variante = ecrireMontant(variante, tableau, numero, partie, values[column] ?? "");
    }
    why(numero);
  }
  return { ok: true, variante };
}

export const lireVariante = (source: Source, tableau: TableauDeLAvenant): VarianteLue =>
  /^\s*[{[]/.test(source.text) ? fromJson(source, tableau) : fromCsv(source, tableau);
