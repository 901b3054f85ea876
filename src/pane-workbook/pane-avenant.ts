// « Préparer l’avenant », over whatever holds the workbook: its table, what a variant makes of it, variants kept, the draft and its papers.
import { comparerVariantes } from "../core/preparation/comparer-variantes";
import { proposer } from "../core/preparation/proposer";
import type { AvenirService } from "../taskpane/contrat/contrat-service";
import { createProjet, dropVariante, keepVariante, piecesOf, prepareAvenant } from "../usecases/prepare-avenant";
import type { Given } from "./given";

export const paneAvenant = ({ host, contrats, today }: Given): AvenirService => ({
  prepare: (asOf, annee, onWaitingForCell) =>
    host.run(({ port }) => prepareAvenant(port, { contrats, asOf, annee, today }), onWaitingForCell),
  propose: async (preparation, variante) => proposer(preparation, variante),
  compareVariantes: async (preparation, variantes) =>
    comparerVariantes(variantes.map((variante) => proposer(preparation, variante))),
  keep: (variante, onWaitingForCell) => host.run(({ port }) => keepVariante(port, variante), onWaitingForCell),
  drop: (variante, onWaitingForCell) => host.run(({ port }) => dropVariante(port, variante), onWaitingForCell),
  create: (asOf, variante, choix, remplacer, onWaitingForCell) =>
    host.run(
      ({ port }) => createProjet(port, { contrats, asOf, annee: variante.annee, today }, variante, choix, remplacer),
      onWaitingForCell,
    ),
  async papers(preparation, variante) {
    const { pieceDocx } = await import(/* webpackChunkName: "word" */ "../word/piece-docx");
    const { note, projet } = piecesOf(preparation, variante);
    return { note: await pieceDocx(note), projet: await pieceDocx(projet) };
  },
});
