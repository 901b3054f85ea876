// The financial report: contracted and executed per action, axe and year, and in all the years that are added up.
import { parseCellRef } from "../domain/cell-ref";
import { isClosed } from "../domain/contrat/contract-amounts";
import type { Action } from "../domain/contrat/convention";
import type { Dossier, LigneAction } from "../domain/dossier";
import { addMontants, montantFromCentimes } from "../domain/values/montant";
import { isBelowShare } from "../domain/values/taux";
import type { Finding } from "../verification";
import { NON_CLOSE, contractedOf, sumExecutions, toExecution } from "./amounts";
import type {
  BilanFinancier,
  Execution,
  ExecutionAnnuelle,
  GroupeFinancier,
  JustificationBilan,
  LigneFinanciere,
  LigneHorsContrat,
  MontantBilan,
} from "./bilan";
import { hasAmount, type ExecutedReader } from "./read-executed";

/** A justification of one of these findings explains the amounts of its action and year. */
const EXECUTION_RULES: ReadonlySet<string> = new Set([
  "sous-consommation",
  "sur-execution",
  "execution-coherente",
  "cofinancement-execute",
  "contribution-plafonnee-au-cout",
]);

const ZERO = montantFromCentimes(0);

const place = (action: number, annee: number): string => `${action}/${annee}`;

function indexJustified(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const byPlace = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { action, year } = finding.subject;
    if (!finding.justification || !EXECUTION_RULES.has(finding.rule)) continue;
    if (action === undefined || year === undefined) continue;
    const key = place(action, year);
    byPlace.set(key, [...(byPlace.get(key) ?? []), finding]);
  }
  return byPlace;
}

interface Source {
  readonly dossier: Dossier;
  readonly reader: ExecutedReader;
  readonly annees: readonly number[];
  readonly closed: ReadonlySet<number>;
  readonly justified: ReadonlyMap<string, readonly Finding[]>;
}

function justify({ reader, justified }: Source, action: Action, annee: number): readonly JustificationBilan[] {
  const cell = reader.justification(action.numero, annee);
  const typed: readonly JustificationBilan[] = cell
    ? [{ source: "tableau", annee, text: cell.text.trim(), by: null, on: null, cell: cell.ref }]
    : [];
  const given = (justified.get(place(action.numero, annee)) ?? []).flatMap(({ justification, cells: [first] }) =>
    justification
      ? [{ ...justification, source: "ecarts" as const, annee, cell: first === undefined ? null : parseCellRef(first) }]
      : [],
  );
  return [...typed, ...given];
}

/** Of no year at all the sum is not 0: it is not known yet. */
function sumOrNothing(years: readonly ExecutionAnnuelle[]): Execution {
  if (years.length > 0) return sumExecutions(years);
  const nonClose: MontantBilan = { montant: null, raison: NON_CLOSE, cells: [] };
  return toExecution(
    { etat: ZERO, collectivite: ZERO, total: ZERO },
    { etat: nonClose, collectivite: nonClose, total: nonClose },
  );
}

function composeLigne(source: Source, action: Action): LigneFinanciere {
  const { dossier, reader, annees, closed } = source;
  const { convention } = dossier;
  const years: ExecutionAnnuelle[] = annees.map((annee) => ({
    annee,
    ...toExecution(contractedOf(action, annee), reader.read(action, annee)),
  }));
  const justifications = annees.flatMap((annee) => justify(source, action, annee));
  const seuil = convention.reglages.alerteSousConsommation;
  const sousConsommee = years
    .filter(({ annee, taux }) => closed.has(annee) && taux && isBelowShare(taux.numerateur, taux.denominateur, seuil))
    .map(({ annee }) => annee);
  const explained = new Set(justifications.map(({ annee }) => annee));
  return {
    action: { numero: action.numero, intitule: action.intitule, axe: action.axe },
    annees: years,
    cumul: sumOrNothing(years.filter(({ annee }) => reader.annees.includes(annee))),
    justifications,
    sousConsommee,
    aJustifier: sousConsommee.filter((annee) => !explained.has(annee)),
  };
}

function sumYears(annees: readonly number[], lignes: readonly LigneFinanciere[]): ExecutionAnnuelle[] {
  return annees.map((annee, index) => ({
    annee,
    ...sumExecutions(lignes.flatMap((ligne) => ligne.annees[index] ?? [])),
  }));
}

/** Parts that are there, for a name that the contract knows nothing of. */
function readUnknown(ligne: LigneAction, annee: number): MontantBilan {
  const cells = ligne.montants.get(annee);
  const parts = [cells?.etat, cells?.collectivite].filter((cell) => cell && cell.lu.kind !== "missing");
  const read = (parts.length > 0 ? parts : [cells?.total]).flatMap((cell) => cell ?? []);
  const unreadable = read.filter(({ lu }) => lu.kind === "unreadable").map(({ ref }) => ref);
  if (unreadable.length > 0) return { montant: null, raison: "illisible", cells: unreadable };
  const montants = read.map(({ lu }) => (lu.kind === "montant" ? lu.montant : ZERO));
  return { montant: addMontants(...montants), raison: null, cells: read.map(({ ref }) => ref) };
}

export function composeFinancier(
  dossier: Dossier,
  findings: readonly Finding[],
  annees: readonly number[],
  reader: ExecutedReader,
): BilanFinancier {
  const { convention, asOf } = dossier;
  const { axes, actions } = convention;
  const closed = new Set(convention.annees.filter((year) => isClosed(year, asOf)).map(({ annee }) => annee));
  const source: Source = { dossier, reader, annees, closed, justified: indexJustified(findings) };
  const byAxe = new Map<number, LigneFinanciere[]>(axes.map(({ numero }) => [numero, []]));
  for (const action of actions) byAxe.get(action.axe)?.push(composeLigne(source, action));
  const groupes = axes.map(({ numero, intitule }): GroupeFinancier => {
    const lignes = byAxe.get(numero) ?? [];
    return {
      axe: { numero, intitule },
      lignes,
      annees: sumYears(annees, lignes),
      cumul: sumExecutions(lignes.map(({ cumul }) => cumul)),
    };
  });
  const lignes = groupes.flatMap((groupe) => groupe.lignes);
  return {
    groupes,
    annees: sumYears(annees, lignes),
    cumul: sumExecutions(lignes.map(({ cumul }) => cumul)),
    horsContrat: reader.inconnues.map((ligne): LigneHorsContrat => ({
      libelle: ligne.label.text.trim(),
      cell: ligne.label.ref,
      annees: annees
        .filter((annee) => hasAmount(ligne, annee))
        .map((annee) => ({ annee, total: readUnknown(ligne, annee) })),
    })),
  };
}
