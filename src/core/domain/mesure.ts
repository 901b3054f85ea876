// What « exécuté » means in a workbook that shows several states of its spending, and whether its amounts are before or after tax.
import type { QuestionKey, Reponse } from "./question";
import { formatDate, formatListe } from "./words/format";
import { cite, typographie } from "./words/typographie";

/** In the order in which money is spent; « réalisé » says none of them in particular. */
export const ETATS_D_EXECUTION = ["engagé", "mandaté", "payé", "réalisé"] as const;
export type EtatDExecution = (typeof ETATS_D_EXECUTION)[number];

export const TAXES = ["hors taxes", "toutes taxes comprises"] as const;
export type Taxes = (typeof TAXES)[number];

/** What a column may say of its amounts, beside whose they are and of which year. */
export type Mesure = EtatDExecution | Taxes;

/** Which of both an answer is about: the first word of its key. */
export const SUJETS = ["état d’exécution", "taxes"] as const;
export type Sujet = (typeof SUJETS)[number];

export const keyOfMesure = (sujet: Sujet): QuestionKey => ({ kind: "table", path: [sujet] });

export const isOfMesure = ({ kind, path }: QuestionKey): boolean =>
  kind === "table" && path.length === 1 && SUJETS.some((sujet) => sujet === path[0]);

/** One thing that the workbook, or a person, says of its amounts. */
export interface MesureDite {
  readonly sujet: Sujet;
  readonly mesures: readonly Mesure[];
  /** Null where the workbook's own words say it. */
  readonly selon: Pick<Reponse, "by" | "on"> | null;
}

/** "Exécuté : ce que le classeur dit « mandaté »." */
export function direMesures(dites: readonly MesureDite[] = []): string | null {
  const phrases = dites.map(({ sujet, mesures, selon }) => {
    const by = selon === null ? "" : `, réponse de ${selon.by} le ${formatDate(selon.on)}`;
    const what = sujet === "taxes" ? formatListe(mesures) : formatListe(mesures.map((mesure) => cite(mesure)));
    return sujet === "taxes" ? `Montants ${what}${by}.` : `Exécuté : ce que le classeur dit ${what}${by}.`;
  });
  return phrases.length === 0 ? null : typographie(phrases.join(" "));
}
