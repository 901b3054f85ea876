// Where the figures themselves say something else than an answer: it is said before the answer is given, which it may be all the same.
import { isSameRole, type Question, type Role } from "./question";

/** French sentences; null where the amounts are not the contract's, or are so under this answer as well. */
export function contradiction({ sameAsContract, supposed }: Question, answer: Role): string | null {
  if (!sameAsContract || (supposed && isSameRole(supposed, answer))) return null;
  const { same, of, what, party, year } = sameAsContract;
  const which = same === of ? `Ces ${same} montants sont` : `${same} de ses ${of} montants sont`;
  const told = `${which}, au centime, ceux que le contrat prévoit`;
  const isOfParty = party === null || party === answer.party;
  const isOfYear = year === null || year === answer.year;
  if (answer.nature === "contracted" && answer.party !== "autres") {
    return isOfParty && isOfYear ? null : `${told} pour autre chose : ${what}.`;
  }
  // Words for what was spent are heavier than amounts that were spent as planned.
  if (isSpent(answer) && isOfParty && isOfYear) {
    return supposed && isSpent(supposed)
      ? null
      : `${told}. Si c’est ce qui a été dépensé, ce qui est voté reste à trouver.`;
  }
  return `${told} : ${what}.`;
}

const isSpent = ({ nature }: Role): boolean => nature === "executed" || nature === "paid";
