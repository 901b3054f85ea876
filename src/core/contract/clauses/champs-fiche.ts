// The fields of a fiche by the names that a line of the register gives them.
import { SECTION_COLUMNS } from "./contrat-layout";

type ChampFiche = Exclude<keyof typeof SECTION_COLUMNS.fiches, "action"> | "constats" | "descriptif";

const { fiches } = SECTION_COLUMNS;

/** As the sheet heads them; two are too long to stand on it. */
export const CHAMPS_FICHE: Readonly<Record<ChampFiche, string>> = {
  debut: fiches.debut.heading,
  fin: fiches.fin.heading,
  publicCible: fiches.publicCible.heading,
  partenaires: fiches.partenaires.heading,
  nature: fiches.nature.heading,
  pilotage: fiches.pilotage.heading,
  sousAxe: fiches.sousAxe.heading,
  actionsLiees: fiches.actionsLiees.heading,
  axesLies: fiches.axesLies.heading,
  objectif: fiches.objectif.heading,
  constats: "Constats et problématiques",
  descriptif: "Objectifs opérationnels",
};
