// The question of a table whose amounts are all those of the contract, but in another unit than its words say.
import { isSameSheet, type RangeRef } from "xlsx-model/cell-ref";
import { contractAmount } from "../../contract/in-force/contract-amounts";
import type { Dossier } from "../../domain/dossier";
import { addUnder } from "../../domain/group-by";
import { isPart } from "../../domain/column-roles";
import type { Answer, Question, QuestionKey, Reponse, ReponseTenue } from "../../domain/question";
import { EUROS, type Unite } from "../../domain/values/unite";
import { cite, typographie } from "../../domain/words/typographie";
import { tablesOf } from "../../facts/fact-tables";
import type { YearFact } from "../../facts/fact";

const UNITE = "unité";
const LABELS: Readonly<Record<Unite, string>> = {
  "€": "En euros",
  "k€": "En milliers d’euros",
  "M€": "En millions d’euros",
};
const UNITES = Object.keys(LABELS) as Unite[];

/** So many amounts, and nearly all of the table's: fewer are chance, or a mistake. */
const FEWEST = 4;
const SHARE = 0.9;

const keyOf = (sheet: string): QuestionKey => ({ kind: "table", path: [UNITE, sheet], sheet });
const ANSWERS = UNITES.map((unit): Answer => ({ role: UNITE, unit, label: LABELS[unit] }));

const isOf =
  (sheet: string) =>
  ({ key }: Reponse): boolean =>
    key.kind === "table" && key.path[0] === UNITE && isSameSheet(key.sheet ?? key.path[1] ?? "", sheet);

/** What a person said; undefined where nobody did. */
export const unitSaid = (reponses: readonly Reponse[], sheet: string): Unite | undefined =>
  reponses.filter(isOf(sheet)).at(-1)?.answer.unit;

/** Where its tables of amounts stand. */
const rangesOf = (dossier: Dossier): readonly RangeRef[] =>
  tablesOf(dossier).amounts.flatMap(({ tableau: { plages, range } }) => plages?.map((plage) => plage.range) ?? [range]);

interface Due {
  readonly fact: YearFact;
  /** In centimes, of the contract. */
  readonly due: number;
  readonly found: number;
}

function ask(sheet: string, due: readonly Due[], range: RangeRef | null): Question | null {
  const [first] = due;
  if (!first) return null;
  const read = first.fact.unit;
  const sameIn = (unit: Unite): number =>
    due.filter(({ found, due: wanted, fact }) => found * EUROS[unit] === wanted * EUROS[fact.unit]).length;
  const supposed = ANSWERS.find(
    ({ unit }) => unit && unit !== read && sameIn(unit) >= Math.max(FEWEST, SHARE * due.length),
  );
  if (!supposed?.unit) return null;
  const place = `Feuille ${cite(sheet)}`;
  const asked = `Ces montants sont-ils ${LABELS[supposed.unit].replace("En", "en")} ?`;
  return {
    about: "table",
    key: keyOf(sheet),
    text: typographie(`${place} : ${asked.replace("Ces", "ces")}`),
    range,
    supposed,
    evidence: [
      typographie(
        `${sameIn(supposed.unit)} de ses ${due.length} montants sont alors ceux du contrat, aucun tels qu’ils sont lus`,
      ),
    ],
    answers: ANSWERS,
    amounts: due.length,
    place: typographie(place),
    asked: typographie(asked),
  };
}

export function askUnits(dossier: Dossier, reponses: readonly Reponse[]): readonly Question[] {
  const { budget } = tablesOf(dossier);
  const bySheet = new Map<string, Due[]>();
  for (const row of budget?.actions ?? []) {
    const { action } = row.ligne.ligne;
    for (const fact of action ? row.facts : []) {
      if (!action || fact.year === null || !isPart(fact.column) || !fact.known.value) continue;
      const due = contractAmount(action, fact.year, fact.column);
      const { sheet } = fact.cell.ref;
      addUnder(bySheet, sheet, { fact, due, found: fact.known.value });
    }
  }
  const ranges = rangesOf(dossier);
  return [...bySheet].flatMap(([sheet, due]) =>
    unitSaid(reponses, sheet) === undefined
      ? (ask(sheet, due, ranges.find((one) => isSameSheet(one.sheet, sheet)) ?? null) ?? [])
      : [],
  );
}

/** The answers about units, with the sheets that they are about. */
export const heldUnits = (reponses: readonly Reponse[], dossier: Dossier): readonly ReponseTenue[] =>
  reponses
    .filter(({ key }) => key.kind === "table" && key.path[0] === UNITE)
    .map((reponse) => {
      const own = rangesOf(dossier).find(({ sheet }) => isOf(sheet)(reponse));
      return { reponse, label: LABELS[reponse.answer.unit ?? "€"], range: own ?? null, setAside: null };
    });
