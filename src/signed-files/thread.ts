// The thread in which the files of a signed contract are read: what a hostile one costs ends with it.
import { sentencesOf } from "../core/drafting/signed-sentences";
import { paragraphsOf, type SignedDocument } from "../core/drafting/signed-document";
import { WorkbookError } from "xlsx-model/plan";
import { DocumentError } from "../documents/limits";
import { isDocumentName } from "../documents/read-document";
import { draftFiles, NothingSigned, readSignedFile } from "./draft-files";
import type { ReadingAnswer, ReadingTask, Seen } from "./reading-task";

/** How much there is in it, for who dropped it to know it again. */
function seen({ blocs, nonLus = [], ...document }: SignedDocument): Seen {
  const phrases = sentencesOf(paragraphsOf({ blocs, ...document }));
  const pages = blocs.map(({ lieu }) => Number(/^page (\d+)/.exec(lieu)?.[1] ?? 0));
  return {
    pages: pages.reduce((most, page) => Math.max(most, page), 0),
    articles: new Set(phrases.flatMap(({ article }) => article?.split(".")[0] ?? [])).size,
    tables: blocs.filter(({ kind }) => kind === "tableau").length,
    isWorkbook: !isDocumentName(document.name),
    unread: nonLus,
  };
}

const INTERNAL =
  "La lecture s’est arrêtée sur un incident interne. Enregistrez ces fichiers de nouveau, ou donnez-les dans un autre format.";

const sentence = (error: unknown): string => {
  if (error instanceof DocumentError || error instanceof WorkbookError) return error.message;
  return error instanceof NothingSigned ? "" : INTERNAL;
};

class Refused extends Error {}

async function named<Value>(file: string, read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    throw new Refused(error instanceof WorkbookError ? error.message : `${file} : ${sentence(error)}`);
  }
}

async function answer(task: ReadingTask): Promise<ReadingAnswer> {
  try {
    if (task.kind === "look") return { kind: "seen", seen: seen(await readSignedFile(task.file)) };
    return { kind: "drafted", ...(await draftFiles(task.files, named)) };
  } catch (error) {
    return { kind: "refused", sentence: error instanceof Refused ? error.message : sentence(error) };
  }
}

self.onmessage = async ({ data }: MessageEvent<ReadingTask>) => {
  self.postMessage(await answer(data));
};
