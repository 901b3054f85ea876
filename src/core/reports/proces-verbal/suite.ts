// The procès-verbaux that went before one: each carries their fingerprints among what its own is made of, so that none can be replaced unseen.
import { formatDate } from "../../domain/words/format";
import { typographie } from "../../domain/words/typographie";
import type { Chiffre } from "./chiffres";
import { empreinteDesChiffres, formatEmpreinte } from "./empreinte";
import type { ProcesVerbalLu } from "./lire-proces-verbal";

const CLE = /^proces-verbal\/(?<rang>\d+)$/;
const VALEUR = /^(?<date>\d\d\/\d\d\/\d{4}), (?<empreinte>[0-9a-f]{64})(?<modifie>, modifié.*)?$/u;
const MODIFIE = "modifié après avoir été établi";

interface Maillon {
  readonly rang: number;
  /** ISO date; null where the line cannot be read. */
  readonly situation: string | null;
  readonly empreinte: string | null;
  /** It no longer was what it had been drawn up as when the next one was. */
  readonly isModified: boolean;
}

export const estPrecedent = ({ cle }: Pick<Chiffre, "cle">): boolean => CLE.test(cle);

/** The lines of a list of figures that are procès-verbaux of before, as they stand there. */
export const precedentsDe = (chiffres: readonly Chiffre[] | null): readonly Chiffre[] =>
  (chiffres ?? []).filter(estPrecedent);

function readMaillon({ cle, valeur }: Chiffre): Maillon {
  const { date, empreinte = null, modifie } = VALEUR.exec(valeur.replaceAll("\u00a0", " "))?.groups ?? {};
  const situation = date === undefined ? null : date.split("/").reverse().join("-");
  return { rang: Number(CLE.exec(cle)?.groups?.rang), situation, empreinte, isModified: modifie !== undefined };
}

/** Its figures or their fingerprint were typed over or taken away. */
export const isAltered = ({ chiffres, empreinte }: ProcesVerbalLu): boolean =>
  chiffres === null || empreinte === null || empreinteDesChiffres(chiffres) !== empreinte;

/** What the next procès-verbal carries: those that this one carries, and itself. */
export function suiteApres(lu: ProcesVerbalLu): readonly Chiffre[] {
  const before = precedentsDe(lu.chiffres);
  const rang = before.length + 1;
  const parts = [
    lu.situation === null ? "date illisible" : formatDate(lu.situation),
    lu.empreinte ?? "empreinte illisible",
    ...(isAltered(lu) ? [MODIFIE] : []),
  ];
  return [
    ...before,
    {
      cle: `proces-verbal/${rang}`,
      libelle: typographie(`Procès-verbal n° ${rang} de ce classeur`),
      valeur: parts.join(", "),
      cellule: "",
    },
  ];
}

/** "n° 2 du 02/10/2026, empreinte 3f2a9c1b 07d4e851…", as the signed page says it. */
export function direPrecedent(precedents: readonly Chiffre[]): string {
  const last = precedents.at(-1);
  if (!last) return "aucun";
  const { rang, situation, empreinte, isModified } = readMaillon(last);
  const parts = [
    `n° ${rang} ${situation === null ? "de date illisible" : `du ${formatDate(situation)}`}`,
    empreinte === null ? "sans empreinte lisible" : `empreinte ${formatEmpreinte(empreinte).slice(0, 17)}…`,
    ...(isModified ? [MODIFIE] : []),
  ];
  return typographie(parts.join(", "));
}

/** French sentences: where the line of the procès-verbaux is broken, as far as the last one tells by itself. */
export function ruptures({ chiffres, situation }: Pick<ProcesVerbalLu, "chiffres" | "situation">): readonly string[] {
  const maillons = precedentsDe(chiffres).map(readMaillon);
  const dates = [...maillons.map((maillon) => maillon.situation), situation];
  const found = maillons.flatMap(({ rang, empreinte, situation: own, isModified }, index): string[] => {
    const next = dates[index + 1];
    if (rang !== index + 1) return [`le n° ${rang} se trouve à la place du n° ${index + 1}`];
    if (empreinte === null || own === null) return [`le n° ${rang} n’a plus de date ou d’empreinte lisible`];
    return [
      ...(isModified ? [`le n° ${rang} avait été modifié après avoir été établi`] : []),
      ...(next && next < own
        ? [`le n° ${rang}, du ${formatDate(own)}, est plus récent que le suivant, du ${formatDate(next)}`]
        : []),
    ];
  });
  return found.map((what) => typographie(`La suite des procès-verbaux est rompue : ${what}.`));
}

const nameOf = (rang: number, { situation }: Pick<ProcesVerbalLu, "situation">): string =>
  `n° ${rang}${situation === null ? "" : ` du ${formatDate(situation)}`}`;

export interface SuiteComparee {
  readonly isBroken: boolean;
  /** French sentence. */
  readonly phrase: string;
}

/**
 * Holds the procès-verbal of a workbook against one that was kept apart. Only this tells of procès-verbaux that were drawn up again:
 * whoever makes a list again makes its fingerprint again too.
 */
export function comparerSuites(lu: ProcesVerbalLu, garde: ProcesVerbalLu): SuiteComparee {
  const [own, kept] = [precedentsDe(lu.chiffres), precedentsDe(garde.chiffres)].map((lines) =>
    lines.map((line) => readMaillon(line).empreinte ?? line.valeur),
  ) as [string[], string[]];
  const name = nameOf(kept.length + 1, garde);
  const say = (isBroken: boolean, phrase: string): SuiteComparee => ({ isBroken, phrase: typographie(phrase) });
  const [whole, reference] = [
    [...own, lu.empreinte],
    [...kept, garde.empreinte],
  ];
  const shared = Math.min(whole.length, reference.length);
  const differing = whole.slice(0, shared).findIndex((empreinte, index) => empreinte !== reference[index]);
  if (differing >= 0) {
    const place =
      differing === kept.length
        ? `à sa place, le classeur en porte un autre`
        : `leur n° ${differing + 1} n’est pas le même, ou ils sont dans un autre ordre`;
    return say(true, `Les procès-verbaux ne se suivent pas : celui de la référence est le ${name} ; ${place}.`);
  }
  if (whole.length === reference.length) return say(false, `Le procès-verbal est celui de la référence, ${name}.`);
  return whole.length > reference.length
    ? say(false, `Le procès-verbal du classeur fait suite à celui de la référence, ${name}.`)
    : say(false, `Le procès-verbal de la référence, ${name}, est plus récent : il fait suite à celui du classeur.`);
}
