// The seal of a signed contract: its whole definition as one text that travels in the workbook, and the fingerprint by which anyone knows it.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";
import { decodeBase64, encodeBase64 } from "./base64";
import type { ValeurClause } from "../clauses/clause";
import { listClauses } from "../clauses/list-clauses";
import { conventionSchema, type Convention } from "../convention";
import { typographie } from "../../domain/words/typographie";
import { remember } from "../../domain/remember";
import { toEuros, type Montant } from "../../domain/values/montant";

export type SceauLu =
  /** Nothing changed since it was put, as far as a checksum tells that anyone can make again. `convention` has no avenants: what was signed. */
  | {
      readonly etat: "inchange";
      readonly convention: Convention;
      readonly empreinte: string;
      /** Made from the sheet « Contrat » as it was first read, and not from a definition of the contract. */
      readonly depuisLaFeuille: boolean;
      /** ISO date; null where the seal does not say it. */
      readonly poseLe: string | null;
    }
  /** It was changed, cut or made by a later version. */
  | { readonly etat: "rompu"; readonly empreinte: string | null };

/** Changes whenever the way in which clauses are written down changes: the fingerprints that both parties signed would too. */
const FORMAT = "contrat-signe/1";

/** Of the text that travels. Format 1, of version 1.1.0, held neither the letter of the origin nor what is no clause. */
const SEAL_FORMAT = "sceau/2";

function spell(valeur: ValeurClause): string {
  switch (valeur.genre) {
    case "montant":
      return String(valeur.montant);
    case "nombre":
      return String(valeur.nombre);
    case "part":
      return String(valeur.part);
    case "date":
      return valeur.date;
    case "compte":
    case "code":
    case "texte":
      return valeur.texte;
  }
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** SHA-256 of all that the contract states, settings and avenants apart: 64 hexadecimal digits. */
export const empreinteDuSigne = remember((convention: Convention): string => {
  const lines = listClauses(convention)
    .filter(({ setting }) => !setting)
    .map(({ key, value }) => JSON.stringify([key, value.genre, spell(value)]))
    .sort(compare);
  return bytesToHex(sha256(utf8ToBytes([FORMAT, ...lines].join("\n"))));
});

/** The first sixteen digits, in fours, as they are printed: "3F2A 9C1B 07D4 E851". */
export function empreinteCourte(empreinte: string): string {
  return empreinte
    .slice(0, 16)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, "$1 ");
}

/** At the foot of what both parties sign: on paper, it is what the workbook of either can be held against. */
export const direEmpreinte = (empreinte: string): string =>
  typographie(`Empreinte du contrat signé : ${empreinteCourte(empreinte)}`);

const MONTANTS = new Set(["montant", "etat", "collectivite"]);

/** Numbers under these keys are centimes in a convention that was checked, euros in a definition. */
function inEuros(value: unknown, key = ""): unknown {
  if (typeof value === "number") return MONTANTS.has(key) ? toEuros(value as Montant) : value;
  if (Array.isArray(value)) return value.map((each) => inEuros(each, key));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([own, each]) => [own, inEuros(each, own)]));
}

/** A convention as a definition, amounts in euros: what parsing makes a convention of again. */
export function definitionOf(convention: Convention): unknown {
  return inEuros(convention);
}

export interface Sceau {
  /** Printable ASCII without quotes. */
  readonly texte: string;
  readonly empreinte: string;
}

/** "d": made from a definition of the contract; "f": from the sheet « Contrat » as it was first read. */
type Lettre = "d" | "f";

/** `origine` is the letter, and the day where one is said: "d20240630". */
const checksum = (origine: string, empreinte: string, body: string): string =>
  bytesToHex(sha256(utf8ToBytes([SEAL_FORMAT, origine, empreinte, body].join("\n"))));

/** Avenants are not sealed: each is signed in its turn. `poseLe` is an ISO date; left out where nobody knows the day. */
export function sceller(convention: Convention, depuisLaFeuille = false, poseLe?: string): Sceau {
  const empreinte = empreinteDuSigne(convention);
  const lettre: Lettre = depuisLaFeuille ? "f" : "d";
  const origine = `${lettre}${poseLe?.replaceAll("-", "") ?? ""}`;
  const json = JSON.stringify(definitionOf({ ...convention, avenants: [] }));
  const body = encodeBase64(deflateSync(strToU8(json), { level: 9 }));
  return { empreinte, texte: `2${origine}.${empreinte}.${checksum(origine, empreinte, body)}.${body}` };
}

const SEALS = [
  /^1(?<lettre>[df])\.(?<empreinte>[0-9a-f]{64})\.(?<body>[A-Za-z0-9+/]+=*)$/,
  /^2(?<lettre>[df])(?<jour>\d{8})?\.(?<empreinte>[0-9a-f]{64})\.(?<somme>[0-9a-f]{64})\.(?<body>[A-Za-z0-9+/]+=*)$/,
];

/** Each seal is checked by the format that it names. */
export function lireSceau(texte: string): SceauLu {
  const { lettre, jour, empreinte, somme, body } = SEALS.map((seal) => seal.exec(texte)?.groups).find(Boolean) ?? {};
  const broken: SceauLu = { etat: "rompu", empreinte: empreinte ?? null };
  if (empreinte === undefined || body === undefined || (lettre !== "d" && lettre !== "f")) return broken;
  if (somme !== undefined && somme !== checksum(`${lettre}${jour ?? ""}`, empreinte, body)) return broken;
  const data = open(body);
  if (data === null) return broken;
  const parsed = conventionSchema.safeParse(data);
  if (!parsed.success || empreinteDuSigne(parsed.data) !== empreinte) return broken;
  const poseLe = jour === undefined ? null : jour.replace(/^(....)(..)(..)$/, "$1-$2-$3");
  return { etat: "inchange", convention: parsed.data, empreinte, depuisLaFeuille: lettre === "f", poseLe };
}

/** Null for what no seal holds: a changed letter is data here, and no failure. */
function open(body: string): unknown {
  try {
    return JSON.parse(strFromU8(inflateSync(decodeBase64(body)))) as unknown;
  } catch {
    return null;
  }
}
