// The command itself: joins `runBilan` to the process.
import { processIo } from "../process-io";
import { runBilan } from "./run-bilan";

process.exitCode = await runBilan(process.argv.slice(2), processIo());
