// The ribbon's buttons: each calls what the pane's own button calls.
import type { Session } from "../taskpane/session-store";

type CommandSession = Pick<Session, "verify" | "clearHighlights">;

/** `showPane` opens the pane, where progress and results are shown. The names are those of manifest.xml. */
export function ribbonCommands(session: CommandSession, showPane: () => Promise<void>) {
  return {
    verifier: async () => {
      await showPane();
      await session.verify();
    },
    // The pane opens only when it has something to say: a sheet that refuses, a cell being edited.
    effacerSurlignage: async () => {
      if (!(await session.clearHighlights())) await showPane();
    },
  } as const;
}

/** Tells Excel what to run for each button. Excel waits for `completed`, so it is always called. */
export function associateCommands(session: CommandSession, showPane: () => Promise<void>): void {
  for (const [id, command] of Object.entries(ribbonCommands(session, showPane))) {
    Office.actions.associate(id, async (event: Office.AddinCommands.Event) => {
      try {
        await command();
      } finally {
        event.completed();
      }
    });
  }
}
