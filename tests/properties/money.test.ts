// Money outside the contract's places: whatever the State paid, executed or is said to give where it gives nothing is found.
import { test } from "vitest";
import fc, { check, runs } from "../seeded";
import { montantFromCentimes } from "../../src/core/domain/values/montant";
import type { Convention } from "../../src/core/contract/convention";
import { cleanContent, type AmountRow, type Content } from "./content";
import { contracts } from "./contracts";
import { dices } from "./plant";
import { explain, told, verifyCase, type Verified } from "./run";
import { LATE, pick, withExecution, type Dice } from "./slips/slip";
import { workbookLayouts, type WorkbookLayout } from "./workbook-layout";

const RIEN = montantFromCentimes(0);

/** The contract with one of its actions that gets nothing in its first year, or in the last. */
function withGap(convention: Convention, dice: Dice): { convention: Convention; numero: number; annee: number } | null {
  const action = pick(convention.actions, dice.row);
  const annee = pick([convention.annees[0]?.annee, convention.annees.at(-1)?.annee], dice.year);
  if (!action || annee === undefined || annee === null) return null;
  const without = action.montants.find((one) => one.annee === annee)?.etat ?? RIEN;
  const less = (montant: number) => montantFromCentimes(montant - without);
  return {
    numero: Number(action.numero),
    annee,
    convention: {
      ...convention,
      actions: convention.actions.map((one) =>
        one === action
          ? {
              ...one,
              montants: one.montants.map((own) =>
                own.annee === annee ? { annee, etat: RIEN, collectivite: RIEN } : own,
              ),
            }
          : one,
      ),
      creditsEtat: convention.creditsEtat.map((credit) =>
        credit.annee === annee
          ? {
              ...credit,
              montant: less(credit.montant),
              ...(credit.repartition && {
                repartition: credit.repartition.map((part) =>
                  part.axe === action.axe ? { ...part, montant: less(part.montant) } : part,
                ),
              }),
            }
          : credit,
      ),
    },
  };
}

const changeRow = (content: Content, numero: number, change: (row: AmountRow) => AmountRow): Content => ({
  ...content,
  execution: content.execution && {
    ...content.execution,
    rows: content.execution.rows.map((row) => (row.numero === numero ? change(row) : row)),
  },
});

/** Paid and executed in the same year, half by each party, so that every sum and share of the table holds. */
const spend =
  (annee: number, centimes: number) =>
  (row: AmountRow): AmountRow => ({
    ...row,
    montants: new Map(row.montants).set(annee, { etat: { centimes }, collectivite: { centimes } }),
    verses: new Map(row.verses).set(annee, { centimes }),
  });

/** Null where the layout lets the two tables be taken for one another: there is no execution table then. */
function verifyPaid(content: Content, layout: WorkbookLayout): Verified | null {
  const verified = verifyCase({ content, layout: withExecution(layout, { hasPaid: true }), asOf: LATE });
  return verified.verification.read.some(({ kind }) => kind === "execution") ? verified : null;
}

/** Which of them no finding begins with. */
function untold({ verification }: Verified, wanted: readonly string[]): readonly string[] {
  const found = verification.findings.map(told);
  return wanted.filter((one) => !found.some((finding) => finding.startsWith(one)));
}

test("one centime paid and spent for an action in a year in which the contract gives it nothing", () => {
  check(
    runs(20, 100),
    fc.property(contracts, workbookLayouts, dices, (drawn, layout, dice) => {
      const made = withGap(drawn, dice);
      if (!made) return;
      const { convention, numero, annee } = made;
      const content = changeRow(cleanContent(convention, LATE), numero, spend(annee, 1 + dice.amount));
      const verified = verifyPaid(content, layout);
      if (!verified) return;
      const missing = untold(verified, [
        `error versement-du-contrat/${numero}/${annee}/etat/verse `,
        `warning sur-execution/${numero}/${annee}/etat `,
      ]);
      if (missing.length > 0) throw new Error(explain(verified, `not found: ${missing.join(", ")}`));
    }),
  );
});

test("one centime paid and spent for an action that the contract does not have", () => {
  check(
    runs(20, 100),
    fc.property(contracts, workbookLayouts, dices, (convention, layout, dice) => {
      const content = cleanContent(convention, LATE);
      const { execution } = content;
      const annee = execution && pick(execution.years, dice.year);
      const [model] = execution?.rows ?? [];
      if (!execution || !model || annee === null) return;
      const empty = new Map(execution.years.map((year) => [year, NOTHING] as const));
      const unknown = spend(
        annee,
        1 + dice.amount,
      )({
        ...model,
        id: "inconnue",
        axe: execution.rows.at(-1)?.axe ?? model.axe,
        numero: 97,
        intitule: "Xylophone quotidien",
        montants: empty,
        verses: new Map(),
      });
      const rows = [...execution.rows, unknown];
      const verified = verifyPaid({ ...content, execution: { ...execution, rows } }, layout);
      if (!verified) return;
      const missing = untold(verified, [
        `error versement-du-contrat/${annee}/etat/`,
        `warning sur-execution/${annee}/etat/`,
      ]);
      // Without its number nobody can tell that it is none of the contract's: the rules are not kept all the same.
      const isAsked = verified.verification.rules
        .filter(({ rule }) => rule === "versement-du-contrat" || rule === "sur-execution")
        .every(({ status, reason }) => status !== "compliant" && reason !== undefined);
      if (missing.length > 0 && !isAsked) throw new Error(explain(verified, `not found: ${missing.join(", ")}`));
    }),
  );
});

const NOTHING = { etat: { centimes: null }, collectivite: { centimes: null } } as const;
