// Which questions are put together, in which order, and which of them stand apart.
import { areHeadedAlike, groupAlike, sameAnswer } from "../../core/domain/alike-questions";
import type { Answer, Question } from "../../core/domain/question";
import { cleReponse } from "../../core/domain/reponses";
import { foldText } from "../../core/domain/words/fold-text";
import type { ReadingState } from "./reading-store";
import { readingTexts } from "./texts";

/** Those that one answer settles together; one at least. */
export type Group = readonly [Question, ...Question[]];

const yearsOf = ({ answers }: Question): readonly number[] => [
  ...new Set(answers.flatMap(({ year }) => (year === undefined ? [] : [year]))),
];

/** Where nothing tells the year of each, each is asked of on its own; so is each row. */
const canBeTogether = (group: Group): boolean =>
  group.every((question) => question.about === "column" && yearsOf(question).length < 2);

/** Rows under the same words are the same thing: one answer is kept for all of them. */
function askedOnce(questions: readonly Question[]): readonly Question[] {
  const byKey = new Map<string, Question>();
  for (const question of questions) {
    const key = cleReponse(question);
    const first = byKey.get(key);
    byKey.set(key, first ? { ...first, amounts: (first.amounts ?? 0) + (question.amounts ?? 0) } : question);
  }
  return [...byKey.values()];
}

/** Every amount that the contract has there, to the centime. */
const isSame = ({ sameAsContract }: Question): boolean =>
  sameAsContract !== undefined && sameAsContract.same === sameAsContract.of;

/** Those whose amounts tell what they are stand first. */
const fittingFirst = ([first, ...others]: Group): Group => {
  const all = [first, ...others];
  const [best, ...rest] = [...all.filter(isSame), ...all.filter((one) => !isSame(one))];
  return [best ?? first, ...rest];
};

const wordsIn = ({ key: { path } }: Question): readonly string[] =>
  path.flatMap((text) => foldText(text).split(/[^\p{L}\p{N}]+/u)).filter((word) => word !== "" && !/^\d+$/.test(word));

/** « BP 2026 Etat révisé » beside « BP 2024 Etat »: it says the same of a year that none of them has, and more. */
function isBeside([first, ...others]: Group, one: Question): boolean {
  const { supposed, key } = first;
  const [year, another] = yearsOf(one);
  if (!supposed || year === undefined || another !== undefined) return false;
  const isOfOtherYear = [first, ...others].every((each) => !yearsOf(each).includes(year));
  const words = wordsIn(one);
  const says = wordsIn(first).every((word) => words.includes(word));
  return isOfOtherYear && says && key.sheet === one.key.sheet && sameAnswer(supposed, one) !== null;
}

/** Alike ones with those beside them, each of which is a question of its own unless it is ticked with them. */
function withThoseBeside(groups: readonly Group[], isOneByOne: (group: Group) => boolean): readonly Group[] {
  const alone = groups.filter((group) => group.length === 1 && canBeTogether(group) && !isOneByOne(group));
  const joined = new Set<Group>();
  const all = groups.map((group): Group => {
    if (group.length === 1) return group;
    const beside = alone.filter((one) => !joined.has(one) && isBeside(group, one[0]));
    beside.forEach((one) => joined.add(one));
    return [...group, ...beside.map(([one]) => one)];
  });
  return all.filter((_, at) => !joined.has(groups[at] as Group));
}

/** Why one of them is not taken for the same as the others unless the person says so; null where it fits. */
export function whyApart([first]: Group, one: Question): string | null {
  if (isSame(first) && !isSame(one)) return readingTexts.apartFigures(one.sameAsContract);
  return areHeadedAlike(first, one) ? null : readingTexts.apartWords;
}

/** What « Oui » says of each. */
export const yesTo = ([first]: Group, one: Question): Answer | null =>
  one === first ? first.supposed : first.supposed && sameAnswer(first.supposed, one);

/** In the order in which they are put. */
export function groupsOf(questions: readonly Question[], { later, oneByOne }: ReadingState): readonly Group[] {
  const isOneByOne = (group: Group): boolean => group.some((question) => oneByOne.includes(cleReponse(question)));
  const alike = groupAlike(askedOnce(questions)).flatMap((group): readonly Group[] =>
    canBeTogether(group) && !isOneByOne(group) ? [fittingFirst(group)] : group.map((question): Group => [question]),
  );
  const groups = withThoseBeside(alike, isOneByOne);
  const isLater = ([first]: Group): boolean => later.includes(cleReponse(first));
  return [...groups.filter((group) => !isLater(group)), ...groups.filter(isLater)];
}

/** How many questions they are: what stands apart is one of its own. */
export const countOf = (groups: readonly Group[]): number =>
  groups.reduce((sum, group) => sum + 1 + group.filter((one) => whyApart(group, one) !== null).length, 0);
