// The life of a contract as its articles and the rules have it, written without a look at the product: what holds for which year, on which day.
export type Jour = string;

/** What one line of the register changes. */
export type Quoi =
  | { readonly genre: "credits"; readonly annee: number; readonly montant: number }
  | {
      readonly genre: "montant";
      readonly annee: number;
      readonly action: number;
      readonly partie: Partie;
      readonly montant: number;
    }
  | { readonly genre: "seuil"; readonly pour100: number }
  | { readonly genre: "fin"; readonly jour: Jour }
  | { readonly genre: "axe"; readonly action: number; readonly axe: number }
  | { readonly genre: "nom"; readonly action: number; readonly nom: string }
  | { readonly genre: "creation"; readonly action: number; readonly axe: number; readonly nom: string }
  | { readonly genre: "extinction"; readonly action: number; readonly annee: number };
export type Partie = "etat" | "collectivite";
export type Statut = "ferme" | "provisionnel";

export interface Ligne {
  readonly quoi: Quoi;
  /** What the line says of itself; nothing leaves it to the custom. */
  readonly statut?: Statut;
}
export interface Acte {
  readonly numero: number;
  /** Without a signature, a draft. */
  readonly signeLe?: Jour;
  readonly effetLe?: Jour;
  readonly lignes: readonly Ligne[];
}

interface Action {
  readonly numero: number;
  readonly axe: number;
  readonly nom: string;
  readonly montants: Readonly<Record<number, Readonly<Record<Partie, number>>>>;
}
/** What was signed at the beginning. */
export interface Signe {
  readonly debut: Jour;
  readonly fin: Jour;
  readonly seuil: number;
  readonly ferme: readonly number[];
  readonly credits: Readonly<Record<number, number>>;
  readonly actions: readonly Action[];
}
export interface Vie {
  readonly signe: Signe;
  readonly actes: readonly Acte[];
}

type Signed = Acte & { readonly signeLe: Jour };

const yearOf = (jour: Jour) => Number(jour.slice(0, 4));
const lastDay = (annee: number): Jour => `${annee}-12-31`;

/** Those signed by then, in the order in which the parties agreed. */
function actesSignes(vie: Vie, au: Jour): readonly Signed[] {
  return vie.actes
    .filter((acte): acte is Signed => acte.signeLe !== undefined && acte.signeLe <= au)
    .sort((a, b) => (a.signeLe === b.signeLe ? a.numero - b.numero : a.signeLe < b.signeLe ? -1 : 1));
}

const anneeEcrite = (quoi: Quoi) => ("annee" in quoi && quoi.genre !== "extinction" ? quoi.annee : null);

/** The year that an avenant is made for: the one in which it begins to count or, where it writes only later ones, the first of them. */
function anneeDeLActe(acte: Signed): number {
  const years = acte.lignes.flatMap(({ quoi }) => anneeEcrite(quoi) ?? []);
  return Math.max(yearOf(acte.effetLe ?? acte.signeLe), years.length > 0 ? Math.min(...years) : 0);
}

const statutDe = (acte: Signed, { statut, quoi }: Ligne): Statut =>
  statut ?? ((anneeEcrite(quoi) ?? 0) <= anneeDeLActe(acte) ? "ferme" : "provisionnel");

/** The avenant that fixed a year, if one did; a year once fixed stays so, unless a line says in so many words that it no longer is. */
export function fixePar(vie: Vie, annee: number, au: Jour): Signed | "signe" | null {
  let by: Signed | "signe" | null = vie.signe.ferme.includes(annee) ? "signe" : null;
  for (const acte of actesSignes(vie, au))
    for (const ligne of acte.lignes)
      if (ligne.quoi.genre === "credits" && ligne.quoi.annee === annee) {
        if (statutDe(acte, ligne) === "ferme") by ??= acte;
        else if (ligne.statut === "provisionnel") by = null;
      }
  return by;
}

const isOverBy = ({ lignes }: Acte, action: number, annee: number): boolean =>
  lignes.some(({ quoi }) => quoi.genre === "extinction" && quoi.action === action && quoi.annee <= annee);

/** Whether a figure of an action is one that was promised: its own line says so, else its year does. */
export function montantFerme(vie: Vie, annee: number, action: number, partie: Partie, au: Jour): boolean {
  let own: Statut | null = null;
  for (const acte of actesSignes(vie, au)) {
    // That an action is over is a clause, and nothing that is foreseen.
    if (isOverBy(acte, action, annee)) own = "ferme";
    for (const ligne of acte.lignes) {
      const { quoi } = ligne;
      if (quoi.genre !== "montant" || quoi.annee !== annee || quoi.action !== action || quoi.partie !== partie)
        continue;
      if (ligne.statut || statutDe(acte, ligne) === "ferme") own = statutDe(acte, ligne);
    }
  }
  return own ? own === "ferme" : fixePar(vie, annee, au) !== null;
}

/** A clause that is no amount: the last agreement of those that have begun to count on the day, and were signed by the day on which one looks. */
function clause<T>(vie: Vie, le: Jour, au: Jour, initial: T, pick: (quoi: Quoi) => T | undefined): T {
  return actesSignes(vie, au)
    .filter((acte) => (acte.effetLe ?? acte.signeLe) <= le)
    .flatMap(({ lignes }) => lignes)
    .reduce((held, { quoi }) => pick(quoi) ?? held, initial);
}

/** The day on which a year is judged: its last one; while it runs, the day on which one looks. */
const jourDuJugement = (annee: number, au: Jour): Jour => (yearOf(au) === annee ? au : lastDay(annee));

export const seuil = (vie: Vie, annee: number, au: Jour) =>
  clause(vie, jourDuJugement(annee, au), au, vie.signe.seuil, (quoi) =>
    quoi.genre === "seuil" ? quoi.pour100 : undefined,
  );
export const fin = (vie: Vie, au: Jour) =>
  clause(vie, au, au, vie.signe.fin, (quoi) => (quoi.genre === "fin" ? quoi.jour : undefined));
export const nom = (vie: Vie, action: number, au: Jour) =>
  clause(vie, au, au, vie.signe.actions.find(({ numero }) => numero === action)?.nom, (quoi) =>
    (quoi.genre === "nom" || quoi.genre === "creation") && quoi.action === action ? quoi.nom : undefined,
  );
const axeLe = (vie: Vie, action: number, le: Jour, au: Jour) =>
  clause(vie, le, au, vie.signe.actions.find(({ numero }) => numero === action)?.axe, (quoi) =>
    (quoi.genre === "axe" || quoi.genre === "creation") && quoi.action === action ? quoi.axe : undefined,
  );
export const axe = (vie: Vie, action: number, annee: number, au: Jour) =>
  axeLe(vie, action, jourDuJugement(annee, au), au);

/** Amounts hold for their year from the signature on; an action that ends has none from its last year. */
export function montant(vie: Vie, annee: number, action: number, partie: Partie, au: Jour): number {
  let held = vie.signe.actions.find(({ numero }) => numero === action)?.montants[annee]?.[partie] ?? 0;
  for (const acte of actesSignes(vie, au)) {
    // Within one avenant, that an action ends does not depend on where its line stands.
    if (isOverBy(acte, action, annee)) held = 0;
    for (const { quoi } of acte.lignes)
      if (quoi.genre === "montant" && quoi.annee === annee && quoi.action === action && quoi.partie === partie)
        held = quoi.montant;
  }
  return held;
}
export function credits(vie: Vie, annee: number, au: Jour): number {
  let held = vie.signe.credits[annee] ?? 0;
  for (const { lignes } of actesSignes(vie, au))
    for (const { quoi } of lignes) if (quoi.genre === "credits" && quoi.annee === annee) held = quoi.montant;
  return held;
}

const DAY = 86_400_000;
const joursEntre = (from: Jour, to: Jour) => Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/** What is said of the avenant of a year: missing once the year has begun, late by so many days, or nothing. */
export function avenantDeLAnnee(
  vie: Vie,
  annee: number,
  au: Jour,
): { readonly gravite: "warning" | "info"; readonly jours?: number } | null {
  const by = fixePar(vie, annee, au);
  const begins = `${annee}-01-01`;
  if (by === "signe") return null;
  if (by === null) return au >= begins ? { gravite: "warning" } : null;
  return by.signeLe > begins ? { gravite: "info", jours: joursEntre(begins, by.signeLe) } : null;
}

/** The last day to denounce: two months before the end, and the last day of the month where that day does not exist. */
export function dernierJourPourDenoncer(fin: Jour): Jour {
  const [year, month, day] = fin.split("-").map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 2, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 3, Math.min(day, last))).toISOString().slice(0, 10);
}
