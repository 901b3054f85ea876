// The command itself: joins `run` to the process.
import { processIo } from "../process-io";
import { run } from "./run-verifier";

process.exitCode = await run(process.argv.slice(2), processIo());
