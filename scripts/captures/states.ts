// Every state of the pane worth looking at, and how an agent comes to it, from one to the next.
import { EXAMPLE_STATES } from "./example-states";
import { NOUVEAU_STATES } from "./nouveau-states";
import type { State } from "./reach";
import { WORKBOOK_STATES } from "./workbook-states";

/** In this order: each goes on from the one before. */
export const STATES: readonly State[] = [...EXAMPLE_STATES, ...NOUVEAU_STATES, ...WORKBOOK_STATES];
