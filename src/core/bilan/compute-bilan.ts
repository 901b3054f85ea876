// From what was read and verified to the report of a period; the same data give the same report.
import { describeContract } from "../domain/contrat/contrat-servi";
import type { Dossier } from "../domain/dossier";
import type { Finding, Verification } from "../verification";
import type { Bilan } from "./bilan";
import { composeFinancier } from "./financier";
import { composeManques, describePret } from "./manques";
import { composeMatrice } from "./matrice";
import { formatPeriode, refusePeriode, yearsOf, type Periode } from "./periode";
import { createExecutedReader, type ExecutedReader } from "./read-executed";
import { composeSynthese, describePeriode } from "./synthese";

/** Of no year in particular, or of one of the period's. */
function concerns(annees: ReadonlySet<number>, { subject }: Finding): boolean {
  return subject.year === undefined || annees.has(subject.year);
}

/** What the execution table explains beside its amounts needs no second justification. */
function justifyFromTable(finding: Finding, { justification }: ExecutedReader): Finding {
  const { action, year } = finding.subject;
  const isExplainable = finding.rule === "sous-consommation" && finding.justification === null;
  if (!isExplainable || action === undefined || year === undefined) return finding;
  const cell = justification(action, year);
  return cell ? { ...finding, justification: { text: cell.text.trim(), by: null, on: null } } : finding;
}

/** Throws a RangeError for a period that `refusePeriode` refuses. */
export function computeBilan(dossier: Dossier, verification: Verification, periode: Periode): Bilan {
  const { convention } = dossier;
  const refusal = refusePeriode(convention, periode);
  if (refusal !== null) throw new RangeError(refusal);
  const annees = yearsOf(convention, periode);
  const reader = createExecutedReader(dossier, annees);
  const financier = composeFinancier(dossier, verification.findings, annees, reader);
  const matrice = composeMatrice(dossier, annees);
  const ofPeriod = new Set(annees);
  const findings = verification.findings
    .filter((finding) => finding.severity !== "info" && concerns(ofPeriod, finding))
    .map((finding) => justifyFromTable(finding, reader));
  const ouverts = findings.filter(({ justification }) => justification === null);
  const manques = composeManques({ dossier, annees, financier, matrice, ouverts });
  const [first, last] = [reader.annees[0], reader.annees.at(-1)];
  const counted = first === undefined || last === undefined ? periode : { debut: first, fin: last };
  const whole = {
    convention,
    annees: reader.annees,
    periode: counted.debut === counted.fin ? `${counted.debut}` : `Cumul ${formatPeriode(counted)}`,
  };
  return {
    entete: {
      intitule: convention.intitule,
      etat: convention.etat,
      collectivite: convention.collectivite,
      periodeTexte: formatPeriode(periode),
      avenants: dossier.avenants.map(({ numero, signeLe }) => ({ numero, signeLe })),
      situation: describeContract(verification),
      asOf: verification.asOf,
      classeur: verification.workbook,
    },
    periode,
    annees,
    anneesCumulees: reader.annees,
    financier,
    matrice,
    noteIndicateursNationaux:
      convention.indicateursNationaux.length > 0
        ? null
        : "Le contrat demande les indicateurs nationaux sans les énumérer : ceux que l’État communique sont à joindre à ce bilan.",
    synthese: composeSynthese(whole, financier.groupes, matrice),
    phrases: describePeriode(whole, financier, matrice),
    ecartsOuverts: ouverts,
    ecartsJustifies: findings.filter(({ justification }) => justification !== null),
    manques,
    pret: describePret(manques),
  };
}
