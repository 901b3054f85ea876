// What the tab « Contrat » asks of the workbook: avenants, and how it differs from another version.
import type { Contrats } from "../core/reading/contrat/recognise-contrat";
import type { ContratService } from "../taskpane/contrat/contrat-service";
import { compareAndShow, writeComparaison } from "../usecases/compare-workbook";
import type { Compute } from "../usecases/compute";
import { previewAvenant, recordAvenant } from "../usecases/record-avenant";
import type { PaneHost } from "./pane-host";

/** `today` is an ISO date. */
export function paneContrat(host: PaneHost, contrats: Contrats, compute: Compute, today: string): ContratService {
  return {
    preview: (asOf, saisi, onWaitingForCell) =>
      host.run(({ port }) => previewAvenant(port, contrats, asOf, saisi), onWaitingForCell),
    record: (asOf, saisi, accepted, onWaitingForCell) =>
      host.run(({ port }) => recordAvenant(port, contrats, asOf, saisi, accepted), onWaitingForCell),
    async compare(asOf, { bytes, name }, onWaitingForCell) {
      const reference = await host.readFile(bytes, name);
      const raw = await host.run(({ port }) => port.read(), onWaitingForCell);
      return compute("compare", compareAndShow, raw, reference, { contrats, asOf, today });
    },
    writeComparison: ({ feuille }, onWaitingForCell) =>
      host.run(({ port }) => writeComparaison(port, feuille), onWaitingForCell),
  };
}
