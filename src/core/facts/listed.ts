// What lists of payments say as facts: one amount a line, of an action, an axe or the whole year.
import { remember } from "../domain/remember";
import { slug } from "../domain/words/typographie";
import type { LigneVersement, ListeVersements } from "../domain/dossier";
import type { ImputedFact } from "./imputed";
import { nameAction, nameAxe } from "./lines/budget-lines";
import { numberAgain } from "./scan-table";
import type { NumeroAction } from "../domain/values/numero-action";

/** A payment whose year is known. */
export interface ListedFact extends ImputedFact {
  readonly ligne: LigneVersement;
}

function placeOf({ objet }: LigneVersement): {
  readonly nom: string;
  readonly word: string;
  readonly axe?: number;
  readonly action?: NumeroAction;
} {
  switch (objet?.kind) {
    case "action":
      return { nom: nameAction(objet.action), word: `action-${objet.action.numero}`, action: objet.action.numero };
    case "axe":
      return { nom: nameAxe(objet.axe), word: `axe-${objet.axe.numero}`, axe: objet.axe.numero };
    default:
      return { nom: "Année entière", word: objet ? "annee" : "autre" };
  }
}

/** Line by line, in the order of the lists. */
export const listedFacts = remember((listes: readonly ListeVersements[]): readonly ListedFact[] => {
  const numbered = numberAgain();
  return listes.flatMap(({ lignes, unit }) =>
    lignes.flatMap((ligne): readonly ListedFact[] => {
      const { annee: year, montant: cell } = ligne;
      if (year === null) return [];
      const { nom, word, axe, action } = placeOf(ligne);
      const key = numbered(`versements/${word}/${year}`);
      const subject = {
        ...(axe !== undefined && { axe: String(axe) }),
        ...(action !== undefined && { action: String(action) }),
      };
      return [
        {
          key,
          subject,
          year,
          role: "read",
          cell,
          party: "etat",
          nature: "paid",
          unit,
          known: cell.known,
          nom: `Versement – ${nom}`,
          place: { ...(axe !== undefined && { axe }), ...(action !== undefined && { action }) },
          id: slug(key),
          ligne,
        },
      ];
    }),
  );
});

export interface ListedPlace {
  /** Of an action, of an axe, or of the whole year where both are left out. */
  readonly action?: NumeroAction;
  readonly axe?: number;
  readonly facts: readonly [ListedFact, ...ListedFact[]];
}

/** Dated after the day on which one looks: not paid yet. */
export const isToCome = ({ ligne: { date } }: ListedFact, asOf: string): boolean => date !== null && date > asOf;

/**
 * What was paid in a year, at the finest level at which nothing of it is paid at a coarser one: where one payment is of the
 * whole year, nobody knows how much of it each action got. `axeOf` tells the axe of an action in that year.
 */
export function listedPlaces(
  listes: readonly ListeVersements[] | undefined,
  annee: number,
  asOf: string,
  axeOf: (action: NumeroAction) => number | undefined,
): readonly ListedPlace[] {
  const facts = listedFacts(listes ?? NONE).filter((fact) => fact.year === annee && !isToCome(fact, asOf));
  const [first, ...others] = facts;
  if (!first) return [];
  if (facts.some(({ ligne: { objet } }) => objet === null || objet.kind === "annee"))
    return [{ facts: [first, ...others] }];
  const axe = ({ place }: ListedFact): number | undefined =>
    place.axe ?? (place.action === undefined ? undefined : axeOf(place.action));
  const whole = new Set(facts.flatMap(({ place }) => place.axe ?? []));
  const places = new Map<string, ListedPlace>();
  for (const fact of facts) {
    const own = axe(fact);
    const isWhole = own !== undefined && whole.has(own);
    const { action } = fact.place;
    const key = isWhole || action === undefined ? `axe ${own}` : `action ${action}`;
    const before = places.get(key);
    const place = isWhole || action === undefined ? { ...(own !== undefined && { axe: own }) } : { action };
    places.set(key, before ? { ...before, facts: [...before.facts, fact] } : { ...place, facts: [fact] });
  }
  return [...places.values()];
}

const NONE: readonly ListeVersements[] = [];
