// In how many payments the State gives its credits, where a signed contract says so: "80 % à la signature, le solde au vu du bilan".
import type { ConventionDefinition } from "../contract/convention";
import { roundTo } from "xlsx-model/values/fifteen-digits";
import { endroitDe, type Candidat, type Endroit } from "./candidates";
import { sharesIn } from "./signed-amounts";
import type { Phrase } from "./signed-sentences";
import { stripEnds } from "./strip-ends";
import { autrePlan } from "./who-and-what";

export type Versements = NonNullable<ConventionDefinition["versements"]>;

const PAYS = /\b(?<!re)(?:verse(?:e|s|es|ra|ront|r)?|versements?|acomptes?|avances?|solde)\b/;
const REST = /\b(?:(?:le|du|un) solde|le reste|le restant)\b/;
/** What is of several payments, whatever figures go with it. */
const SEVERAL =
  /\b(?:(?:le|du|un) solde|acomptes?|une avance|(?:premiere?|seconde?|deuxieme) (?:versement|tranche|fraction)|versements? (?:\p{L}+ )?(?:semestriel|trimestriel|mensuel)\p{L}*|en (?:deux|trois|quatre|plusieurs) (?:fois|versements|tranches|fractions|echeances))\b/u;
/** Money that goes back. */
const GIVEN_BACK = /\b(?:revers\p{L}*|trop-percu|rembours\p{L}*)/u;
/** "le solde, soit 40 %": the share is that of the rest. */
const OWN_SHARE = 20;
const WHOLE = 1e-6;
const LONGEST = 120;

const LEADS = /^(?:(?:est|sont|sera|seront|intervient|interviendra) )?(?:versée?s? |réglée?s? |payée?s? )?/iu;
const NEXT =
  /(?:,? (?:et|puis)|,)?(?: (?:un|une|le|la) (?:\p{L}+ )?(?:solde|reste|restant|acompte|avance|versement|tranche|premiere?|première?|second|seconde|deuxième|troisième)\b.*)?$/iu;

/** The words that follow a share, up to the next one. */
function conditionIn(texte: string): { readonly condition?: string } {
  const words = stripEnds(texte.replace(/^[^\p{L}]+/u, "").split(/[;.]/u)[0] ?? "", " ,:–-");
  const condition = words.replace(LEADS, "").replace(NEXT, "").trim();
  return condition === "" || condition.length > LONGEST ? {} : { condition };
}

const sumOf = (parts: Versements): number => parts.reduce((total, { part }) => total + part, 0);

/** After `before`, which another sentence of the same article states. */
function partsIn({ plie, texte }: Phrase, before: Versements): Versements {
  const shares = sharesIn(plie).filter(({ valeur }) => valeur > 0 && valeur < 1);
  const source = texte.length === plie.length ? texte : plie;
  const parts: Versements = shares.map(({ valeur, end }, rank) => ({
    part: valeur,
    ...conditionIn(source.slice(end, shares[rank + 1]?.at)),
  }));
  const rest = REST.exec(plie);
  const end = rest ? rest.index + rest[0].length : 0;
  const left = 1 - sumOf(before) - sumOf(parts);
  // Where no share is said before it, the rest is of an amount.
  if (rest && left > WHOLE && left < 1 - WHOLE && !shares.some(({ at }) => at >= end && at - end < OWN_SHARE))
    parts.push({ part: roundTo(left, 6), ...conditionIn(source.slice(end)) });
  return parts;
}

export interface VersementsLus {
  /** Never taken without asking: a payment that is not due is no fault, and one that is due is. */
  readonly possibles: readonly Candidat<Versements>[];
  /** They speak of several payments, and do not say which. */
  readonly incompris: readonly Endroit[];
}

interface Suite {
  readonly parts: Versements;
  readonly phrases: readonly Phrase[];
}

/** A sentence, or several of one article that make up the whole together. */
export function readInstalments(phrases: readonly Phrase[]): VersementsLus {
  const possibles: Candidat<Versements>[] = [];
  const incompris: Endroit[] = [];
  let open: Suite | null = null;
  const giveUp = (): void => {
    incompris.push(...(open?.phrases ?? []).filter(({ plie }) => SEVERAL.test(plie)).map(endroitDe));
    open = null;
  };
  for (const phrase of phrases) {
    const { plie, partie } = phrase;
    if (partie !== "article" || !PAYS.test(plie) || GIVEN_BACK.test(plie) || autrePlan(plie) !== null) continue;
    if (open && open.phrases[0]?.article !== phrase.article) giveUp();
    const before: Suite = open ?? { parts: [], phrases: [] };
    const parts: Versements = [...before.parts, ...partsIn(phrase, before.parts)];
    if (parts.length === 0 && !SEVERAL.test(phrase.plie)) continue;
    open = { parts, phrases: [...before.phrases, phrase] };
    const sum = sumOf(parts);
    if (sum > 1 + WHOLE) giveUp();
    else if (sum > 1 - WHOLE) {
      if (parts.length > 1)
        possibles.push({ valeur: parts, endroit: endroitOf(open.phrases), dit: false, ecarte: null });
      open = null;
    }
  }
  giveUp();
  return { possibles, incompris };
}

function endroitOf(phrases: readonly Phrase[]): Endroit {
  const [first] = phrases.map(endroitDe);
  return { ...first, phrase: phrases.map(({ texte }) => texte).join(" ") };
}
