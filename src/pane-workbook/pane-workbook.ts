// The workbook as the pane asks for it, over whatever holds it: each job brings the chunk that it needs when it is first asked.
import type { PaneWorkbook } from "../taskpane/session-store";
import type { RawWorkbook } from "../core/workbook-port";
import { computeHere, type Compute } from "../usecases/compute";
import type { Given } from "./given";
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

const loadCorrections = () => import(/* webpackChunkName: "corrections-work" */ "./pane-corrections");

type Asked = (...given: readonly unknown[]) => unknown;

/** Of a service whose functions all answer a promise: its script comes when one of them is first called. */
const lazily = <Service extends object>(load: () => Promise<Service>): Service =>
  new Proxy({} as Service, {
    get:
      (_, name) =>
      async (...given: readonly unknown[]) =>
        ((await load()) as Readonly<Record<PropertyKey, Asked>>)[name]?.(...given),
  });

/** One light request is all there is: an answer that does not come at once is a cell being edited. */
const PATIENCE_OF_A_CLICK_MS = 250;

/** `today` answers the day, an ISO date; `compute` is where the work that touches no workbook is done. */
export function paneWorkbook(host: PaneHost, today: () => string, compute: Compute = computeHere): PaneWorkbook {
  /** The cells of the last verification, of which it is told what an answer would change. */
  let read: RawWorkbook | null = null;
  const service = <Service extends object>(load: () => Promise<(given: Given) => Service>): Service =>
    lazily(async () => {
      const [{ contratsIntegres: contrats }, make] = await Promise.all([loadVerification(), load()]);
      return make({ host, contrats, compute, today: today() });
    });
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
    justify: service(async () => (await loadCorrections()).paneReasons).justify,
    corrections: service(async () => (await loadCorrections()).paneCorrections),
    contrat: service(async () => (await import(/* webpackChunkName: "contrat-work" */ "./pane-contrat")).paneContrat),
    annexes: service(async () => (await import(/* webpackChunkName: "annexes-work" */ "./pane-annexes")).paneAnnexes),
    totals: service(async () => (await import(/* webpackChunkName: "totals-work" */ "./pane-totals")).paneTotals),
    reports: service(async () => (await import(/* webpackChunkName: "reports-work" */ "./pane-reports")).paneReports),
  };
}
