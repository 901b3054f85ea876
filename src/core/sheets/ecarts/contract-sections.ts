// What stands at the end of « Écarts »: the contract's history, avenant by avenant, and its deadlines with the days left.
import { isArticleDit } from "../../contract/clauses/articles";
import { groupBy } from "../../domain/group-by";
import { accord } from "../../domain/words/accord";
import { formatDate } from "../../domain/words/format";
import type { ContractChange, ContractDeadline, Verification } from "../../verification";
import { describeProvisional } from "../describe-verification";
import type { SheetBuilder } from "../parts/sheet-builder";
import { addLine, addSection } from "./ecarts-sections";

/** More would not fit the highest row that Excel has. */
const CHANGES_PER_ROW = 12;

const STATES: Readonly<Record<ContractChange["state"], string>> = {
  "in-force": "en vigueur",
  later: "pas encore en vigueur",
  draft: "projet, sans effet",
  unreadable: "ligne en erreur, sans effet",
};

function nameAvenant({ avenant, signedOn, effectiveOn, state }: ContractChange): string {
  const parts = [
    avenant === null ? "Avenant sans numéro" : `Avenant n° ${avenant}`,
    signedOn === null ? null : `signé le ${formatDate(signedOn)}`,
    effectiveOn === null || effectiveOn === signedOn ? null : `en effet le ${formatDate(effectiveOn)}`,
    STATES[state],
  ];
  return parts.filter((part) => part !== null).join(", ");
}

const STATUS = { firm: "ferme", provisional: "provisionnel" } as const;

function describeChange({ what, old, new: after, clause, status }: ContractChange): string {
  const said =
    old === null ? `${after ?? "ajouté"}` : after === null ? `${old}, supprimé` : `${after} au lieu de ${old}`;
  const change = status === undefined ? said : `${said}, ${STATUS[status]}`;
  return `${what} : ${change}${clause === null ? "" : ` (${clause})`}.`;
}

function addHistory(builder: SheetBuilder, history: readonly ContractChange[]): void {
  addSection(builder, "Historique du contrat", "Ce que les avenants changent au contrat signé.");
  for (const [name, ofAvenant] of groupBy(history, nameAvenant)) {
    const changes = ofAvenant.map(describeChange);
    for (let first = 0; first < changes.length; first += CHANGES_PER_ROW) {
      const suite = first === 0 ? "" : " (suite)";
      addLine(builder, `${name}${suite}`, changes.slice(first, first + CHANGES_PER_ROW).join("\n"));
    }
  }
}

function describeDeadline({ date, source, nature, daysLeft, done, doneOn, article }: ContractDeadline): string {
  const fixed =
    source === "setting" ? "réglage" : `fixé par ${isArticleDit(article) ? `l’article ${article}` : "le contrat"}`;
  const when = `${formatDate(date)} (${fixed})`;
  if (done) return `${when} : fait${doneOn === null ? "" : ` le ${formatDate(doneOn)}`}.`;
  if (daysLeft > 0) return `${when} : dans ${accord(daysLeft, "jour")}.`;
  if (daysLeft === 0) return `${when} : aujourd’hui.`;
  // A right or the end of the contract is past, and nobody is late.
  return nature === "obligation" ? `${when} : non fait, ${accord(-daysLeft, "jour")} de retard.` : `${when} : passé.`;
}

export function addContract(builder: SheetBuilder, verification: Verification): void {
  const { contract, deadlines = [] } = verification;
  const provisional = describeProvisional(verification);
  if (provisional !== null) addSection(builder, "Montants du contrat", provisional);
  if (contract.history) addHistory(builder, contract.history);
  if (deadlines.length === 0) return;
  addSection(builder, "Échéances du contrat");
  for (const deadline of deadlines) addLine(builder, deadline.label, describeDeadline(deadline));
}
