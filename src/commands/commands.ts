// The ribbon's commands: each calls what the pane's own button calls.
import type { AnnexeKind } from "../core/writing/annexes/annexe-request";
import type { Job } from "../taskpane/session";
import type { Session } from "../taskpane/session-store";

/** The functions that insert an annexe, which manifest.xml names. */
const ANNEXE_COMMANDS = {
  insererTableauBudgetaire: "budget",
  insererSuiviIndicateurs: "indicateurs",
  insererExecutionBudgetaire: "execution",
  insererFichesAction: "fiches",
  insererImputationCredits: "imputation",
  insererEcheancier: "echeancier",
  insererContrat: "contrat",
} as const satisfies Readonly<Record<string, AnnexeKind>>;

type AnnexeCommand = keyof typeof ANNEXE_COMMANDS;

const OTHER_COMMANDS = [
  "verifier",
  "effacerSurlignage",
  "actualiserTotaux",
  "ecrireBilan",
  "etablirProcesVerbal",
  "controlerProcesVerbal",
] as const;

type CommandId = (typeof OTHER_COMMANDS)[number] | AnnexeCommand;

/** The functions that manifest.xml names. */
export const COMMAND_IDS: readonly CommandId[] = [
  ...OTHER_COMMANDS,
  ...(Object.keys(ANNEXE_COMMANDS) as readonly AnnexeCommand[]),
];

const loadAnnexes = () => import(/* webpackChunkName: "annexes" */ "../taskpane/annexes/insert-annexes");
const loadTotals = () => import(/* webpackChunkName: "totals" */ "../taskpane/totals/totals-store");
const loadReports = () => import(/* webpackChunkName: "reports" */ "../taskpane/reports/reports-store");

/** Tells Excel what each command runs; `showPane` opens the pane, where progress and results are shown. */
export function associateCommands(session: Session, showPane: () => Promise<void>): void {
  const showTab = async (tab: Parameters<Session["chooseTab"]>[0]) => {
    session.chooseTab(tab);
    await showPane();
  };
  /** A part of the add-in that does not come is a failure of the job: the pane says so. */
  const perform = async <T>(job: Job, load: () => Promise<T>, start: (loaded: T) => Promise<boolean>) => {
    let loaded: T;
    try {
      loaded = await load();
    } catch (error) {
      return session.perform(job, () => Promise.reject(error));
    }
    return start(loaded);
  };
  // The new sheet is in view; the pane opens only when it has something to say.
  const insert = (kind: AnnexeKind) => async () => {
    if (!(await perform("annexe", loadAnnexes, ({ insertAnnexe }) => insertAnnexe(session, kind)))) {
      await showTab("annexes");
    }
  };
  const report = (start: (reports: Awaited<ReturnType<typeof loadReports>>) => Promise<boolean>) => async () => {
    session.chooseTab("reports");
    await Promise.allSettled([showPane(), perform("report", loadReports, start)]);
  };
  const annexes = Object.entries(ANNEXE_COMMANDS).map(([id, kind]) => [id, insert(kind)] as const);
  const commands: Readonly<Record<(typeof OTHER_COMMANDS)[number], () => Promise<unknown>>> = {
    // Side by side: should the pane not open, the result sheets and the highlights still come.
    verifier: () => {
      session.chooseTab("verify");
      return Promise.allSettled([showPane(), session.verify()]);
    },
    effacerSurlignage: async () => {
      if (!(await session.clearHighlights())) await showPane();
    },
    // Nothing is written before the agent has seen in the pane what would change.
    actualiserTotaux: async () => {
      const totals = perform("totals", loadTotals, ({ startTotals }) => startTotals(session));
      await Promise.allSettled([showPane(), totals]);
    },
    ecrireBilan: report(({ writeBilanSheets }) => writeBilanSheets(session, "mi-parcours")),
    etablirProcesVerbal: report(({ establishProcesVerbal }) => establishProcesVerbal(session, false)),
    controlerProcesVerbal: report(({ checkProcesVerbal }) => checkProcesVerbal(session)),
  };
  for (const [id, run] of [...Object.entries(commands), ...annexes]) {
    Office.actions.associate(id, async (event: Office.AddinCommands.Event) => {
      try {
        await run();
      } finally {
        // Excel keeps the button busy until it hears this.
        event.completed();
      }
    });
  }
}
