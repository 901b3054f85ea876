// Whether figures that no table reads could be amounts of the contract: their values decide, the words over them only rank.
import type { Convention } from "../../contract/convention";
import type { Unite } from "../../domain/values/unite";
import { formatListe } from "../../domain/words/format";
import type { ContractYears } from "../headings/contract-years";
import { announcesMoney } from "../headings/announced";
import { countedAs } from "../headings/announced";
import { announcesDate } from "../headings/announced";
import { LIMITS } from "../limits";
import { centimesOf, isDate, type Figure } from "./figure-cells";

export type Judgement =
  /** None of them could be an amount of the contract: French clause. */
  | { readonly kind: "aside"; readonly pourquoi: string }
  /** `isSmall`: below any amount that somebody would look for. */
  | { readonly kind: "unknown"; readonly isSmall: boolean };

/** The least amount of the contract, in centimes. */
export function leastAmount({ actions }: Pick<Convention, "actions">): number {
  const parts = actions.flatMap(({ montants }) => montants.flatMap(({ etat, collectivite }) => [etat, collectivite]));
  return parts.reduce((least: number, part) => (part > 0 && part < least ? part : least), Infinity);
}

const KINDS: Readonly<Record<Exclude<Figure["kind"], "amount">, string>> = {
  year: "années",
  share: "pourcentages",
  code: "codes ou numéros",
  zero: "zéros",
};

/** "1, 2, 2, 3": the numbers of the rows, or of what stands on them. */
export function isNumbering(figures: readonly Figure[]): boolean {
  return (
    figures.length > 1 &&
    figures[0]?.value !== figures.at(-1)?.value &&
    figures.every(({ value }, index) => {
      const step = value - (figures[index - 1]?.value ?? 0);
      return Number.isInteger(value) && value > 0 && (step === 0 || step === 1);
    })
  );
}

/** What the words over the figures say that they are, where they say that they are no amounts. */
function rankOf(words: readonly string[]): NonNullable<ReturnType<typeof countedAs>> | null {
  const said = words.map(countedAs);
  return (["computed", "rate", "count"] as const).find((rank) => said.includes(rank)) ?? null;
}

export const NUMBERS = "numéros qui se suivent";

/** Years that the words name, where none of them is the contract's. */
export function isOfOtherYears(words: readonly string[], years: ContractYears): boolean {
  const said = words.flatMap((text) => (text.match(/(?<!\d)20\d\d(?!\d)/g) ?? []).map(Number));
  return said.length > 0 && !said.some((year) => years.has(year));
}

const plural = (figures: readonly Figure[], one: string, several: string): string =>
  figures.length > 1 ? several : one;

export const tooSmall = (figures: readonly Figure[]): string =>
  plural(figures, "trop petit pour être un montant du contrat", "trop petits pour être des montants du contrat");

/** `least` as `leastAmount` tells it; `unit` is that of the table whose figures they stand among. */
export function judgeFigures(
  figures: readonly Figure[],
  words: readonly string[],
  { least, unit }: { readonly least: number; readonly unit: Unite },
): Judgement {
  const speaksOfMoney = words.some(announcesMoney);
  const amounts = figures.filter(({ kind }) => kind === "amount" || (kind === "year" && speaksOfMoney));
  if (amounts.length === 0) {
    const kinds = new Set(figures.map(({ kind }) => (kind === "amount" ? "zero" : kind)));
    return { kind: "aside", pourquoi: formatListe([...kinds].map((kind) => KINDS[kind])) };
  }
  if (isNumbering(amounts)) return { kind: "aside", pourquoi: NUMBERS };
  if (words.some(announcesDate) && amounts.every(({ value }) => isDate(value)))
    return { kind: "aside", pourquoi: "dates" };
  const rank = rankOf(words);
  if (rank === "computed" && amounts.every(({ isComputed }) => isComputed)) {
    return { kind: "aside", pourquoi: plural(amounts, "calculé par formule", "calculés par formule") };
  }
  const isInUnit = rank === null || rank === "computed" || (rank === "count" && speaksOfMoney);
  const greatest = Math.max(...amounts.map((figure) => Math.abs(centimesOf(figure, isInUnit ? unit : "€"))));
  if (rank === null) return { kind: "unknown", isSmall: greatest < LIMITS.leastAmount };
  const bound = speaksOfMoney ? LIMITS.leastAmount : Math.max(LIMITS.leastAmount, Number.isFinite(least) ? least : 0);
  if (greatest > LIMITS.leastAmount && greatest >= bound) return { kind: "unknown", isSmall: false };
  return { kind: "aside", pourquoi: tooSmall(amounts) };
}
