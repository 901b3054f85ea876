// What a person does in « Nouveau contrat »: gives files, answers, confirms, corrects, seals, saves.
import { parseConvention } from "../../../contracts/parse-convention";
import type { ConventionDefinition } from "../../../core/contract/convention";
import type { Ajout } from "../../../core/drafting/relecture/ajout";
import { confirmer, retenir, type Correction, type Dit } from "../../../core/drafting/relecture/relire";
import { typographie } from "../../../core/domain/words/typographie";
import { WorkbookError } from "xlsx-model/plan";
import type { SignedFile } from "../../../signed-files/draft-files";
import { sentenceFor, type Session } from "../../session-store";
import { toWarnings } from "../../warnings";
import { nouveauStore, update, type Work } from "./nouveau-store";
import { nouveauTexts } from "./texts";
import { inOrder, valuesOf, viewOf, type Together } from "./view-of";

/** As much as a folder of documents, and far less than what would fill the memory. */
const MOST_BYTES = 100_000_000;

/** Each is looked at as soon as it is given: a scan is said to be one before anything else is done. */
export async function giveFiles(session: Session, given: readonly File[]): Promise<void> {
  const store = nouveauStore(session);
  update(session, { failure: null });
  for (const one of given) {
    if (/\.json$/i.test(one.name)) {
      await openDefinition(session, one);
      return;
    }
    const read = await one.arrayBuffer().catch(() => null);
    const file: SignedFile = { name: one.name, bytes: new Uint8Array(read ?? []) };
    const others = store.getState().files.filter(({ file: { name } }) => name !== file.name);
    const size = others.reduce((sum, { file: { bytes } }) => sum + bytes.length, file.bytes.length);
    const problem = read === null ? nouveauTexts.unreadable : size > MOST_BYTES ? nouveauTexts.tooLarge : null;
    update(session, { files: [...others, { file, seen: problem }] });
    if (problem === null) void look(session, file);
  }
}

async function look(session: Session, file: SignedFile): Promise<void> {
  const seen = await session.workbook.contrat.look(file).catch(sentenceFor);
  const { files } = nouveauStore(session).getState();
  update(session, { files: files.map((each) => (each.file === file ? { file, seen } : each)) });
}

export function removeFile(session: Session, name: string): void {
  const { files } = nouveauStore(session).getState();
  update(session, { files: files.filter(({ file }) => file.name !== name), failure: null });
}

/** What cannot be read is left out, and the list says so. */
export async function draft(session: Session): Promise<void> {
  const { files, reading } = nouveauStore(session).getState();
  const own = files.flatMap(({ file, seen }) => (typeof seen === "string" ? [] : [file]));
  if (reading) return;
  if (own.length === 0) return update(session, { failure: nouveauTexts.nothingGiven });
  const stop = new AbortController();
  update(session, { reading: stop, failure: null });
  try {
    const { draft: drafted, document } = await session.workbook.contrat.draft(own, stop.signal);
    if (stop.signal.aborted) return;
    if (!drafted.ok) throw new WorkbookError(typographie(`${drafted.message}.`));
    show(session, drafted.definition, { document, files: own.map(({ name }) => name) });
  } catch (error) {
    update(session, { failure: stop.signal.aborted ? nouveauTexts.stopped : sentenceFor(error) });
  } finally {
    if (nouveauStore(session).getState().reading === stop) update(session, { reading: null });
  }
}

function show(session: Session, definition: ConventionDefinition, of: Pick<Work, "document" | "files">): void {
  const { questions, left } = viewOf(definition);
  const step = questions.length + left === 0 ? "sceau" : "contrat";
  update(session, {
    step,
    work: { definition, ...of, asked: inOrder(questions, []).length },
    later: [],
    pending: null,
    failure: null,
  });
}

/** A definition that was saved, by this product or on the command line. */
export async function openDefinition(session: Session, file: File): Promise<void> {
  try {
    if (file.size > MOST_BYTES) throw new WorkbookError(nouveauTexts.tooLarge);
    const definition = JSON.parse(await file.text()) as ConventionDefinition;
    const parsed = parseConvention(definition);
    if (!parsed.ok) throw new WorkbookError(typographie(parsed.message));
    show(session, definition, { document: null, files: [file.name] });
  } catch (error) {
    const why = error instanceof WorkbookError ? error.message : nouveauTexts.notADefinition;
    update(session, { failure: `${file.name} : ${why}` });
  }
}

const who = (session: Session) => ({ par: session.getState().qui.name, le: session.today() });

const NOTHING: Dit = { reponses: [], corrections: [], ajouts: [] };

/** Null where it is taken; a French sentence where it is none. What only does not go with the rest waits, and that is shown. */
function take(
  session: Session,
  said: Dit,
  after: (taken: ConventionDefinition) => ConventionDefinition,
): string | null {
  const { work, pending } = nouveauStore(session).getState();
  if (!work) return null;
  const all: Dit = {
    reponses: [...(pending?.reponses ?? []), ...said.reponses],
    corrections: [...(pending?.corrections ?? []), ...said.corrections],
    ajouts: [...(pending?.ajouts ?? []), ...said.ajouts],
  };
  const taken = retenir(work.definition, all, who(session));
  if (taken.ok)
    update(session, { work: { ...work, definition: after(taken.definition) }, pending: null, chosen: null });
  else if (taken.estIncoherent) update(session, { pending: { ...all, message: taken.message }, chosen: null });
  else return taken.message;
  return null;
}

/** « exact » confirms with it the values that the question shows. */
export function answer(session: Session, questions: Together, valeur: string | number): string | null {
  const { work } = nouveauStore(session).getState();
  const shown = work && valeur === "exact" ? valuesOf(viewOf(work.definition), questions).map(({ cle }) => cle) : [];
  const { par, le } = who(session);
  const reponses = questions.map(({ key }) => ({ key, answer: valeur, by: par, on: le }));
  return take(session, { ...NOTHING, reponses }, (taken) => confirmShown(taken, shown, { par, le }));
}

/** Other questions may still be open about some of them. */
function confirmShown(definition: ConventionDefinition, cles: readonly string[], by: ReturnType<typeof who>) {
  const toRead = new Set(
    viewOf(definition).articles.flatMap(({ valeurs }) =>
      valeurs.flatMap(({ cle, etat }) => (etat === "a-relire" ? [cle] : [])),
    ),
  );
  const own = cles.filter((cle) => toRead.has(cle));
  return own.length === 0 ? definition : confirmer(definition, own, by);
}

export const correct = (session: Session, correction: Correction): string | null =>
  take(session, { ...NOTHING, corrections: [correction] }, (taken) => taken);

export const add = (session: Session, ajout: Ajout): string | null =>
  take(session, { ...NOTHING, ajouts: [ajout] }, (taken) => taken);

export function confirm(session: Session, cles: readonly string[]): void {
  const { work } = nouveauStore(session).getState();
  if (work) update(session, { work: { ...work, definition: confirmer(work.definition, cles, who(session)) } });
}

export function putOff(session: Session, [{ key }]: Together): void {
  const { later } = nouveauStore(session).getState();
  update(session, { later: [...later.filter((each) => each !== key), key], chosen: null });
}

export async function seal(session: Session): Promise<void> {
  const { work } = nouveauStore(session).getState();
  if (!work) return;
  const { convention } = viewOf(work.definition);
  await session.perform("annexe", async (asOf, onWaitingForCell) => {
    const { refusals } = await session.workbook.contrat.seal(asOf, convention, onWaitingForCell);
    session.noteEdit();
    const { contrat } = await session.workbook.situate(asOf);
    update(session, { sealed: contrat.sceau?.empreinte ?? null });
    return toWarnings(refusals);
  });
}

/** As the command line writes it. */
export const definitionFile = (definition: ConventionDefinition): Blob =>
  new Blob([`${JSON.stringify(definition, null, 2)}\n`], { type: "application/json" });
