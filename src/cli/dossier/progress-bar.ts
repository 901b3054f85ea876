// How far a long command is, on one line of the terminal that is wiped when it ends.
const WIDTH = 24;

/** `show` is left out where nobody watches. */
export function progressBar(show: ((text: string) => void) | undefined, total: number) {
  return {
    at(done: number): void {
      if (!show || total < 2) return;
      const filled = Math.round((done / total) * WIDTH);
      show(`\r${"█".repeat(filled)}${"░".repeat(WIDTH - filled)} ${done} / ${total}`);
    },
    end(): void {
      if (show && total >= 2) show(`\r${" ".repeat(WIDTH + 3 + 2 * String(total).length)}\r`);
    },
  };
}
