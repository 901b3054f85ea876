// Which axe each line of a list is of: by its words, by its number, by what it amounts to; a pillar need not have the number of its axe.
import { foldLabel } from "../domain/words/label";
import type { AxeConnu, PartNommee } from "./signed-credits";

export interface Attribution {
  readonly axe: number;
  /** False where only the order of the lines tells. */
  readonly sure: boolean;
}

const bare = (text: string): string => foldLabel(text.replace(/^(?:axe|pilier) ?(?:n ?° ?)?\d{0,2} ?[:–-]? ?/iu, ""));

const sameWords = (nom: string, { intitule }: AxeConnu): boolean => {
  const [left, right] = [bare(nom), bare(intitule)];
  return (
    left !== "" &&
    right !== "" &&
    (left === right || (left.length > 12 && right.includes(left)) || (right.length > 12 && left.includes(right)))
  );
};

/** `sommeDe` is what the tables give to an axe in the year of the list; null where that is not known. */
export function attribuer(
  parts: readonly PartNommee[],
  axes: readonly AxeConnu[],
  sommeDe: (axe: number) => number | null,
): readonly (Attribution | null)[] {
  const agrees = ({ montant }: PartNommee, axe: number): boolean => sommeDe(axe) === montant;
  const taken = new Set<number>();
  const found = parts.map((part): Attribution | null => {
    const own = axes.filter((axe) => sameWords(part.nom, axe));
    const [only] = own;
    if (own.length !== 1 || !only || taken.has(only.numero)) return null;
    taken.add(only.numero);
    return { axe: only.numero, sure: true };
  });
  const left = axes.filter(({ numero }) => !taken.has(numero));
  const open = parts.flatMap((part, index) => (found[index] ? [] : [{ part, index }]));
  // Amounts of which each is that of one axe alone say more than numbers: a pillar need not have the number of its axe.
  const byAmount = open.map(({ part }) => left.filter((axe) => agrees(part, axe.numero)));
  if (byAmount.every(({ length }) => length === 1) && new Set(byAmount.flat()).size === open.length) {
    open.forEach(({ index }, rank) => (found[index] = { axe: byAmount[rank]?.[0]?.numero ?? 0, sure: true }));
    return found;
  }
  const numbers = open.map(({ part: { numero } }) => numero);
  const byNumber =
    numbers.every((numero) => numero !== null && left.some((axe) => axe.numero === numero)) &&
    new Set(numbers).size === numbers.length;
  const guesses = open.map(({ part, index }, rank) => ({
    part,
    index,
    axe: byNumber ? (part.numero ?? 0) : (left[rank]?.numero ?? null),
  }));
  // In their order they are what the tables say only where each of them amounts to what its axe does.
  const hold =
    (byNumber || open.length === left.length) && guesses.every(({ part, axe }) => axe !== null && agrees(part, axe));
  for (const { index, axe } of guesses) if (axe !== null) found[index] = { axe, sure: hold };
  return found;
}
