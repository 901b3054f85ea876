// The command itself: joins `runProcesVerbal` to the process.
import { processIo } from "../process-io";
import { runProcesVerbal } from "./run-proces-verbal";

process.exitCode = await runProcesVerbal(process.argv.slice(2), processIo());
