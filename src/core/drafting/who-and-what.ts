// Of whom, and of which plan, a sentence of a signed contract speaks: the State, the local party, somebody else; this contract or another one.
import { foldText } from "../domain/words/label";

export type Qui = "etat" | "collectivite" | "autre";

const STATE = /\b(?:etat|prefete?|prefecture|administration)\b/g;

const OTHERS =
  /\b(?:c(?:n?af|pam|cas|ias)|caisses? \p{L}+|msa|ars|agence \p{L}+|regions?|conseil regional|fse|fonds \p{L}+|union europeenne|france travail|pole emploi|communes?|associations?|operateurs?|porteurs?|fondations?|bailleurs?|banque \p{L}+)\b/gu;

const LOCAL = [
  "metropole",
  "departement",
  "conseil departemental",
  "conseil metropolitain",
  "communaute",
  "collectivite",
  "intercommunalite",
];

/** A prefect of the region is neither the region nor the département. */
const PREFECT = /\b(prefete?)(?: de)?(?: la| l'|du|s)? ?(?:region|departement)\b/g;

export class Vocabulaire {
  private readonly local: RegExp;

  /** `words` are the local party's names. */
  constructor(words: readonly string[]) {
    const folded = [...LOCAL, ...words.map(foldText).filter((word) => word.length > 2)];
    const escaped = folded.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    this.local = new RegExp(
      `(?<![\\p{L}])(?:${escaped.sort((a, b) => b.length - a.length).join("|")})(?![\\p{L}])`,
      "gu",
    );
  }

  /** The last that these folded words name; null where they name nobody. */
  dernier(plie: string): Qui | null {
    return this.mentions(plie).at(-1)?.qui ?? null;
  }

  premier(plie: string): Qui | null {
    return this.mentions(plie)[0]?.qui ?? null;
  }

  nomme(plie: string, qui: Qui): boolean {
    return this.mentions(plie).some((mention) => mention.qui === qui);
  }

  /** The word for somebody else, as a reason says it. */
  autre(plie: string): string | null {
    return this.mentions(plie).find(({ qui }) => qui === "autre")?.mot ?? null;
  }

  private mentions(whole: string): readonly { readonly qui: Qui; readonly at: number; readonly mot: string }[] {
    const plie = whole.replace(PREFECT, (found, prefect: string) => prefect.padEnd(found.length, "."));
    const of = (qui: Qui, pattern: RegExp) =>
      [...plie.matchAll(pattern)].map(({ index, 0: mot }) => ({ qui, at: index, mot, end: index + mot.length }));
    const local = of("collectivite", this.local);
    const taken = (at: number): boolean => local.some((each) => at >= each.at && at < each.end);
    const others = [...of("etat", STATE), ...of("autre", OTHERS)].filter(({ at }) => !taken(at));
    return [...local, ...others].sort((left, right) => left.at - right.at);
  }
}

const OTHER_PLAN =
  /\b(?:(?:precedent|ancien|anterieur)e?s? \p{L}+|protocoles? \p{L}+|plans? (?!d'actions?\b|de financement)\p{L}+(?: \p{L}+)?|schemas? \p{L}+|strategies? \p{L}+|calpae|conventions? (?:d'appui|d'objectifs|cadre|territoriale|pluriannuelle)|contrats? (?:de ville|d'engagement|d'objectifs|de relance|de territoire|unique|enfance)|feuille de route|fse|feder|appels? a (?:projets?|manifestation)|pacte territorial|programme (?:regional|departemental|local|europeen|operationnel)|projet (?:de territoire|social)|cite de l'emploi|fonds \p{L}+ \p{L}+|loi|decret|ordonnance|instruction|circulaire|reforme|experimentation|dispositif \p{L}+|avenants?)\b/u;

const THIS_CONTRACT =
  /\b(?:presente?s? (?:convention|contrat|dispositions)|cette convention|ce contrat|dite convention|dit contrat|contrat local des solidarites|pacte local des solidarites|(?:la|le|du|au) (?:convention|contrat)(?! (?:d'|de ville|cadre|territorial|enfance|unique))|contractualisation|periode contractuelle)\b/u;

/** Another plan, law or act that the words name; null where they name none. */
export const autrePlan = (plie: string): string | null => OTHER_PLAN.exec(plie)?.[0] ?? null;

export const ceContrat = (plie: string): boolean => THIS_CONTRACT.test(plie);
