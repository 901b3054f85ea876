// The headings of a column, from the top down, as one text: what a lower one says again is said once.
import { foldText } from "./fold-text";
import { withoutTurning } from "./steering";

const says = (heading: string, words: string): boolean => ` ${foldText(heading)} `.includes(` ${foldText(words)} `);

/** "2024" over « Part État » is "2024 – Part État"; over « BP 2024 Etat » it says nothing more. */
export const wordsOfPath = (path: readonly string[]): string =>
  withoutTurning(
    path.filter((text, at) => text !== "" && !path.slice(at + 1).some((lower) => says(lower, text))).join(" – "),
  );
