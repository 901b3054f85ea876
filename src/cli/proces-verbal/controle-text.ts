// What checking a procès-verbal found, as the lines that the command prints.
import { accord } from "../../core/domain/words/accord";
import { formatDate } from "../../core/domain/words/format";
import { typographie } from "../../core/domain/words/typographie";
import type { Controle } from "../../core/reports/proces-verbal/controler";
import { describeChangement, describeControle } from "../../core/reports/proces-verbal/describe-controle";
import { formatEmpreinte } from "../../core/reports/proces-verbal/empreinte";
import { oneLine } from "../one-line";

const SHOWN = 200;

export function formatControle(classeur: string, controle: Controle): string {
  const { situation, empreinte, alterations, differences, remarques, changements } = controle;
  const shown = changements.slice(0, SHOWN);
  const rest = changements.length - shown.length;
  const lines = [
    `${classeur} : procès-verbal à la date du ${formatDate(situation)}`,
    ...(empreinte === null ? [] : [`Empreinte des chiffres : ${formatEmpreinte(empreinte)}`]),
    "",
    describeControle(controle),
    ...[...alterations, ...differences].map((sentence) => `  – ${sentence}`),
    ...shown.map((changement) => `  – ${changement.cellule} ${describeChangement(changement)}`),
    ...(rest > 0 ? [`  et ${accord(rest, "autre chiffre", "autres chiffres")}.`] : []),
    ...remarques,
  ];
  return lines.map((line) => `${/^ */.exec(line)?.[0] ?? ""}${typographie(oneLine(line))}\n`).join("");
}
