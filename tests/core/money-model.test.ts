// Payments in any form, at any level, over any executed amounts, and decisions on what was not used: the rules find what the model of the contract finds.
import { expect, test } from "vitest";
import fc, { check, runs } from "../seeded";
import { contratIntegre } from "../../src/contracts/built-in";
import { contractAmount } from "../../src/core/contract/in-force/contract-amounts";
import { verify } from "../../src/core/verify";
import { execution, indicateurs, TODAY, withSlips } from "./executed-workbook";
import { expectedOf, type ActionYear, type Money, type WholePayment } from "./money-model";
import { tableauBudgetaire } from "./reading/annexes";
import { rawWorkbook, type CellLiteral } from "./reading/raw-workbook-builder";

const RULES = ["contribution-plafonnee-au-cout", "versement-du-contrat", "somme-a-reverser", "sous-consommation"];
const YEARS = [2024, 2025];
/** Columns of Total, État, Métropole and Versé in each year; rows of the actions, of the axes and of the TOTAL. */
const COLUMNS: Readonly<Record<number, string>> = { 2024: "BCDE", 2025: "FGHI" };
const rowOfAction = (action: number): number => 4 + action - 1 + Math.floor((action - 1) / 2);
const rowOfAxe = (axe: number): number => 3 * axe;
const TOTAL = 15;

const amounts = fc.constantFrom(0, 0.5, 0.7999, 0.8, 0.9, 1, 1, 1, 1.2);
const drawn = fc.record({
  level: fc.tuple(fc.constantFrom("action", "axe", "year"), fc.constantFrom("action", "axe", "year")),
  shares: fc.array(fc.tuple(amounts, amounts, amounts), { minLength: 16, maxLength: 16 }),
  asOf: fc.constantFrom("2025-06-30", TODAY, "2028-06-30"),
  /** In columns of the table, or in a list, each payment in one line or in two; one that is still to come is none. */
  form: fc.constantFrom("table", "list", "list in two instalments", "list with one to come"),
  decisions: fc.uniqueArray(
    fc.record({
      action: fc.integer({ min: 1, max: 8 }),
      year: fc.constantFrom(...YEARS),
      what: fc.constantFrom("carried", "given back", "deducted", "nothing"),
      /** Of what was not used: a decision on more than that is one to correct. */
      share: fc.constantFrom(0.5, 1, 1.2),
      on: fc.constantFrom("12/06/2025", "12/03/2024", "01/01/2030", null),
    }),
    { selector: ({ action }) => action, maxLength: 4 },
  ),
});

const cents = (share: number, amount: number): number => Math.round(share * amount);

type Drawn = typeof drawn extends fc.Arbitrary<infer One> ? One : never;

/** Of what was paid for an action and not used; a decision without its date, or of a day to come, decides nothing. */
function decisionsOf({ decisions, asOf }: Pick<Drawn, "decisions" | "asOf">, cells: readonly ActionYear[]) {
  return decisions.flatMap(({ share, on, ...decision }) => {
    const own = cells.find(({ action, year }) => action === decision.action && year === decision.year);
    const unused = own && own.paid !== null ? own.paid - own.executed.etat : 0;
    if (unused <= 0) return [];
    const isTaken = on !== null && on.split("/").reverse().join("-") <= asOf;
    const to = decision.what === "carried" || decision.what === "deducted" ? decision.year + 1 : null;
    return [{ ...decision, to, amount: cents(share, unused), on, isTaken }];
  });
}

const SUITES = { carried: "reportée", "given back": "rendue", deducted: "déduite", nothing: "aucune" } as const;

/** The lists of a sheet « Versements »: what was paid, and what was decided. */
function listsOf({ cells, wholes }: Money, one: Drawn): CellLiteral[][] {
  const paid = [
    ...cells.flatMap(({ action, year, paid }) =>
      paid === null ? [] : [{ year, of: `Action ${action}`, amount: paid }],
    ),
    ...wholes.map(({ year, axe, amount }) => ({ year, of: axe === null ? "Année entière" : `Axe ${axe}`, amount })),
  ];
  const euros = (centimes: number): number => Math.round(centimes) / 100;
  const instalments = ({ year, of, amount }: (typeof paid)[number]): CellLiteral[][] => {
    const first = one.form === "list in two instalments" ? Math.floor(amount / 3) : 0;
    // A list in which a part has no line at all says of the year what it lacks; here each has its line.
    return [...(first === 0 ? [] : [first]), amount - first].map((part, index) => [
      `1${index}/05/${year}`,
      euros(part),
      year,
      of,
    ]);
  };
  const toCome: CellLiteral[][] =
    one.form === "list with one to come"
      ? [["01/02/2031", 1000, 2025, paid.find(({ year }) => year === 2025)?.of ?? null]]
      : [];
  const payments =
    one.form === "table"
      ? []
      : [["Versé le", "Montant versé", "Année", "Action ou axe"], ...paid.flatMap(instalments), ...toCome];
  const decided = decisionsOf(one, cells).map(({ action, year, what, to, amount, on }): CellLiteral[] => [
    ...[on, euros(amount), year, `Action ${action}`, SUITES[what], to],
  ]);
  return [
    ...payments,
    [],
    [],
    ["Décidé le", "Montant", "Année", "Action ou axe", "Suite donnée", "Sur l’année"],
    ...decided,
  ];
}

function moneyOf({ level, shares, asOf, decisions }: Drawn): Money {
  const cells = YEARS.flatMap((year, index) =>
    contratIntegre.actions.map(({ numero, axe }, rank): ActionYear => {
      const action = contratIntegre.actions[rank];
      if (!action) throw new Error("no action");
      const [etat, local] = [contractAmount(action, year, "etat"), contractAmount(action, year, "collectivite")];
      const [paid, doneEtat, doneLocal] = shares[8 * index + rank] ?? [1, 1, 1];
      return {
        ...{ action: Number(numero), axe, year, contracted: { etat, local } },
        executed: { etat: cents(doneEtat, etat), local: cents(doneLocal, local) },
        paid: level[index] === "action" ? cents(paid, etat) : null,
      };
    }),
  );
  const wholes = YEARS.flatMap((year, index): WholePayment[] => {
    const of = (axe: number | null): WholePayment => {
      const some = cells.filter((cell) => cell.year === year && (axe === null || cell.axe === axe));
      const contracted = some.reduce((total, cell) => total + cell.contracted.etat, 0);
      return { year, axe, amount: cents(shares[8 * index + (axe ?? 0)]?.[0] ?? 1, contracted) };
    };
    if (level[index] === "axe") return contratIntegre.axes.map(({ numero }) => of(numero));
    return level[index] === "year" ? [of(null)] : [];
  });
  return {
    cells,
    wholes,
    decisions: decisionsOf({ decisions, asOf }, cells).filter(({ isTaken }) => isTaken),
    due: YEARS.filter((year) => asOf > `${year + 1}-01-31`),
    firm: [2024],
    ended: asOf > "2028-01-31",
  };
}

function cellsOf({ cells, wholes }: Money, isPaidHere: boolean): Record<string, CellLiteral> {
  const slips: Record<string, CellLiteral> = {};
  const put = (year: number, column: number, row: number, centimes: number | null): void => {
    const isThere = centimes !== null && (isPaidHere || column < 3);
    slips[`${COLUMNS[year]?.[column] ?? ""}${row}`] = isThere ? centimes / 100 : null;
  };
  for (const year of YEARS) {
    const own = cells.filter((cell) => cell.year === year);
    for (const { action, executed, paid } of own) {
      const row = rowOfAction(action);
      put(year, 0, row, executed.etat + executed.local);
      put(year, 1, row, executed.etat);
      put(year, 2, row, executed.local);
      put(year, 3, row, paid);
    }
    const add = (of: (cell: ActionYear) => number): number => own.reduce((total, cell) => total + of(cell), 0);
    put(
      year,
      0,
      TOTAL,
      add(({ executed }) => executed.etat + executed.local),
    );
    put(
      year,
      1,
      TOTAL,
      add(({ executed }) => executed.etat),
    );
    put(
      year,
      2,
      TOTAL,
      add(({ executed }) => executed.local),
    );
    const paid = own.every((cell) => cell.paid !== null) ? add((cell) => cell.paid ?? 0) : null;
    put(year, 3, TOTAL, paid);
  }
  for (const { year, axe, amount } of wholes) put(year, 3, axe === null ? TOTAL : rowOfAxe(axe), amount);
  return slips;
}

function foundIn(money: Money, one: Drawn): string[] {
  const { asOf, form } = one;
  const raw = rawWorkbook({
    "Tableau budgétaire": tableauBudgetaire,
    Exécution: withSlips(execution, cellsOf(money, form === "table")),
    Versements: listsOf(money, one),
    Indicateurs: indicateurs,
  });
  return verify(raw, contratIntegre, asOf)
    .verification.findings.filter(({ rule, severity }) => RULES.includes(rule) && severity !== "info")
    .map(({ rule, severity, subject: { action, axe, year }, figures }) => {
      const place = action === undefined ? (axe === undefined ? "year" : `axe ${axe}`) : `action ${action}`;
      const gap = rule === "sous-consommation" ? 0 : (figures?.gap ?? 0);
      return `${rule} | ${severity} | ${place}${year === undefined ? "" : ` ${year}`} | ${gap}`;
    })
    .sort();
}

test("any payments and executed amounts: the rules say what the contract says", () => {
  check(
    runs(10, 150),
    fc.property(drawn, (one) => {
      const money = moneyOf(one);
      const missing2026 = one.asOf > "2028";
      // What 2026 and 2027 lack leaves the whole contract not checkable once it has ended.
      const expected = expectedOf(missing2026 ? { ...money, ended: false } : money);
      const found = foundIn(money, one);
      expect({
        ...{ level: one.level, form: one.form },
        missing: expected.filter((each) => !found.includes(each)),
        unexpected: found.filter((each) => !expected.includes(each)),
      }).toEqual({ level: one.level, form: one.form, missing: [], unexpected: [] });
    }),
  );
});
