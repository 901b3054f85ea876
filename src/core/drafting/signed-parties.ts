// The parties that signed, in the order in which they stand: the State, with one prefect or two, the local party, and others.
import { capitalised } from "../domain/words/typographie";
import type { ConventionDefinition } from "../contract/convention";
import { foldText } from "../domain/words/label";
import { candidat, type Candidat } from "./candidates";
import type { Phrase } from "./signed-sentences";
import { stripEnds } from "./strip-ends";

type Personne = Pick<ConventionDefinition["etat"], "representant" | "qualite">;

export interface PartieSignee {
  readonly nom: string;
  readonly personnes: readonly Personne[];
  /** Null where no words say how the contract calls it. */
  readonly designation: string | null;
}

const TITLE = /^(?:Monsieur|Madame|M\.|Mme|MM\.) /iu;
/** "son maire Mme Rose F.": the office, and who holds it. */
const OFFICE_AND_NAME = /^((?:son|sa|le|la) [^,]{3,60}?) (?=(?:Monsieur|Madame|M\.|Mme) )/iu;
const PREFECT = /^(?:le |la )?(?:sous-)?pr[ée]f[eè]te?\b/iu;
/** Where another party begins in the same paragraph: its name goes up to who represents it. */
const NEXT_PARTY =
  / ?; (?:et )?(?=(?:l['’]|la |le ))|(?:, (?:et )?| et )(?=(?:l['’]|la |le )\p{L}[^,;]{2,120},? repr[ée]sent[ée]e?s? par\b)/iu;
/** "le président de la Communauté urbaine, M. Aziz B." */
const HEAD = /^(?:le |la )?(pr[ée]sidente?|maire) (?:du |de la |de l['’]|d['’]|de )(\p{L}[^,;]{2,120}), /iu;
const ENTRE = /^entre\b[\s:,]*/iu;
const REPRESENTED = /\brepr[ée]sent[ée]e?s? par\b/iu;
const CALLED =
  /(?:ci-apr[èe]s|d[ée]sign[ée]e?s?|d[ée]nomm[ée]e?s?)[^«"“]{0,80}[«"“]\s{0,3}([^»"”]{2,60}?)\s{0,3}[»"”]/iu;
const ENDS =
  /,? ?(?:et )?(?:ci-apr[èe]s|d[ée]sign[ée]e?s? ci|d[ée]nomm[ée]e?s? ci|d[ée]sign[ée]e?s? |d[ée]nomm[ée]e?s? |d['’]une part|d['’]autre part).*$/iu;

/** After a name, or after a person: where its seat is, by which act it may sign. */
const ASIDE =
  /, (?:dont|ayant|sise?|situ[ée]e?|domicili[ée]e?|immatricul[ée]e?|SIRET|n° ?SIRET|d[ûu]ment|habilit[ée]e?|autoris[ée]e?|agissant)\b.*$/iu;

/** "son Président, Monsieur François R.", "Madame A., préfète de région, et Monsieur B., préfet". */
function readPersons(text: string): readonly Personne[] {
  const parts = text
    .split(/, (?:et )?| et (?=(?:par )?(?:Monsieur|Madame|M\.|Mme) )/u)
    .flatMap((part) => stripEnds(part.replace(/^par /iu, "")).replace(OFFICE_AND_NAME, "$1\n").split("\n"));
  const titles = parts.flatMap((part, index) => (TITLE.test(part) ? [index] : []));
  if (titles.length === 0) return [{ qualite: stripEnds(text) }];
  return titles.map((at, rank) => {
    const from = rank === 0 ? 0 : at;
    const own = parts.slice(from, titles[rank + 1] ?? parts.length);
    const representant = (parts[at] ?? "").replace(TITLE, "");
    const qualite = own
      .filter((part) => !TITLE.test(part) && part !== "")
      .join(", ")
      .replace(/^/, ", ")
      .replace(ASIDE, "")
      .replace(/^, /, "")
      .replace(/^(?:son|sa|le|la) /iu, "");
    return { representant, ...(qualite !== "" && { qualite: capitalised(qualite) }) };
  });
}

/** "le préfet du Haut-Orne, M. Rémi C.": who signs is said before the party, or in its place. */
function readHead(texte: string): PartieSignee | null {
  const own = stripEnds(texte.replace(ENTRE, "").replace(ENDS, ""));
  const [, office, nom] = HEAD.exec(own) ?? [];
  const [first, ...more] = readPersons(own);
  if (first?.representant === undefined) return null;
  if (office !== undefined && nom !== undefined)
    return { nom, personnes: [{ ...first, qualite: capitalised(office) }], designation: null };
  return PREFECT.test(own) ? { nom: "État", personnes: [first, ...more], designation: null } : null;
}

function readParty(texte: string): PartieSignee | null {
  const at = texte.search(REPRESENTED);
  if (at < 1) return readHead(texte);
  const nom = stripEnds(
    texte
      .slice(0, at)
      .replace(ENTRE, "")
      .replace(/^(?:et|d['’]une part|d['’]autre part)\b[\s,]*/iu, "")
      .replace(/^l['’](?=[ÉE]tat)/iu, "")
      .replace(/^(?:le|la) (?=\p{Lu})/iu, "")
      .replace(ASIDE, ""),
  );
  const rest = texte.slice(at).replace(REPRESENTED, "");
  const called = CALLED.exec(texte)?.[1];
  return {
    nom,
    personnes: readPersons(stripEnds(rest.replace(ENDS, ""))),
    designation: called === undefined ? null : capitalised(called.replace(/^(?:la |le |l['’])/iu, "")),
  };
}

/** Paragraphs of one party put together: its name and its representative may stand on lines of their own. */
function partyTexts(phrases: readonly Phrase[]): readonly { readonly texte: string; readonly phrase: Phrase }[] {
  const found: { texte: string; phrase: Phrase }[] = [];
  let isOpen = false;
  for (const phrase of phrases) {
    if (phrase.partie !== "parties") break;
    const { texte, plie } = phrase;
    const last = found.at(-1);
    const isBreak = /^(?:entre|et|d'une part|d'autre part)\b[ ,;:.]*$/.test(plie);
    if (isBreak) {
      isOpen = false;
      continue;
    }
    if (isOpen && last) last.texte = `${last.texte} ${texte}`;
    else found.push({ texte, phrase });
    // A party ends with its part; a line alone may be a title, unless the next says who represents it.
    isOpen = !/\b(?:part|designes?) ?[,;.]?$/.test(plie) && !/[»"”] ?[,;.]?$/u.test(texte);
  }
  return found;
}

export interface PartiesSignees {
  readonly etat: readonly Candidat<PartieSignee>[];
  /** In the order of the document. */
  readonly autres: readonly Candidat<PartieSignee>[];
}

const isState = ({ nom }: PartieSignee): boolean =>
  /^(?:l')?etat\b/.test(foldText(nom)) || /^(?:la )?prefecture\b/.test(foldText(nom));

const partiesIn = (texte: string, phrase: Phrase): readonly Candidat<PartieSignee>[] =>
  texte.split(NEXT_PARTY).flatMap((part) => {
    const party = readParty(part);
    return party ? [candidat(party, { ...phrase, texte }, true)] : [];
  });

export function readParties(phrases: readonly Phrase[]): PartiesSignees {
  const alone = phrases
    .filter(({ partie }) => partie === "parties")
    .flatMap((phrase) => partiesIn(phrase.texte, phrase));
  const whole = partyTexts(phrases).flatMap(({ texte, phrase }) => partiesIn(texte, phrase));
  const found = whole.length > alone.length ? whole : alone;
  return {
    etat: found.filter(({ valeur }) => isState(valeur)),
    autres: found.filter(({ valeur }) => !isState(valeur)),
  };
}

const AUTHORITY =
  /\b(?:metropole|departement|conseil departemental|communaute|eurometropole|collectivite|ville|commune)\b/;
const OTHERS =
  /\b(?:caf|caisse|agence|association|france travail|mission locale|region|fondation|centre (?:communal|intercommunal))\b/;

/** The one that looks like the local party of such a contract first; two that look alike are in doubt. */
export function rankLocal(
  parties: readonly Candidat<PartieSignee>[],
  columns: readonly string[],
): readonly Candidat<PartieSignee>[] {
  const words = columns.map(foldText);
  const score = ({ valeur: { nom, designation } }: Candidat<PartieSignee>): number => {
    const folded = foldText(nom);
    const names = [folded, foldText(designation ?? "")].filter((name) => name !== "");
    const heads = words.some((word) =>
      names.some((name) => name === word || name.split(" ").includes(word) || word.split(" ").includes(name)),
    );
    return (heads ? 2 : 0) + (AUTHORITY.test(folded) ? 1 : 0) - (OTHERS.test(folded) ? 1 : 0);
  };
  return parties
    .map((party, rank) => ({ party, rank, score: score(party) }))
    .sort((left, right) => right.score - left.score || left.rank - right.rank)
    .map(({ party, score }, _, ranked) => ({
      ...party,
      dit: parties.length === 1 || (party === ranked[0]?.party && score > (ranked[1]?.score ?? -9)),
    }));
}
