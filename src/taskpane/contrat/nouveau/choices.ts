// What may be answered to a question about the contract, in the order in which it is shown.
import type { ConventionDefinition } from "../../../core/contract/convention";
import { valueAt } from "../../../core/contract/clauses/list-clauses";
import { cheminDuChamp } from "../../../core/contract/definition/champ";
import type { TypeDeClause } from "../../../core/contract/clauses/types-de-clause";
import { direValeur, lireValeurTapee, typeDuChamp } from "../../../core/drafting/relecture/valeur-tapee";
import { ENSEMBLE, type QuestionPosee } from "../../../core/contract/definition/repondre";
import { nouveauTexts } from "./texts";
import type { Together } from "./view-of";

interface ChoiceOf {
  /** "exact", "autre", "ensemble", or the rank of a value. */
  readonly id: string;
  /** Of its sentence in the document beside it, from 1 on. */
  readonly pin: number | null;
  readonly label: string;
  readonly button: string;
  readonly valeur: string | number;
  readonly isProposed: boolean;
  readonly phrase: string | null;
  readonly lieu: string | null;
  /** What it means. */
  readonly then: string | null;
}

export interface Choices {
  readonly list: readonly ChoiceOf[];
  /** Of another value, where one can be typed. */
  readonly type: TypeDeClause | null;
  /** The only value that the document gives, in words. */
  readonly single: string | null;
  /** Two values that may both be written so, in words. */
  readonly bothWritten: readonly string[];
  /** Of the document that give a value. */
  readonly places: number;
}

const plain = { phrase: null, lieu: null, isProposed: false, then: null, pin: null } as const;

/** Where a text has to stand, it says that the contract gives none. */
function sayNothing(
  definition: ConventionDefinition,
  champ: string,
): Pick<ChoiceOf, "label" | "button" | "valeur" | "then"> {
  const isText = typeof valueAt(definition, cheminDuChamp(champ) as readonly PropertyKey[]) === "string";
  return {
    label: nouveauTexts.nothing,
    button: nouveauTexts.nothing,
    valeur: isText ? nouveauTexts.notSaid : "exact",
    then: isText ? null : nouveauTexts.nothingThen,
  };
}

/** Whether the definition has nothing there: in one place, or in each of a list. */
function isEmptyAt(value: unknown, [key, ...path]: readonly (PropertyKey | null)[]): boolean {
  if (key === undefined) return value === undefined || (Array.isArray(value) && value.length === 0);
  if (key === null) return Array.isArray(value) && value.every((each) => isEmptyAt(each, path));
  return isEmptyAt((value as Readonly<Record<PropertyKey, unknown>> | undefined)?.[key], path);
}

/** By the rank of an answer, the number that its sentence has in the document. */
export function pinsOf({ reponses = [] }: Pick<QuestionPosee, "reponses">): ReadonlyMap<number, number> {
  const ranks = reponses.flatMap(({ phrase }, rank) => (phrase === undefined ? [] : [rank]));
  return new Map(ranks.map((rank, at) => [rank, at + 1]));
}

/** Several are settled by one answer, which cannot be a value. */
export function answersTo(definition: ConventionDefinition, [question, another]: Together): Choices {
  const { champ, suppose, reponses = [], ensemble } = question;
  const type = typeDuChamp(definition, champ);
  const dire = (valeur: string | number): string => direValeur(definition, champ, valeur);
  const pins = pinsOf(question);
  const values = reponses.map(({ valeur, pour, phrase = null, lieu = null }, rank): ChoiceOf => {
    const own = dire(valeur);
    const label = pour === undefined ? own : `${own}, ${pour}`;
    const isProposed = valeur === suppose && reponses.length > 1 && !ensemble;
    const pin = pins.get(rank) ?? null;
    return {
      id: String(rank),
      label,
      button: nouveauTexts.keep(own),
      valeur,
      isProposed,
      phrase,
      lieu,
      then: null,
      pin,
    };
  });
  // The document gives no value of it: what is asked is whether something is added.
  const isYesOrNo = ensemble !== undefined && reponses.length === 0;
  const together: readonly ChoiceOf[] = ensemble
    ? [
        {
          ...plain,
          id: ENSEMBLE,
          label: ensemble.libelle,
          button: isYesOrNo ? nouveauTexts.yes : nouveauTexts.keepAll(reponses.length, ensemble.ajouts.length > 0),
          valeur: ENSEMBLE,
          isProposed: ensemble.propose === true,
          then: ensemble.pourquoi ?? null,
        },
      ]
    : [];
  const isGiven = suppose === "exact" || suppose === null || reponses.some(({ valeur }) => valeur === suppose);
  const own: readonly ChoiceOf[] = isGiven
    ? []
    : [
        {
          ...plain,
          id: "suppose",
          label: dire(suppose),
          button: nouveauTexts.keep(dire(suppose)),
          valeur: suppose,
          isProposed: true,
        },
      ];
  const nothing = { ...plain, id: "rien", ...sayNothing(definition, champ) };
  const no = { ...plain, id: "rien", label: nouveauTexts.no, button: nouveauTexts.no, valeur: "exact" };
  const exact: readonly ChoiceOf[] = isYesOrNo
    ? [no]
    : suppose === "exact" && reponses.length === 0 && isEmptyAt(definition, cheminDuChamp(champ))
      ? [{ ...nothing, valeur: "exact" }]
      : suppose === "exact"
        ? [{ ...plain, id: "exact", label: nouveauTexts.exactMany, button: nouveauTexts.exact, valeur: "exact" }]
        : suppose === null && reponses.length === 0
          ? [nothing]
          : [];
  const canType =
    type !== null &&
    another === undefined &&
    !["lignes", "numeros"].includes(type.ligne.genre ?? "") &&
    suppose !== "exact";
  const other: readonly ChoiceOf[] = canType
    ? [{ ...plain, id: "autre", label: nouveauTexts.another, button: nouveauTexts.answer, valeur: "" }]
    : [];
  return {
    list: [...values, ...own, ...together, ...exact, ...other],
    type: canType ? type : null,
    single: reponses.length === 1 ? (values[0]?.label ?? null) : null,
    bothWritten: ensemble?.ajouts.length === 0 ? values.map(({ label }) => label) : [],
    places: reponses.length,
  };
}

/** Null while nothing is chosen; `attendu` says how what was typed is written. */
export function chosenValue(
  { list, type }: Choices,
  choice: string | null,
  typed: string,
): { readonly valeur: string | number } | { readonly attendu: string } | null {
  const own = list.find(({ id }) => id === choice);
  if (!own) return null;
  if (own.id !== "autre" || !type) return { valeur: own.valeur };
  const read = lireValeurTapee(type, typed);
  return "attendu" in read ? read : { valeur: read.valeur as string | number };
}
