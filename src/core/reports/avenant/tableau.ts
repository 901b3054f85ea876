// What an agent starts from when he prepares the avenant of a year: of each action, what is contracted for it and what became of the last closed year.
import { axeDe } from "../../contract/in-force/en-vigueur";
import { closedYears, exigibleLe, isClosed } from "../../contract/in-force/annees-closes";
import { ofYear } from "../../contract/in-force/of-year";
import { isFirm } from "../../contract/avenants/fermete";
import type { Convention } from "../../contract/convention";
import type { Dossier } from "../../domain/dossier";
import { etatDuMotif, isGiven, type Justification } from "../../domain/justification";
import { notKnown, type Known } from "../../domain/known";
import { sumKnown } from "../../domain/values/known-montant";
import { addMontants, ZERO, type Montant } from "../../domain/values/montant";
import { contractedOf, sumEcritures, type Contractualise, type Ecriture } from "../../facts/ledger/ecriture";
import { ledgerOf } from "../../facts/ledger/ledger";
import { enjeuDe } from "../../facts/ledger/reduction";
import { anneesVersees, readFacts } from "../../facts/ledger/versements-de-l-annee";
import { TELLE_QUELLE } from "../../facts/lecture";
import type { Verification } from "../../verification";
import type { NumeroAction } from "../../domain/values/numero-action";

/** What article 2.2 lets the State take off the year after, for an action that used too little. */
export interface Reduction {
  readonly montant: Montant;
  /** The year whose credits it may touch: the one after. */
  readonly surAnnee: number;
  readonly motif: "a-justifier" | "refuse" | "en-attente" | "accepte";
  /** What was answered, in the words of who did; null where nothing was. */
  readonly reponse: Justification | null;
}

export interface LigneDuTableau {
  readonly action: { readonly numero: NumeroAction; readonly intitule: string; readonly axe: number };
  /** For the year of the avenant. */
  readonly contrat: Contractualise;
  /** Of the last closed year; null where none is. */
  readonly realise: Ecriture | null;
  /** Of the State's part in that year: of what was paid where that is known, else of what was contracted; null where nobody knows. */
  readonly nonUtilise: Montant | null;
  readonly reduction: Reduction | null;
}

export interface TableauDeLAvenant {
  readonly intitule: string;
  readonly etat: string;
  readonly collectivite: string;
  /** The noun of the local party: "Métropole". */
  readonly localParty: string;
  readonly annee: number;
  readonly asOf: string;
  /** The last closed year, whose execution is known; null where none is. */
  readonly reference: number | null;
  /** The year before that of the avenant, where it is not due yet. */
  readonly pasEncoreDue: { readonly annee: number; readonly le: string } | null;
  readonly isFirm: boolean;
  readonly axes: readonly { readonly numero: number; readonly intitule: string }[];
  readonly lignes: readonly LigneDuTableau[];
  readonly total: {
    readonly contrat: Contractualise;
    readonly realise: Ecriture | null;
    readonly nonUtilise: Montant | null;
    readonly reduction: Montant;
  };
  /** The State's amount for the year. */
  readonly credits: Montant;
  /** What the State paid for the last closed year, at whatever level it is shown. */
  readonly verse: Known<Montant>;
  /** Targets of the year that are still to be set. */
  readonly ciblesAFixer: readonly {
    readonly action: NumeroAction;
    readonly indicateur: number;
    readonly intitule: string;
  }[];
}

const sum = (montants: readonly Montant[]): Montant => addMontants(ZERO, ...montants);

export const sommeContractualisee = (parts: readonly Contractualise[]): Contractualise => ({
  etat: sum(parts.map(({ etat }) => etat)),
  collectivite: sum(parts.map(({ collectivite }) => collectivite)),
  total: sum(parts.map(({ total }) => total)),
});

function motifOf(justification: Justification | null): Reduction["motif"] {
  if (justification && !isGiven(justification)) return "refuse";
  const etat = etatDuMotif(justification);
  return etat === "a-faire" ? "a-justifier" : etat;
}

/** What was paid for the year: of actions, axes or the year itself; not known where a part is not. */
function verseDe(dossier: Dossier, annee: number): Known<Montant> {
  const { execution } = dossier;
  if (!execution) return notKnown("no-table");
  const year = anneesVersees({ ...dossier, execution }).find((each) => each.annee === annee);
  if (!year) return notKnown("no-column");
  return sumKnown([
    ...year.parts.map((part) => part.read(TELLE_QUELLE)),
    ...year.horsContrat.map(({ facts }) => readFacts(facts, TELLE_QUELLE)),
  ]);
}

const enjeu = ({ contractualise, execute, verse }: Ecriture) =>
  enjeuDe({ contracted: contractualise.etat, executed: execute.etat.value, paid: verse.value });

const nonUtilise = (realise: Ecriture | null): Montant | null =>
  realise === null || realise.execute.etat.value === null ? null : (enjeu(realise)?.montant ?? ZERO);

function reductionOf(
  { convention }: Dossier,
  { findings }: Verification,
  action: NumeroAction,
  reference: number,
  realise: Ecriture,
): Reduction | null {
  const found = findings.find(
    ({ rule, subject }) => rule === "sous-consommation" && subject.action === action && subject.year === reference,
  );
  const atStake = enjeu(realise);
  if (!found || !atStake || reference === convention.annees.at(-1)?.annee) return null;
  const { justification } = found;
  return { montant: atStake.montant, surAnnee: reference + 1, motif: motifOf(justification), reponse: justification };
}

const cibles = ({ actions }: Convention, annee: number) =>
  actions.flatMap(({ numero, indicateurs }) =>
    indicateurs
      .filter((each) => ofYear(each.cibles, annee)?.valeur === "nd" && ofYear(each.cibles, annee)?.texte === undefined)
      .map((each) => ({ action: numero, indicateur: each.numero, intitule: each.intitule })),
  );

/** Null where the year is none of the contract's. */
export function composeTableau(dossier: Dossier, verification: Verification, annee: number): TableauDeLAvenant | null {
  const { convention, asOf } = dossier;
  const years = convention.annees;
  if (!years.some((each) => each.annee === annee)) return null;
  const reference =
    closedYears(dossier, () => undefined)
      .filter((each) => each < annee)
      .at(-1) ?? null;
  const before = years.filter((each) => each.annee < annee).at(-1);
  const ledger = ledgerOf(dossier);
  const lignes = convention.actions.map((action): LigneDuTableau => {
    const realise = reference === null ? null : ledger.read(action, reference);
    return {
      action: { numero: action.numero, intitule: action.intitule, axe: axeDe(action, annee) },
      contrat: contractedOf(action, annee),
      realise,
      nonUtilise: nonUtilise(realise),
      reduction:
        reference === null || realise === null
          ? null
          : reductionOf(dossier, verification, action.numero, reference, realise),
    };
  });
  const { etat, collectivite } = convention;
  return {
    intitule: convention.intitule,
    etat: etat.nom,
    collectivite: collectivite.nom,
    localParty: collectivite.designation,
    annee,
    asOf,
    reference,
    pasEncoreDue:
      before && !isClosed(convention, before, asOf)
        ? { annee: before.annee, le: exigibleLe(convention, before) }
        : null,
    isFirm: isFirm(convention, annee),
    axes: convention.axes.map(({ numero, intitule }) => ({ numero, intitule })),
    lignes,
    total: {
      contrat: sommeContractualisee(lignes.map(({ contrat }) => contrat)),
      realise: reference === null ? null : sumEcritures(lignes.flatMap(({ realise }) => realise ?? [])),
      nonUtilise: lignes.some((ligne) => ligne.nonUtilise === null)
        ? null
        : sum(lignes.flatMap((ligne) => ligne.nonUtilise ?? [])),
      reduction: sum(lignes.flatMap(({ reduction }) => reduction?.montant ?? [])),
    },
    credits: ofYear(convention.creditsEtat, annee)?.montant ?? ZERO,
    verse: reference === null ? notKnown("not-closed") : verseDe(dossier, reference),
    ciblesAFixer: cibles(convention, annee),
  };
}
