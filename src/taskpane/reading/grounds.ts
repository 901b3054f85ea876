// What is told for a question, or for several alike ones at once, and what does not speak for it.
import type { Question } from "../../core/domain/question";
import { whyApart, type Group } from "./groups";
import { readingTexts } from "./texts";

/** "C + D = B": the letters are those of each. */
const SUM = /^\S+ \+ \S+ = \S+/;

/** On what it rests; of alike ones what holds for each, and how many of their amounts are the contract's. */
export function evidenceOf(group: Group): readonly string[] {
  const [first, ...others] = fittingIn(group);
  if (others.length === 0) return first.former ? first.evidence.slice(1) : first.evidence;
  const addUp = [first, ...others].every(({ evidence }) => evidence.some((clause) => SUM.test(clause)));
  const ofEach = [...(addUp ? [readingTexts.addUp] : []), ...inEach(group, ({ evidence }) => evidence)];
  const counts = [first, ...others].map(({ sameAsContract }) => sameAsContract);
  const sum = (count: (of: NonNullable<Question["sameAsContract"]>) => number): number =>
    counts.reduce((total, each) => total + (each ? count(each) : 0), 0);
  if (counts.includes(undefined)) return ofEach;
  return [
    ...ofEach,
    readingTexts.sameAsContract(
      sum(({ same }) => same),
      sum(({ of }) => of),
    ),
  ];
}

export const lacksOf = (group: Group): readonly string[] => inEach(group, ({ lacks = [] }) => lacks);

/** What was answered while the heading was another one, with who did: the first piece of evidence of such a question. */
export const saidBefore = ([{ former, evidence }]: Group): string | null => (former && evidence[0]) ?? null;

const fittingIn = (group: Group): Group => {
  const [first, ...others] = group;
  return [first, ...others.filter((one) => whyApart(group, one) === null)];
};

function inEach(group: Group, clausesOf: (question: Question) => readonly string[]): readonly string[] {
  const [first, ...others] = fittingIn(group);
  return clausesOf(first).filter((clause) => others.every((one) => clausesOf(one).includes(clause)));
}
