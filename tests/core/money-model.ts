// What the contract says of paid and executed money, written from its text alone: a second opinion that shares no code with the product.

interface Amounts {
  readonly etat: number;
  readonly local: number;
}

/** Whole centimes of one action in one year; what the workbook does not show is null. */
export interface ActionYear {
  readonly action: number;
  readonly axe: number;
  readonly year: number;
  readonly contracted: Amounts;
  readonly executed: Amounts;
  readonly paid: number | null;
}

/** A payment that is shown of a whole axe, or of the whole year. */
export interface WholePayment {
  readonly year: number;
  readonly axe: number | null;
  readonly amount: number;
}

/** What the parties decided of what an action did not use of a year, by the day that is looked at. */
export interface Decision {
  readonly action: number;
  readonly year: number;
  readonly what: "carried" | "given back" | "deducted" | "nothing";
  /** The year that it goes to; null for what goes to none. */
  readonly to: number | null;
  readonly amount: number;
}

export interface Money {
  readonly cells: readonly ActionYear[];
  readonly wholes: readonly WholePayment[];
  readonly decisions: readonly Decision[];
  /** Years whose figures are due, and years that the contract or an avenant has fixed. */
  readonly due: readonly number[];
  readonly firm: readonly number[];
  readonly ended: boolean;
}

const line = (rule: string, severity: string, place: string, amount: number): string =>
  `${rule} | ${severity} | ${place} | ${amount}`;

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
const costOf = ({ executed }: ActionYear): number => executed.etat + executed.local;

/** Article 5: what the State contributes (paid where known, else executed) is not above what the action cost. */
function ceiling({ cells, decisions, due, ended }: Money): string[] {
  const rule = "contribution-plafonnee-au-cout";
  // What went back, or to another year, is no contribution to that one; what came from another is.
  const gone = ({ action, year }: ActionYear): number =>
    sum(
      decisions
        .filter((one) => one.action === action && one.what !== "nothing")
        .map(({ year: of, what, to, amount }) =>
          of === year ? amount : what === "carried" && to === year ? -amount : 0,
        ),
    );
  const given = (cell: ActionYear): number =>
    due.includes(cell.year) && cell.paid !== null ? cell.paid - gone(cell) : cell.executed.etat;
  const excess = (some: readonly ActionYear[]): number => sum(some.map(given)) - sum(some.map(costOf));
  const found = cells
    .filter((cell) => excess([cell]) > 0)
    .map((cell) => line(rule, "warning", `action ${cell.action} ${cell.year}`, excess([cell])));
  if (!ended) return found;
  return [...new Set(cells.map(({ action }) => action))].reduce((all, action) => {
    const some = cells.filter((cell) => cell.action === action);
    return excess(some) > 0 ? [...all, line(rule, "error", `action ${action}`, excess(some))] : all;
  }, found);
}

const isOf =
  ({ year, axe }: WholePayment) =>
  (cell: ActionYear): boolean =>
    cell.year === year && (axe === null || cell.axe === axe);

const nameOf = ({ year, axe }: WholePayment): string => (axe === null ? `year ${year}` : `axe ${axe} ${year}`);

/** Article 3: what is paid is what is contracted, at the level at which it is shown; a year that nobody has fixed is said once. */
function payments({ cells, wholes, firm }: Money): string[] {
  const rule = "versement-du-contrat";
  const ofActions = cells.flatMap(({ action, year, contracted, paid }) =>
    paid === null || paid === contracted.etat || (paid === 0 && !firm.includes(year))
      ? []
      : [line(rule, contracted.etat === 0 ? "error" : "warning", `action ${action} ${year}`, paid - contracted.etat)],
  );
  // The whole year is its own sum: where no avenant has fixed it, that is what is said of it.
  const ofWholes = wholes.flatMap((whole) => {
    const gap = whole.amount - sum(cells.filter(isOf(whole)).map(({ contracted }) => contracted.etat));
    const isFirm = firm.includes(whole.year);
    const isSaid = gap !== 0 && (isFirm || (whole.axe !== null && whole.amount !== 0));
    return isSaid ? [line(rule, "warning", nameOf(whole), gap)] : [];
  });
  const paidIn = (year: number): number =>
    sum([
      ...cells.map((cell) => (cell.year === year ? (cell.paid ?? 0) : 0)),
      ...wholes.map((whole) => (whole.year === year ? whole.amount : 0)),
    ]);
  const loose = [...new Set(cells.map(({ year }) => year))].filter(
    (year) => !firm.includes(year) && paidIn(year) !== 0,
  );
  const ofYears = loose.map((year) => {
    const credits = sum(cells.filter((cell) => cell.year === year).map(({ contracted }) => contracted.etat));
    return line(rule, "warning", `year ${year}`, paidIn(year) - credits);
  });
  return [...ofActions, ...ofWholes, ...ofYears];
}

/** Article 5: of a year that is due, what was paid and not executed, of each action, axe or year that is paid; no excess hides it. */
function unused({ cells, wholes, due }: Money): string[] {
  const left = (year: number, place: string, paid: number, executed: number): string[] =>
    due.includes(year) && paid > executed ? [line("somme-a-reverser", "warning", place, paid - executed)] : [];
  return [
    ...cells.flatMap(({ action, year, executed, paid }) =>
      paid === null ? [] : left(year, `action ${action} ${year}`, paid, executed.etat),
    ),
    ...wholes.flatMap((whole) =>
      left(
        whole.year,
        nameOf(whole),
        whole.amount,
        sum(cells.filter(isOf(whole)).map(({ executed }) => executed.etat)),
      ),
    ),
  ];
}

/** What was carried over is matched with what the year that received it executed beyond its own payment: the rest was not used either. */
function carriedOver({ cells, decisions, due }: Money): string[] {
  return cells.flatMap(({ action, year, executed, paid }) => {
    const received = decisions.filter((one) => one.what === "carried" && one.action === action && one.to === year);
    if (paid === null || !due.includes(year) || received.length === 0) return [];
    const carried = sum(received.map(({ amount }) => amount));
    const left = carried - Math.min(carried, Math.max(0, executed.etat - paid));
    return left > 0 ? [line("somme-a-reverser", "warning", `action ${action} ${year}`, left)] : [];
  });
}

/** Article 2.2: executed below 80 % of what is contracted, of the total or of the part of the State. */
function underuse({ cells, due }: Money): string[] {
  const isBelow = (done: number, planned: number): boolean => planned > 0 && done * 100 < planned * 80;
  return cells
    .filter((cell) => due.includes(cell.year))
    .filter(
      (cell) =>
        isBelow(costOf(cell), cell.contracted.etat + cell.contracted.local) ||
        isBelow(cell.executed.etat, cell.contracted.etat),
    )
    .map(({ action, year }) => line("sous-consommation", "warning", `action ${action} ${year}`, 0));
}

/** All that is to be said of the money, whatever is told by whom. */
export const expectedOf = (money: Money): string[] =>
  [
    ...ceiling(money),
    ...payments(money),
    // One party alone settles nothing: what was decided of it leaves what was not used as it is.
    ...unused(money),
    ...carriedOver(money),
    ...underuse(money),
  ].sort();
