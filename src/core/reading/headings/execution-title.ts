// Titles and names of sheets that speak of executed amounts.
import { foldText } from "../../domain/words/label";
import { tokenize } from "../labels/said-words";
import { LIMITS } from "../limits";
import { ACCOUNT_TITLE, EXECUTION_TITLE, FORESEEN_TITLE, SPENT_TITLE } from "./heading-words";

/** Whether a title or a sheet name announces executed amounts rather than contracted ones. */
export function announcesExecution(text: string): boolean {
  if (text.length > LIMITS.announcementLength) return false;
  const folded = foldText(text);
  const isSpent = SPENT_TITLE.test(folded) && !FORESEEN_TITLE.test(folded);
  return isSpent || tokenize(text).some((token) => EXECUTION_TITLE.test(token)) || ACCOUNT_TITLE.test(folded);
}
