// From what was read and verified to the report of a period; the same data give the same report.
import { describeContract } from "../../contract/in-force/contrat-servi";
import { direMesures } from "../../domain/mesure";
import type { Dossier } from "../../domain/dossier";
import { etatDuMotif, type EtatDuMotif } from "../../domain/justification";
import { cellKey } from "xlsx-model/cell-ref";
import { factsOf } from "../../facts/facts";
import { ledgerOf } from "../../facts/ledger/ledger";
import type { Finding, Verification } from "../../verification";
import type { Bilan } from "./bilan";
import { composeFinancier } from "./financier";
import { composeEtats } from "./etats";
import { composeManques } from "./manques";
import { composeMatrice } from "./matrice";
import { formatPeriode, refusePeriode, yearsOf, type Periode } from "./periode";
import { composeSynthese, describePeriode } from "./synthese";

/** The year of each figure, by its cell; of no single year for a total over several. */
function yearsByCell(dossier: Dossier): ReadonlyMap<string, number | null> {
  const { tables, listed, figures } = factsOf(dossier);
  const facts = [...tables.flatMap((table) => table.facts), ...listed, ...figures];
  return new Map(facts.map(({ cell, year }) => [cellKey(cell.ref), year]));
}

/** Whether a finding is about one of the period's years, or about no year in particular; what stands at cells of other years alone is not. */
function concerns(
  annees: ReadonlySet<number>,
  byCell: ReadonlyMap<string, number | null>,
  { subject, cells }: Finding,
): boolean {
  if (subject.year !== undefined) return annees.has(subject.year);
  return (
    cells.length === 0 ||
    cells.map((cell) => byCell.get(cellKey(cell)) ?? null).some((year) => year === null || annees.has(year))
  );
}

/** Throws a RangeError for a period that `refusePeriode` refuses. */
export function computeBilan(dossier: Dossier, verification: Verification, periode: Periode): Bilan {
  const { convention } = dossier;
  const refusal = refusePeriode(convention, periode);
  if (refusal !== null) throw new RangeError(refusal);
  const annees = yearsOf(convention, periode);
  const financier = composeFinancier(dossier, verification.findings, annees);
  const counted = ledgerOf(dossier).annees.filter((annee) => annees.includes(annee));
  const matrice = composeMatrice(dossier, verification, annees);
  const ofPeriod = new Set(annees);
  const byCell = yearsByCell(dossier);
  const findings = verification.findings.filter(
    (finding) => finding.severity !== "info" && concerns(ofPeriod, byCell, finding),
  );
  const inEtat = (etat: EtatDuMotif) => findings.filter(({ justification }) => etatDuMotif(justification) === etat);
  const ouverts = inEtat("a-faire");
  const manques = composeManques({ dossier, annees, financier, matrice, ouverts });
  const [first, last] = [counted[0], counted.at(-1)];
  const span = first === undefined || last === undefined ? periode : { debut: first, fin: last };
  const whole = {
    convention,
    annees: counted,
    periode: span.debut === span.fin ? `${span.debut}` : `Cumul ${formatPeriode(span)}`,
  };
  return {
    entete: {
      intitule: convention.intitule,
      etat: convention.etat,
      collectivite: convention.collectivite,
      periodeTexte: formatPeriode(periode),
      avenants: dossier.avenants.map(({ numero, signeLe }) => ({ numero, signeLe })),
      situation: describeContract(verification),
      mesures: direMesures(dossier.mesures),
      asOf: verification.asOf,
      classeur: verification.workbook,
      empreinte: verification.contract.seal ?? null,
    },
    periode,
    annees,
    anneesCumulees: counted,
    financier,
    matrice,
    noteIndicateursNationaux:
      convention.indicateursNationaux.length > 0
        ? null
        : "Le contrat demande les indicateurs nationaux sans les énumérer : ceux que l’État communique sont à joindre à ce bilan.",
    synthese: composeSynthese(whole, financier.groupes, matrice),
    phrases: describePeriode(whole, financier, matrice),
    ecartsOuverts: ouverts,
    ecartsJustifies: inEtat("en-attente"),
    ecartsAcceptes: inEtat("accepte"),
    manques,
    etats: composeEtats(dossier, manques),
  };
}
