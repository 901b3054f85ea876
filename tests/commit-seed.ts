// A seed that each commit has of its own: what is too long to be tried whole is tried elsewhere by each, and the same again by who looks into a failure.
import { execFileSync } from "node:child_process";

/** SAMPLE_SEED=42 draws as another commit did. */
export function commitSeed(): number {
  const given = process.env["SAMPLE_SEED"];
  if (given !== undefined) return Number(given);
  try {
    const commit = execFileSync("git", ["rev-parse", "HEAD"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return Number.parseInt(commit.slice(0, 7), 16);
  } catch {
    // An archive of the sources has no commit.
    return 1;
  }
}
