// The command itself: joins `runNouveauContrat` to the process.
import { processIo } from "../process-io";
import { runNouveauContrat } from "./run-nouveau-contrat";

process.exitCode = await runNouveauContrat(process.argv.slice(2), processIo());
