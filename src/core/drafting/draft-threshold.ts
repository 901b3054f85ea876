// The least share of the local party as a definition states it: one for all, or one for all and others for an axe or some years.
import type { ConventionDefinition } from "../contract/convention";
import type { QuestionOuverte } from "../contract/definition/questions";
import { NIVEAUX } from "../contract/clauses/sheet-words";
import type { NumeroAction } from "../domain/values/numero-action";
import { formatListeCourte, formatPart } from "../domain/words/format";
import { trancher, type Candidat } from "./candidates";
import type { Notes } from "./notes";
import type { Phrase } from "./signed-sentences";
import { readNiveau, readThreshold, type Niveau, type PartDite, type Portee } from "./signed-threshold";
import type { Vocabulaire } from "./who-and-what";

type Ensemble = NonNullable<QuestionOuverte["ensemble"]>;
type Tables = Pick<ConventionDefinition, "annees" | "actions" | "axes" | "cofinancement">;
type Seuil = NonNullable<ConventionDefinition["cofinancement"]["seuils"]>[number];

const EVERY_ACTION = "pour toutes les actions";

function direPortee({ axe, action, de, a }: Portee): string {
  const what = axe !== null ? [`pour l’axe ${axe}`] : action !== null ? [`pour l’action ${action}`] : [];
  const years =
    de !== null && a !== null
      ? de === a
        ? `en ${de}`
        : `de ${de} à ${a}`
      : de !== null
        ? `à partir de ${de}`
        : `jusqu’en ${a}`;
  return [...what, ...(de === null && a === null ? [] : [years])].join(" ");
}

const yearsOf = ({ de, a }: Portee, annees: readonly number[]): readonly number[] | null =>
  de === null && a === null ? null : annees.filter((annee) => annee >= (de ?? annee) && annee <= (a ?? annee));

/** Null where a definition has no place for a share limited so. */
function seuilsDe({ valeur: seuil, pour }: PartDite, { annees, axes, actions }: Tables): readonly Seuil[] | null {
  if (pour === null || (pour.action !== null && pour.axe !== null)) return null;
  if (pour.action !== null && !actions.some(({ numero }) => numero === pour.action)) return null;
  if (pour.axe !== null && !axes.some(({ numero }) => numero === pour.axe)) return null;
  const years = yearsOf(
    pour,
    annees.map(({ annee }) => annee),
  );
  const of = {
    ...(pour.axe !== null && { axe: pour.axe }),
    ...(pour.action !== null && { action: pour.action }),
  };
  if (years === null) return [{ ...of, seuil }];
  return years.length === 0 ? null : years.map((annee) => ({ ...of, annee, seuil }));
}

/** Whether the amounts of the tables respect each share, the most precise of those that bind them. */
function areRespected(all: number, seuils: readonly Seuil[], { actions }: Tables): boolean {
  const seuilOf = (axe: number, action: NumeroAction, annee: number): number =>
    seuils.find(
      (each) => (each.axe ?? axe) === axe && (each.action ?? action) === action && (each.annee ?? annee) === annee,
    )?.seuil ?? all;
  return actions.every(({ axe, numero, montants }) =>
    montants.every(
      ({ annee, etat, collectivite }) =>
        etat === 0 || collectivite >= seuilOf(axe, numero, annee) * (etat + collectivite) - 0.005,
    ),
  );
}

/** One share of all actions, in so many words, and others that are each of a part of them: all may hold. */
function ensembleDe(possibles: readonly PartDite[], tables: Tables): Ensemble | null {
  const [general, ...others] = possibles;
  if (!general || general.pour !== null || !general.dit || others.length === 0) return null;
  const added = others.map((part) => seuilsDe(part, tables));
  if (added.some((each) => each === null)) return null;
  const seuils = added.flatMap((each) => each ?? []);
  const holds = areRespected(general.valeur, seuils, tables);
  const said = others.map(({ valeur, pour }) => `${formatPart(valeur)} ${pour ? direPortee(pour) : ""}`);
  return {
    libelle: `${others.length === 1 ? "Les deux" : "Toutes"} : ${formatPart(general.valeur)}, et ${formatListeCourte(said, said.length)}`,
    ...(holds && { propose: true as const, pourquoi: "Tous les montants du tableau les respectent." }),
    ajouts: others.flatMap(({ endroit }, rank) =>
      (added[rank] ?? []).map((valeur) => ({ liste: "cofinancement.seuils", valeur, ...endroit })),
    ),
  };
}

export function draftThreshold(
  notes: Notes,
  phrases: readonly Phrase[],
  words: Vocabulaire,
  tables: Tables,
): ConventionDefinition["cofinancement"] {
  const { seuil } = tables.cofinancement;
  const said = readThreshold(phrases, words);
  const tranche = trancher(said);
  const ensemble = tranche.etat === "douteux" ? ensembleDe(tranche.possibles as readonly PartDite[], tables) : null;
  const isLimited = said.some(({ pour }) => pour !== null);
  const demande = {
    champ: "cofinancement.seuil",
    cle: "cofinancement/seuil",
    quoi: "la part minimale de la collectivité",
    dire: formatPart,
    ecrire: (part: number) => part,
    pour: (possible: Candidat<number>) => {
      const { pour } = possible as PartDite;
      return pour ? direPortee(pour) : isLimited ? EVERY_ACTION : undefined;
    },
    sinon: `${formatPart(seuil)} a été pris`,
  };
  const lue = notes.prendre(demande, tranche, ensemble ? { ensemble } : {}) ?? seuil;
  const niveaux = readNiveau(said);
  // Of each action, unless a sentence says otherwise.
  if (niveaux.every(({ valeur }) => valeur === "action")) return { seuil: lue };
  const porteSur = {
    champ: "cofinancement.niveau",
    cle: "cofinancement/niveau",
    quoi: "ce dont la part minimale est une part",
    dire: (each: Niveau) => NIVEAUX[each],
    ecrire: (each: Niveau) => each,
  };
  const niveau = notes.prendre(porteSur, trancher(niveaux));
  return { seuil: lue, ...(niveau !== undefined && { niveau }) };
}
