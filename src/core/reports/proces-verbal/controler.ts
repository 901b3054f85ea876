// Holds a procès-verbal against the workbook as it now is: the same figures and the same statements, or what differs.
import { accord } from "../../domain/words/accord";
import { typographie } from "../../domain/words/typographie";
import type { Chiffre } from "./chiffres";
import { COLONNES_DE_COMPTE } from "./comptes";
import { empreinteDesChiffres } from "./empreinte";
import type { ProcesVerbalLu } from "./lire-proces-verbal";
import type { ProcesVerbal } from "./proces-verbal";
import { direPrecedent, ruptures } from "./suite";
import { RUBRIQUES, TOTAL_DES_COMPTES } from "./rubriques";

type Rubriques = ProcesVerbalLu["rubriques"];
type Comptes = ProcesVerbalLu["comptes"];

export interface Changement {
  readonly libelle: string;
  /** Where the figure stands now; where it stood, for one that has gone. */
  readonly cellule: string;
  /** Null for a figure that the procès-verbal does not have. */
  readonly avant: string | null;
  /** Null for a figure that has gone from the workbook. */
  readonly apres: string | null;
}

export interface Controle {
  /** ISO date of the procès-verbal, at which the workbook was verified again. */
  readonly situation: string;
  /** The fingerprint that the sheet bears. */
  readonly empreinte: string | null;
  readonly identique: boolean;
  /** French sentences: the sheet itself is no longer as it was drawn up. */
  readonly alterations: readonly string[];
  readonly changements: readonly Changement[];
  /** French sentences: another contract in force, other statements. */
  readonly differences: readonly string[];
  /** French sentences on what explains a difference and is none by itself. */
  readonly remarques: readonly string[];
}

function compareChiffres(before: readonly Chiffre[], now: readonly Chiffre[]): Changement[] {
  const old = new Map(before.map((chiffre) => [chiffre.cle, chiffre]));
  const changed = now.flatMap(({ cle, libelle, cellule, valeur }) => {
    const avant = old.get(cle)?.valeur ?? null;
    old.delete(cle);
    return avant === valeur ? [] : [{ libelle, cellule, avant, apres: valeur }];
  });
  const gone = [...old.values()].map(({ libelle, cellule, valeur }) => ({
    libelle,
    cellule,
    avant: valeur,
    apres: null,
  }));
  return [...changed, ...gone];
}

const COLONNES = ["regles", ...COLONNES_DE_COMPTE] as const;

const COMPTE_WORDS: Readonly<Record<(typeof COLONNES)[number], readonly [string, string]>> = {
  regles: ["règle", "règles"],
  conformes: ["règle conforme", "règles conformes"],
  enEcart: ["règle en écart", "règles en écart"],
  justifies: ["règle aux écarts justifiés, en attente", "règles aux écarts justifiés, en attente"],
  acceptes: ["règle aux écarts acceptés", "règles aux écarts acceptés"],
  nonVerifiables: ["règle non vérifiable", "règles non vérifiables"],
  nonCalculables: ["point non calculable", "points non calculables"],
};

function compareComptes(before: Comptes, now: Comptes): string[] {
  const old = new Map(before.map((compte) => [compte.nom, compte]));
  const sentences = now.flatMap((compte) => {
    const { nom } = compte;
    const avant = old.get(nom);
    old.delete(nom);
    if (!avant) return [{ nom, sentence: `${nom} : absent du procès-verbal.` }];
    const differing = COLONNES.filter((key) => avant[key] !== compte[key]);
    if (differing.length === 0) return [];
    const sides = differing.map((key) => {
      const count = Number.isNaN(avant[key]) ? "nombre illisible de" : avant[key];
      const stated =
        typeof count === "number" ? accord(count, ...COMPTE_WORDS[key]) : `${count} ${COMPTE_WORDS[key][1]}`;
      return `${stated} au procès-verbal, ${compte[key]} à présent`;
    });
    return [{ nom, sentence: `${nom} : ${sides.join(" ; ")}.` }];
  });
  const gone = [...old.keys()].map((nom) => ({ nom, sentence: `${nom} : n’est plus vérifié.` }));
  const ofArticles = [...sentences, ...gone].filter(({ nom }) => nom !== TOTAL_DES_COMPTES);
  // The whole follows from its articles: it is told only where it alone was typed over.
  return (ofArticles.length > 0 ? ofArticles : sentences).map(({ sentence }) => sentence);
}

function findAlterations(lu: ProcesVerbalLu): string[] {
  const { chiffres, empreinte, comptes } = lu;
  if (empreinte === null) return ["Son empreinte des chiffres est absente ou illisible."];
  const alterations: string[] = [];
  if (chiffres === null) alterations.push("La liste de ses chiffres, sous la page imprimée, n’y est plus.");
  else if (empreinteDesChiffres(chiffres) !== empreinte) {
    alterations.push("Son empreinte n’est pas celle de la liste de ses chiffres : l’une ou l’autre a été modifiée.");
  }
  alterations.push(...ruptures(lu));
  if (comptes.length === 0) alterations.push("Son décompte par article n’y est plus.");
  return alterations;
}

/** What no figure and no count holds: typed over, it would be signed all the same. */
const STATED = ["parties", "avenants", "constats", "precedent", "mesures"] as const;

/** One drawn up before procès-verbaux followed each other, or said what is executed, does not say that there is none. */
const saysNothing = (key: (typeof STATED)[number], before: Rubriques, now: Rubriques): boolean =>
  before[key] === "" &&
  ((key === "precedent" && now.precedent === direPrecedent([])) ||
    (key === "mesures" && before.versions !== now.versions));

function compareRubriques(before: Rubriques, now: Rubriques): string[] {
  return STATED.filter((key) => before[key] !== now[key] && !saysNothing(key, before, now)).map(
    (key) => `${RUBRIQUES[key]} : « ${before[key]} » au procès-verbal, « ${now[key]} » à présent.`,
  );
}

/** How many ranges: tables may move, and sheets take other names. One of before this was counted says nothing of it. */
function compareNonCompares(before: Rubriques, now: Rubriques): string[] {
  const countOf = ({ nonCompare }: Rubriques): number => Number.parseInt(nonCompare || "0", 10);
  if (before.versions !== now.versions || countOf(before) === countOf(now)) return [];
  return [`${RUBRIQUES.nonCompare} : « ${before.nonCompare} » au procès-verbal, « ${now.nonCompare} » à présent.`];
}

/** Also where its definition wrote a name with other signs when it was drawn up. */
function isSameContract({ empreinteDuContrat: lue }: ProcesVerbalLu, actuel: ProcesVerbal): boolean {
  const { empreinteDuContrat: own, convention } = actuel;
  if (lue === own) return true;
  const { actuelle, anterieures = [] } = convention.empreintes ?? {};
  return lue !== null && actuelle === own && anterieures.includes(lue);
}

/**
 * `actuel` is drawn up at the date of the procès-verbal that is checked, and `page` is its own page, as it would be
 * read back.
 */
export function controler(lu: ProcesVerbalLu, actuel: ProcesVerbal, page: ProcesVerbalLu): Controle {
  const alterations = findAlterations(lu);
  const changements = lu.chiffres ? compareChiffres(lu.chiffres, actuel.chiffres) : [];
  const differences: string[] = [];
  if (!isSameContract(lu, actuel)) {
    differences.push(
      "Le contrat en vigueur à cette date n’est pas celui du procès-verbal : un paramètre ou un avenant diffère.",
    );
  }
  differences.push(
    ...compareRubriques(lu.rubriques, page.rubriques),
    ...compareNonCompares(lu.rubriques, page.rubriques),
  );
  if (lu.comptes.length > 0) differences.push(...compareComptes(lu.comptes, page.comptes));
  const [before, now] = [lu.rubriques.versions, page.rubriques.versions];
  const remarques =
    before === now
      ? []
      : [`Les règles ne sont pas celles du procès-verbal (${before || "version illisible"}) : ${now} à présent.`];
  return {
    situation: actuel.situation,
    empreinte: lu.empreinte,
    identique: alterations.length + changements.length + differences.length === 0 && lu.empreinte === actuel.empreinte,
    alterations: alterations.map(typographie),
    changements,
    differences: differences.map(typographie),
    remarques: remarques.map(typographie),
  };
}
