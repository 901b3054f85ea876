// What may be said of a discrepancy: a party gives reasons, the other one answers, and anybody comments.
import { isSigned } from "../../../core/domain/justification";
import type { Qui } from "../../../core/domain/registre";
import { mayAnswer } from "../../who/who";
import { workTexts } from "./texts";
import type { WorkItem } from "./work-list";
import type { Said } from "./work-store";

interface Saying {
  readonly kind: Said;
  readonly label: string;
}

interface Sayings {
  readonly mayAccept: boolean;
  /** Each asks for words. */
  readonly asks: readonly Saying[];
}

export function sayings({ finding: { justification: given }, state }: WorkItem, qui: Qui): Sayings {
  if (given === null) return { mayAccept: false, asks: [{ kind: "reason", label: workTexts.justify }] };
  const isWaiting = state === "justified" && isSigned(given);
  const mayAccept = isWaiting && mayAnswer(qui, given);
  const isOther = qui.party !== null && qui.party !== given.party;
  const reason =
    given.decision === "refused" ? workTexts.redo : isSigned(given) ? workTexts.editReason : workTexts.completeReason;
  return {
    mayAccept,
    asks: [
      ...(isWaiting && (isOther || qui.party === null)
        ? [{ kind: "answer" as const, label: mayAccept ? workTexts.refuseAsk : workTexts.answer }]
        : []),
      ...(isOther && isSigned(given) ? [] : [{ kind: "reason" as const, label: reason }]),
      { kind: "comment", label: workTexts.comment },
    ],
  };
}
