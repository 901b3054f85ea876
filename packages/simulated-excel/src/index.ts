// What a test of an add-in imports: a simulated Excel under Microsoft's own Office.js.
export { startExcel } from "./start-excel";
export type { ExcelOptions, ExcelUser, StartedExcel } from "./started-excel";
export { FAULT } from "./fault";
export type { Fault, Faults } from "./faults";
export { KNOWN_BUGS, type ExcelVersion, type KnownBug } from "./profile";
export { replayReport, versionOf, type ReplayedReport } from "./replay-report";
