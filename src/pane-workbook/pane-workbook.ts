// The workbook as the pane asks for it, over whatever holds it: each job brings the chunk that it needs when it is first asked.
import type { PaneWorkbook } from "../taskpane/session-store";
import type { RawWorkbook } from "../core/workbook-port";
import { computeHere, type Compute } from "../usecases/compute";
import type { PaneHost } from "./pane-host";

/** One chunk, which drawing the pane does not need: it loads when the pane is idle, or at the first click. */
async function loadVerification() {
  const [verify, clear, contract] = await Promise.all([
    import(/* webpackChunkName: "verification" */ "../usecases/verify-workbook"),
    import(/* webpackChunkName: "verification" */ "../usecases/clear-highlights"),
    import(/* webpackChunkName: "verification" */ "../contracts/built-in"),
  ]);
  return { ...verify, ...clear, ...contract };
}

const loadCorrections = () => import(/* webpackChunkName: "corrections-work" */ "../usecases/correct-findings");

const loadAnnexes = () => import(/* webpackChunkName: "annexes-work" */ "../usecases/insert-annexe");

const loadAvenants = () => import(/* webpackChunkName: "contrat-work" */ "../usecases/record-avenant");

const loadTotals = () => import(/* webpackChunkName: "totals-work" */ "../usecases/refresh-totals");

async function loadReports() {
  const [write, periods, establish, check] = await Promise.all([
    import(/* webpackChunkName: "reports-work" */ "../usecases/write-bilan"),
    import(/* webpackChunkName: "reports-work" */ "../usecases/bilan-periods"),
    import(/* webpackChunkName: "reports-work" */ "../usecases/establish-proces-verbal"),
    import(/* webpackChunkName: "reports-work" */ "../usecases/check-proces-verbal"),
  ]);
  return { ...write, ...periods, ...establish, ...check };
}

/** One light request is all there is: an answer that does not come at once is a cell being edited. */
const PATIENCE_OF_A_CLICK_MS = 250;

/** `today` answers the day, an ISO date; `compute` is where the work that touches no workbook is done. */
export function paneWorkbook(host: PaneHost, today: () => string, compute: Compute = computeHere): PaneWorkbook {
  /** The cells of the last verification, of which it is told what an answer would change. */
  let read: RawWorkbook | null = null;
  return {
    async verify(asOf, onStep, onWaitingForCell, qui) {
      const { verifyWorkbook, contratsIntegres } = await loadVerification();
      const onRead = (raw: RawWorkbook): void => void (read = raw);
      return host.run(
        ({ port }) => verifyWorkbook(port, contratsIntegres, asOf, onStep, { qui, today: today(), compute, onRead }),
        onWaitingForCell,
      );
    },
    async questions() {
      const [{ contratsIntegres: contrats }, { paneQuestions }] = await Promise.all([
        loadVerification(),
        import(/* webpackChunkName: "reading-work" */ "./pane-questions"),
      ]);
      return paneQuestions({ host, contrats, compute, today: today(), read });
    },
    async clearHighlights(onWaitingForCell) {
      const { clearHighlights } = await loadVerification();
      return host.run(({ port }) => clearHighlights(port), onWaitingForCell);
    },
    selectCell: (cell, onWaitingForCell) =>
      host.run((open) => open.selectCell(cell), onWaitingForCell, PATIENCE_OF_A_CLICK_MS),
    watchChanges: (onChange) => host.watchChanges(onChange),
    async situate(asOf) {
      const [{ contratsIntegres }, { situateWorkbook }] = await Promise.all([
        loadVerification(),
        import(/* webpackChunkName: "situation" */ "../usecases/situate-workbook"),
      ]);
      return host.run(({ port }) => situateWorkbook(port, contratsIntegres, asOf, compute));
    },
    contrat: {
      async preview(asOf, saisi, onWaitingForCell) {
        const [{ contratsIntegres }, { previewAvenant }] = await Promise.all([loadVerification(), loadAvenants()]);
        return host.run(({ port }) => previewAvenant(port, contratsIntegres, asOf, saisi), onWaitingForCell);
      },
      async record(asOf, saisi, accepted, onWaitingForCell) {
        const [{ contratsIntegres }, { recordAvenant }] = await Promise.all([loadVerification(), loadAvenants()]);
        return host.run(({ port }) => recordAvenant(port, contratsIntegres, asOf, saisi, accepted), onWaitingForCell);
      },
    },
    corrections: {
      async preview(asOf, findings, onWaitingForCell) {
        const [{ contratsIntegres }, { previewCorrections }] = await Promise.all([
          loadVerification(),
          loadCorrections(),
        ]);
        return host.run(
          ({ port }) => previewCorrections(port, contratsIntegres, asOf, findings, { compute }),
          onWaitingForCell,
        );
      },
      async apply(asOf, accepted, onWaitingForCell) {
        const [{ contratsIntegres }, { applyCorrections }] = await Promise.all([loadVerification(), loadCorrections()]);
        return host.run(
          ({ port }) => applyCorrections(port, contratsIntegres, asOf, accepted, { compute }),
          onWaitingForCell,
        );
      },
      async undo(corrected, onWaitingForCell) {
        const { undoCorrections } = await loadCorrections();
        return host.run(({ port }) => undoCorrections(port, corrected), onWaitingForCell);
      },
    },
    async justify(shown, entry, onWaitingForCell) {
      const [{ contratsIntegres }, { justifyFinding }] = await Promise.all([
        loadVerification(),
        import(/* webpackChunkName: "corrections-work" */ "../usecases/justify-finding"),
      ]);
      return host.run(
        ({ port }) => justifyFinding(port, contratsIntegres, shown, entry, { compute }),
        onWaitingForCell,
      );
    },
    annexes: {
      async insert(requests, place, asOf, again, onWaitingForCell) {
        const [{ contratsIntegres }, { insertAnnexe }] = await Promise.all([loadVerification(), loadAnnexes()]);
        return host.run(async ({ port, selectedCell }) => {
          const cell = place === "selected-cell" ? await selectedCell() : null;
          return insertAnnexe(port, contratsIntegres, asOf, requests, "built-in", cell, again);
        }, onWaitingForCell);
      },
    },
    totals: {
      async preview(asOf, onWaitingForCell) {
        const [{ contratsIntegres }, { previewTotals }] = await Promise.all([loadVerification(), loadTotals()]);
        return host.run(({ port }) => previewTotals(port, contratsIntegres, asOf), onWaitingForCell);
      },
      async apply(asOf, accepted, onWaitingForCell) {
        const [{ contratsIntegres }, { applyTotals }] = await Promise.all([loadVerification(), loadTotals()]);
        return host.run(({ port }) => applyTotals(port, contratsIntegres, asOf, accepted), onWaitingForCell);
      },
    },
    reports: {
      async periods(asOf) {
        const [{ contratsIntegres }, { bilanPeriods }] = await Promise.all([loadVerification(), loadReports()]);
        return host.run(({ port }) => bilanPeriods(port, contratsIntegres, asOf));
      },
      async writeBilan(periode, asOf, replace, onWaitingForCell) {
        const [{ contratsIntegres }, { writeBilan }] = await Promise.all([loadVerification(), loadReports()]);
        return host.run(
          ({ port }) => writeBilan(port, contratsIntegres, { periode, asOf, today: today() }, replace),
          onWaitingForCell,
        );
      },
      async wordBilan(periode, asOf, onWaitingForCell) {
        const [{ contratsIntegres }, { computeWorkbookBilan }, { bilanDocx }] = await Promise.all([
          loadVerification(),
          loadReports(),
          import(/* webpackChunkName: "word" */ "../word/bilan-docx"),
        ]);
        const bilan = await host.run(
          ({ port }) => computeWorkbookBilan(port, contratsIntegres, { periode, asOf, today: today() }),
          onWaitingForCell,
        );
        return { bilan, bytes: await bilanDocx(bilan) };
      },
      async establish(asOf, replace, onWaitingForCell) {
        const [{ contratsIntegres }, { establishProcesVerbal }] = await Promise.all([
          loadVerification(),
          loadReports(),
        ]);
        return host.run(
          ({ port }) => establishProcesVerbal(port, contratsIntegres, asOf, replace, "built-in", today()),
          onWaitingForCell,
        );
      },
      async check(onWaitingForCell) {
        const [{ contratsIntegres }, { checkProcesVerbal }] = await Promise.all([loadVerification(), loadReports()]);
        return host.run(({ port }) => checkProcesVerbal(port, contratsIntegres, "built-in", today()), onWaitingForCell);
      },
    },
  };
}
