// Changes one statement of a contract, named by its key: what an avenant says beside amounts, targets and new actions.
import type { Clause, NouvelleValeur } from "../clauses/clause";
import { listClauses } from "../clauses/list-clauses";
import { ajouter } from "./ajouter";
import { dependance } from "./dependances";
import { retirer } from "./retirer";
import { decaler, decalerDeMois } from "../../domain/values/jours";
import { suivreLaFin } from "./dates-derivees";
import { accorder } from "../compte-bancaire";
import { change, dropAt } from "../clauses/set-at";
import { typeDe } from "../clauses/types-de-clause";
import { valeurPrise } from "../clauses/valeurs";
import type { Convention } from "../convention";

export interface Modification {
  /** "coordonneesBancaires/iban", "actions/3/axe", "echeances/rapport-execution/date"; with null "signataires/caf", "axes/4". */
  readonly sur: string;
  readonly valeur: NouvelleValeur;
}

/**
 * The contract as changed; null where it has no such statement, the value is none for it, or what would go is still needed.
 * `depuis` is the day from which it is so.
 */
export function modifier(convention: Convention, { sur, valeur }: Modification, depuis: string): Convention | null {
  if (valeur === null) return dependance(convention, sur, depuis) === null ? retirer(convention, sur) : null;
  const clause = listClauses(convention).find(({ key }) => key === sur);
  const type = typeDe(sur);
  if (!clause || !type) return ajouter(convention, sur, valeur);
  const value = valeurPrise(valeur, type.ligne);
  if (value === undefined) return null;
  if (type.ligne.genre === "annee" && !convention.annees.some(({ annee }) => annee === value)) return null;
  if (type.ligne.nature === "axe" && !convention.axes.some(({ numero }) => numero === value)) return null;
  const changed = change(convention, clause.path, value);
  if (sur === "periode/fin") return extend(suivreLaFin(changed, convention.periode.fin, String(value)), String(value));
  const [, given] = /^coordonneesBancaires\/(iban|rib)$/.exec(sur) ?? [];
  const { coordonneesBancaires: compte } = changed;
  if (compte && given !== undefined) {
    return { ...changed, coordonneesBancaires: accorder(compte, given === "rib" ? "rib" : "iban") };
  }
  // What an avenant dates is a setting no more.
  if (/^echeances\/[^/]+\/date$/.test(sur)) return dropAt(changed, [...clause.path.slice(0, -1), "reglage"]);
  return type.ligne.champ === "intitule" ? keepOldLabel(changed, clause) : changed;
}

/** Tables that were laid out before still bear the old label, where there are other labels at all. */
function keepOldLabel(convention: Convention, { path, value }: Clause): Convention {
  const place = path.slice(0, -1);
  const owner = place.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown>)[key], convention);
  const { alias } = owner as { readonly alias?: readonly string[] };
  if (value.genre !== "texte" || !alias) return convention;
  return change(convention, [...place, "alias"], [...alias, value.texte]);
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

const dayAfter = (iso: string): string => decaler(iso, 1);
/** The day before the same day a year later: the last day of February follows the calendar. */
const yearAfter = (iso: string): string => decaler(decalerDeMois(dayAfter(iso), 12), -1);
