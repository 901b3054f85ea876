// The reasons that agents type in a column of the execution table itself: the same justification as one of « Écarts ».
import type { Cell, TableauExecution } from "./dossier";
import { remember } from "./remember";
import type { NumeroAction } from "./values/numero-action";

const placeOf = (action: NumeroAction, annee: number): string => `${action}/${annee}`;

const indexReasons = remember(({ lignesAction }: TableauExecution): ReadonlyMap<string, Cell> => {
  const byPlace = new Map<string, Cell>();
  for (const { action, justifications = [] } of lignesAction) {
    if (!action) continue;
    for (const [annee, cell] of justifications) {
      const place = placeOf(action.numero, annee);
      if (cell.text.trim() !== "" && !byPlace.has(place)) byPlace.set(place, cell);
    }
  }
  return byPlace;
});

/** Null where nothing is typed beside the amounts of that action and year. */
export function reasonInTable(execution: TableauExecution | null, action: NumeroAction, annee: number): Cell | null {
  return execution ? (indexReasons(execution).get(placeOf(action, annee)) ?? null) : null;
}

/** The rule that a reason beside the executed amounts answers. */
export const RULE_ANSWERED = "sous-consommation";

interface Constat {
  readonly rule: string;
  readonly subject: { readonly action?: NumeroAction; readonly year?: number };
}

/** What the agent explains beside the executed amounts themselves. */
export function reasonBeside({ rule, subject }: Constat, execution: TableauExecution | null): Cell | null {
  if (rule !== RULE_ANSWERED) return null;
  const { action, year } = subject;
  if (action === undefined || year === undefined) return null;
  return reasonInTable(execution, action, year);
}
