// Counts what crosses the wire, for the tests and the benchmark.
import { ActionType, type RequestBody } from "./wire";

export interface Traffic {
  /** Requests of the add-in itself. */
  requests: number;
  /** Requests of the client library that only release references. */
  housekeeping: number;
  /** Requests of the client library when Office starts. */
  startUp: number;
  bytesSent: number;
  bytesReceived: number;
  cellsRead: number;
  cellsWritten: number;
}

export function noTraffic(): Traffic {
  return { requests: 0, housekeeping: 0, startUp: 0, bytesSent: 0, bytesReceived: 0, cellsRead: 0, cellsWritten: 0 };
}

/** Whose request it is. */
export function countedAs({ Actions }: RequestBody): "requests" | "housekeeping" | "startUp" {
  const calls = Actions.filter(({ ActionType: type }) => type !== ActionType.instantiate);
  const areAll = (method: string) =>
    calls.every(({ ActionType: type, Name }) => type === ActionType.method && Name === method);
  if (areAll("_RemoveReference")) return "housekeeping";
  return areAll("NotifyActionHandlerReady") ? "startUp" : "requests";
}
