// Changes one statement of a contract, named by its key: what an avenant says beside amounts, targets and new actions.
import { listClauses, type Clause } from "../clauses/clauses";
import { ajouter } from "./ajouter";
import { dependance } from "./dependances";
import { retirer } from "./retirer";
import { accorder } from "../compte-bancaire";
import { DAY, linesOf, motDe, numerosOf } from "../clauses/mots";
import { change, dropAt } from "../clauses/set-at";
import { montantFromEuros } from "../../domain/values/montant";
import type { Convention } from "../convention";
import type { NouvelleValeur } from "../clauses/clause";

export interface Modification {
  /** "coordonneesBancaires/iban", "actions/3/axe", "echeances/rapport-execution/date"; with null "signataires/caf", "axes/4". */
  readonly sur: string;
  readonly valeur: NouvelleValeur;
}

const ACTIVITY = /^\d{12}$/;

/** What is put at the place of a clause; undefined where the value is none of its kind. */
function convert({ valeur: { genre }, cle }: Clause, valeur: NouvelleValeur): unknown {
  const isFigure = typeof valeur === "number" && valeur >= 0;
  switch (genre) {
    case "montant":
      return isFigure ? montantFromEuros(valeur) : undefined;
    case "nombre":
      return isFigure || valeur === "nd" ? valeur : undefined;
    case "part":
      return isFigure && valeur <= 1 ? valeur : undefined;
    case "date":
      return typeof valeur === "string" && DAY.test(valeur) ? valeur : undefined;
    case "code":
      return typeof valeur === "string" && ACTIVITY.test(valeur) ? valeur : undefined;
    case "compte":
    case "texte":
      return convertText(cle, valeur);
  }
}

function convertText(cle: string, valeur: NouvelleValeur): unknown {
  if (valeur === null || valeur === "") return undefined;
  if (/^actions\/\d+\/axe$/.test(cle)) return numeroOf(valeur);
  if (/\/(?:actionsLiees|axesLies)$/.test(cle)) return numerosOf(String(valeur));
  if (cle.endsWith("/operateurs")) return linesOf(String(valeur));
  return motDe(cle, String(valeur));
}

function numeroOf(valeur: string | number): number | undefined {
  const numero = typeof valeur === "number" ? valeur : Number(/(?<!\d)(\d+)\s*$/.exec(valeur)?.[1] ?? NaN);
  return Number.isInteger(numero) && numero > 0 ? numero : undefined;
}

/**
 * The contract as changed; null where it has no such statement, the value is none for it, or what would go is still needed.
 * `depuis` is the day from which it is so.
 */
export function modifier(convention: Convention, { sur, valeur }: Modification, depuis: string): Convention | null {
  if (valeur === null) return dependance(convention, sur, depuis) === null ? retirer(convention, sur) : null;
  const clause = listClauses(convention).find(({ cle }) => cle === sur);
  if (!clause) return ajouter(convention, sur, valeur);
  const value = convert(clause, valeur);
  if (value === undefined) return null;
  if (sur.endsWith("/avenant-pour") && !convention.annees.some(({ annee }) => annee === value)) return null;
  if (sur.endsWith("/axe") && !convention.axes.some(({ numero }) => numero === value)) return null;
  const changed = change(convention, clause.chemin, value);
  if (sur === "periode/fin") return extend(changed, String(value));
  const [, given] = /^coordonneesBancaires\/(iban|rib)$/.exec(sur) ?? [];
  const { coordonneesBancaires: compte } = changed;
  if (compte && given !== undefined) {
    return { ...changed, coordonneesBancaires: accorder(compte, given === "rib" ? "rib" : "iban") };
  }
  // What an avenant dates is a setting no more.
  if (/^echeances\/[^/]+\/date$/.test(sur)) return dropAt(changed, [...clause.chemin.slice(0, -1), "reglage"]);
  return /^(?:axes|actions|echeances)\/.*intitule$/.test(sur) ? keepOldLabel(changed, clause) : changed;
}

/** Tables that were laid out before still bear the old label. */
function keepOldLabel(convention: Convention, { chemin, valeur }: Clause): Convention {
  if (valeur.genre !== "texte") return convention;
  const owner = chemin.slice(0, -1).reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown>)[key], convention);
  const { alias } = owner as { readonly alias: readonly string[] };
  return change(convention, [...chemin.slice(0, -1), "alias"], [...alias, valeur.texte]);
}

/** Years that a longer period adds begin the day after the last one, and last a year each; they have no amounts yet. */
function extend(convention: Convention, fin: string): Convention {
  const annees = [...convention.annees];
  for (let last = annees.at(-1); last && last.fin < fin && annees.length < 20; last = annees.at(-1)) {
    const debut = dayAfter(last.fin);
    const whole = yearAfter(last.fin);
    annees.push({ annee: last.annee + 1, debut, fin: whole < fin ? whole : fin });
  }
  return { ...convention, annees };
}

function shift(iso: string, years: number, days: number): string {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  return new Date(Date.UTC(year + years, month - 1, day + days)).toISOString().slice(0, 10);
}

const dayAfter = (iso: string): string => shift(iso, 0, 1);
/** The day before the same day a year later: the last day of February follows the calendar. */
const yearAfter = (iso: string): string => shift(shift(shift(iso, 0, 1), 1, 0), 0, -1);
