// The fiches actions of a signed contract, with the texts that the parties wrote.
import type { ConventionDefinition } from "../contract/convention";
import { A_COMPLETER } from "../contract/definition/questions";
import { citeDates } from "../domain/values/dates-francaises";
import { foldText } from "../domain/words/label";
import type { Paragraphe } from "./signed-document";
import { NUMERO, numeroAction, type NumeroAction } from "../domain/values/numero-action";

type Fiche = NonNullable<ConventionDefinition["actions"][number]["fiche"]>;

export interface FicheSignee {
  readonly numero: NumeroAction;
  /** As its heading names it. */
  readonly intitule: string;
  /** As the fiche says it; null where it does not. */
  readonly axe: { readonly numero: number | null; readonly nom: string } | null;
  readonly fiche: Fiche;
  readonly lieu: string;
  /** Fields that the fiche lacks, or whose answer could not be told, in words. */
  readonly manques: readonly string[];
}

export const START_OF_FICHE = new RegExp(
  String.raw`^(?:(?:fiche[- ])?action\s*(?:n ?[°º] ?)?(?<titled>${NUMERO})\s*[-–:]\s*\S|fiche[- ]action\s*(?:n ?[°º] ?)?(?<alone>${NUMERO})$)`,
  "iu",
);

type Champ =
  | "sousAxe"
  | "constats"
  | "objectif"
  | "descriptif"
  | "calendrier"
  | "publicCible"
  | "indicateurs"
  | "liens"
  | "nature"
  | "pilotage"
  | "partenaires"
  | "axe";

/** The label at the beginning of a paragraph, folded; what follows it is the answer. */
const CHAMPS: readonly (readonly [Champ, RegExp])[] = [
  ["sousAxe", /^sous[- ]axe(?: \d+)?\s*[-:]\s*/],
  ["axe", /^axe(?: \d+)?\s*[-:]?\s*/],
  ["constats", /^constats?(?: et problematiques?)? ?:? ?$/],
  [
    "descriptif",
    /^objectifs? operationnels?(?: et descriptifs?| et description)?(?: de l'action| des actions)?\s*:?\s*/,
  ],
  ["objectif", /^objectifs? (?:principal|principaux|general|generaux)\s*:?\s*/],
  ["calendrier", /^calendrier[^:]{0,30}:\s*/],
  ["publicCible", /^publics? (?:cibles?|vises?|concernes?)\s*:\s*/],
  ["indicateurs", /^indicateurs?[^:]{0,30}:\s*/],
  ["liens", /^interactions?[^:]{0,80}:\s*/],
  ["nature", /^l'action est[- ]elle nouvelle ?\??\s*:?\s*/],
  ["nature", /^action nouvelle ou (?:existante )?renforcee ?\??\s*:\s*/],
  ["pilotage", /^pilotage[^:]{0,40}:\s*/],
  ["partenaires", /^partenaires?[^:]{0,30}:\s*/],
];

const NAMES: Readonly<Partial<Record<Champ, string>>> = {
  objectif: "objectif principal",
  calendrier: "calendrier",
  publicCible: "public cible",
  nature: "action nouvelle ou renforcée",
  pilotage: "pilotage",
  partenaires: "partenaires",
};

function findChamp(texte: string): { readonly champ: Champ; readonly reponse: string } | null {
  // Folding keeps the length of what matters here: accents are one letter each.
  const folded = foldText(texte);
  for (const [champ, label] of CHAMPS) {
    const match = label.exec(folded);
    if (match) return { champ, reponse: texte.slice(match[0].length).trim() };
  }
  return null;
}

function readChamps(paragraphs: readonly Paragraphe[]): ReadonlyMap<Champ, string> {
  const champs = new Map<Champ, string[]>();
  let current: string[] | null = null;
  for (const paragraph of paragraphs) {
    const texte = paragraph.texte.replaceAll("\n", SAME_CELL);
    const found = findChamp(texte);
    if (found && !champs.has(found.champ)) {
      current = found.reponse === "" ? [] : [found.reponse];
      champs.set(found.champ, current);
    } else current?.push(texte);
  }
  return new Map([...champs].map(([champ, lines]) => [champ, lines.join("\n").trim()]));
}

const numbersAfter = (text: string, word: RegExp): number[] =>
  [...foldText(text).matchAll(word)].flatMap(([, list = ""]) => (list.match(/\d+/g) ?? []).map(Number));

const ACTIONS = new RegExp(String.raw`\bactions? (?:n ?[°º]? ?)?((?:${NUMERO}(?:, | et |,)?)+)`, "giu");

const actionsNamed = (text: string): NumeroAction[] =>
  [...text.replace(/[\s\u00a0\u202f]+/gu, " ").matchAll(ACTIONS)].flatMap(([, list = ""]) =>
    list.split(/, ?| et /u).flatMap((each) => numeroAction(each) ?? []),
  );

/** Between the lines of one cell, which are one answer whatever they say. */
const SAME_CELL = "\r";
const asWritten = (text: string): string => text.replaceAll(SAME_CELL, "\n");

/** The label of another field, which the fiche has and the definition has not. */
const OTHER_LABEL = /^\p{Lu}[^.:\n]{2,60} ?:/u;
const GOES_ON = /[,;:]$/;
const CONTINUES = /^(?:\p{Ll}|[-–•])/u;

/** A short answer, whole. After the last field of a fiche stands the next part of the page: only what plainly goes on is of it. */
function shortAnswer(text: string | undefined, isLast: boolean): string {
  const [first = "", ...others] = (text ?? "").split("\n");
  const lines = [first];
  for (const line of others) {
    const goesOn = GOES_ON.test(lines.at(-1) ?? "") || CONTINUES.test(line);
    if (OTHER_LABEL.test(line) || (isLast && !goesOn)) break;
    lines.push(line);
  }
  return asWritten(lines.join("\n")).replace(/\.$/, "").trim();
}

const firstLine = (text: string | undefined): string => (text ?? "").split("\n")[0]?.replace(/\.$/, "").trim() ?? "";

function natureOf(answer: string): string {
  const folded = foldText(firstLine(answer));
  return /^(?:oui|nouvelle)\b/.test(folded) ? "Action nouvelle" : firstLine(answer);
}

const PREFIX = new RegExp(String.raw`^(?:fiche[- ])?action\s*(?:n ?[°º] ?)?${NUMERO}\s*[-–:]?\s*`, "iu");
const AXE = /^(?:axe|pilier)\s*(?:n ?° ?)?:?\s*(\d{1,2})?\s*[-–:]?\s*[«"]?\s*([^»"\n]*)/iu;

function axeIn(paragraphs: readonly Paragraphe[]): FicheSignee["axe"] {
  const [, numero, nom = ""] = paragraphs.map(({ texte }) => AXE.exec(texte)).find((match) => match !== null) ?? [];
  return numero === undefined && nom === "" ? null : { numero: numero === undefined ? null : Number(numero), nom };
}

function build(
  numero: NumeroAction,
  heading: Paragraphe | undefined,
  paragraphs: readonly Paragraphe[],
  periode: ConventionDefinition["periode"],
): FicheSignee | null {
  const champs = readChamps(paragraphs);
  if (!champs.has("publicCible") && !champs.has("calendrier")) return null;
  const days = (citeDates(foldText(champs.get("calendrier")?.split("\n")[0] ?? "")) ?? []).filter(
    ({ precision }) => precision === "jour",
  );
  const [debut, fin] = days.map((day) => day.debut);
  const last = [...champs.keys()].at(-1);
  const text = (champ: Champ): string => shortAnswer(champs.get(champ), champ === last) || A_COMPLETER;
  const long = (champ: Champ): string | undefined => asWritten(champs.get(champ) ?? "") || undefined;
  const liens = champs.get("liens") ?? "";
  const optional = {
    sousAxe: firstLine(champs.get("sousAxe")) || undefined,
    constats: long("constats"),
    objectif: long("objectif"),
    descriptif: long("descriptif"),
  };
  const missing = (Object.keys(NAMES) as Champ[]).filter((champ) => !champs.get(champ));
  return {
    numero,
    intitule: (heading?.texte ?? "").replace(PREFIX, "").trim() || `${A_COMPLETER} – action ${numero}`,
    axe: axeIn(paragraphs),
    lieu: heading?.lieu ?? "",
    manques: [...missing.map((champ) => NAMES[champ] ?? champ), ...(debut && fin ? [] : ["dates du calendrier"])],
    fiche: {
      ...Object.fromEntries(Object.entries(optional).filter(([, each]) => each !== undefined)),
      debut: debut ?? periode.debut,
      fin: fin ?? periode.fin,
      publicCible: text("publicCible"),
      nature: natureOf(champs.get("nature") ?? "") || A_COMPLETER,
      pilotage: text("pilotage"),
      partenaires: text("partenaires"),
      actionsLiees: actionsNamed(liens),
      axesLies: numbersAfter(liens, /axes? ((?:\d+(?:, | et |,)?)+)/g),
    },
  };
}

/** By number; a list of actions is no fiche, for it has no fields. */
export function readSignedFiches(
  paragraphs: readonly Paragraphe[],
  periode: ConventionDefinition["periode"],
): readonly FicheSignee[] {
  const starts = paragraphs.flatMap(({ texte }, index) => {
    const { titled, alone } = START_OF_FICHE.exec(texte)?.groups ?? {};
    const numero = numeroAction(titled ?? alone ?? "");
    return numero === null ? [] : [{ numero, index }];
  });
  const fiches = starts.flatMap(({ numero, index }, rank) => {
    const body = paragraphs.slice(index + 1, starts[rank + 1]?.index ?? paragraphs.length);
    const fiche = build(numero, paragraphs[index], body, periode);
    return fiche ? [fiche] : [];
  });
  return [...new Map(fiches.map((fiche) => [fiche.numero, fiche])).values()];
}
