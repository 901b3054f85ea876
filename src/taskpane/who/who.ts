// Who works in the pane, as he declared it: who may answer what, and how he is named.
import type { Justification } from "../../core/domain/justification";
import type { Qui } from "../../core/domain/registre";

export const isDeclared = ({ name, party }: Qui): boolean => name !== "" && party !== null;

/** One party never answers itself, nor one person. */
export const mayAnswer = ({ name, party }: Qui, given: Pick<Justification, "by" | "party">): boolean =>
  party !== null && party !== given.party && name.toLowerCase() !== given.by?.trim().toLowerCase();
