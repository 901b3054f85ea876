// Questions under the same key are one: a single answer holds wherever the same words stand.
import { groupBy } from "../../domain/group-by";
import type { Question } from "../../domain/question";
import { foldText } from "../../domain/words/label";

const keyOf = ({ key: { path, sheet } }: Question): string => `${sheet ?? ""}/${path.map(foldText).join("\n")}`;

/** The first one stands for all of them, and says where the others are asked. */
export function oncePerKey(questions: readonly Question[]): readonly Question[] {
  return [...groupBy(questions, keyOf).values()].flatMap((group) => {
    const [first, ...others] = group;
    if (!first || others.length === 0) return first ?? [];
    const places = others.flatMap(({ range, alsoAt = [] }) => (range ? [range, ...alsoAt] : []));
    const amounts = group.reduce((sum, { amounts: own = 0 }) => sum + own, 0);
    return [{ ...first, alsoAt: [...(first.alsoAt ?? []), ...places], amounts }];
  });
}
