// What an avenant may take away from a contract, by the name that a line of the register gives it.
import { foldText } from "../../domain/words/label";
import { NBSP } from "../../domain/words/format";
import { slug } from "../../domain/words/typographie";
import { cleNommee, idEcheance } from "../clauses/clauses-nommees";
import { listClauses } from "../clauses/clauses";
import type { Convention } from "../convention";
import { PAROLES } from "./retirer";

/** Whole: the name is read again. */
const citer = (nom: string): string => `«${NBSP}${nom}${NBSP}»`;

interface PointRetirable {
  readonly cle: string;
  readonly nom: string;
}

/** Indicators and actions have lines of their own kind. */
export function pointsRetirables(convention: Convention): readonly PointRetirable[] {
  const { signataires = [], autresFinanceurs = [], enveloppes = [], indicateursNationaux, echeances } = convention;
  const stated = listClauses(convention).filter(({ cle, reglage }) => !reglage && isWhole(cle));
  return [
    ...signataires.map(({ nom }) => ({ cle: `signataires/${slug(nom)}`, nom: `Signataire ${citer(nom)}` })),
    ...autresFinanceurs.map(({ nom }) => ({ cle: `financeurs/${slug(nom)}`, nom: `Autre financeur ${citer(nom)}` })),
    ...enveloppes.map(({ id, intitule }) => ({ cle: `enveloppes/${id}`, nom: `Enveloppe ${citer(intitule)}` })),
    ...convention.axes.map(({ numero }) => ({ cle: `axes/${numero}`, nom: `Axe ${numero}` })),
    ...convention.actions.flatMap(({ numero, sousActions = [] }) =>
      sousActions.map((sousAction) => ({
        cle: `actions/${numero}/sous-actions/${sousAction.numero}`,
        nom: `Action ${numero} – sous-action ${sousAction.numero}`,
      })),
    ),
    ...indicateursNationaux.map((intitule) => ({
      cle: `nationaux/${slug(intitule)}`,
      nom: `Indicateur national ${citer(intitule)}`,
    })),
    ...convention.imputation.lignes.map(({ annee, axe }) => ({
      cle: `imputation/lignes/${annee}/${axe}`,
      nom: `Imputation ${annee} – axe ${axe}`,
    })),
    ...echeances.map(({ id, intitule }) => ({ cle: `echeances/${id}`, nom: `Échéance ${citer(intitule)}` })),
    ...stated.map(({ cle, libelle }) => ({ cle, nom: libelle })),
  ];
}

/** Statements that go as they are: a particular threshold, and what a definition may do without. */
const isWhole = (cle: string): boolean => cle.startsWith("cofinancement/seuils/") || PAROLES.test(cle);

const GUILLEMETS = String.raw`[«“"]?\s*(.+?)\s*[»”"]?`;

/** Of what an earlier avenant added, which the signed contract does not know. */
const NOMS: readonly (readonly [RegExp, (found: readonly string[], convention: Convention) => string])[] = [
  [new RegExp(`^signataire\\s+${GUILLEMETS}$`, "iu"), ([, nom = ""]) => `signataires/${slug(nom)}`],
  [new RegExp(`^(?:autre\\s+)?financeur\\s+${GUILLEMETS}$`, "iu"), ([, nom = ""]) => `financeurs/${slug(nom)}`],
  [new RegExp(`^enveloppe\\s+${GUILLEMETS}$`, "iu"), ([, nom = ""]) => `enveloppes/${slug(nom)}`],
  [/^axe\s+(\d+)$/iu, ([, numero]) => `axes/${Number(numero)}`],
  [
    /^action\s+(\d+)\s*[-–]\s*sous-action\s+(\S+)$/iu,
    ([, action, numero]) => `actions/${Number(action)}/sous-actions/${numero}`,
  ],
  [new RegExp(`^indicateur\\s+national\\s+${GUILLEMETS}$`, "iu"), ([, nom = ""]) => `nationaux/${slug(nom)}`],
  [
    new RegExp(`^échéance\\s+${GUILLEMETS}$`, "iu"),
    ([, nom = ""], convention) => `echeances/${idEcheance(convention, nom)}`,
  ],
  [/^imputation\s+(\d{4})\s*[-–]\s*axe\s+(\d+)$/iu, ([, annee, axe]) => `imputation/lignes/${annee}/${Number(axe)}`],
];

/** Null for words that name nothing that may go. */
export function clePointRetire(convention: Convention, text: string): string | null {
  const folded = foldText(text);
  const known = pointsRetirables(convention).find(({ nom }) => foldText(nom) === folded);
  if (known) return known.cle;
  const nommee = cleNommee(convention, text);
  if (nommee !== null && isWhole(nommee)) return nommee;
  for (const [words, cleDe] of NOMS) {
    const found = words.exec(text.trim());
    if (found) return cleDe(found, convention);
  }
  return null;
}

/** As a line names it; its key where the contract has it no more. */
export const nomDuPoint = (convention: Convention, cle: string): string =>
  pointsRetirables(convention).find((point) => point.cle === cle)?.nom ?? cle;
