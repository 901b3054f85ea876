// What was decided of money that was paid and not used: of an action, an axe or a year, from the day of the decision on.
import { subtractKnown } from "../../domain/values/known-montant";
import type { Known } from "../../domain/known";
import type { Dossier } from "../../domain/dossier";
import type { LigneDecision, Suite } from "../../domain/parts";
import { addMontants, montantFromCentimes, subtractMontants, ZERO, type Montant } from "../../domain/values/montant";
import type { NumeroAction } from "../../domain/values/numero-action";
import { formatDate, formatListe, formatMontant, NBSP } from "../../domain/words/format";
import { direRemedes } from "./remedes";
import { nameAction, nameAxe } from "../lines/budget-lines";
import { typographie } from "../../domain/words/typographie";

type Source = Pick<Dossier, "decisions" | "asOf">;

/** An action, an axe, or the whole year where both are left out. */
export interface Lieu {
  readonly action?: NumeroAction;
  readonly axe?: number;
}

const isOf = ({ objet }: LigneDecision, { action, axe }: Lieu): boolean => {
  if (action !== undefined) return objet.kind === "action" && objet.action.numero === action;
  if (axe !== undefined) return objet.kind === "axe" && objet.axe.numero === axe;
  return objet.kind === "annee";
};

/** Dated, and on the day of the verification at the latest: what is still to be decided has no effect. */
const prises = ({ decisions = [], asOf }: Source): readonly LigneDecision[] =>
  decisions.flatMap(({ lignes }) => lignes).filter(({ date }) => date !== null && date <= asOf);

/** Those on what was not used in the year, at the very level at which they were taken. */
export const decisionsSur = (source: Source, lieu: Lieu, annee: number): readonly LigneDecision[] =>
  prises(source).filter((decision) => decision.annee === annee && isOf(decision, lieu));

/** Each place and year of which something was decided. */
export function lieuxDecides(source: Source, annees: readonly number[]) {
  const lieux = new Map<string, { readonly lieu: Lieu; readonly annee: number; readonly nom: string }>();
  for (const { objet, annee } of prises(source)) {
    if (!annees.includes(annee)) continue;
    const lieu: Lieu =
      objet.kind === "action" ? { action: objet.action.numero } : objet.kind === "axe" ? { axe: objet.axe.numero } : {};
    const of =
      objet.kind === "action" ? nameAction(objet.action) : objet.kind === "axe" ? nameAxe(objet.axe) : "Année entière";
    const nom = `${of} – ${annee}`;
    lieux.set(nom, { lieu, annee, nom });
  }
  return [...lieux.values()];
}

/** What was carried over to the year from others. */
export const reportsVers = (source: Source, lieu: Lieu, annee: number): readonly LigneDecision[] =>
  prises(source).filter((decision) => decision.suite === "reportee" && decision.vers === annee && isOf(decision, lieu));

export const sommeDecidee = (decisions: readonly LigneDecision[]): Montant =>
  addMontants(ZERO, ...decisions.map(({ montant }) => montant));

const PARTIES: ReadonlySet<Suite> = new Set(["reportee", "rendue", "reduite"]);

/** What went of the money that was paid for a year, less what came to it from others. */
export function partiDe(source: Source, lieu: Lieu, annee: number): Montant {
  const gone = decisionsSur(source, lieu, annee).filter(({ suite }) => PARTIES.has(suite));
  return subtractMontants(sommeDecidee(gone), sommeDecidee(reportsVers(source, lieu, annee)));
}

/** Every decision of some years, of one kind, whatever it is about. */
export const sommeDesSuites = (source: Source, annees: readonly number[], suite: Suite, lieu?: Lieu): Montant =>
  sommeDecidee(
    prises(source).filter(
      (decision) =>
        decision.suite === suite && annees.includes(decision.annee) && (lieu === undefined || isOf(decision, lieu)),
    ),
  );

/**
 * Of what was carried over to a year, what it used: what it executed beyond what was paid for it, the excess of the very
 * year to which it was carried.
 */
export function reportUtilise(reporte: Montant, verse: Known<Montant>, etat: Known<Montant>): Known<Montant> {
  const beyond = subtractKnown(etat, verse);
  if (beyond.value === null) return beyond;
  return { ...beyond, value: montantFromCentimes(Math.min(reporte, Math.max(0, beyond.value))) };
}

function direUne({ suite, montant, vers, date }: LigneDecision): string {
  const le = date === null ? "" : ` (décision du ${formatDate(date)})`;
  switch (suite) {
    case "reportee":
      return `${formatMontant(montant)} reportés sur ${vers}${le}`;
    case "reduite":
      return `${formatMontant(montant)} déduits des crédits de ${vers}${le}`;
    case "rendue":
      return `${formatMontant(montant)} rendus à l’État${le}`;
    case "aucune":
      return `${formatMontant(montant)} laissés sans suite${le}`;
  }
}

/** "12 200,00 € reportés sur 2025 (décision du 12/03/2025) et 500,00 € rendus à l’État (décision du 02/04/2025)". */
export const direSuites = (decisions: readonly LigneDecision[]): string =>
  typographie(formatListe(decisions.map(direUne)));

/** " dont 12 200,00 € reportés de 2024"; "2024" is each year from which something came. */
export const direReports = (reports: readonly LigneDecision[]): string =>
  typographie(formatListe(reports.map(({ montant, annee }) => `${formatMontant(montant)} reportés de${NBSP}${annee}`)));

/**
 * What goes after "… n’ont pas été utilisés": what was decided of the sum, what is left without a decision with its
 * remedies, and what is noted without a date.
 */
export function direCeQuiReste(
  source: Source & Pick<Dossier, "convention">,
  lieu: Lieu,
  { annee, unused, cumul = "." }: { readonly annee: number; readonly unused: Montant; readonly cumul?: string },
): string {
  const decisions = decisionsSur(source, lieu, annee);
  const decided = sommeDecidee(decisions);
  const remedes = direRemedes(source.convention, annee);
  const noted = (source.decisions ?? []).flatMap(({ lignes }) => lignes);
  const isPending = noted.some((one) => one.annee === annee && isOf(one, lieu) && !decisions.includes(one));
  const pending = isPending
    ? " Une décision y est notée sans date, ou à une date à venir : elle n’a pas encore d’effet."
    : "";
  if (decisions.length === 0) return `${cumul} ${remedes}${pending}`;
  const said = `${NBSP}: ${direSuites(decisions)}.`;
  if (decided >= unused) return said;
  return `${said} Il reste ${formatMontant(subtractMontants(unused, decided))} sans décision. ${remedes}${pending}`;
}
