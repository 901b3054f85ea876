// « Oui », « Annuler », « Changer »: written in the workbook, then the verification that counts it.
import type { LigneDeLecture } from "../../core/domain/lecture";
import type { Reponse } from "../../core/domain/question";
import { cleReponse } from "../../core/domain/reponses";
import type { Session } from "../session-store";
import { STATE_HEADING } from "../verify/work/go-on";
import { workStore } from "../verify/work/work-store";
import { answerGiven, reponsesOf, type Answered } from "./ask";
import { questionsOf, readingStore, type JustAnswered } from "./reading-store";
import { readingTexts } from "./texts";

const standing = (session: Session): readonly Reponse[] =>
  (session.getState().outcome?.verification.answers ?? []).map(({ reponse }) => reponse);

/** False where it was not written, and the pane says why. */
const write = (session: Session, given: readonly Reponse[], shown: readonly Reponse[], gone: readonly Reponse[]) =>
  session.verifyAfter(async (_, onWaitingForCell) =>
    (await session.workbook.questions()).answer(given, shown, gone, onWaitingForCell),
  );

/** The agent's name and party are known by now. */
export async function giveAnswers(session: Session, answered: readonly Answered[]): Promise<void> {
  const store = readingStore(session);
  const { name, party } = session.getState().qui;
  const given = reponsesOf(answered, { by: name, on: session.today(), speaksFor: party });
  const keys = given.map(cleReponse);
  const shown = standing(session);
  // What was answered for the words that stood there before goes with them.
  const gone = answered.flatMap(({ question: { former } }) => former ?? []);
  const replaced = [...keys, ...gone.map(cleReponse)];
  const before = shown.filter((one) => replaced.includes(cleReponse(one)));
  const just: JustAnswered = { text: readingTexts.justAnswered(answered), keys, before };
  const isDone = await write(session, given, shown, gone);
  if (!isDone) return;
  const state = store.getState();
  const isChange = state.changing !== null;
  store.set({
    ...state,
    isOpen: true,
    just,
    changing: null,
    returnTo: null,
    answered: state.answered + (isChange ? 0 : 1),
  });
}

/** Takes the last answer back; what stood there before it stands there again. */
export async function undoAnswer(session: Session, { keys, before }: JustAnswered): Promise<void> {
  const given = standing(session).filter((one) => keys.includes(cleReponse(one)));
  const isDone = await write(session, before, given, given);
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

/** What it was given for is read by its words again, or asked again. */
export async function withdraw(session: Session, reponse: Reponse): Promise<void> {
  const isDone = await write(session, [], [reponse], [reponse]);
  const store = readingStore(session);
  if (isDone) store.set({ ...store.getState(), isOpen: true, just: null, changing: null, returnTo: null });
}

type Changing = Pick<LigneDeLecture, "key" | "role" | "reponse">;

/** Puts the question of what was answered, or read; it stays so until something else is said. False where it is there no more. */
async function ask(session: Session, { key, role, reponse }: Changing, returnTo: string | null): Promise<boolean> {
  const { outcome } = session.getState();
  if (!outcome || !key) return true;
  const questions = await session.workbook.questions();
  const question = await questions.about(outcome.verification.asOf, key).catch(() => null);
  if (!question) return false;
  const store = readingStore(session);
  const given = role && answerGiven(question, role);
  store.set({ ...store.getState(), isOpen: true, changing: { question, given, reponse }, returnTo });
  return true;
}

/** What would be asked no more is taken back. */
export async function change(session: Session, reponse: Reponse): Promise<void> {
  const isAsked = await ask(session, { key: reponse.key, role: reponse.answer, reponse }, null);
  if (!isAsked) await withdraw(session, reponse);
}

/** From the list of all that is read; `returnTo` is the element to which who leaves it as it was comes back. */
export async function openLine(session: Session, line: LigneDeLecture, returnTo: string): Promise<void> {
  await ask(session, line, returnTo);
}

/** The list takes its place, the keyboard on what it begins with. */
export function leaveReading(session: Session): void {
  const store = readingStore(session);
  const { outcome } = session.getState();
  const left = outcome ? questionsOf(outcome.verification).map(({ text }) => text) : [];
  store.set({
    ...store.getState(),
    isOpen: false,
    left,
    later: [],
    answered: 0,
    just: null,
    changing: null,
    returnTo: null,
  });
  const work = workStore(session);
  work.set({ ...work.getState(), focus: STATE_HEADING });
}
