// What changed in each contract since the tableau de bord before, in words.
import { montantFromCentimes } from "../../domain/values/montant";
import { accord } from "../../domain/words/accord";
import { formatListe, formatMontant } from "../../domain/words/format";
import { typographie } from "../../domain/words/typographie";
import { addComptes, isLu, type Centimes, type Constat, type ConstatContrat } from "./constat";

/** French clauses, none where nothing changed. */
export type Changement = readonly string[];

/** What is kept of the tableau before. */
export interface TableauPrecedent {
  /** ISO date. */
  readonly asOf: string;
  readonly constats: readonly Constat[];
}

export interface Changements {
  /** ISO date of the tableau before; null where there is none. */
  readonly depuis: string | null;
  /** By workbook. */
  readonly contrats: Readonly<Record<string, Changement>>;
  /** Workbooks of the tableau before that are no longer there. */
  readonly disparus: readonly string[];
}

/** By its file, else by its contract where only one workbook has it: files are renamed. */
function finder(precedent: readonly Constat[]): (constat: Constat) => Constat | null {
  const byFile = new Map(precedent.map((constat) => [constat.classeur, constat]));
  const byContract = new Map<string, Constat | null>();
  for (const constat of precedent.filter(isLu)) {
    byContract.set(constat.contrat.id, byContract.has(constat.contrat.id) ? null : constat);
  }
  return (constat) =>
    byFile.get(constat.classeur) ?? (isLu(constat) ? byContract.get(constat.contrat.id) : null) ?? null;
}

/** How an amount changed; nothing where it was not known before, or is not known now, in the same way. */
function amountChange(name: string, before: Centimes, after: Centimes): Changement {
  if (before === after) return [];
  if (before === null) return [`${name} désormais connu`];
  if (after === null) return [`${name} devenu non calculable`];
  const gap = after - before;
  return [`${name} ${gap > 0 ? "+" : "−"}${formatMontant(montantFromCentimes(Math.abs(gap)))}`];
}

const countChange = (name: string, before: number, after: number): Changement =>
  before === after ? [] : [`${name} ${before} → ${after}`];

const executed = ({ comptes }: ConstatContrat): number => addComptes(comptes).execute.etat;
const paid = ({ comptes }: ConstatContrat): number => addComptes(comptes).verse.montant;

function describe(before: ConstatContrat, after: ConstatContrat): Changement {
  const added = after.contrat.avenants.filter((numero) => !before.contrat.avenants.includes(numero));
  const gone = before.contrat.avenants.filter((numero) => !after.contrat.avenants.includes(numero));
  const avenants = (numbers: readonly number[], word: string): Changement =>
    numbers.length === 0
      ? []
      : [
          `${accord(numbers.length, "avenant")} ${word}${numbers.length > 1 ? "s" : ""} (n° ${formatListe(numbers.map(String))})`,
        ];
  return [
    ...avenants(added, "enregistré"),
    ...avenants(gone, "retiré"),
    ...countChange("à traiter", before.aTraiter, after.aTraiter),
    ...countChange("justifiés", before.justifies, after.justifies),
    ...countChange("acceptés", before.acceptes, after.acceptes),
    ...amountChange("versé", paid(before), paid(after)),
    ...amountChange("exécuté État", executed(before), executed(after)),
    ...amountChange("à reverser", before.aReverser, after.aReverser),
    ...countChange("échéances dépassées", before.echeances.length, after.echeances.length),
  ];
}

function compare(before: Constat | null, after: Constat): Changement {
  if (before === null) return ["nouveau dans le tableau"];
  if (!isLu(after)) return isLu(before) ? ["n’est plus lisible"] : [];
  return isLu(before) ? describe(before, after) : ["de nouveau lisible"];
}

export function compareWith(constats: readonly Constat[], precedent: TableauPrecedent | null): Changements {
  if (precedent === null) return { depuis: null, contrats: {}, disparus: [] };
  const find = finder(precedent.constats);
  const found = new Set<Constat>();
  const contrats: Record<string, Changement> = {};
  for (const constat of constats) {
    const before = find(constat);
    if (before) found.add(before);
    contrats[constat.classeur] = compare(before, constat).map(typographie);
  }
  return {
    depuis: precedent.asOf,
    contrats,
    disparus: precedent.constats.filter((constat) => !found.has(constat)).map(({ classeur }) => classeur),
  };
}
