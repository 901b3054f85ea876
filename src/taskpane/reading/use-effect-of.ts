// What an answer would change, calculated while the person reads, and said before anything is given.
import { useEffect, useState } from "react";
import { effectOf, readingProgress, type AnswerEffect } from "../../core/reading-progress";
import type { Verification } from "../../core/verification";
import type { Session } from "../session-store";
import { reponsesOf, type Answered } from "./ask";

/** So long the arrows rest on a choice before it is calculated. */
const REST_MS = 120;

/** Null where nothing is chosen or nothing can be told; what was told of another answer is gone at once. */
export function useEffectOf(
  session: Session,
  verification: Verification,
  answered: readonly Answered[],
): AnswerEffect | "computing" | null {
  const given = reponsesOf(answered, { by: "", on: verification.asOf, speaksFor: null });
  const asked = JSON.stringify(given);
  const [told, setTold] = useState<{ readonly asked: string; readonly effect: AnswerEffect | null } | null>(null);
  useEffect(() => {
    if (given.length === 0) return;
    let isCurrent = true;
    const tell = async (): Promise<void> => {
      const after = await session.workbook.questions.preview(verification.asOf, given).catch(() => null);
      const ranges = answered.flatMap(({ question: { range } }) => range ?? []);
      const effect = after && effectOf(readingProgress(verification), after, ranges);
      if (isCurrent) setTold({ asked, effect });
    };
    const timer = setTimeout(() => void tell(), REST_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `asked` says all that they hold
  }, [session, verification, asked]);
  if (given.length === 0) return null;
  return told?.asked === asked ? told.effect : "computing";
}
