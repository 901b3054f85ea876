// The command itself: joins `runNouveauContrat` to the process.
import { runNouveauContrat } from "./run-nouveau-contrat";

process.exitCode = await runNouveauContrat(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
