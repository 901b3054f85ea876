// Which kind of clause a key is of: the line of the table that says all there is to say of it.
import { groupBy } from "../../domain/group-by";
import type { Matiere } from "./articles";
import { CHOSES } from "./choses";
import type { Chose, LigneNommee, Noms } from "./chose";
import type { ValeurClause } from "./clause";
import { PARAMETRES_EN_ORDRE } from "./parametres";
import type { Ligne } from "./sections";
import type { ContratSection } from "./section-titles";
import type { Objet } from "./sheet-words";
import { keyPattern, namePattern } from "./template";
import { genreDeLigne } from "./valeurs";

type Groupe = NonNullable<Chose["groupe"]>;

export interface TypeDeClause {
  /** With braces: "actions/{action}/axe". */
  readonly cle: string;
  readonly noms: readonly string[];
  /** Null for what no article states. */
  readonly matiere: Matiere | null;
  readonly ligne: Ligne & { readonly champ: string };
  readonly section: ContratSection;
  /** Null for what stands alone among the parameters. */
  readonly chose: Chose | null;
  /** The things that it is of, and of which others are told apart when they are missing together: the largest first. */
  readonly groupes: readonly Groupe[];
  readonly horsFeuille: boolean;
  readonly pattern: RegExp;
}

function typeOf(ligne: LigneNommee, chose: Chose, groupes: readonly Groupe[]): TypeDeClause {
  const { libelle, dit = "", cle = "" } = ligne;
  const owners = typeof chose.nom === "string" ? [chose.nom] : chose.nom;
  const whole = cle === "" ? chose.cle : `${chose.cle}/${cle}`;
  return {
    cle: whole,
    noms: owners.map((nom) => libelle ?? [nom, dit].filter((words) => words !== "").join(" – ")),
    matiere: chose.article,
    ligne,
    section: ligne.section,
    chose,
    groupes,
    horsFeuille: ligne.horsFeuille === true,
    pattern: keyPattern(whole),
  };
}

const ofThings = new Map<LigneNommee, TypeDeClause>();

function gather(chose: Chose, larger: readonly Groupe[]): void {
  const { groupe, contient } = chose;
  const groupes = groupe ? [...larger, groupe] : larger;
  for (const part of contient) {
    if ("contient" in part) gather(part, groupes);
    else ofThings.set(part, typeOf(part, chose, groupes));
  }
}
for (const chose of CHOSES) gather(chose, []);

export const PARAMETRES_TYPES: readonly TypeDeClause[] = PARAMETRES_EN_ORDRE.map(
  ([cle, { nom, article, ...ligne }]) => ({
    cle,
    noms: [nom],
    matiere: article ?? null,
    ligne: { ...ligne, champ: cle },
    section: "parametres",
    chose: null,
    groupes: [],
    horsFeuille: false,
    pattern: keyPattern(cle),
  }),
);

export const TYPES: readonly TypeDeClause[] = [...PARAMETRES_TYPES, ...ofThings.values()];

/** Of a line of the table of things. */
export function typeDeLigne(ligne: LigneNommee): TypeDeClause {
  const type = ofThings.get(ligne);
  if (!type) throw new Error(`no line of the table: ${ligne.champ}`);
  return type;
}

const shapeOf = (cle: string): string => `${cle.split("/").length} ${/^[^/]*/.exec(cle)?.[0]}`;

const byShape = groupBy(TYPES, ({ cle }) => shapeOf(cle));

/** Null for what no contract states. */
export function typeDe(cle: string): TypeDeClause | null {
  return byShape.get(shapeOf(cle))?.find(({ pattern }) => pattern.test(cle)) ?? null;
}

export const groupesDe = (cle: string): readonly Groupe[] => typeDe(cle)?.groupes ?? [];

/** What the braces of its kind stand for in a key. */
export const nomsDansLaCle = ({ pattern }: TypeDeClause, cle: string): Readonly<Record<string, string>> =>
  pattern.exec(cle)?.groups ?? {};

/** The kind of line of an avenant that changes it; null where none does. */
export const objetQuiChange = ({ ligne: { avenant } }: TypeDeClause): Objet | null =>
  avenant === undefined ? "parametre" : avenant;

/** A line of the register changes it by its words, for want of columns of its own. */
export function isNommee(cle: string): boolean {
  const type = typeDe(cle);
  return type !== null && objetQuiChange(type) === "parametre";
}

/** The kind of its value, even where the contract does not make it yet. */
export function genreDe(cle: string): ValeurClause["genre"] {
  const type = typeDe(cle);
  return type ? genreDeLigne(type.ligne) : "texte";
}

/** Statements of a thing that stands without them. */
export const isOuverte = (cle: string): boolean => typeDe(cle)?.ligne.ouvert === true;

const patterns = new Map<string, RegExp>();

/** By the folded words that name it. */
export function nomsDansLeLibelle(template: string, folded: string): Noms | null {
  const known = patterns.get(template) ?? namePattern(template);
  patterns.set(template, known);
  return known.exec(folded)?.groups ?? null;
}
