// From what the agent asks to the sheets that are to be inserted; what cannot be is one sentence.
import type { Dossier } from "../../domain/dossier";
import { formatListe, NBSP } from "../../domain/words/format";
import type { AnnexePlan } from "../../workbook-port";
import { WorkbookError } from "xlsx-model/plan";
import type { AnnexeRequest } from "./annexe-request";
import { composeEcheancier } from "./echeancier";
import { contractedCells } from "./contracted-cells";
import { composeExecutionBudgetaire } from "./execution-budgetaire";
import { composeExecutionCumulee } from "./execution-cumulee";
import { composeFicheAction } from "./fiche-action";
import { composeImputation } from "./imputation-credits";
import { composeTableauBudgetaire } from "./tableau-budgetaire";
import { composeTableauIndicateurs } from "./tableau-indicateurs";
import { composeVersements } from "./versements";
import type { NumeroAction } from "../../domain/values/numero-action";

/** The sheet « Contrat » is none: it is found again by its mark, and there is one at most. */
export type ComposedRequest = Exclude<AnnexeRequest, { readonly kind: "contrat" }>;

function composeFiches(dossier: Dossier, numero: NumeroAction | null, siManque: boolean): readonly AnnexePlan[] {
  const { actions } = dossier.convention;
  if (numero !== null) {
    const action = actions.find((each) => each.numero === numero);
    if (action) return [composeFicheAction(dossier, action)];
    const known = formatListe(actions.map((each) => String(each.numero)));
    throw new WorkbookError(
      `Le contrat n’a pas d’action n°${NBSP}${numero}${NBSP}: aucune fiche n’a été insérée. Ses actions sont les n°${NBSP}${known}.`,
    );
  }
  const present = new Set(dossier.fiches?.map(({ action }) => action?.numero));
  const missing = actions.filter((action) => !present.has(action.numero));
  if (missing.length === 0 && !siManque) {
    throw new WorkbookError(
      `Chaque action du contrat a déjà sa fiche dans le classeur${NBSP}: rien n’a été inséré. Pour en ajouter une autre, indiquez son action.`,
    );
  }
  return missing.map((action) => composeFicheAction(dossier, action));
}

function composeExecutions(
  dossier: Dossier,
  annee: number | null,
  before: readonly AnnexePlan[],
): readonly AnnexePlan[] {
  const annees = dossier.convention.annees.map((each) => each.annee);
  const contracted = contractedCells(dossier, before);
  if (annee === null) {
    const years = annees.map((each) => composeExecutionBudgetaire(dossier, each, contracted));
    // Where there is one year only, there is nothing to add up.
    return years.length > 1 ? [...years, composeExecutionCumulee(dossier, contracted)] : years;
  }
  if (annees.includes(annee)) return [composeExecutionBudgetaire(dossier, annee, contracted)];
  throw new WorkbookError(
    `L’année ${annee} n’est pas une année du contrat${NBSP}: rien n’a été inséré. Ses années sont ${formatListe(annees.map(String))}.`,
  );
}

/** `before` are the annexes that go in first. Throws WorkbookError. */
export function composeAnnexe(
  request: ComposedRequest,
  dossier: Dossier,
  before: readonly AnnexePlan[] = [],
): readonly AnnexePlan[] {
  switch (request.kind) {
    case "budget":
      return [composeTableauBudgetaire(dossier, request)];
    case "indicateurs":
      return [composeTableauIndicateurs(dossier, request)];
    case "execution":
      return composeExecutions(dossier, request.annee, before);
    case "fiches":
      return composeFiches(dossier, request.action, request.siManque ?? false);
    case "imputation":
      return [composeImputation(dossier)];
    case "versements":
      return [composeVersements(dossier)];
    case "echeancier":
      return [composeEcheancier(dossier)];
  }
}
