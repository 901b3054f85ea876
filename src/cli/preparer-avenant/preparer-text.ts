// What `preparer-avenant` prints: the table to start from, what a variant makes of it, several side by side.
import type { VariantesComparees } from "../../core/preparation/comparer-variantes";
import type { Montant } from "../../core/domain/values/montant";
import { formatTaux } from "../../core/domain/values/taux";
import { formatMontant } from "../../core/domain/words/format";
import { typographie } from "../../core/domain/words/typographie";
import { direMotif } from "../../core/reports/avenant/a-justifier";
import { direEnveloppe, direReference } from "../../core/reports/avenant/note";
import type { Proposition } from "../../core/reports/avenant/proposition";
import { direPart, lignesChangees } from "../../core/reports/avenant/tables";
import type { LigneDuTableau, TableauDeLAvenant } from "../../core/reports/avenant/tableau";
import { oneLine } from "../one-line";

const NAME = 32;

const cut = (text: string, width: number): string => {
  const line = oneLine(text);
  return line.length <= width ? line.padEnd(width) : `${line.slice(0, width - 1)}…`;
};

const money = (montant: Montant | null | undefined): string =>
  (montant === null || montant === undefined ? "–" : formatMontant(montant)).padStart(15);

function tableLine({ action, contrat, realise, nonUtilise, reduction }: LigneDuTableau): string {
  const taux = realise?.taux ? formatTaux(realise.taux.numerateur, realise.taux.denominateur) : "–";
  const after =
    reduction === null
      ? ""
      : `\n      réduction possible : ${formatMontant(reduction.montant)} sur ${reduction.surAnnee}, ${direMotif(reduction.motif)}`;
  return `  ${cut(`${action.numero} ${action.intitule}`, NAME)}${money(contrat.etat)}${money(realise?.execute.total.value)} ${taux.padStart(9)}${money(nonUtilise)}${after}`;
}

export function formatTableau(tableau: TableauDeLAvenant): string {
  const { annee, reference, lignes, total, ciblesAFixer } = tableau;
  const heads = [
    "Action".padEnd(NAME),
    `État ${annee}`.padStart(15),
    (reference === null ? "exécuté" : `exécuté ${reference}`).padStart(15),
    "taux".padStart(10),
    "non utilisé".padStart(15),
  ];
  return typographie(
    [
      `Avenant ${annee}. ${oneLine(tableau.intitule)}.`,
      direReference(tableau),
      `  ${heads.join("")}`,
      ...lignes.map(tableLine),
      `  ${"TOTAL".padEnd(NAME)}${money(total.contrat.etat)}${money(total.realise?.execute.total.value)} ${"".padStart(9)}${money(total.nonUtilise)}`,
      `  Crédits de l’État ${annee} : ${formatMontant(tableau.credits)}${tableau.isFirm ? "" : ", provisionnels"}. Cibles ${annee} à fixer : ${ciblesAFixer.length}.`,
      "",
    ].join("\n"),
  );
}

export function formatProposition(tableau: TableauDeLAvenant, proposition: Proposition): string {
  const { variante, rompus, aJustifier, axes } = proposition;
  const changed = lignesChangees(proposition).map(
    ({ action, avant, apres }) =>
      `  ${cut(`${action.numero} ${action.intitule}`, NAME)} État ${formatMontant(avant.etat)} → ${formatMontant(apres.etat)} ; ${tableau.localParty} ${formatMontant(avant.collectivite)} → ${formatMontant(apres.collectivite)} (${direPart(apres)})`,
  );
  return typographie(
    [
      `Variante « ${oneLine(variante.nom)} »`,
      ...(changed.length > 0 ? changed : ["  Aucun montant ne change."]),
      `  ${direEnveloppe(tableau.annee, proposition)}`,
      `  Par axe, part de l’État : ${axes.map(({ numero, apres }) => `${numero} : ${formatMontant(apres)}`).join(" ; ")}.`,
      rompus.length === 0 ? "Rien ne serait rompu." : `À régler : ${rompus.length}`,
      ...rompus.map(({ phrase }) => `  – ${oneLine(phrase)}`),
      ...(aJustifier.length > 0 ? ["À justifier ou à fixer"] : []),
      ...aJustifier.map((phrase) => `  – ${oneLine(phrase)}`),
      "",
    ].join("\n"),
  );
}

export function formatComparees(
  { noms, actions, collectivite, axes, enveloppe, partEtat, aRegler }: VariantesComparees,
  localParty: string,
): string {
  const line = (quoi: string, values: readonly string[]): string =>
    `  ${cut(quoi, NAME)}${values.map((value) => value.padStart(18)).join("")}`;
  const part = (title: string, lines: VariantesComparees["actions"]): string[] =>
    lines.length === 0 ? [] : [title, ...lines.map(({ quoi, montants }) => line(quoi, montants.map(formatMontant)))];
  return typographie(
    [
      line(
        "Ce qui diffère",
        noms.map((nom) => cut(nom, 17).trimEnd()),
      ),
      ...part("Part de l’État", actions),
      ...part(`Part ${localParty}`, collectivite),
      ...part("Par axe, part de l’État", axes),
      line("Part de l’État, toutes actions", partEtat.map(formatMontant)),
      line("Enveloppe de l’État", enveloppe.map(formatMontant)),
      line("À régler", aRegler.map(String)),
      "",
    ].join("\n"),
  );
}
