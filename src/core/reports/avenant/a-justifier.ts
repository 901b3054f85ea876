// What has to be justified of an avenant to come, or settled before it is signed, in sentences.
import { accord } from "../../domain/words/accord";
import { groupBy } from "../../domain/group-by";
import { formatListe, formatMontant } from "../../domain/words/format";
import { formatTaux } from "../../domain/values/taux";
import { subtractMontants, type Montant } from "../../domain/values/montant";
import { typographie } from "../../domain/words/typographie";
import type { CibleProposee, LigneProposee } from "./proposition";
import type { LigneDuTableau, Reduction, TableauDeLAvenant } from "./tableau";

const MOTIFS: Readonly<Record<Reduction["motif"], string>> = {
  "a-justifier": "à justifier",
  refuse: "motif refusé",
  "en-attente": "motif en attente de l’autre partie",
  accepte: "motif accepté",
};

export const direMotif = (motif: Reduction["motif"]): string => MOTIFS[motif];

/** "+5 000,00 €", "−5 000,00 €". */
export function formatEcart(avant: Montant, apres: Montant): string {
  const gap = subtractMontants(apres, avant);
  return gap > 0 ? `+${formatMontant(gap)}` : formatMontant(gap);
}

const tauxDe = ({ realise }: LigneDuTableau): string =>
  realise?.taux ? `${formatTaux(realise.taux.numerateur, realise.taux.denominateur)} d’exécution` : "exécution";

/** " (article 2.2)" belongs to what asks for it: the sentence names the remedy, the note its article. */
function reductionLine(ligne: LigneDuTableau, changed: LigneProposee | undefined, reference: number): string[] {
  const { reduction, action } = ligne;
  if (!reduction || reduction.motif === "accepte") return [];
  const gap = changed ? formatEcart(changed.avant.etat, changed.apres.etat) : "";
  const moved = changed && changed.avant.etat !== changed.apres.etat ? `${gap} de part État, après ` : "";
  return [
    `Action ${action.numero} : ${moved}${tauxDe(ligne)} en ${reference} ; jusqu’à ${formatMontant(reduction.montant)} peuvent être retirés de ${reduction.surAnnee}, ${direMotif(reduction.motif)}.`,
  ];
}

/** "+5 000,00 € de l’État, +3 000,00 € de la part Métropole": what does not change is not said. */
function direEcarts({ avant, apres }: LigneProposee, localParty: string): string {
  const said = [
    avant.etat === apres.etat ? "" : `${formatEcart(avant.etat, apres.etat)} de part État`,
    avant.collectivite === apres.collectivite
      ? ""
      : `${formatEcart(avant.collectivite, apres.collectivite)} de part ${localParty}`,
  ];
  return said.filter((each) => each !== "").join(", ");
}

function changeLine(ligne: LigneProposee, localParty: string): string[] {
  const { action, avant, apres, sort, motif, axeAvant } = ligne;
  const said: string[] = [];
  if (sort === "nouvelle") said.push(`Action ${action.numero}, nouvelle : sa fiche action est à joindre.`);
  if (sort === "inchangee" || motif !== "") return said;
  const what =
    sort === "terminee"
      ? "fin de l’action"
      : axeAvant !== null && avant.total === apres.total
        ? `passage de l’axe ${axeAvant} à l’axe ${action.axe}`
        : direEcarts(ligne, localParty);
  return [...said, `Action ${action.numero} : dire pourquoi (${what}).`];
}

/** Of the actions that go on: those that the avenant ends have none to come. */
export function ciblesAttendues(
  { ciblesAFixer }: TableauDeLAvenant,
  lignes: readonly LigneProposee[],
): TableauDeLAvenant["ciblesAFixer"] {
  const ended = new Set(lignes.filter(({ sort }) => sort === "terminee").map(({ action }) => action.numero));
  return ciblesAFixer.filter(({ action }) => !ended.has(action));
}

/** "Actions 4 et 8 : 3 cibles 2027 à fixer." */
function ciblesLine(
  attendues: TableauDeLAvenant["ciblesAFixer"],
  cibles: readonly CibleProposee[],
  annee: number,
): string[] {
  const set = new Set(
    cibles.filter((cible) => cible.annee === annee).map((each) => `${each.action}/${each.indicateur}`),
  );
  const open = attendues.filter(({ action, indicateur }) => !set.has(`${action}/${indicateur}`));
  if (open.length === 0) return [];
  const actions = [...groupBy(open, ({ action }) => action).keys()].map(String);
  const names = `${actions.length === 1 ? "Action" : "Actions"} ${formatListe(actions)}`;
  return [`${names} : ${accord(open.length, `cible ${annee}`, `cibles ${annee}`)} à fixer.`];
}

function enveloppeLine(
  { annee, credits: avant }: TableauDeLAvenant,
  { credits, motif }: { readonly credits: Montant; readonly motif: string },
): string[] {
  if (avant === credits || motif.trim() !== "") return [];
  return [`Enveloppe de l’État ${annee} : dire pourquoi (${formatEcart(avant, credits)}).`];
}

export function aJustifier(
  tableau: TableauDeLAvenant,
  lignes: readonly LigneProposee[],
  cibles: readonly CibleProposee[],
  enveloppe: Parameters<typeof enveloppeLine>[1],
): readonly string[] {
  const { reference } = tableau;
  const changed = new Map(lignes.map((ligne) => [ligne.action.numero, ligne]));
  const reductions =
    reference === null
      ? []
      : tableau.lignes.flatMap((ligne) => reductionLine(ligne, changed.get(ligne.action.numero), reference));
  return [
    ...reductions,
    ...enveloppeLine(tableau, enveloppe),
    ...lignes.flatMap((ligne) => changeLine(ligne, tableau.localParty)),
    ...ciblesLine(ciblesAttendues(tableau, lignes), cibles, tableau.annee),
  ].map(typographie);
}
