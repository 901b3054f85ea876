/** What the contract and rules.md say of paid and executed money, written from them alone: a second opinion that shares no code with the product. */

/** Whole centimes of one action in one year: what the contract gives, and what the workbook shows (undefined: nothing is shown). */
export interface ActionYear {
    readonly action: number;
    readonly axe: number;
    readonly year: number;
    readonly contracted: { readonly etat: number; readonly local: number };
    readonly executed?: { readonly etat: number; readonly local: number };
    readonly paid?: number;
}

/** A payment that is shown of a whole axe or of the whole year. */
export interface WholePayment {
    readonly year: number;
    readonly axe?: number;
    readonly amount: number;
}

export interface Money {
    readonly cells: readonly ActionYear[];
    readonly wholes: readonly WholePayment[];
    /** Years whose figures are due, and years that the contract or an avenant has fixed. */
    readonly due: readonly number[];
    readonly firm: readonly number[];
    readonly ended: boolean;
}

/** rule | severity | action or axe or year | amount in centimes. */
export type Expected = string;

const line = (rule: string, severity: string, place: string, amount: number): Expected => `${rule} | ${severity} | ${place} | ${amount}`;

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** Article 5: the contribution of the State (paid where known, else executed) is not above what the action cost. */
function ceiling({ cells, ended }: Money): Expected[] {
    const excess = (some: readonly ActionYear[]): number =>
        sum(some.map(({ paid, executed }) => paid ?? executed!.etat)) - sum(some.map(({ executed }) => executed!.etat + executed!.local));
    const known = cells.filter(({ executed }) => executed !== undefined);
    const found = known
        .filter((cell) => excess([cell]) > 0)
        .map((cell) => line('contribution-plafonnee-au-cout', 'warning', `action ${cell.action} ${cell.year}`, excess([cell])));
    if (!ended) return found;
    const actions = [...new Set(cells.map(({ action }) => action))];
    return [
        ...found,
        ...actions
            .map((action) => cells.filter((cell) => cell.action === action))
            .filter((some) => some.every(({ executed }) => executed !== undefined) && excess(some) > 0)
            .map((some) => line('contribution-plafonnee-au-cout', 'error', `action ${some[0]!.action}`, excess(some))),
    ];
}

/** Article 3: what is paid is what is contracted, at the level at which it is shown; and always the sum of the year, once all of it is known. */
function payments({ cells, wholes }: Money): Expected[] {
    const found: Expected[] = [];
    for (const { action, year, contracted, paid } of cells)
        if (paid !== undefined && paid !== contracted.etat)
            found.push(line('versement-du-contrat', contracted.etat === 0 ? 'error' : 'warning', `action ${action} ${year}`, paid - contracted.etat));
    for (const { year, axe, amount } of wholes) {
        const due = sum(cells.filter((cell) => cell.year === year && (axe === undefined || cell.axe === axe)).map(({ contracted }) => contracted.etat));
        if (amount !== due) found.push(line('versement-du-contrat', 'warning', axe === undefined ? `year ${year}` : `axe ${axe} ${year}`, amount - due));
    }
    for (const year of new Set(cells.map((cell) => cell.year))) {
        const some = cells.filter((cell) => cell.year === year);
        const shown = wholes.filter((whole) => whole.year === year);
        if (shown.some(({ axe }) => axe === undefined)) continue;
        const parts = some.every(({ paid }) => paid !== undefined) ? some.map(({ paid }) => paid!) : shown.map(({ amount }) => amount);
        const whole = some.every(({ paid }) => paid !== undefined) || new Set(some.map(({ axe }) => axe)).size === shown.length;
        const gap = sum(parts) - sum(some.map(({ contracted }) => contracted.etat));
        if (whole && gap !== 0) found.push(line('versement-du-contrat', 'warning', `year ${year}`, gap));
    }
    return found;
}

/** Article 5: of a year that is due, what was paid and not executed, per action and year, none hidden by another's excess; else at the level that is paid. */
function unused({ cells, wholes, due }: Money): Expected[] {
    const found: Expected[] = [];
    for (const { action, year, executed, paid } of cells)
        if (due.includes(year) && paid !== undefined && executed && paid > executed.etat)
            found.push(line('somme-a-reverser', 'warning', `action ${action} ${year}`, paid - executed.etat));
    for (const { year, axe, amount } of wholes) {
        const some = cells.filter((cell) => cell.year === year && (axe === undefined || cell.axe === axe));
        if (!due.includes(year) || some.some(({ executed }) => executed === undefined) || some.some(({ paid }) => paid !== undefined)) continue;
        const left = amount - sum(some.map(({ executed }) => executed!.etat));
        if (left > 0) found.push(line('somme-a-reverser', 'warning', axe === undefined ? `year ${year}` : `axe ${axe} ${year}`, left));
    }
    return found;
}

/** Article 2.2: executed below 80 % of what is contracted, of the total or of the part of the State; the reduction is what the State's part left. */
function underuse({ cells, due }: Money): Expected[] {
    return cells
        .filter(({ year, executed }) => due.includes(year) && executed !== undefined)
        .filter(({ contracted, executed }) => {
            const below = (done: number, planned: number): boolean => planned > 0 && done * 100 < planned * 80;
            return below(executed!.etat + executed!.local, contracted.etat + contracted.local) || below(executed!.etat, contracted.etat);
        })
        .map(({ action, year, contracted, executed }) =>
            line('sous-consommation', 'warning', `action ${action} ${year}`, Math.max(0, contracted.etat - executed!.etat)),
        );
}

/** All that is to be said of the money. */
export function expectedOf(money: Money): Expected[] {
    return [...ceiling(money), ...payments(money), ...unused(money), ...underuse(money)].sort();
}
