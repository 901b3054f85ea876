// What came of the reports asked for.
import type { Bilan } from "../../core/reports/bilan/bilan";
import type { Controle } from "../../core/reports/proces-verbal/controler";
import type { Establishment } from "../../usecases/establish-proces-verbal";
import type { StandingBilan } from "../../usecases/write-bilan";
import type { Session } from "../session-store";
import type { Notice } from "../session";
import { performAsShown } from "../perform-as-shown";
import { tabStores } from "../tab-store";
import type { WantedPeriode } from "./reports-service";
import { forgetFile, keepWordFile, saveFile, type SavedFile } from "./save-file";
import { texts } from "./texts";

export interface ReportsState {
  readonly bilan:
    | (StandingBilan & {
        /** The period that was asked for. */
        readonly periode: WantedPeriode;
        readonly edits: number;
      })
    | MadeBilan
    | null;
  readonly procesVerbal:
    ((Establishment | { readonly kind: "checked"; readonly controle: Controle }) & { readonly edits: number }) | null;
}

export interface MadeBilan {
  readonly kind: "made";
  readonly bilan: Bilan;
  /** Null until the sheets, or the document, of this period were asked for. */
  readonly sheetNames: readonly string[] | null;
  readonly file: SavedFile | null;
  /** The session's count of edits when the workbook was read. */
  readonly edits: number;
}

const fileOf = ({ bilan }: ReportsState): SavedFile | null => (bilan?.kind === "made" ? bilan.file : null);

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

const toWarnings = (sentences: readonly string[]): Notice[] => sentences.map((text) => ({ kind: "warning", text }));

/** `replace` is the `standing` of the sheets that the agent was shown. False when something could not be written, which the pane says. */
export function writeBilanSheets(
  session: Session,
  periode: WantedPeriode,
  replace: string | null = null,
): Promise<boolean> {
  return performAsShown(
    session,
    "report",
    async (asOf, onWaitingForCell) => {
      show(session, { bilan: null });
      const { edits } = session.getState();
      const written = await session.workbook.reports.writeBilan(periode, asOf, replace, onWaitingForCell);
      if (written.kind === "exists") {
        show(session, { bilan: { ...written, periode, edits } });
        return [];
      }
      const { bilan, sheetNames, refusals } = written;
      show(session, { bilan: { kind: "made", bilan, sheetNames, file: null, edits } });
      return toWarnings(refusals);
    },
    () => writeBilanSheets(session, periode),
  );
}

/** Takes away what was asked of the report: its sheets stay as they are. */
export function forgetBilan(session: Session): void {
  show(session, { bilan: null });
}

export function makeWordBilan(session: Session, periode: WantedPeriode): Promise<boolean> {
  return session.perform("report", async (asOf, onWaitingForCell) => {
    show(session, { bilan: null });
    const { edits } = session.getState();
    const { bilan, bytes } = await session.workbook.reports.wordBilan(periode, asOf, onWaitingForCell);
    const file = keepWordFile(texts.fileName(bilan.entete.periodeTexte), bytes);
    show(session, { bilan: { kind: "made", bilan, sheetNames: null, file, edits } });
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
      return established.kind === "established" ? toWarnings(established.refusals) : [];
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
