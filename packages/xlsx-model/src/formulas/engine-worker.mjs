// The formula engine in a thread of its own: one task in, one answer out; after a trap it is thrown away by who started it.
import { parentPort, workerData } from "node:worker_threads";
import start, * as engine from "@ironcalc/wasm";
import { runTask } from "./run-task.mjs";

await start({ module_or_path: workerData });
parentPort.on("message", (task) => {
  parentPort.postMessage(runTask(engine, task));
});
