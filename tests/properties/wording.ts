// The words in which agents write the same label: numbering, case, accents, apostrophes, dashes, spaces.
import fc from "fast-check";

const PREFIXES = {
  none: () => "",
  number: (numero) => `${numero} `,
  dotted: (numero) => `${numero}. `,
  "n°": (numero) => `Action n°${numero} - `,
  colon: (numero) => `Action ${numero} : `,
  dash: (numero) => `Action ${numero} – `,
  line: (numero) => `Action ${numero} :\n`,
} as const satisfies Record<string, (numero: number) => string>;

const AXES = {
  quoted: (_, intitule) => `Axe « ${intitule} »`,
  numbered: (numero, intitule) => `Axe ${numero} : ${intitule}`,
  dash: (numero, intitule) => `AXE ${numero} – ${intitule}`,
  bare: (_, intitule) => intitule,
} as const satisfies Record<string, (numero: number, intitule: string) => string>;

const CASES = {
  "as it is": (text) => text,
  upper: (text) => text.toLocaleUpperCase("fr"),
  lower: (text) => text.toLocaleLowerCase("fr"),
  mistyped: (text) => (text.length < 24 ? text : text.replace(/(?<=^.{12,}\p{L})(\p{L})(?!\1)(\p{L})/u, "$2$1")),
  "no accents": (text) => text.normalize("NFD").replace(/\p{M}/gu, ""),
} as const satisfies Record<string, (text: string) => string>;

const SIGNS = {
  "as it is": (text) => text,
  straight: (text) => text.replaceAll("’", "'"),
  curly: (text) => text.replaceAll("'", "’"),
  doubled: (text) => `  ${text.replaceAll(" ", "  ")} `,
  "no-break": (text) => text.replaceAll(" ", "\u00a0"),
  starred: (text) => `${text}*`,
  "two lines": (text) => text.replace(/ (?=\S+ \S+$)/, "\n"),
} as const satisfies Record<string, (text: string) => string>;

export interface Wording {
  readonly action: keyof typeof PREFIXES;
  readonly axe: keyof typeof AXES;
  readonly letters: keyof typeof CASES;
  readonly signs: keyof typeof SIGNS;
  /** Which of an axe's labels: 0 for its own, then its aliases. */
  readonly alias: number;
}

const oneOf = <Key extends string>(choices: Record<Key, unknown>): fc.Arbitrary<Key> =>
  fc.constantFrom(...(Object.keys(choices) as Key[]));

/** Mistyped labels are findings of their own: only where they are asked for. */
const LETTERS = (Object.keys(CASES) as Wording["letters"][]).filter((letters) => letters !== "mistyped");

export const wordings: fc.Arbitrary<Wording> = fc.record({
  action: oneOf(PREFIXES),
  axe: oneOf(AXES),
  letters: fc.constantFrom(...LETTERS),
  signs: oneOf(SIGNS),
  alias: fc.nat({ max: 2 }),
});

export const PLAIN: Wording = { action: "none", axe: "quoted", letters: "as it is", signs: "as it is", alias: 0 };

const write = ({ letters, signs }: Wording, text: string): string => SIGNS[signs](CASES[letters](text));

export function actionLabel(wording: Wording, numero: number | null, intitule: string): string {
  return write(wording, `${numero === null ? "" : PREFIXES[wording.action](numero)}${intitule}`);
}

export function axeLabel(wording: Wording, numero: number, labels: readonly string[]): string {
  const intitule = labels[wording.alias % labels.length] ?? "";
  return write(wording, AXES[wording.axe](numero, intitule));
}

export const indicatorLabel = (wording: Wording, intitule: string): string => write(wording, intitule);
