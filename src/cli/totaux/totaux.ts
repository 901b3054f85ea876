// The command itself: joins `runTotaux` to the process.
import { processIo } from "../process-io";
import { runTotaux } from "./run-totaux";

process.exitCode = await runTotaux(process.argv.slice(2), processIo());
