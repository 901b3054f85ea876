// What is to be read of a contract of which the annexes are known: amounts and years are theirs, and the account is the same for all.
import { IBAN, type Attendu } from "../invented-document";
import type { Plan } from "./plan";

type Base = Omit<Attendu, "annees" | "montants" | "iban" | "programme" | "codes" | "repartition"> & Partial<Attendu>;

export const attenduDe = (plan: Plan, base: Base): Attendu => ({
  annees: plan.annees,
  montants: plan.axes.flatMap(({ actions }) => actions.flatMap(({ montants: [first] }) => (first ? [first] : []))),
  iban: IBAN,
  programme: "304",
  codes: [],
  repartition: null,
  ...base,
});
