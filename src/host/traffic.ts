// Counts what crosses the wire, for the tests and the benchmark.
import { ActionType, type RequestBody } from "./wire";

export interface Traffic {
  /** Requests of the add-in itself. */
  requests: number;
  /** Requests of the client library for its own needs: releasing references, start-up. */
  housekeeping: number;
  bytesSent: number;
  bytesReceived: number;
  cellsRead: number;
  cellsWritten: number;
}

export function noTraffic(): Traffic {
  return { requests: 0, housekeeping: 0, bytesSent: 0, bytesReceived: 0, cellsRead: 0, cellsWritten: 0 };
}

const HOUSEKEEPING = new Set(["_RemoveReference", "NotifyActionHandlerReady"]);

export function isHousekeeping(body: RequestBody): boolean {
  return body.Actions.every(
    ({ ActionType: type, Name }) =>
      type === ActionType.instantiate || (type === ActionType.method && HOUSEKEEPING.has(Name)),
  );
}
