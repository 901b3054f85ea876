// Where the contract's deadlines stand at the as-of date, with what the deadlines sheet says of them.
import { groupBy } from "../group-by";
import { isFirm } from "../../contract/avenants/fermete";
import { echeanceAttendue } from "../../contract/in-force/annees-closes";
import { foldText } from "../words/label";
import type { Avenant, Echeance } from "../../contract/convention";
import { avenantQuiDate } from "../../contract/avenants/fixation";
import type { Dossier, LigneEcheance } from "../dossier";
import { joursEntre } from "../values/jours";

/** Days before a deadline from which it is said to be near. */
export const PREAVIS = 90;

export interface EtatEcheance {
  /** With the day on which it is due. */
  readonly echeance: Echeance;
  /** The day that was set for it, where it is due later. */
  readonly regleAu: string | null;
  readonly ligne: LigneEcheance | null;
  /** "illisible" when the sheet does not say clearly whether it is done. */
  readonly etat: "passee" | "proche" | "faite" | "illisible" | "a-venir";
  /** Days left; negative once passed. */
  readonly jours: number;
  /** Done after its date, as the sheet says: when, and how many days late. */
  readonly tardive: { readonly fait: string; readonly jours: number } | null;
  /** The avenant that fixed its date; null for the contract, or a setting. */
  readonly avenant: Avenant | null;
}

type Situation = Pick<Dossier, "convention" | "avenants" | "asOf" | "echeancier">;

/** Whether a deadline is that of the report of execution. */
export function isRapport({ intitule, alias }: Echeance): boolean {
  return [intitule, ...alias].some((name) => /rapport d.execution/.test(foldText(name)));
}

/** A right that ends on that day, or the end of the contract: nobody is ever late with it. */
export const isDue = ({ genre }: Echeance): boolean => genre === undefined || genre === "obligation";

function lateness({ date }: Echeance, asOf: string, lignes: readonly LigneEcheance[]): EtatEcheance["tardive"] {
  const done = lignes.flatMap(({ etat, fait }) => (etat === "fait" && (fait === null || fait <= asOf) ? [fait] : []));
  const [first] = done.flatMap((fait) => fait ?? []).sort();
  // A line that says "fait" without a day says nothing of a delay.
  if (first === undefined || done.includes(null) || first <= date) return null;
  return { fait: first, jours: joursEntre(date, first) };
}

function isDone({ convention, asOf }: Situation, echeance: Echeance, lignes: readonly LigneEcheance[]): boolean {
  if (echeance.avenantPour !== undefined && isFirm(convention, echeance.avenantPour)) return true;
  return lignes.some(({ etat, fait }) => etat === "fait" && (fait === null || fait <= asOf));
}

/** In the contract's order. */
export function situateEcheances(situation: Situation): readonly EtatEcheance[] {
  const { convention, avenants, asOf, echeancier } = situation;
  const byId = groupBy(echeancier?.lignes ?? [], ({ echeance }) => echeance);
  return convention.echeances.map((asked) => {
    const echeance = echeanceAttendue(convention, asked);
    const lignes = byId.get(echeance.id) ?? [];
    const jours = joursEntre(asOf, echeance.date);
    const due = jours < 0 ? "passee" : jours <= PREAVIS ? "proche" : "a-venir";
    const etat = isDone(situation, echeance, lignes)
      ? "faite"
      : due !== "a-venir" && lignes.some((ligne) => ligne.etat === "illisible")
        ? "illisible"
        : due;
    return {
      echeance,
      regleAu: echeance.date === asked.date ? null : asked.date,
      ligne: lignes[0] ?? null,
      etat,
      jours,
      tardive: lateness(echeance, asOf, lignes),
      avenant: avenantQuiDate({ convention, avenants }, asked, asOf),
    };
  });
}
