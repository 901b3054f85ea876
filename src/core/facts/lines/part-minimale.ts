// What the least share of a contract is held at: each action of a year, or where the contract says so an axe, a year or all of it.
import { axeDe } from "../../contract/in-force/en-vigueur";
import type { Convention } from "../../contract/convention";
import { groupBy } from "../../domain/group-by";
import type { Known } from "../../domain/known";
import { formatPart } from "../../domain/words/format";
import { ZERO, type Montant } from "../../domain/values/montant";
import type { NumeroAction } from "../../domain/values/numero-action";
import type { CellRef } from "xlsx-model/cell-ref";
import type { YearFact } from "../fact";
import type { FactTable } from "../fact-tables";
import { readTogether, type Lecture } from "../lecture";
import type { Ligne } from "./budget-lines";
import { shownIn, type Demande } from "./demandes";
import { duFinanceur } from "./financeurs";

/** What is judged together. */
export interface Lot<D> {
  readonly ligne: Ligne;
  /** "Action 5 – 2024", "Axe 2 – 2024", "2024", "2024-2027". */
  readonly nom: string;
  readonly axe: number | null;
  /** Null where it is of more than one. */
  readonly action: NumeroAction | null;
  /** Null for all the years of the contract together. */
  readonly annee: number | null;
  readonly demandes: readonly [D, ...D[]];
}

type DeLot = Pick<Demande, "annee" | "action" | "ligne">;

const axeOf = ({ action, annee, ligne }: DeLot): number | null =>
  action ? axeDe(action, annee) : (ligne.place.axe ?? null);

const niveauDe = ({ cofinancement }: Convention) => cofinancement.niveau ?? "action";

export function lotsDuSeuil<D extends DeLot>(convention: Convention, demandes: readonly D[]): readonly Lot<D>[] {
  const niveau = niveauDe(convention);
  const alone = (demande: D): Lot<D> => {
    const { annee, ligne, action } = demande;
    const nom = `${ligne.nom} – ${annee}`;
    return { ligne, nom, axe: axeOf(demande), action: action?.numero ?? null, annee, demandes: [demande] };
  };
  if (niveau === "action") return demandes.map(alone);
  const of = (demande: D): Omit<Lot<D>, "demandes"> => {
    const { annee, ligne } = demande;
    const axe = axeOf(demande);
    if (niveau === "axe") {
      const nom = axe === null ? ligne.nom : `Axe ${axe}`;
      return { ligne: { place: axe === null ? {} : { axe }, nom }, nom: `${nom} – ${annee}`, axe, action: null, annee };
    }
    const whole = { ligne: { place: {}, nom: "TOTAL" }, axe: null, action: null };
    if (niveau === "annee") return { ...whole, nom: `${annee}`, annee };
    const [first, last] = [convention.annees[0]?.annee, convention.annees.at(-1)?.annee];
    return { ...whole, nom: `${first}-${last}`, annee: null };
  };
  const together = groupBy(demandes, (demande) => of(demande).nom);
  // An action may be bound to a share of its own beside that of what it belongs to.
  const bound = new Set(convention.cofinancement.seuils?.flatMap(({ action }) => action ?? []));
  return [
    ...[...together.values()].map((own) => ({ ...of(own[0]), demandes: own })),
    ...demandes.filter(({ action }) => action && bound.has(action.numero)).map(alone),
  ];
}

/** A financing party that is bound to a least share as the local party is. */
export type Lie = NonNullable<Convention["cofinancement"]["financeurs"]>[number];

export const financeursLies = ({ cofinancement }: Convention): readonly Lie[] => cofinancement.financeurs ?? [];

/** French reason, or what the parties that are bound give together in these rows. */
export function apportsLies(
  convention: Convention,
  lecture: Lecture,
  demandes: readonly Demande[],
): string | ReadonlyMap<string, { readonly lie: Lie; readonly montant: Montant; readonly facts: readonly YearFact[] }> {
  const apports = new Map<string, { lie: Lie; montant: Montant; facts: readonly YearFact[] }>();
  for (const lie of financeursLies(convention)) {
    const facts = duFinanceur(
      convention,
      lie.financeur,
      demandes.flatMap((demande) => shownIn(demande, "autres") ?? []),
    );
    const said: Known<Montant> = readTogether(
      lecture,
      facts.map(({ cell }) => cell),
    );
    if (said.reason === "no-column")
      return `le tableau n’a pas de colonne « ${lie.financeur} », tenu d’apporter ${formatPart(lie.seuil)}.`;
    if (said.reason === "unreadable") return `un montant de « ${lie.financeur} » est illisible.`;
    apports.set(lie.financeur, { lie, montant: said.value ?? ZERO, facts });
  }
  return apports;
}

/** Who a finding about them is about: what is of all the years has none. */
export const subjectOfLot = ({ ligne, annee }: Pick<Lot<unknown>, "ligne" | "annee">) =>
  annee === null ? { ...ligne.place } : { ...ligne.place, year: annee };

export function locateLot(ligne: Ligne, annee: number | null, of?: string) {
  const subject = { ...subjectOfLot({ ligne, annee }), party: "collectivite" as const };
  const key = [ligne.key, of].filter((part) => part !== undefined).join("-");
  return key === "" ? { subject } : { subject, key };
}

/** Where the table shows their sum; null where it shows none. */
export function sumCell({ rows }: FactTable, { annee, axe }: Pick<Lot<unknown>, "annee" | "axe">): CellRef | null {
  if (annee === null) return null;
  const row = rows.find(({ kind, axe: own }) =>
    axe === null ? kind === "total" : kind === "axe" && own?.numero === axe,
  );
  return row?.at(annee, "collectivite")[0]?.cell.ref ?? null;
}
