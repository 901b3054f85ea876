// « Oui », « Annuler », « Changer »: written in the workbook, then the verification that counts it.
import type { Reponse } from "../../core/domain/question";
import { cleReponse } from "../../core/domain/reponses";
import type { Session } from "../session-store";
import { STATE_HEADING } from "../verify/work/go-on";
import { workStore } from "../verify/work/work-store";
import { reponsesOf, type Answered } from "./ask";
import { questionsOf, readingStore, type JustAnswered } from "./reading-store";
import { readingTexts } from "./texts";

const standing = (session: Session): readonly Reponse[] =>
  (session.getState().outcome?.verification.answers ?? []).map(({ reponse }) => reponse);

/** The agent's name and party are known by now. */
export async function giveAnswers(session: Session, answered: readonly Answered[]): Promise<void> {
  const store = readingStore(session);
  const { name, party } = session.getState();
  const given = reponsesOf(answered, { by: name.trim(), on: session.today(), speaksFor: party });
  const keys = given.map(cleReponse);
  const shown = standing(session);
  const before = shown.filter((one) => keys.includes(cleReponse(one)));
  const just: JustAnswered = { text: readingTexts.justAnswered(answered), keys, before };
  const isDone = await session.verifyAfter((_, onWaitingForCell) =>
    session.workbook.questions.answer(given, shown, onWaitingForCell),
  );
  if (!isDone) return;
  const state = store.getState();
  const isChange = state.changing !== null;
  store.set({ ...state, isOpen: true, just, changing: null, answered: state.answered + (isChange ? 0 : 1) });
}

/** Takes the last answer back; what stood there before it stands there again. */
export async function undoAnswer(session: Session, { keys, before }: JustAnswered): Promise<void> {
  const given = standing(session).filter((one) => keys.includes(cleReponse(one)));
  const isDone = await session.verifyAfter((_, onWaitingForCell) =>
    before.length > 0
      ? session.workbook.questions.answer(before, given, onWaitingForCell)
      : session.workbook.questions.withdraw(given, onWaitingForCell),
  );
  const store = readingStore(session);
  const state = store.getState();
  if (!isDone) return;
  store.set({
    ...state,
    isOpen: true,
    just: null,
    answered: Math.max(0, state.answered - (before.length > 0 ? 0 : 1)),
  });
}

/** Of an answer whose columns are there no more. */
export async function withdraw(session: Session, reponse: Reponse): Promise<void> {
  await session.verifyAfter((_, onWaitingForCell) => session.workbook.questions.withdraw([reponse], onWaitingForCell));
}

/** Puts its question again; the answer stays until another is given. What would be asked no more is taken back. */
export async function change(session: Session, reponse: Reponse): Promise<void> {
  const { outcome } = session.getState();
  if (!outcome) return;
  const question = await session.workbook.questions.reopen(outcome.verification.asOf, reponse).catch(() => null);
  if (!question) return withdraw(session, reponse);
  const store = readingStore(session);
  store.set({ ...store.getState(), changing: { question, reponse } });
}

/** The list takes its place, the keyboard on what it begins with. */
export function leaveReading(session: Session): void {
  const store = readingStore(session);
  const { outcome } = session.getState();
  const left = outcome ? questionsOf(outcome.verification).map(cleReponse) : [];
  store.set({ ...store.getState(), isOpen: false, left, later: [], answered: 0, just: null, changing: null });
  const work = workStore(session);
  work.set({ ...work.getState(), focus: STATE_HEADING });
}
