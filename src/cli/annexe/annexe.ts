// The command itself: joins `runAnnexe` to the process.
import { processIo } from "../process-io";
import { runAnnexe } from "./run-annexe";

process.exitCode = await runAnnexe(process.argv.slice(2), processIo());
