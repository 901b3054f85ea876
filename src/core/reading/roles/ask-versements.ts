// The question of a list of payments: whether the State paid them, and for which year where its lines do not say it.
import type { Convention } from "../../contract/convention";
import { isSameSheet } from "xlsx-model/cell-ref";
import type { ListeVersements } from "../../domain/dossier";
import {
  A_IGNORER,
  type Answer,
  type Question,
  type QuestionKey,
  type Reponse,
  type ReponseTenue,
} from "../../domain/question";
import { addMontants } from "../../domain/values/montant";
import { cite, typographie } from "../../domain/words/typographie";
import { LIST_EVIDENCE } from "./evidence/evidence";
import { weigh } from "./evidence/weigh";

const VERSEMENTS = "versements";

const keyOf = (sheet: string): QuestionKey => ({ kind: "table", path: [VERSEMENTS, sheet], sheet });

const isOf = ({ key }: Reponse, sheet: string): boolean =>
  key.kind === "table" && key.path[0] === VERSEMENTS && isSameSheet(key.sheet ?? key.path[1] ?? "", sheet);

const answerOf = (reponses: readonly Reponse[], sheet: string) =>
  reponses.filter((one) => isOf(one, sheet)).at(-1)?.answer ?? null;

/** That its payments are the State's, and of which year; null where nobody said so. */
export function listSaid(reponses: readonly Reponse[], sheet: string): { readonly year?: number } | null {
  const answer = answerOf(reponses, sheet);
  return answer?.role === VERSEMENTS ? answer : null;
}

/** Whether a person set it aside. */
export const isListAside = (reponses: readonly Reponse[], { range }: ListeVersements): boolean =>
  answerOf(reponses, range.sheet)?.role === A_IGNORER;

/** Whether it says by itself what it is of. */
export const isSettled = ({ deLEtat, lignes }: ListeVersements): boolean =>
  deLEtat && lignes.every(({ annee }) => annee !== null);

function answersFor({ lignes }: ListeVersements, { annees }: Convention): readonly Answer[] {
  const isDated = lignes.every(({ annee }) => annee !== null);
  const whole: readonly Answer[] = isDated
    ? [{ role: VERSEMENTS, label: "Des versements de l’État" }]
    : [
        { role: VERSEMENTS, label: "Des versements de l’État, chacun pour l’année de sa date" },
        ...annees.map(({ annee }) => ({
          role: VERSEMENTS,
          year: annee,
          label: `Des versements de l’État pour ${annee}`,
        })),
      ];
  return [...whole, { role: A_IGNORER, label: "Autre chose, à laisser de côté" }].map((answer) => ({
    ...answer,
    label: typographie(answer.label),
  }));
}

export function askVersements(
  lists: readonly ListeVersements[],
  convention: Convention,
  reponses: readonly Reponse[],
): readonly Question[] {
  return lists.flatMap((list): readonly Question[] => {
    const { range, lignes } = list;
    if (isSettled(list) || answerOf(reponses, range.sheet)) return [];
    const answers = answersFor(list, convention);
    const told = weigh(LIST_EVIDENCE, { list, convention });
    const [annee, isAside] = [told.settled("year"), told.settled("aside") === true];
    const credited = annee === null ? null : (answers.find(({ year }) => year === annee) ?? answers[0] ?? null);
    const supposed = isAside ? (answers.at(-1) ?? null) : credited;
    const place = `Feuille ${cite(range.sheet)}`;
    const asked = list.deLEtat ? "pour quelle année sont ces versements ?" : "que sont ces montants datés ?";
    return [
      {
        about: "table",
        key: keyOf(range.sheet),
        text: typographie(`${place} : ${asked}`),
        range,
        supposed,
        evidence: told.clauses.map(typographie),
        answers,
        amounts: lignes.length,
        place: typographie(place),
        asked: typographie(`${asked.charAt(0).toUpperCase()}${asked.slice(1)}`),
      },
    ];
  });
}

/** What people said of lists of payments. */
export const heldVersements = (
  reponses: readonly Reponse[],
  lists: readonly ListeVersements[],
  convention: Convention,
): readonly ReponseTenue[] =>
  reponses
    .filter(({ key }) => key.kind === "table" && key.path[0] === VERSEMENTS)
    .map((reponse) => {
      const list = lists.find(({ range }) => isOf(reponse, range.sheet));
      const { role, year } = reponse.answer;
      const answer = list && answersFor(list, convention).find((one) => one.role === role && one.year === year);
      const isAside = role === A_IGNORER;
      return {
        reponse,
        label: answer?.label ?? typographie(isAside ? "Autre chose, à laisser de côté" : "Des versements de l’État"),
        range: list?.range ?? null,
        setAside:
          isAside && list
            ? addMontants(...list.lignes.map(({ montant }) => montant.known.value ?? (0 as never)))
            : null,
      };
    });
