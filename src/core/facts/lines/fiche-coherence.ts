// How a fiche agrees with the contract on its axe, its indicators and its linked actions.

import type { Action, Axe, Convention, Indicateur } from "../../contract/convention";
import { formatListe } from "../../domain/words/format";
import { createLabelIndex, foldText, parseLabel, type LabelIndex } from "../../domain/words/label";
import { lireAxe, lireRenvois } from "./renvois-fiche";
import { type NumeroAction, compareNumeros } from "../../domain/values/numero-action";

type EcartAxe =
  | { readonly kind: "autre"; readonly found: number }
  /** The label is the axe's, its number is not. */
  | { readonly kind: "numero"; readonly found: number }
  | { readonly kind: "intitule" };

export interface EcartIndicateurs {
  readonly missing: readonly Indicateur[];
  /** Indicators of other actions that the fiche names. */
  readonly foreign: readonly { readonly action: Action; readonly indicateur: Indicateur }[];
}

interface EcartLiens {
  readonly found: string;
  readonly expected: string;
  readonly gap: string;
}

export interface FicheComparer {
  compareAxe(action: Action, text: string): EcartAxe | null;
  compareIndicateurs(action: Action, text: string): EcartIndicateurs | null;
  /** "illisible" when the text names nothing that can be recognised. */
  compareLiens(action: Action, text: string): EcartLiens | "illisible" | null;
}

/** Words only: what separates the items of a list is not part of a label. */
const foldWords = (text: string): string =>
  foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const bound = (words: string): string => ` ${words} `;

function findAxe(index: LabelIndex, numero: number | null, intitule: string): Axe | null {
  const label = { kind: "axe", numero, rest: intitule } as const;
  const exact = index.findAxe(label);
  if (exact) return exact;
  // Its number has been compared on its own.
  const close = index.findClose({ ...label, numero: null });
  return close && !index.isAction(close) ? close : null;
}

function nameRenvois(actions: readonly NumeroAction[], axes: readonly number[]): string {
  const names = [...actions.map((numero) => `action ${numero}`), ...axes.map((numero) => `axe ${numero}`)];
  return names.length > 0 ? formatListe(names) : "aucune";
}

const sorted = <Numero extends NumeroAction>(numbers: Iterable<Numero>): Numero[] => [...numbers].sort(compareNumeros);

export function createFicheComparer(convention: Convention): FicheComparer {
  const index = createLabelIndex(convention);
  const labels = convention.actions.flatMap((action) =>
    action.indicateurs.flatMap((indicateur) =>
      [indicateur.intitule, ...indicateur.alias].map((label) => ({ action, indicateur, words: foldWords(label) })),
    ),
  );
  const longestFirst = [...labels].sort((left, right) => right.words.length - left.words.length);

  return {
    compareAxe(action, text) {
      const { numero, intitule } = lireAxe(text);
      const axe = intitule === "" ? null : findAxe(index, numero, intitule);
      if (axe && axe.numero !== action.axe) return { kind: "autre", found: axe.numero };
      if (numero !== null && numero !== action.axe) return { kind: axe ? "numero" : "autre", found: numero };
      return intitule !== "" && !axe ? { kind: "intitule" } : null;
    },

    compareIndicateurs(action, text) {
      let rest = bound(foldWords(text));
      const named = new Set<Indicateur>();
      const foreign = new Map<Indicateur, Action>();
      const own = longestFirst.filter((label) => label.action === action);
      for (const { indicateur, words } of own) {
        if (!rest.includes(bound(words))) continue;
        named.add(indicateur);
        rest = rest.replaceAll(bound(words), " ");
      }
      for (const item of text.split(/[\n;•]|,(?=\s*nombre)/i)) {
        const close = index.findIndicateur(parseLabel(item.replace(/^[\s•*–-]+|(?<![\s.])[\s.]+$/gu, "")), action);
        if (close && action.indicateurs.includes(close)) named.add(close);
      }
      for (const { indicateur, words, action: other } of longestFirst) {
        if (other === action || !rest.includes(bound(words))) continue;
        foreign.set(indicateur, other);
        rest = rest.replaceAll(bound(words), " ");
      }
      const missing = action.indicateurs.filter((indicateur) => !named.has(indicateur));
      if (missing.length === 0 && foreign.size === 0) return null;
      return { missing, foreign: [...foreign].map(([indicateur, other]) => ({ indicateur, action: other })) };
    },

    compareLiens(action, text) {
      const expected = action.fiche;
      if (!expected) return null;
      const found = lireRenvois(convention, text, action.numero);
      if (!found) return "illisible";
      const actions = sorted([...found.actions].filter((numero) => numero !== action.numero));
      const axes = sorted(found.axes);
      const without = <Numero extends NumeroAction>(numbers: readonly Numero[], others: readonly Numero[]) =>
        numbers.filter((numero) => !others.includes(numero));
      const missing = [without(expected.actionsLiees, actions), without(expected.axesLies, axes)] as const;
      const added = [without(actions, expected.actionsLiees), without(axes, expected.axesLies)] as const;
      if ([...missing, ...added].every((numbers) => numbers.length === 0)) return null;
      const parts = [
        ...(missing.flat().length > 0 ? [`manque : ${nameRenvois(...missing)}`] : []),
        ...(added.flat().length > 0 ? [`en trop : ${nameRenvois(...added)}`] : []),
      ];
      return {
        found: nameRenvois(actions, axes),
        expected: nameRenvois(sorted(expected.actionsLiees), sorted(expected.axesLies)),
        gap: parts.join(" ; "),
      };
    },
  };
}
