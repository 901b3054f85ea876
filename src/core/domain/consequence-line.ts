// The line of « Écarts » by which a finding that follows from another one is told, and is known again.
import { NBSP } from "./words/format";

const BEGINNING = `Découle de${NBSP}:`;

/** `cause` names the finding that it follows from. */
export const consequenceLine = (cause: string): string => `${BEGINNING} ${cause}.`;

export const isConsequenceRow = (message: string): boolean =>
  message.split(/\r?\n/).some((line) => line.startsWith(BEGINNING));
