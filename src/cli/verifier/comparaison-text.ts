// A comparison as the lines and as the object that the command prints.
import { accord } from "../../core/domain/words/accord";
import { cite, typographie } from "../../core/domain/words/typographie";
import type { Comparaison, Difference, Effet } from "../../core/reports/comparaison/comparer";
import {
  direDifference,
  direDifferences,
  direEffet,
  direVerdict,
  remarquesDe,
} from "../../core/reports/comparaison/describe-comparaison";
import { oneLine } from "../one-line";

const SHOWN = 200;

function lineOf(difference: Difference): readonly string[] {
  const { libelle, avant, apres, effets } = difference;
  const cellule = apres?.cellule || avant?.cellule || "";
  const where = cellule === "" ? "" : `${cellule} `;
  return [
    `  – ${where}${libelle} : ${direDifference(difference)}.`,
    ...effets.map((effet) => `      ${direEffet(effet)}`),
  ];
}

export function formatComparaison(comparaison: Comparaison): string {
  const { avant, differences, autres } = comparaison;
  const shown = differences.slice(0, SHOWN);
  const rest = differences.length - shown.length;
  const lines = [
    `Comparé à ${cite(avant.nom)}`,
    direDifferences(comparaison),
    direVerdict(comparaison),
    ...remarquesDe(comparaison),
    ...shown.flatMap(lineOf),
    ...(rest > 0 ? [`  et ${accord(rest, "autre différence", "autres différences")}.`] : []),
    ...autres.map((effet) => `  – ${direEffet(effet)}`),
  ];
  return lines.map((line) => `${/^ */.exec(line)?.[0] ?? ""}${typographie(oneLine(line))}\n`).join("");
}

const KINDS = { nouveau: "new", regle: "settled", rouvert: "reopened", justifie: "reason-changed" } as const;
const ABOUT = { contrat: "contract", chiffre: "figure", fiche: "fiche", motif: "reason", reponse: "answer" } as const;

const effectJson = ({ kind, cause: { id, message } }: Effet) => ({ kind: KINDS[kind], finding: id, message });

export function comparaisonJson(comparaison: Comparaison): object {
  const { avant, apres, memeContrat, differences, autres, suite, identique } = comparaison;
  return {
    reference: avant.nom,
    kind: avant.verifie ? "workbook" : "proces-verbal",
    asOf: avant.asOf,
    identical: identique,
    contract: { same: memeContrat, reference: avant.empreinte, workbook: apres.empreinte },
    toDo: {
      reference: avant.verifie?.verification.summary.toDo ?? null,
      workbook: apres.verifie?.verification.summary.toDo ?? null,
    },
    reports: suite && { followed: !suite.isBroken, sentence: suite.phrase },
    differences: differences.map(({ cle, libelle, genre, avant: before, apres: now, ecart, effets }) => ({
      key: cle,
      about: ABOUT[genre],
      label: libelle,
      reference: before && { value: before.valeur, number: before.nombre, cell: before.cellule || null },
      workbook: now && { value: now.valeur, number: now.nombre, cell: now.cellule || null },
      gap: ecart,
      effects: effets.map(effectJson),
    })),
    otherEffects: autres.map(effectJson),
  };
}
