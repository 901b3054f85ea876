// Whether the packages, or what their tests lean on, differ from the commit before the last one: in both tiers the same answer.
import { execFileSync } from "node:child_process";

const PACKAGES = ["packages", "package-lock.json", "vitest.config.ts", "tests/files/fixtures.ts", "tests/seeded.ts"];

/** Of the checkout as it stands, what is not committed and what is new included. */
export function packagesChanged(folder = "."): boolean {
  const git = (...words: readonly string[]): string =>
    execFileSync("git", [...words, "--", ...PACKAGES], {
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  try {
    return git("diff", "--name-only", "HEAD~1") + git("ls-files", "--others", "--exclude-standard") !== "";
  } catch {
    // Without git, or a commit before, nothing says that they are the same.
    return true;
  }
}
