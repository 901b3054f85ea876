// The name under which the simulated Excel's own work stands in a trace of the pane.
export const HOST_WORK = "simulated Excel";
