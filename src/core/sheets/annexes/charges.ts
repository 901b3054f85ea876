// On what the State's credits are charged, per axe: the contract's lines, and the amounts that avenants have split since.
import type { Axe, Convention } from "../../contract/convention";
import { addMontants, ZERO, type Montant } from "../../domain/values/montant";

type Ligne = Convention["imputation"]["lignes"][number];

/** One row of the annexe; without a line where the contract gives none: to be filled in. */
export interface Charge {
  readonly axe: Axe;
  readonly ligne: Ligne | null;
  readonly montants: ReadonlyMap<number, Montant>;
}

export interface Charges {
  /** Years that have amounts; the first of the contract where none has. */
  readonly annees: readonly number[];
  readonly charges: readonly Charge[];
}

/** One per code; its amounts by year. */
function chargesOf(axe: Axe, lignes: readonly Ligne[], split: ReadonlyMap<number, Montant>): Charge[] {
  const byCode = new Map<string, { axe: Axe; ligne: Ligne; montants: Map<number, Montant> }>();
  for (const ligne of lignes) {
    const charge = byCode.get(ligne.code) ?? { axe, ligne, montants: new Map<number, Montant>() };
    byCode.set(ligne.code, charge);
    charge.montants.set(ligne.annee, addMontants(charge.montants.get(ligne.annee) ?? ZERO, ligne.montant));
  }
  const [only, another] = [...byCode.values()];
  if (!only) return [{ axe, ligne: null, montants: split }];
  // Between two codes of one axe nothing says how a later year is shared.
  return another ? [...byCode.values()] : [{ ...only, montants: new Map([...split, ...only.montants]) }];
}

function splitOf({ creditsEtat }: Convention, axe: Axe): ReadonlyMap<number, Montant> {
  return new Map(
    creditsEtat.flatMap(({ annee, repartition }) => {
      const part = repartition?.find((each) => each.axe === axe.numero);
      return part ? [[annee, part.montant] as const] : [];
    }),
  );
}

export function chargesDuContrat(convention: Convention): Charges {
  const { lignes } = convention.imputation;
  const charges = convention.axes.flatMap((axe) =>
    chargesOf(
      axe,
      lignes.filter((ligne) => ligne.axe === axe.numero),
      splitOf(convention, axe),
    ),
  );
  const annees = convention.annees.map(({ annee }) => annee);
  const shown = annees.filter((annee) => charges.some(({ montants }) => montants.has(annee)));
  return { annees: shown.length > 0 ? shown : annees.slice(0, 1), charges };
}
