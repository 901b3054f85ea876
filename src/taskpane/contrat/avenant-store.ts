// The avenant whose form is open in the tab « Contrat », and the way to it from anywhere in the pane.
import type { AvenantSaisi, LigneSaisie } from "../../core/avenants/avenant-saisi";
import { STATUTS } from "../../core/contract/clauses/sheet-words";
import type { Montant } from "../../core/domain/values/montant";
import { formatMontant } from "../../core/domain/words/format";
import type { Finding, Verification } from "../../core/verification";
import type { Session } from "../session-store";
import { tabStores } from "../tab-store";

/** What the form begins with; null while it is closed. */
export type AvenantCommence = Partial<Pick<AvenantSaisi, "signeLe" | "lignes">>;

export const avenantStore = tabStores<AvenantCommence | null>(null);

/** The amount that the workbook shows; "" where the finding is of none. */
function shownBy({ figures }: Finding): string {
  return figures?.unit === "montant" && figures.found !== null ? formatMontant(figures.found as Montant) : "";
}

/**
 * What the workbook says already of the avenant that fixes a year: the day on which its deadlines have it done, the credits, and
 * the parts that differ from the contract's. What another correction would settle is a slip, and no change of the contract.
 */
export function avenantOfYear(annee: number, { findings, deadlines = [] }: Verification): AvenantCommence {
  const own = (rule: Finding["rule"]) =>
    findings.filter((each) => each.rule === rule && each.subject.year === annee && each.causedBy === null);
  const fixed = { annee: String(annee), statut: STATUTS.ferme };
  const [credits] = own("enveloppe-annuelle");
  const parts = own("montant-contractualise").flatMap((finding): readonly LigneSaisie[] => {
    const { action, party } = finding.subject;
    const valeur = shownBy(finding);
    if (action === undefined || party === undefined || party === "total" || valeur === "") return [];
    return [{ objet: "montant", champs: { ...fixed, action: String(action), partie: party, valeur } }];
  });
  return {
    signeLe: deadlines.find(({ id }) => id === `avenant-${annee}`)?.doneOn ?? "",
    lignes: [{ objet: "credits", champs: { ...fixed, valeur: credits ? shownBy(credits) : "" } }, ...parts],
  };
}

/** Without a year, one whose year is asked for. */
export function openAvenant(session: Session, annee: number | undefined, verification: Verification): void {
  const begun =
    annee === undefined ? { lignes: [{ objet: "credits", champs: {} } as const] } : avenantOfYear(annee, verification);
  avenantStore(session).set(begun);
  session.chooseTab("contrat");
}
