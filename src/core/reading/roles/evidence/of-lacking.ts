// What speaks for what a whole table is about: its name, the amounts of the contract, its sum with other tables, its order among them.
import { contractAmount } from "../../../contract/in-force/contract-amounts";
import type { Action, Colonne, Convention } from "../../../contract/convention";
import { cite } from "../../../domain/words/typographie";
import { parseLabel } from "../../../domain/words/label";
import { COLONNES } from "../../../facts/lines/budget-lines";
import type { HeadingReader } from "../../headings/headings";
import type { LabelReader } from "../../labels/label-reader";
import type { TableLacking } from "../tables-said";
import { nearParty, only } from "./of-columns";
import type { LackingSays } from "./says";
import type { Told } from "./weigh";

/** An amount of the table, with what is known of it: the contract's action, its year, whose it is. */
export interface Shown {
  readonly action: Action | null;
  readonly year: number | null;
  readonly part: Colonne | null;
  readonly centimes: number;
}

/** What the table may be of: a party, a year, or an action, by the word that an answer has for it. */
export interface Candidate {
  readonly value: string;
  /** "l’État", "2025", "l’action 3". */
  readonly clause: string;
  readonly action?: Action;
  readonly year?: number;
  readonly part?: Colonne;
}

interface Amounts extends Pick<TableLacking, "lack" | "name"> {
  readonly sheet: string;
  readonly shown: readonly Shown[];
  readonly candidates: readonly Candidate[];
}

export interface LackingAsked extends Amounts {
  readonly convention: Convention;
  readonly headings: HeadingReader;
  readonly labels: LabelReader;
  /** The tables that lack the same, from the first sheet on, itself too. */
  readonly alike: readonly Amounts[];
  /** What other tables show of an action in a year; null where none does. */
  montantOf(action: Action, year: number, part: Colonne): number | null;
}

type Says = readonly Told<LackingSays>[];

/** So many amounts that agree make evidence, and so large a share of those that the contract has there; fewer are chance. */
const FEWEST = 2;
const SHARE = 0.6;

interface Matches {
  readonly same: number;
  readonly of: number;
  readonly candidates: readonly Candidate[];
}

function matchesOf({ shown, candidates }: Amounts): Matches | null {
  const counted = candidates
    .map((candidate) => {
      const due = shown.flatMap(({ centimes, ...known }) => {
        const { action, year, part } = { ...known, ...candidate };
        const contracted = action && year !== null && part ? contractAmount(action, year, part) : 0;
        return contracted > 0 ? [contracted === centimes] : [];
      });
      return { candidate, same: due.filter(Boolean).length, of: due.length };
    })
    .filter(({ same, of }) => same >= FEWEST && same >= SHARE * of)
    .sort((one, other) => other.same - one.same);
  const [best] = counted;
  if (!best) return null;
  const equal = counted.filter(({ same }) => same === best.same).map(({ candidate }) => candidate);
  // In the order of the contract, not of their counts.
  return { ...best, candidates: candidates.filter((one) => equal.includes(one)) };
}

export function contractAmounts(asked: LackingAsked): Says {
  const found = matchesOf(asked);
  if (!found) return [];
  const { same, of, candidates } = found;
  const one = only(candidates);
  const several = {
    partie: "de l’une comme de l’autre partie",
    année: "plusieurs années",
    action: "plusieurs actions",
  };
  const what = one ? one.clause : several[asked.lack];
  const clause = `${same} de ses ${of} montants sont ceux du contrat : ${what}`;
  return [{ says: one ? { is: one.value } : {}, clause }];
}

/** As many tables as there are parties, or years, whose amounts fit them all alike: they stand in the order of the contract. */
export function order(asked: LackingAsked): Says {
  const own = matchesOf(asked)?.candidates ?? [];
  const valuesOf = (one: Amounts): string => (matchesOf(one)?.candidates ?? []).map(({ value }) => value).join();
  const same = asked.alike.filter((one) => valuesOf(one) === own.map(({ value }) => value).join());
  const at = same.findIndex(({ name, sheet }) => name === asked.name && sheet === asked.sheet);
  const candidate = own[at];
  if (own.length < 2 || same.length !== own.length || !candidate) return [];
  const clause = `de ces ${same.length} tableaux il est le ${at === 0 ? "premier" : `${at + 1}e`}, comme ${candidate.clause} au contrat`;
  return [{ says: { is: candidate.value }, clause }];
}

export function words({ lack, name, sheet, candidates, convention, headings, labels }: LackingAsked): Says {
  for (const text of new Set([name, sheet])) {
    const { annees, parts } = headings.hint(text);
    const party = only(parts) ?? nearParty([text], convention)?.part;
    const resembling = labels.index.findResembling(parseLabel(text));
    const said = { partie: party, année: only(annees), action: resembling?.numero }[lack];
    const candidate = candidates.find(({ value }) => value === `${said ?? ""}`);
    if (candidate) return [{ says: { is: candidate.value }, clause: `${cite(text)} peut dire ${candidate.clause}` }];
  }
  return [];
}

/** E + L = T, with two tables of which it is known whose they are. */
export function sums({ lack, shown, candidates, montantOf }: LackingAsked): Says {
  if (lack !== "partie") return [];
  return candidates.flatMap((candidate): Says => {
    const { part } = candidate;
    const held = shown.flatMap(({ action, year, centimes }) => {
      if (!action || year === null || !part || centimes === 0) return [];
      const [etat = null, local = null, total = null] = COLONNES.map((one) =>
        one === part ? centimes : montantOf(action, year, one),
      );
      return etat === null || local === null || total === null ? [] : [etat + local === total];
    });
    if (held.length < FEWEST || held.includes(false)) return [];
    const clause = `avec les autres tableaux, l’État et l’autre partie font ainsi le total, sur ${held.length} montants`;
    return [{ says: { is: candidate.value }, clause }];
  });
}
