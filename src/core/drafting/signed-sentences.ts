// A signed contract sentence by sentence: each knows its article, the words that announce it and its place.
import { foldText } from "../domain/words/label";
import type { Paragraphe } from "./signed-document";
import { START_OF_FICHE } from "./signed-fiches";

/** What a part of the document is for: only articles and annexes bind the parties. */
export type Partie = "parties" | "visas" | "preambule" | "article" | "signature" | "fiche" | "annexe";

export interface Phrase {
  readonly texte: string;
  /** Folded; apostrophes are all alike. */
  readonly plie: string;
  readonly partie: Partie;
  /** "2.2"; null outside the articles. */
  readonly article: string | null;
  /** Folded words of the heading of its article, and of the heading above that. */
  readonly titre: string;
  /** The words that announce the list that it stands in: "L’aide de l’État se répartit ainsi :". */
  readonly avant: string;
  /** Folded: what was said just before, in the same article. */
  readonly precedente: string;
  readonly lieu: string;
  /** Its rank among the paragraphs. */
  readonly rang: number;
}

const ARTICLE = /^article\s+(premier|[1i]\s?er|\d+(?:[.-]\d+)*|[ivx]+)\b[\s.:–—-]*/iu;
const NUMBERED = /^(\d{1,2}(?:\.\d{1,2})+)\.?[\s:–—-]+(?=\p{L})/u;
const ANNEXE = /^annexes?(?:\s+(?:n\s?[°o]\s?)?\d+)?(?:[\s.:–—-].{0,150})?$/iu;
const PREAMBULE = /^(?:pr[ée]ambule|expos[ée] des motifs|il est (?:tout d['’]abord )?(?:expos[ée]|rappel[ée]))/iu;
const CONVENU = /^il (?:est|a [ée]t[ée]) (?:convenu|arr[êe]t[ée])/iu;

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

function articleNumber(text: string): string {
  if (/^(?:premier|[1i]\s?er)$/i.test(text)) return "1";
  if (!/^[ivx]+$/i.test(text)) return text.replaceAll("-", ".");
  const digits = [...text.toLowerCase()].map((letter) => ROMAN[letter] ?? 0);
  return String(digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0));
}

interface Ici {
  readonly partie: Partie;
  readonly article: string | null;
  readonly titre: string;
}

const LONGEST_HEADING = 160;

/** Where the document goes on from this paragraph; null where it goes on as before. */
function turn(texte: string, ici: Ici): Ici | null {
  const heading = texte.length <= LONGEST_HEADING ? foldText(texte) : "";
  const article = ARTICLE.exec(texte);
  if (article) return { partie: "article", article: articleNumber(article[1] ?? ""), titre: heading };
  if (ici.partie === "fiche" || START_OF_FICHE.test(texte)) {
    if (START_OF_FICHE.test(texte)) return { partie: "fiche", article: null, titre: heading };
  } else {
    const numbered = NUMBERED.exec(texte)?.[1];
    if (numbered !== undefined && ici.partie !== "annexe") {
      const above = ici.article === numbered.split(".")[0] ? ici.titre : "";
      return { partie: "article", article: numbered, titre: `${above} ${heading}`.trim() };
    }
  }
  if (ANNEXE.test(texte)) return { partie: "annexe", article: null, titre: heading };
  if (PREAMBULE.test(texte))
    return { partie: ici.partie === "annexe" ? "annexe" : "preambule", article: null, titre: heading };
  if (ici.partie === "parties" && /^vu\b/iu.test(texte)) return { partie: "visas", article: null, titre: "" };
  if (CONVENU.test(texte)) return { partie: "article", article: null, titre: "" };
  if (/^fait (?:aux?|a|le|en) /.test(foldText(texte))) return { partie: "signature", article: null, titre: "" };
  return null;
}

/** After a sign that ends a sentence, before a capital; "M. Martin" and "n° 3" go on. */
const END = /(?<=[\p{Ll}\d»)%€]{2}[.!?;]|[\p{Ll}»)] ?;)\s+(?=[\p{Lu}«"])/u;

/** Nobody signs a longer one; its parts are read one by one, so that no pattern looks at all of it for each of its words. */
export const LONGEST_SENTENCE = 2000;

function parted(sentence: string): readonly string[] {
  if (sentence.length <= LONGEST_SENTENCE) return [sentence];
  const parts: string[] = [];
  for (let from = 0; from < sentence.length;) {
    const space = sentence.lastIndexOf(" ", from + LONGEST_SENTENCE);
    const to =
      sentence.length - from <= LONGEST_SENTENCE ? sentence.length : space > from ? space : from + LONGEST_SENTENCE;
    parts.push(sentence.slice(from, to));
    from = to;
  }
  return parts;
}

const ITEM_GOES_ON = /[;,]$/;
const SHORT_ITEM = 160;

function leadsOn(texte: string): boolean {
  return texte.length < SHORT_ITEM ? !/\.$/.test(texte) : ITEM_GOES_ON.test(texte);
}

const PRONOUN = /^(?:elles?|ils?|celle-ci|celui-ci|cette derniere|ce dernier)\b/;
const LONGEST_CHAIN = 2000;

/** In the order of the document. */
export function sentencesOf(paragraphs: readonly Paragraphe[]): readonly Phrase[] {
  let ici: Ici = { partie: "parties", article: null, titre: "" };
  let avant = "";
  let precedente = "";
  return paragraphs.flatMap(({ texte: whole, lieu }, rang): Phrase[] => {
    const texte = whole.replaceAll("\n", " ");
    const next = turn(texte, ici);
    if (next) {
      // "1.2 Il est de…" goes on from 1.1.
      const goesOn = next.article !== null && next.article.split(".")[0] === ici.article?.split(".")[0];
      if (!goesOn) precedente = "";
      avant = "";
      ici = next;
    }
    const own = next?.partie === "article" ? texte.replace(NUMBERED, "").replace(ARTICLE, "") : texte;
    const { partie, article, titre } = ici;
    const sentences = own
      .split(END)
      .flatMap(parted)
      .map((sentence): Phrase => {
        const plie = foldText(sentence);
        const phrase = { texte: sentence.trim(), plie, partie, article, titre, avant, precedente, lieu, rang };
        // "Elle est…" goes on about what was named before it.
        precedente = PRONOUN.test(plie) && precedente.length < LONGEST_CHAIN ? `${precedente} ${plie}` : plie;
        return phrase;
      });
    if (/:$/.test(texte)) avant = sentences.at(-1)?.plie ?? "";
    else if (avant !== "" && !leadsOn(texte)) avant = "";
    return sentences;
  });
}

const NAMES: Readonly<Partial<Record<Partie, string>>> = {
  visas: "visas",
  preambule: "préambule",
  signature: "signature",
};

/** "article 2.2, ligne 45". */
export function placeOf({ article, partie, lieu }: Phrase): string {
  const part = article === null ? NAMES[partie] : `article ${article}`;
  return part === undefined ? lieu : `${part}, ${lieu}`;
}
