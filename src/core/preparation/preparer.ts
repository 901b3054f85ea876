// What is read once of a workbook to prepare the avenant of a year: the table to start from, the contract to change, the variants kept.
import { conventionEnVigueur } from "../contract/in-force/en-vigueur";
import type { Convention } from "../contract/convention";
import { formatListe } from "../domain/words/format";
import { typographie } from "../domain/words/typographie";
import type { Variante } from "../domain/variante";
import { chooseContrat } from "../reading/contrat/choose-contrat";
import { contratsConnus, recogniseContrat, type Contrats } from "../reading/contrat/recognise-contrat";
import { refuseEcriture } from "../refuse-ecriture";
import { composeTableau, type TableauDeLAvenant } from "../reports/avenant/tableau";
import { verify } from "../verify";
import type { RawWorkbook } from "../workbook-port";
import { WorkbookError } from "xlsx-model/plan";
import { dresserBanc, type Banc } from "./lire-lignes";

export interface Preparation {
  readonly tableau: TableauDeLAvenant;
  /** The contract in force at the as-of date. */
  readonly enVigueur: Convention;
  readonly banc: Banc;
  /** Whether the workbook has the sheet that holds the register. */
  readonly aLaFeuille: boolean;
  /** Of the year, in the order in which they were kept. */
  readonly variantes: readonly Variante[];
  /** The years that an avenant may be prepared for. */
  readonly annees: readonly number[];
}

export interface Demande {
  readonly contrats: Contrats;
  /** ISO date. */
  readonly asOf: string;
  /** Null for the next one that no avenant has fixed. */
  readonly annee: number | null;
  readonly source?: "built-in" | "given";
  readonly today?: string | undefined;
}

/** The first year that is not over and not fixed, else the last. */
function prochaine({ annees, creditsEtat }: Convention, asOf: string): number {
  const open = annees.find(
    ({ annee, debut }) => debut > asOf && creditsEtat.find((credit) => credit.annee === annee)?.statut !== "ferme",
  );
  return (open ?? annees.at(-1))?.annee ?? 0;
}

/** Throws WorkbookError where the workbook is not known to be this contract's, or the year is none of it. */
export function preparer(
  raw: RawWorkbook,
  { contrats, asOf, annee, source = "built-in", today }: Demande,
): Preparation {
  const { verification, dossier } = verify(raw, contrats, asOf, source, { today });
  const refused = refuseEcriture(raw, dossier) ?? dossier.contratInconnu;
  if (refused !== undefined) throw new WorkbookError(refused);
  const reconnu = recogniseContrat(raw, contrats).convention;
  const { convention, feuille } = chooseContrat(raw, reconnu, asOf, source, contratsConnus(contrats));
  const enVigueur = conventionEnVigueur(convention, asOf).convention;
  const wanted = annee ?? prochaine(enVigueur, asOf);
  const tableau = composeTableau(dossier, verification, wanted);
  const annees = enVigueur.annees.map((each) => each.annee);
  if (!tableau) {
    throw new WorkbookError(
      typographie(
        `L’année ${wanted} n’est pas une année du contrat : rien n’a été préparé. Ses années sont ${formatListe(annees.map(String))}.`,
      ),
    );
  }
  return {
    tableau,
    enVigueur,
    banc: dresserBanc(convention),
    aLaFeuille: feuille !== null,
    variantes: (raw.variantes ?? []).filter((variante) => variante.annee === wanted),
    annees,
  };
}
