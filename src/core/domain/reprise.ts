// The words of another copy of the workbook joined to this one's: each is kept, and only the order of two that contradict each other is chosen.
import type { Parole } from "./parole";
import { declarer, motifsDe, type Registre } from "./registre";

/** Which of two that were written apart stands last, and so is the one that is answered. */
export type Dernier = "ici" | "recu";

/** Two that stand for the same version, each in a copy. */
export interface Conflit {
  readonly id: string;
  readonly kind: "reason" | "answer";
  readonly ici: Parole;
  readonly recu: Parole;
}

export interface Reprise {
  readonly paroles: readonly Parole[];
  /** Those that this copy had not, with the version that each has in it. */
  readonly prises: readonly Parole[];
  readonly conflits: readonly Conflit[];
}

/** Signed in the one and not in the other, words are the same. */
const isSameReason = (a: Parole, b: Parole): boolean =>
  a.text === b.text && (a.by === b.by || a.by === null || b.by === null);

const isSame = (a: Parole, b: Parole): boolean =>
  a.id === b.id &&
  a.kind === b.kind &&
  a.version === b.version &&
  a.text === b.text &&
  a.by === b.by &&
  a.party === b.party &&
  a.on === b.on &&
  a.decision === b.decision;

/** Which version each reason of both copies then is. */
interface Versions {
  readonly ici: ReadonlyMap<number, number>;
  readonly recu: ReadonlyMap<number, number>;
  readonly conflit: Conflit | null;
}

/** Each reason of the other copy that this one has too, with this one's; in the order of both. */
function paires(ici: readonly Parole[], recu: readonly Parole[]): ReadonlyMap<Parole, Parole> {
  const left = new Set(ici);
  const paired = new Map<Parole, Parole>();
  for (const theirs of recu) {
    const own = [...left].find((one) => isSameReason(one, theirs));
    if (!own) continue;
    left.delete(own);
    paired.set(theirs, own);
  }
  return paired;
}

/** Where the one copy only goes on from the other its order is kept; where both went on, one order is chosen. */
function numeroter(ici: readonly Parole[], recu: readonly Parole[], dernier: Dernier): Versions {
  const paired = paires(ici, recu);
  const shared = new Set(paired.values());
  const ownNew = ici.filter((one) => !shared.has(one));
  const theirsNew = recu.filter((one) => !paired.has(one));
  const [own, theirs] = [ownNew.at(-1), theirsNew.at(-1)];
  const before = ici.slice(
    0,
    ici.findIndex((one) => one === ownNew[0]),
  );
  const order =
    !theirs || (own && dernier === "recu")
      ? [...ici, ...theirsNew]
      : own
        ? [...before, ...theirsNew, ...ici.slice(before.length)]
        : recu.map((one) => paired.get(one) ?? one);
  const versionOf = (one: Parole): [number, number] => [one.version, order.indexOf(paired.get(one) ?? one) + 1];
  return {
    ici: new Map(ici.map(versionOf)),
    recu: new Map(recu.map(versionOf)),
    conflit: own && theirs ? { id: own.id, kind: "reason", ici: own, recu: theirs } : null,
  };
}

const renumber = (one: Parole, versions: ReadonlyMap<number, number>): Parole => ({
  ...one,
  version: versions.get(one.version) ?? one.version,
});

/** A signature that this copy lacks is taken with the words. */
function completed(own: Parole, theirs: readonly Parole[]): Parole {
  if (own.kind !== "reason" || own.by !== null) return own;
  const signed = theirs.find((one) => one.kind === "reason" && one.version === own.version && one.text === own.text);
  return signed ? { ...own, by: signed.by, party: signed.party, on: signed.on } : own;
}

function reprendreUn(id: string, ici: readonly Parole[], recu: readonly Parole[], dernier: Dernier): Reprise {
  const versions = numeroter(motifsDe(ici, id), motifsDe(recu, id), dernier);
  const theirs = recu.map((one) => renumber(one, versions.recu));
  const own = ici.map((one) => completed(renumber(one, versions.ici), theirs));
  const prises = theirs.filter(
    (one) =>
      !own.some((kept) =>
        one.kind === "reason" ? kept.kind === "reason" && kept.version === one.version : isSame(kept, one),
      ),
  );
  const answer = prises.find(({ kind }) => kind === "answer");
  const against = own.find(
    (one) => one.kind === "answer" && one.version === answer?.version && !theirs.some((their) => isSame(their, one)),
  );
  const conflit: Conflit | null =
    versions.conflit ?? (answer && against ? { id, kind: "answer", ici: against, recu: answer } : null);
  // Of two answers to the same words the last counts.
  const isBefore = conflit?.kind === "answer" && dernier === "ici";
  return { paroles: isBefore ? [...prises, ...own] : [...own, ...prises], prises, conflits: conflit ? [conflit] : [] };
}

/** `dernier` says it of a finding, by its id. */
export function reprendre(
  ici: readonly Parole[],
  recu: readonly Parole[],
  dernier: (id: string) => Dernier = () => "recu",
): Reprise {
  const ids = new Set(recu.map(({ id }) => id));
  const joined = [...ids].map((id) => {
    const of = (list: readonly Parole[]) => list.filter((one) => one.id === id);
    return { id, ...reprendreUn(id, of(ici), of(recu), dernier(id)) };
  });
  const byId = new Map(joined.map((one) => [one.id, [...one.paroles]]));
  // What this copy said keeps its place: news are told from where each party had read.
  const kept = ici.map((one) => byId.get(one.id)?.shift() ?? one);
  return {
    paroles: [...kept, ...[...byId.values()].flat()],
    prises: joined.flatMap(({ prises }) => prises),
    conflits: joined.flatMap(({ conflits }) => conflits),
  };
}

/** What the other party had read when it verified its copy is what both copies share. */
function dejaLus({ seen }: Registre, recu: Registre, paroles: readonly Parole[]): Registre["seen"] {
  const told = { ...seen };
  for (const [party, count = 0] of Object.entries(recu.seen) as readonly (readonly [
    "etat" | "collectivite",
    number,
  ])[]) {
    const read = recu.paroles.slice(0, count);
    const first = paroles.findIndex((one) => !read.some((other) => isSame(other, one)));
    told[party] = Math.max(told[party] ?? 0, first < 0 ? paroles.length : first);
  }
  return told;
}

/** All that the register of this copy then holds. */
export function joindre(ici: Registre, recu: Registre, paroles: readonly Parole[]): Registre {
  return {
    declarations: recu.declarations.reduce((known, one) => declarer(known, one, one.on), ici.declarations),
    paroles,
    seen: dejaLus(ici, recu, paroles),
  };
}
