// The ten contracts, each by what makes it unlike the others.
import { PREMIERS } from "./first-five";
import { regleParAxe } from "./grand-rouvre";
import { budgetsEnFiches } from "./haute-veze";
import { tableauxParAnnee } from "./ile-verte";
import type { Contrat } from "./right";
import { annexesApart } from "./val-serein";
import { avecUnAvenant } from "./ville-de-trevans";

export const DIX: readonly (readonly [string, Contrat])[] = [
  ...PREMIERS,
  ["a city with an avenant", avecUnAvenant],
  ["annexes in a workbook", annexesApart],
  ["a table for each year", tableauxParAnnee],
  ["budgets in fiches", budgetsEnFiches],
  ["settled by axe", regleParAxe],
];
