// What the figures of an axe, and of the whole period, say in a few French sentences.
import { groupBy } from "../../domain/group-by";
import { accord } from "../../domain/words/accord";
import type { Convention } from "../../contract/convention";
import { formatListe, formatMontant, formatPart } from "../../domain/words/format";
import { montantFromCentimes, type Montant } from "../../domain/values/montant";
import { formatTaux } from "../../domain/values/taux";
import { typographie } from "../../domain/words/typographie";
import type { Ecriture } from "../../facts/ledger/ecriture";
import type { BilanFinancier, GroupeFinancier, LigneFinanciere, LigneMatrice, SyntheseAxe } from "./bilan";

type Compte = SyntheseAxe["indicateurs"];

function count(lignes: readonly LigneMatrice[], annees: readonly number[]): Compte {
  const counted = new Set(annees);
  const due = lignes
    .flatMap((ligne) => ligne.annees)
    .filter(({ annee, cible, realise }) => counted.has(annee) && (cible !== null || realise.value !== null));
  return {
    attendus: due.length,
    renseignes: due.filter(({ realise }) => realise.value !== null).length,
    atteints: due.filter(({ niveau }) => niveau === "atteinte").length,
    sousLeSeuil: due.filter(({ niveau }) => niveau === "sous-le-seuil").length,
  };
}

function describeMoney({ contractualise, execute, taux, nonConsomme }: Ecriture, periode: string): string {
  const { value: montant } = execute.total;
  const contracted = `${formatMontant(contractualise.total)} contractualisés`;
  if (montant === null) return `${periode} : ${contracted} ; le montant exécuté n’est pas calculable.`;
  const rate = taux ? `, soit ${formatTaux(taux.numerateur, taux.denominateur)}` : "";
  const gap = nonConsomme.value === null ? "" : ` (${describeGap(nonConsomme.value)})`;
  return `${periode} : ${formatMontant(montant)} exécutés pour ${contracted}${rate}${gap}.`;
}

function describeGap(nonConsomme: Montant): string {
  if (nonConsomme === 0) return "tout est consommé";
  if (nonConsomme > 0) return `${formatMontant(nonConsomme)} non consommés`;
  return `dépassement de ${formatMontant(montantFromCentimes(-nonConsomme))}`;
}

function describeParts({ execute }: Ecriture, { collectivite }: Convention): string[] {
  const { etat, collectivite: local, total } = execute;
  if (etat.value === null || local.value === null || total.value === null || total.value <= 0) return [];
  return [
    `Part État exécutée : ${formatMontant(etat.value)} ; part ${collectivite.designation} : ${formatMontant(local.value)}, soit ${formatTaux(local.value, total.value)} du total.`,
  ];
}

/** "action 3 (2025 ; part État 2024)". */
function nameUnder({ action, sousConsommee, partEtatSousConsommee }: LigneFinanciere): string {
  const ofPart = new Set(partEtatSousConsommee);
  const whole = sousConsommee.filter((annee) => !ofPart.has(annee));
  const years = [
    ...(whole.length > 0 ? [formatListe(whole.map(String))] : []),
    ...(ofPart.size > 0 ? [`part État ${formatListe(partEtatSousConsommee.map(String))}`] : []),
  ];
  return `action ${action.numero} (${years.join(" ; ")})`;
}

const SHOWN = 8;

function describeUnder(lignes: readonly LigneFinanciere[], seuil: number): string[] {
  const under = lignes.filter(({ sousConsommee }) => sousConsommee.length > 0);
  if (under.length === 0) return [];
  const head = `Sous le seuil d’alerte de ${formatPart(seuil)}`;
  if (under.length > SHOWN) return [`${head} : ${accord(under.length, "action")}.`];
  return [`${head} : ${formatListe(under.map(nameUnder))}.`];
}

function describeIndicators({ attendus, renseignes, atteints, sousLeSeuil }: Compte, seuil: number): string {
  if (attendus === 0) return "Aucun indicateur attendu.";
  const given = `Indicateurs : ${accord(renseignes, "valeur renseignée", "valeurs renseignées")} sur ${attendus}`;
  if (renseignes === 0) return `${given}.`;
  const reached = atteints === 0 ? "aucune cible atteinte" : accord(atteints, "cible atteinte", "cibles atteintes");
  const below = sousLeSeuil > 0 ? `, ${sousLeSeuil} sous le seuil d’alerte de ${formatPart(seuil)}` : "";
  return `${given}, dont ${reached}${below}.`;
}

/** The national indicators, which stand under no action and so in no axe. */
function describeNational(matrice: readonly LigneMatrice[], annees: readonly number[]): string[] {
  const counted = new Set(annees);
  const due = matrice
    .filter(({ action }) => action === null)
    .flatMap((ligne) => ligne.annees.filter(({ annee }) => counted.has(annee)));
  if (due.length === 0) return [];
  const given = due.filter(({ realise }) => realise.value !== null).length;
  const values = accord(given, "valeur renseignée", "valeurs renseignées");
  return [`Indicateurs nationaux hors des actions : ${values} sur ${due.length}.`];
}

interface Whole {
  readonly convention: Convention;
  /** The years that are added up. */
  readonly annees: readonly number[];
  /** "Cumul 2024-2025". */
  readonly periode: string;
}

export function composeSynthese(
  { convention, annees, periode }: Whole,
  groupes: readonly GroupeFinancier[],
  matrice: readonly LigneMatrice[],
): SyntheseAxe[] {
  const { alerteSousConsommation, alerteCible } = convention.reglages;
  const byAxe = groupBy(matrice, ({ action }) => action?.axe);
  return groupes.map(({ axe, lignes, cumul }) => {
    const indicateurs = count(byAxe.get(axe.numero) ?? [], annees);
    const phrases = [
      describeMoney(cumul, periode),
      ...describeParts(cumul, convention),
      ...describeUnder(lignes, alerteSousConsommation),
      describeIndicators(indicateurs, alerteCible),
    ];
    return { axe, actions: lignes.length, cumul, indicateurs, phrases: phrases.map(typographie) };
  });
}

export function describePeriode(
  { convention, annees, periode }: Whole,
  { groupes, cumul }: BilanFinancier,
  matrice: readonly LigneMatrice[],
): string[] {
  const { alerteSousConsommation, alerteCible } = convention.reglages;
  const lignes = groupes.flatMap((groupe) => groupe.lignes);
  const ofActions = matrice.filter(({ action }) => action !== null);
  return [
    describeMoney(cumul, periode),
    ...describeParts(cumul, convention),
    ...describeUnder(lignes, alerteSousConsommation),
    describeIndicators(count(ofActions, annees), alerteCible),
    ...describeNational(matrice, annees),
  ].map(typographie);
}
