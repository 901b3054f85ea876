// The amounts of the sub-actions that the budget table shows: each where the contract gives it, else their sum, which is the action's.
import { isFirm } from "../../contract/avenants/fermete";
import type { Action, Convention } from "../../contract/convention";
import { partsOf } from "../../domain/amounts";
import type { MontantCell } from "../../domain/cells";
import type { Colonne, Dossier } from "../../domain/dossier";
import { groupBy } from "../../domain/group-by";
import type { LigneSousAction } from "../../domain/tables";
import { addMontants, ZERO, type Montant } from "../../domain/values/montant";
import { formatListe } from "../../domain/words/format";
import { slug } from "../../domain/words/typographie";
import { setTo } from "../../facts/corrected-fact";
import type { Lecture } from "../../facts/lecture";
import { namePart } from "../../facts/lines/budget-lines";
import { HOLDS, notComparable, type Outcome } from "../rule";
import type { Asked, meta } from "./meta";

const nameLigne = ({ action, sousAction }: LigneSousAction): string =>
  `Action ${action.numero} – sous-action ${sousAction.numero}`;

/** Null where the contract gives no amount of that year to the sub-action. */
function expectedOf({ sousAction }: LigneSousAction, annee: number, colonne: Colonne): Montant | null {
  const given = sousAction.montants?.find((montants) => montants.annee === annee);
  if (!given) return null;
  return colonne === "total" ? addMontants(given.etat, given.collectivite) : given[colonne];
}

function judge(
  { convention, ligne, annee, colonne, place }: Compared,
  cell: MontantCell,
  expected: Montant,
  lecture: Lecture,
): Outcome<typeof meta> {
  const { value: found, reason } = lecture.montant(cell);
  if (reason === "unreadable") return notComparable(`${place} : le montant est illisible.`);
  if (found === expected || (found === null && expected === ZERO)) return HOLDS;
  const isFerme = isFirm(convention, annee);
  return () => {
    const report = {
      subject: { axe: ligne.action.axe, action: ligne.action.numero, year: annee, party: colonne },
      key: `sous-action-${slug(ligne.sousAction.numero)}`,
      cells: [cell.ref] as const,
      figures: { unit: "montant", found, expected } as const,
      corrected: setTo(cell, expected),
    };
    const name = found === null ? "absent" : "different";
    if (!isFerme) return { message: `${name}-provisionnel`, ...report, data: { place } };
    return { message: `${name}-ferme`, ...report, data: { place, source: "" } };
  };
}

interface Compared {
  readonly convention: Convention;
  readonly ligne: LigneSousAction;
  readonly annee: number;
  readonly colonne: Colonne;
  readonly place: string;
}

export function compareSousActions(
  { convention, budget }: Dossier & { readonly budget: NonNullable<Dossier["budget"]> },
  asked: Asked,
): void {
  const lignes = budget.lignesSousAction ?? [];
  for (const ligne of lignes) {
    for (const { year, column, cell } of partsOf(ligne)) {
      const expected = expectedOf(ligne, year, column);
      if (expected === null) continue;
      const place = `${nameLigne(ligne)} – ${year} – ${namePart(convention, column)}`;
      asked.compare(place, (lecture) =>
        judge({ convention, ligne, annee: year, colonne: column, place }, cell, expected, lecture),
      );
    }
  }
  for (const of of groupBy(lignes, ({ action }) => action.numero).values()) compareSums(convention, budget, of, asked);
}

/** Those that the contract names, or else its operators. */
const partsOfAction = ({ sousActions = [], operateurs = [] }: Action): readonly string[] =>
  sousActions.length > 0 ? sousActions.map(({ numero }) => numero) : operateurs;

/** Of the years and parties in which the contract gives some of them no amount. */
function compareSums(
  convention: Convention,
  budget: NonNullable<Dossier["budget"]>,
  lignes: readonly [LigneSousAction, ...LigneSousAction[]],
  asked: Asked,
): void {
  const [{ action }] = lignes;
  const shown = new Set(lignes.map(({ sousAction }) => sousAction.numero));
  const own = budget.lignesAction.find((ligne) => ligne.action?.numero === action.numero);
  for (const { year, column, cell } of own ? partsOf(own) : []) {
    const parts = lignes.flatMap((ligne) => {
      const part = partsOf(ligne).find((other) => other.year === year && other.column === column);
      return part ? [{ ...part, expected: expectedOf(ligne, year, column) }] : [];
    });
    const [first, ...others] = parts;
    if (!first || parts.every(({ expected }) => expected !== null)) continue;
    const place = `Action ${action.numero} – ${year} – ${namePart(convention, column)}, somme de ses sous-actions`;
    asked.compare(place, (lecture) => {
      const missing = partsOfAction(action).filter((part) => !shown.has(part));
      if (missing.length > 0)
        return notComparable(`${place} : le tableau n’a pas de ligne pour ${formatListe(missing)}.`);
      const whole = lecture.montant(cell);
      const read = parts.map((part) => lecture.montant(part.cell));
      if ([whole, ...read].some(({ reason }) => reason === "unreadable"))
        return notComparable(`${place} : un montant est illisible.`);
      const found = addMontants(...read.map(({ value }) => value ?? ZERO));
      if (found === (whole.value ?? ZERO)) return HOLDS;
      return () => ({
        message: "sous-actions-differentes",
        subject: { axe: action.axe, action: action.numero, year, party: column },
        key: "sous-actions",
        cells: [first.cell.ref, ...others.map((part) => part.cell.ref)],
        figures: { unit: "montant", found, expected: whole.value ?? ZERO },
        data: { place },
      });
    });
  }
}
