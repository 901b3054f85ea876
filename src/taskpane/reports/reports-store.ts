// What came of the reports asked for.
import type { Bilan } from "../../core/reports/bilan/bilan";
import type { Controle } from "../../core/reports/proces-verbal/controler";
import type { Establishment } from "../../usecases/establish-proces-verbal";
import type { Session } from "../session-store";
import { performAsShown } from "../perform-as-shown";
import { tabStores } from "../tab-store";
import { toWarnings } from "../warnings";
import type { WantedPeriode } from "./reports-service";
import { forgetFile, keepWordFile, saveFile, type SavedFile } from "./save-file";
import { texts } from "./texts";

export interface ReportsState {
  readonly bilan: MadeBilan | null;
  readonly procesVerbal:
    ((Establishment | { readonly kind: "checked"; readonly controle: Controle }) & { readonly edits: number }) | null;
}

export interface MadeBilan {
  readonly bilan: Bilan;
  /** Null until the sheets, or the document, of this period were asked for. */
  readonly sheetNames: readonly string[] | null;
  readonly file: SavedFile | null;
  /** The session's count of edits when the workbook was read. */
  readonly edits: number;
}

const fileOf = ({ bilan }: ReportsState): SavedFile | null => bilan?.file ?? null;

export const reportsOf = tabStores<ReportsState>({ bilan: null, procesVerbal: null }, (before, now) => {
  const [file, kept] = [fileOf(before), fileOf(now)];
  if (file && file !== kept) forgetFile(file);
});

function show(session: Session, report: Partial<ReportsState>): void {
  const store = reportsOf(session);
  store.set({ ...store.getState(), ...report });
}

/** Takes away what came of a procès-verbal: it stays as it is. */
export function forgetProcesVerbal(session: Session): void {
  show(session, { procesVerbal: null });
}

/** False when something could not be written, or stay where it was typed, which the pane says. */
export function writeBilanSheets(session: Session, periode: WantedPeriode): Promise<boolean> {
  return session.perform("report", async (asOf, onWaitingForCell) => {
    show(session, { bilan: null });
    const { edits } = session.getState();
    const written = await session.workbook.reports.writeBilan(periode, asOf, onWaitingForCell);
    const { bilan, sheetNames, refusals, kept } = written;
    show(session, { bilan: { bilan, sheetNames, file: null, edits } });
    return toWarnings([...refusals, ...kept]);
  });
}

export function makeWordBilan(session: Session, periode: WantedPeriode): Promise<boolean> {
  return session.perform("report", async (asOf, onWaitingForCell) => {
    show(session, { bilan: null });
    const { edits } = session.getState();
    const { bilan, bytes } = await session.workbook.reports.wordBilan(periode, asOf, onWaitingForCell);
    const file = keepWordFile(texts.fileName(bilan.entete.periodeTexte), bytes);
    show(session, { bilan: { bilan, sheetNames: null, file, edits } });
    saveFile(file);
    return [];
  });
}

/** `replace` is the `standing` of the procès-verbal that the agent was shown and wants replaced. */
export function establishProcesVerbal(session: Session, replace: string | null = null): Promise<boolean> {
  return performAsShown(
    session,
    "report",
    async (asOf, onWaitingForCell) => {
      show(session, { procesVerbal: null });
      const { edits } = session.getState();
      const established = await session.workbook.reports.establish(asOf, replace, onWaitingForCell);
      show(session, { procesVerbal: { ...established, edits } });
      if (established.kind === "exists") return [];
      return toWarnings([...established.refusals, ...established.kept]);
    },
    () => establishProcesVerbal(session),
  );
}

export function checkProcesVerbal(session: Session): Promise<boolean> {
  return session.perform("report", async (_asOf, onWaitingForCell) => {
    show(session, { procesVerbal: null });
    const { edits } = session.getState();
    const controle = await session.workbook.reports.check(onWaitingForCell);
    show(session, { procesVerbal: { kind: "checked", controle, edits } });
    return [];
  });
}
