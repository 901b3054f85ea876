// The rules that have something to say of every contract, told by the built-in one's own annexes: nowhere are they noise.
import { contratIntegre } from "../../src/contracts/built-in";
import { annexWorkbook } from "../contracts/annex-workbook";
import { saidAnyway } from "../said-anyway";
import { EARLY, LATE } from "./slips/slip";

export const SPEAK_ALWAYS: ReadonlySet<string> = new Set(
  [EARLY, LATE].flatMap((asOf) => [...saidAnyway(annexWorkbook(contratIntegre), contratIntegre, asOf)]),
);
