// Annexes inserted, over whatever holds the workbook.
import type { AnnexesService } from "../taskpane/annexes/annexes-service";
import { insertAnnexe } from "../usecases/insert-annexe";
import type { Given } from "./given";

export const paneAnnexes = ({ host, contrats, today }: Given): AnnexesService => ({
  insert: (requests, place, asOf, again, onWaitingForCell) =>
    host.run(async ({ port, selectedCell }) => {
      const cell = place === "selected-cell" ? await selectedCell() : null;
      return insertAnnexe(port, contrats, asOf, requests, "built-in", { cell, again, today });
    }, onWaitingForCell),
});
