// What people said of the workbook's columns and rows, in sentences: the same in the headline, the sheets, the procès-verbal and the report.
import { formatRangeRef, type RangeRef } from "xlsx-model/cell-ref";
import { signMotif } from "./describe-motif";
import type { QuestionKind, ReponseTenue } from "./question";
import { cleReponse } from "./reponses";
import { montantFromCentimes } from "./values/montant";
import { accord } from "./words/accord";
import { formatListe, formatMontant } from "./words/format";
import { wordsOfPath } from "./words/path-words";
import { cite, typographie } from "./words/typographie";

/** What answers took out of every comparison: no answer makes a silent « Conforme ». */
export function describeSetAside(answers: readonly ReponseTenue[] = []): readonly string[] {
  const byPerson = new Map<string, number>();
  for (const { reponse, setAside } of answers) {
    if (setAside !== null) byPerson.set(reponse.by, (byPerson.get(reponse.by) ?? 0) + setAside);
  }
  return [
    ...[...byPerson].map(
      ([by, centimes]) => `${formatMontant(montantFromCentimes(centimes))} laissés de côté par ${by}.`,
    ),
    ...answers.flatMap(({ reponse: { by }, tablesAside = 0 }) => {
      if (tablesAside === 0) return [];
      const what = tablesAside > 1 ? `${tablesAside} autres tableaux laissés` : "Un autre tableau laissé";
      return [`${what} de côté par ${by === "" ? "un choix gardé dans le classeur" : by}.`];
    }),
  ];
}

const ABOUT: Readonly<Record<QuestionKind, string>> = {
  column: "Colonne",
  row: "Ligne",
  table: "Tableau",
  party: "Partie",
  contract: "Contrat",
};

/** Colonne « BP 2024 Etat ». */
const nameAnswered = ({ kind, path }: ReponseTenue["reponse"]["key"]): string =>
  `${ABOUT[kind]} ${cite(wordsOfPath(path))}`;

/** What an earlier version of the product kept says neither who nor when. */
const sign = ({ by, speaksFor, on }: ReponseTenue["reponse"], localParty: string): string =>
  on === "" ? "choix gardé par une version précédente" : signMotif(by, speaksFor, on, localParty);

/** An answer, with every place where it holds. */
interface Held {
  readonly reponse: ReponseTenue["reponse"];
  readonly label: string;
  readonly places: readonly RangeRef[];
  /** In centimes; null where it sets nothing aside. */
  readonly setAside: number | null;
}

function together(answers: readonly ReponseTenue[]): readonly Held[] {
  const held = new Map<ReponseTenue["reponse"], Held>();
  for (const { reponse, label, range, setAside } of answers) {
    const one = held.get(reponse) ?? { reponse, label, places: [], setAside: null };
    const sum = setAside === null ? one.setAside : (one.setAside ?? 0) + setAside;
    held.set(reponse, { ...one, places: [...one.places, ...(range ? [range] : [])], setAside: sum });
  }
  return [...held.values()];
}

/** "L’État : ce qui est voté pour 2024", "Rien de cela : ne pas comparer, 12 000,00 € laissés de côté". */
const sayHeld = ({ label, setAside }: Held): string =>
  setAside === null ? label : `${label}, ${formatMontant(montantFromCentimes(setAside))} laissés de côté`;

const GONE = "Cet intitulé n’est plus dans le classeur : la réponse ne sert plus.";

export interface DescribedAnswer {
  readonly key: string;
  readonly name: string;
  /** With the places where it holds. */
  readonly what: string;
  /** With who said so. */
  readonly said: string;
  /** The first place where it holds; empty where none does any more. */
  readonly place: string;
}

export function describeAnswers(answers: readonly ReponseTenue[] = [], localParty: string): readonly DescribedAnswer[] {
  return together(answers).map((held) => {
    const { reponse, places } = held;
    const named = places.map(formatRangeRef);
    const [place = ""] = named;
    const signed = sign(reponse, localParty);
    return {
      key: cleReponse(reponse),
      name: typographie(nameAnswered(reponse.key)),
      what: typographie(`${nameAnswered(reponse.key)}${place === "" ? "" : ` (${formatListe(named)})`}`),
      said: typographie([`${sayHeld(held)} (${signed}).`, ...(place === "" ? [GONE] : [])].join(" ")),
      place,
    };
  });
}

/** In one line, what sets amounts aside first; null where nothing was answered. */
export function describeAnswersShortly(
  answers: readonly ReponseTenue[] = [],
  localParty: string,
  shown: number,
): string | null {
  const all = together(answers).filter(({ places }) => places.length > 0);
  if (all.length === 0) return null;
  const isAside = ({ setAside }: Held): boolean => setAside !== null;
  const ordered = [...all.filter(isAside), ...all.filter((held) => !isAside(held))];
  const told = ordered.map((held) => {
    return `${nameAnswered(held.reponse.key)} : ${sayHeld(held)} (${sign(held.reponse, localParty)})`;
  });
  const rest = told.length - shown;
  return typographie([...told.slice(0, shown), ...(rest > 0 ? [`et ${accord(rest, "autre")}`] : [])].join(" ; "));
}
