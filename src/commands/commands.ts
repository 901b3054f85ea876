// The ribbon's buttons: each calls what the pane's own button calls.
import type { Session } from "../taskpane/session-store";

/** The functions that manifest.xml names. */
export const COMMAND_IDS = ["verifier", "effacerSurlignage"] as const;

type CommandId = (typeof COMMAND_IDS)[number];
type CommandSession = Pick<Session, "verify" | "clearHighlights">;

/** Tells Excel what each button runs; `showPane` opens the pane, where progress and results are shown. */
export function associateCommands(session: CommandSession, showPane: () => Promise<void>): void {
  const commands: Readonly<Record<CommandId, () => Promise<void>>> = {
    // Side by side: should the pane not open, the result sheets and the highlights still come.
    verifier: async () => {
      await Promise.allSettled([showPane(), session.verify()]);
    },
    // The pane opens only when it has something to say: a sheet that refuses, a cell being edited.
    effacerSurlignage: async () => {
      if (!(await session.clearHighlights())) await showPane();
    },
  };
  for (const id of COMMAND_IDS) {
    Office.actions.associate(id, async (event: Office.AddinCommands.Event) => {
      try {
        await commands[id]();
      } finally {
        // Excel keeps the button busy until it hears this.
        event.completed();
      }
    });
  }
}
