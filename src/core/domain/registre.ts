// What people said of the discrepancies, in order, and who they declared to be: words are added to it, and never written over.
import type { Justification } from "./justification";
import { readSpeaker, speaker } from "./outside-words";
import type { Decision, Parole, Version } from "./parole";
import { isPartie, type Partie } from "./parties";

/** Who speaks, as he declared it: nothing proves it but the two signatures. */
export interface Qui {
  readonly name: string;
  /** In what quality, as he says it: "chargée de mission"; "" where he did not say. */
  readonly capacity: string;
  readonly party: Partie | null;
}

export interface Declaration extends Qui {
  /** ISO date. */
  readonly on: string;
}

export interface Registre {
  readonly declarations: readonly Declaration[];
  readonly paroles: readonly Parole[];
  /** How many of them each party had before it at its last verification. */
  readonly seen: Readonly<Partial<Record<Partie, number>>>;
}

export const NOTHING_SAID: Registre = { declarations: [], paroles: [], seen: {} };

const isOf = (id: string, kind: Parole["kind"]) => (one: Parole) => one.id === id && one.kind === kind;

/** Only a signature that was not there is added to words that were. */
const isSameReason = (kept: Parole, { text, by }: Pick<Justification, "text" | "by">): boolean =>
  kept.text === text && (kept.by === null || kept.by === by);

/** In the order of their versions, which is not that of the register where another copy's words were joined to it. */
export const motifsDe = (paroles: readonly Parole[], id: string): readonly Parole[] =>
  paroles.filter(isOf(id, "reason")).sort((a, b) => a.version - b.version);

function withReason(paroles: readonly Parole[], id: string, { text, by, party, on }: Justification): readonly Parole[] {
  const last = motifsDe(paroles, id).at(-1);
  const said: Parole = { id, kind: "reason", text, version: last?.version ?? 1, by, party, on };
  if (!last) return [...paroles, said];
  // What stands in the execution table bears no name: nothing new is said.
  if (by === null && last.text === text) return paroles;
  if (!isSameReason(last, said)) return [...paroles, { ...said, version: last.version + 1 }];
  return paroles.map((one) => (one === last ? said : one));
}

/** Of the reason that stands; 0 while there is none. */
export const versionDe = (paroles: readonly Parole[], id: string): number => motifsDe(paroles, id).at(-1)?.version ?? 0;

interface Motive {
  readonly id: string;
  readonly justification: Justification | null;
  readonly former?: Justification;
}

/** With what now stands beside each finding, given of its figures or of others. */
export function completer(paroles: readonly Parole[], findings: readonly Motive[]): readonly Parole[] {
  return findings.reduce((said, { id, justification, former = null }) => {
    const given = justification ?? former;
    return given ? retenir(said, id, given) : said;
  }, paroles);
}

/** With what now stands of a finding beside it in « Écarts »: what was said before stays. */
export function retenir(paroles: readonly Parole[], id: string, justification: Justification): readonly Parole[] {
  const kept = withReason(paroles, id, justification);
  const { decision, decidedBy: by, decidedParty: party, decidedOn: on, decidedWhy: why } = justification;
  if (decision === null) return kept;
  const version = versionDe(kept, id);
  const said: Parole = { id, kind: "answer", text: why ?? "", decision, version, by, party, on };
  const last = kept.filter((one) => isOf(id, "answer")(one) && one.version === version).at(-1);
  return last && JSON.stringify(last) === JSON.stringify(said) ? kept : [...kept, said];
}

/** Each version of the reason of a finding in its order. */
export function versionsDe(paroles: readonly Parole[], id: string): readonly Version[] {
  const own = paroles.filter((one) => one.id === id);
  return motifsDe(own, id).map(({ version, text, by, party, on, ailleurs }) => {
    const about = own.filter((one) => one.version === version);
    return {
      ...{ version, text, by, party, on },
      ...(ailleurs && { ailleurs }),
      answers: about.filter(isOf(id, "answer")),
      comments: about.filter(isOf(id, "comment")),
    };
  });
}

/** What the other party said since this one last verified. */
export const nouvelles = ({ paroles, seen }: Registre, qui: Qui | null): readonly Parole[] =>
  qui?.party ? paroles.slice(seen[qui.party] ?? 0).filter(({ party }) => party !== null && party !== qui.party) : [];

/** Each change is kept: who speaks for the other party from now on has spoken for this one. */
export function declarer(declarations: readonly Declaration[], qui: Qui | null, on: string): readonly Declaration[] {
  if (!qui || qui.name === "" || qui.party === null) return declarations;
  const { name, capacity, party } = qui;
  const last = declarations.filter((one) => one.name === name).at(-1);
  const isKnown = last?.party === party && last.capacity === capacity;
  return isKnown ? declarations : [...declarations, { name, capacity, party, on }];
}

function outside<Of extends { readonly party: Partie | null }>(one: Of) {
  return { ...one, party: one.party && speaker(one.party) };
}

/** Printable ASCII without quotes. */
export const ecrireRegistre = ({ declarations, paroles, seen }: Registre): string =>
  encodeURIComponent(
    JSON.stringify({ declarations: declarations.map(outside), paroles: paroles.map(outside), seen }),
  ).replaceAll("'", "%27");

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const isText = (value: unknown): value is string => typeof value === "string";
const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value);
const KINDS: readonly unknown[] = ["reason", "answer", "comment"] satisfies Parole["kind"][];
const DECISIONS: readonly unknown[] = [undefined, "accepted", "refused"] satisfies (Decision | undefined)[];

type Read = Record<string, unknown>;

function inside(value: unknown): Read | null {
  if (!isRecord(value)) return null;
  const party = readSpeaker(value["party"]);
  return party === null || isPartie(party) ? { ...value, party } : null;
}

const isParole = (one: Read): one is Read & Parole =>
  isText(one["id"]) &&
  KINDS.includes(one["kind"]) &&
  isText(one["text"]) &&
  DECISIONS.includes(one["decision"]) &&
  Number.isInteger(one["version"]) &&
  isTextOrNull(one["by"]) &&
  isTextOrNull(one["on"]);

const isDeclaration = (one: Read): one is Read & Declaration =>
  isText(one["name"]) && isText(one["capacity"]) && isText(one["on"]);

const insideAll = (list: unknown): readonly Read[] =>
  Array.isArray(list) ? list.map(inside).filter((one) => one !== null) : [];

function readSeen(value: unknown): Registre["seen"] {
  const counts = isRecord(value) ? Object.entries(value) : [];
  return Object.fromEntries(counts.filter(([party, count]) => isPartie(party) && Number.isInteger(count)));
}

/** What a hand left otherwise is not read. */
export function lireRegistre(text: string): Registre {
  try {
    const value: unknown = JSON.parse(decodeURIComponent(text));
    if (!isRecord(value)) return NOTHING_SAID;
    return {
      declarations: insideAll(value["declarations"]).filter(isDeclaration),
      paroles: insideAll(value["paroles"]).filter(isParole),
      seen: readSeen(value["seen"]),
    };
  } catch {
    return NOTHING_SAID;
  }
}
