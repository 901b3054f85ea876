// Corrections and reasons, over whatever holds the workbook.
import type { CorrectionsService } from "../taskpane/verify/work/corrections-service";
import type { PaneWorkbook } from "../taskpane/session-store";
import { applyCorrections, previewCorrections, undoCorrections } from "../usecases/correct-findings";
import { justifyFinding } from "../usecases/justify-finding";
import type { Given } from "./given";

export const paneCorrections = ({ host, contrats, compute }: Given): CorrectionsService => ({
  preview: (asOf, findings, onWaitingForCell) =>
    host.run(({ port }) => previewCorrections(port, contrats, asOf, findings, { compute }), onWaitingForCell),
  apply: (asOf, accepted, onWaitingForCell) =>
    host.run(({ port }) => applyCorrections(port, contrats, asOf, accepted, { compute }), onWaitingForCell),
  undo: (corrected, onWaitingForCell) => host.run(({ port }) => undoCorrections(port, corrected), onWaitingForCell),
});

export const paneReasons = ({ host, contrats, compute }: Given): Pick<PaneWorkbook, "justify"> => ({
  justify: (shown, entry, onWaitingForCell) =>
    host.run(({ port }) => justifyFinding(port, contrats, shown, entry, { compute }), onWaitingForCell),
});
