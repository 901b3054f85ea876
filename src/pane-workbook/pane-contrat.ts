// What the tab « Contrat » asks for: an avenant shown and recorded, the files of a contract read in a thread that can be stopped, its seal, another version compared.
import { typographie } from "../core/domain/words/typographie";
import { WorkbookError } from "xlsx-model/plan";
import type { ReadingAnswer, ReadingTask } from "../signed-files/reading-task";
import type { ContratService } from "../taskpane/contrat/contrat-service";
import { compareAndShow, writeComparaison } from "../usecases/compare-workbook";
import { insertAnnexe } from "../usecases/insert-annexe";
import { previewAvenant, recordAvenant } from "../usecases/record-avenant";
import { planReprise } from "../usecases/plan-reprise";
import { reprendreReponses } from "../usecases/reprendre-reponses";
import type { Given } from "./given";
import type { PaneHost } from "./pane-host";

/** A contract of a hundred pages takes a tenth of it. */
const MOST_MS = 120_000;

const LOST = typographie(
  "La lecture a pris plus de deux minutes ou trop de mémoire, et a été arrêtée. Ne gardez que le contrat et ses annexes, et enregistrez-les de nouveau.",
);

const isAnswer = (data: ReadingAnswer | Readonly<Record<string, unknown>>): data is ReadingAnswer => "kind" in data;

const STOPPED = "Lecture arrêtée.";

/** One thread a task: what its memory held goes with it. */
async function ask(host: PaneHost, task: ReadingTask, signal?: AbortSignal): Promise<ReadingAnswer> {
  const worker = await host.startReading();
  const answer = await new Promise<ReadingAnswer>((resolve) => {
    const refuse = (sentence: string) => () => resolve({ kind: "refused", sentence });
    const late = setTimeout(refuse(LOST), MOST_MS);
    signal?.addEventListener("abort", refuse(STOPPED));
    worker.onmessage = ({ data }: MessageEvent<ReadingAnswer | Readonly<Record<string, unknown>>>) => {
      // The library that opens PDFs takes the thread for its own, and says in it that it is ready.
      if (!isAnswer(data)) return;
      clearTimeout(late);
      resolve(data);
    };
    worker.onerror = (error) => {
      error.preventDefault();
      refuse(LOST)();
    };
    worker.postMessage(task);
  });
  worker.terminate();
  return answer;
}

export function paneContrat(given: Given): ContratService {
  const { host, contrats, compute, today } = given;
  return {
    avenir: async () => (await import(/* webpackChunkName: "contrat-work" */ "./pane-avenant")).paneAvenant(given),
    preview: (asOf, saisi, onWaitingForCell) =>
      host.run(({ port }) => previewAvenant(port, contrats, asOf, saisi), onWaitingForCell),
    record: (asOf, saisi, accepted, onWaitingForCell) =>
      host.run(({ port }) => recordAvenant(port, contrats, asOf, saisi, accepted), onWaitingForCell),
    async look(file) {
      const answer = await ask(host, { kind: "look", file });
      return answer.kind === "seen" ? answer.seen : answer.kind === "refused" ? answer.sentence : LOST;
    },
    async draft(files, signal) {
      const answer = await ask(host, { kind: "draft", files }, signal);
      if (answer.kind === "drafted") return answer;
      throw new WorkbookError(answer.kind === "refused" ? typographie(answer.sentence) : LOST);
    },
    async compare(asOf, { bytes, name }, onWaitingForCell) {
      const reference = await host.readFile(bytes, name);
      const raw = await host.run(({ port }) => port.read(), onWaitingForCell);
      return compute("compare", compareAndShow, raw, reference, { contrats, asOf, today });
    },
    async previewReprise(asOf, { bytes, name }, onWaitingForCell) {
      const recu = await host.readFile(bytes, name);
      const raw = await host.run(({ port }) => port.read(), onWaitingForCell);
      return (await compute("reprise", planReprise, raw, recu, { contrats, asOf, today }, "recu")).montree;
    },
    async reprendre(asOf, { bytes, name }, shown, choix, onWaitingForCell) {
      const recu = await host.readFile(bytes, name);
      const against = { contrats, asOf, today };
      await host.run(({ port }) => reprendreReponses(port, recu, against, shown, choix, compute), onWaitingForCell);
    },
    writeComparison: ({ feuille }, onWaitingForCell) =>
      host.run(({ port }) => writeComparaison(port, feuille), onWaitingForCell),
    seal: (asOf, convention, onWaitingForCell) =>
      host.run(
        ({ port }) => insertAnnexe(port, convention, asOf, [{ kind: "contrat" }], "given", { today }),
        onWaitingForCell,
      ),
  };
}
