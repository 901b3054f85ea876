// The rules of the catalogue that this version does not know yet: listed as such, never as passed.
import type { RuleResult } from "../verification";

/** In the order of the catalogue. */
export const notYetAvailable: readonly RuleResult[] = [];
