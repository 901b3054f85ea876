// What the contract in force says of an amount: how much, for which year, firm or provisional, and the least part.
import type { Action, Colonne, Convention } from "../convention";
import { conventionDe } from "./en-vigueur";
import { ofYear } from "./of-year";
import type { NumeroAction } from "../../domain/values/numero-action";
import { addMontants, montantFromCentimes, ZERO, type Montant } from "../../domain/values/montant";

/** A year that the contract does not give to the action is worth 0. */
export function contractAmount(action: Action, annee: number, colonne: Colonne): Montant {
  const montants = ofYear(action.montants, annee);
  if (!montants) return ZERO;
  return colonne === "total" ? addMontants(montants.etat, montants.collectivite) : montants[colonne];
}

interface Place {
  readonly axe: number | null;
  /** Left out, or null, where a share is of more than one action. */
  readonly action?: NumeroAction | null;
  /** Null for all the years of the contract. */
  readonly annee: number | null;
}

type Seuil = NonNullable<Convention["cofinancement"]["seuils"]>[number];

/** The most precise that the contract gives, an action before an axe, and an axe before a year. */
function seuilParticulier({ seuils }: Convention["cofinancement"], { axe, action, annee }: Place) {
  if (!seuils || seuils.length === 0) return undefined;
  const weigh = (own: Seuil): number =>
    (own.action === undefined ? 0 : 4) + (own.axe === undefined ? 0 : 2) + (own.annee === undefined ? 0 : 1);
  const fits = (said: unknown, own: unknown): boolean => said === undefined || said === own;
  const fitting = seuils
    .filter((own) => fits(own.axe, axe) && fits(own.action, action) && fits(own.annee, annee))
    .sort((left, right) => weigh(right) - weigh(left));
  return fitting[0];
}

const conventionLe = (convention: Convention, { annee }: Place): Convention =>
  annee === null ? convention : conventionDe(convention, annee);

/** The least share for an action or an axe, and a year. */
export function seuilDe(convention: Convention, place: Place): number {
  const { cofinancement } = conventionLe(convention, place);
  return seuilParticulier(cofinancement, place)?.seuil ?? cofinancement.seuil;
}

/** Whether the least share is one of each action's two parts, and of nothing larger. */
export const estParAction = ({ cofinancement: { niveau = "action", financeurs = [] } }: Convention): boolean =>
  niveau === "action" && financeurs.length === 0;

/** The statement that gives it. */
export function cleDuSeuil(convention: Convention, place: Place): string {
  const own = seuilParticulier(conventionLe(convention, place).cofinancement, place);
  if (!own) return "cofinancement/seuil";
  const of = own.action === undefined ? `${own.axe ?? "tous"}` : `actions/${own.action}`;
  return `cofinancement/seuils/${of}/${own.annee ?? "toutes"}`;
}

// Whole numbers, for a threshold such as 0.4 or 0.333 is no exact float.
const SCALE = 1_000_000;

/**
 * amount × by ÷ over in whole centimes, towards zero or to the next one beyond it. In two parts, of which no product is too large
 * for a whole number: neither factor is above SCALE. Null beyond the greatest amount.
 */
function scale(amount: Montant, by: number, over: number, rounding: "down" | "up"): Montant | null {
  const rest = amount % over;
  const product = rest * by;
  const beyond = product % over;
  const isMore = rounding === "up" && beyond > 0;
  const scaled = ((amount - rest) / over) * by + (product - beyond) / over + (isMore ? 1 : 0);
  return scaled > Number.MAX_SAFE_INTEGER ? null : montantFromCentimes(scaled);
}

/**
 * The least part of the local party beside a State's part, in whole centimes rounded up:
 * part ≥ seuil × (État + part). Null where no amount is enough: beside a threshold of 1, or beyond the greatest amount.
 */
export function leastLocalPart(seuil: number, etat: Montant): Montant | null {
  const share = Math.round(seuil * SCALE);
  return share >= SCALE ? null : scale(etat, share, SCALE - share, "up");
}

/**
 * The most that the State can give beside a local part, in whole centimes rounded down. Null where the contract asks for no share,
 * or for so little that every amount is within it.
 */
export function mostStatePart(seuil: number, local: Montant): Montant | null {
  const share = Math.round(seuil * SCALE);
  return share <= 0 ? null : scale(local, SCALE - share, share, "down");
}
