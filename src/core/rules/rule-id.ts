// The identifiers of the rules of this version, as the compiler knows them from the registry.
import type { rules } from "./index";

export type RuleId = (typeof rules)[number]["meta"]["id"];
