// A command in this process, with what it said: ordinary spaces for those that never break.
import type { ExitStatus, Io } from "../../src/cli/command";

interface Said {
  readonly status: ExitStatus;
  readonly out: string;
  readonly err: string;
}

/** `today` is an ISO date. */
export async function runHere(
  command: (args: readonly string[], io: Io) => Promise<ExitStatus>,
  args: readonly string[],
  today: string,
): Promise<Said> {
  const said = { out: "", err: "" };
  const status = await command(args, {
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    today: () => today,
    styled: false,
  });
  const plain = (text: string): string => text.replaceAll("\u00a0", " ");
  return { status, out: plain(said.out), err: plain(said.err) };
}
