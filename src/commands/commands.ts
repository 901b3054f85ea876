// The ribbon's commands: each calls what the pane's own button calls.
import type { AnnexeKind, ANNEXES } from "../core/sheets/annexes/annexe-request";
import type { Job, Tab } from "../taskpane/session";
import type { Session } from "../taskpane/session-store";

/** The function of each annexe, as its descriptor names it: none can be forgotten, and nothing of them is loaded here. */
const ANNEXE_COMMANDS: { readonly [Kind in AnnexeKind as (typeof ANNEXES)[Kind]["commande"]]: Kind } = {
  insererTableauBudgetaire: "budget",
  insererSuiviIndicateurs: "indicateurs",
  insererExecutionBudgetaire: "execution",
  insererFichesAction: "fiches",
  insererImputationCredits: "imputation",
  insererVersements: "versements",
  insererEcheancier: "echeancier",
  insererContrat: "contrat",
};

/** Runs a job of the pane's; what it needs is at hand. */
type Command = (ribbon: Ribbon) => Promise<unknown>;

const loadAnnexes = () => import(/* webpackChunkName: "annexes" */ "../taskpane/annexes/insert-annexes");
const loadTotals = () => import(/* webpackChunkName: "totals" */ "../taskpane/totals/totals-store");
const loadReports = () => import(/* webpackChunkName: "reports" */ "../taskpane/reports/reports-store");

class Ribbon {
  constructor(
    readonly session: Session,
    readonly showPane: () => Promise<void>,
  ) {}

  async showTab(tab: Tab): Promise<void> {
    this.session.chooseTab(tab);
    await this.showPane();
  }

  /** A part of the add-in that does not come is a failure of the job: the pane says so. */
  async perform<T>(job: Job, load: () => Promise<T>, start: (loaded: T) => Promise<boolean>): Promise<boolean> {
    let loaded: T;
    try {
      loaded = await load();
    } catch (error) {
      return this.session.perform(job, () => Promise.reject(error));
    }
    return start(loaded);
  }

  async report(start: (reports: Awaited<ReturnType<typeof loadReports>>) => Promise<boolean>): Promise<void> {
    this.session.chooseTab("reports");
    await Promise.allSettled([this.showPane(), this.perform("report", loadReports, start)]);
  }
}

/** The new sheet is in view; the pane opens only when it has something to say. */
const insert =
  (kind: AnnexeKind): Command =>
  async (ribbon) => {
    const isDone = await ribbon.perform("annexe", loadAnnexes, ({ insertAnnexe }) =>
      insertAnnexe(ribbon.session, kind),
    );
    if (!isDone) await ribbon.showTab("annexes");
  };

const COMMANDS = {
  // Side by side: should the pane not open, the result sheets and the highlights still come.
  verifier: ({ session, showPane }) => {
    session.chooseTab("verify");
    return Promise.allSettled([showPane(), session.verify()]);
  },
  effacerSurlignage: async ({ session, showPane }) => {
    if (!(await session.clearHighlights())) await showPane();
  },
  // Only shows in the pane what would change: the agent accepts it there before anything is written.
  actualiserTotaux: async (ribbon) => {
    const totals = ribbon.perform("totals", loadTotals, ({ startTotals }) => startTotals(ribbon.session));
    await Promise.allSettled([ribbon.showPane(), totals]);
  },
  ecrireBilan: (ribbon) => ribbon.report(({ writeBilanSheets }) => writeBilanSheets(ribbon.session, "mi-parcours")),
  etablirProcesVerbal: (ribbon) => ribbon.report(({ establishProcesVerbal }) => establishProcesVerbal(ribbon.session)),
  controlerProcesVerbal: (ribbon) => ribbon.report(({ checkProcesVerbal }) => checkProcesVerbal(ribbon.session)),
  ...Object.fromEntries(Object.entries(ANNEXE_COMMANDS).map(([id, kind]) => [id, insert(kind)])),
} satisfies Readonly<Record<string, Command>>;

/** The functions that manifest.xml names. */
export const COMMAND_IDS: readonly string[] = Object.keys(COMMANDS);

/** Tells Excel what each command runs; `showPane` opens the pane, where progress and results are shown. */
export function associateCommands(session: Session, showPane: () => Promise<void>): void {
  const ribbon = new Ribbon(session, showPane);
  for (const [id, run] of Object.entries<Command>(COMMANDS)) {
    Office.actions.associate(id, async (event: Office.AddinCommands.Event) => {
      try {
        await run(ribbon);
      } finally {
        // Excel keeps the button busy until it hears this.
        event.completed();
      }
    });
  }
}
