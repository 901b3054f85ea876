// One sentence of a signed contract moved, repeated, left out, rewritten or contradicted, or a trap put beside it: each field stays right or is asked, and never is wrong in silence.
import { describe, expect, test } from "vitest";
import type { Ligne } from "../../contracts/invented-document";
import { INVENTES } from "../../contracts/invented-documents";
import { draft, read, silentlyWrong } from "../../contracts/invented-fields";
import { indicateurs, tableau } from "../../contracts/ten/plan";
import type { Contrat } from "../../contracts/ten/right";
import { DIX } from "../../contracts/ten/ten";
import { annexesApart } from "../../contracts/ten/val-serein";
import { runs } from "../../seeded";

/** Of each kind of change: a few in the first tier, others for each contract; all in the second. */
const TRIED = runs(3, 1000);

function some<Item>(all: readonly Item[], contract: number): readonly Item[] {
  if (all.length <= TRIED) return all;
  return Array.from(
    { length: TRIED },
    (_, at) => all[(contract + Math.floor((at * all.length) / TRIED)) % all.length] as Item,
  );
}

/** The document alone is what is read here: the annexes that stand apart follow it. */
const wholeOf = (contrat: Contrat): readonly Ligne[] =>
  contrat === annexesApart
    ? [...contrat.lignes, tableau(contrat.fait.plan), ...indicateurs(contrat.fait.plan)]
    : contrat.lignes;

const isSentence = (ligne: Ligne): ligne is string => typeof ligne === "string";

/** Sentences of the articles, after their headings. */
const sentencesOf = (lignes: readonly Ligne[]): readonly number[] => {
  const from = lignes.findIndex((ligne) => isSentence(ligne) && /^article/i.test(ligne));
  return lignes.flatMap((ligne, at) =>
    at > from && isSentence(ligne) && !/^(?:article|annexe)/i.test(ligne) ? [at] : [],
  );
};

const without = (lignes: readonly Ligne[], at: number): readonly Ligne[] => lignes.filter((_, index) => index !== at);
const inserted = (lignes: readonly Ligne[], at: number, ...more: readonly Ligne[]): readonly Ligne[] => [
  ...lignes.slice(0, at),
  ...more,
  ...lignes.slice(at),
];

const headingsOf = (lignes: readonly Ligne[]): readonly number[] =>
  lignes.flatMap((ligne, at) => (isSentence(ligne) && /^article/i.test(ligne) ? [at] : []));
const lastHeading = (lignes: readonly Ligne[]): number => headingsOf(lignes).at(-1) ?? 0;

/** What stands beside other contracts, and is none of this one's clauses. */
const TRAPS = [
  "Le plan départemental de prévention couvre la période du 1er mars 2023 au 28 février 2029.",
  "Ce plan est conclu du 1er mars 2023 au 28 février 2029.",
  "La stratégie régionale entre en vigueur le 1er février 2025.",
  "La loi pour le plein emploi entre en vigueur le 1er janvier 2025.",
  "Le rapport d’activité de la CAF est remis avant le 15 février 2027 à son conseil.",
  "Le FSE apporte au moins 60 % des crédits de ses propres projets.",
  "L’État finance au moins 35 % des crédits de chaque action.",
  "Au moins 25 % des bénéficiaires sont des jeunes.",
  "Les opérateurs réservent au moins 30 % de places aux familles monoparentales.",
  "La Région apporte une aide de 77 000 € en 2025.",
  "Les actions d’insertion relèvent par ailleurs du programme 102 « Accès et retour à l’emploi ».",
  "La CAF peut résilier son propre engagement cinq mois avant son terme.",
  "L’association Relais est payée sur son compte, IBAN : FR76 3000 6000 0112 3456 7890 189.",
  "Les acomptes sont de 80 % à la signature et de 20 % au solde.",
  "L’ordonnateur du fonds social européen est le président de la Région.",
] as const;

const REWRITTEN: readonly (readonly [string, RegExp, string])[] = [
  ["a share in words", /(?:au moins|au minimum|un minimum de) 50 %/g, "au moins cinquante pour cent"],
  ["the share before its words", /(?:au moins|au minimum) (\d+) %/g, "$1 % au moins"],
  ["a share after its words", /(?:au moins|un minimum de) (\d+) %/g, "une part qui ne peut être inférieure à $1 %"],
  ["a share without its least", /(?:au moins|au minimum|un minimum de) (\d+) %/g, "$1 %"],
  ["per cent in words", /(\d+) %/g, "$1 pour cent"],
  ["another subject", /Le Département apporte/g, "Chaque action est financée par le Département, qui apporte"],
  ["dates in figures", /1er janvier (20\d\d)/g, "01/01/$1"],
  ["the last day in figures", /31 décembre (20\d\d)/g, "31/12/$1"],
  ["no thousands apart", /(\d{2,3}) (000 €)/g, "$1$2"],
  ["thousands with a dot", /(\d{2,3}) 000 €/g, "$1.000,00 euros"],
  ["thousands of euros", /(\d{2,3}) 000 €/g, "$1 k€"],
  ["no-break spaces", / (?=000|€|%)/g, "\u202f"],
  ["straight apostrophes", /’/g, "'"],
  ["capitals without accents", /É/g, "E"],
  ["another verb for the credits", /(?:est de|s’élève à|est estimée à)/g, "est fixé à la somme de"],
  ["provisional in other words", /(?:indicatif|prévisionnel)/g, "provisoire"],
  ["provisional no more", /(?:indicatif|prévisionnel|montants? prévisionnel)/g, ""],
  ["two months in figures", /\bdeux(?: \(2\))? mois/g, "2 mois"],
  ["three months in figures", /\btrois mois/g, "3 (trois) mois"],
  ["a notice in other words", /(?:avant son terme|avant la fin d\S+ \S+)/g, "de préavis"],
  ["the deadline in other words", /au plus tard le/g, "avant le"],
  ["the deadline in others still", /au plus tard le/g, "pour le"],
  ["the period in other words", /(?:conclue? du|couvre la période du|prend effet le)/g, "s’applique du"],
  ["the end in other words", /(?:prend fin|expire) le/g, "s’achève le"],
  ["articles without their word", /^Article (?=\d)/g, ""],
  ["articles in roman figures", /^Article (?:premier|1)\b/g, "Article I"],
  ["the parties in one word", /représentée? par/g, "représenté(e) par"],
  ["the account in one word", /^IBAN : /g, "IBAN "],
  ["no programme", /programme 304/g, "BOP 304"],
  ["the office of another", /L’ordonnateur/g, "L’ordonnateur secondaire délégué"],
];

/** Another figure: its last digit but one, or a month. */
const otherwise = (phrase: string): string =>
  /\bimputée sur le programme \d/.test(phrase)
    ? phrase.replace(/(programme) \d+/, "$1 177")
    : /\d %/.test(phrase)
      ? phrase.replace(/(\d)(\d?) %/, (_, tens: string, ones: string) => `${(Number(tens) % 9) + 1}${ones} %`)
      : /\d €/.test(phrase)
        ? phrase.replace(/(\d)(?=[\d ,]* €)/, (digit) => String((Number(digit) % 9) + 1))
        : phrase.replace(
            /\b(\d{1,2}) (janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)/,
            (_, day: string, month: string) => `${(Number(day) % 28) + 1} ${month}`,
          );

describe.each(DIX.map(([name, contrat], rank) => [name, wholeOf(contrat), contrat.attendu, rank] as const))(
  "%s",
  (_, lignes, attendu, rank) => {
    const wrong = (changed: readonly Ligne[]) => silentlyWrong(changed, attendu);
    const sentences = some(sentencesOf(lignes), rank);

    test("gives the right definition", () => {
      expect(wrong(lignes)).toEqual([]);
      const lu = read(draft(lignes));
      // Where the value is there to be read, it is read; amounts that only axes have are asked.
      const montants = lu.montants.every((each) => each.every((montant) => montant === 0))
        ? lu.montants
        : attendu.montants;
      expect(lu).toEqual({ signataires: [], ...attendu, montants });
    });

    test("with a sentence left out", () => {
      for (const at of sentences) expect([lignes[at], wrong(without(lignes, at))]).toEqual([lignes[at], []]);
    });

    test("with a sentence repeated at the end of the articles", () => {
      for (const at of sentences) {
        const sentence = lignes[at] ?? "";
        expect([sentence, wrong(inserted(lignes, lastHeading(lignes) + 1, sentence))]).toEqual([sentence, []]);
      }
    });

    test("with a sentence moved to the last article, and to the first", () => {
      const first = sentencesOf(lignes)[0] ?? 0;
      for (const at of sentences) {
        const sentence = lignes[at] ?? "";
        const rest = without(lignes, at);
        for (const to of [first, lastHeading(rest) + 1])
          expect([sentence, wrong(inserted(rest, to, sentence))]).toEqual([sentence, []]);
      }
    });

    test("with a trap at the beginning of an article, each trap of another one", () => {
      const headings = headingsOf(lignes);
      some([...TRAPS.entries()], rank).forEach(([nth, trap]) => {
        for (const at of [headings[nth % headings.length] ?? 0, headings[(nth + 2) % headings.length] ?? 0])
          expect([trap, wrong(inserted(lignes, at + 1, trap))]).toEqual([trap, []]);
      });
    });

    test.each(some(REWRITTEN, rank))("written otherwise: %s", (_, pattern, by) => {
      expect(wrong(lignes.map((ligne) => (isSentence(ligne) ? ligne.replace(pattern, by) : ligne)))).toEqual([]);
    });

    test("contradicted by a sentence that says another figure, each value is asked", () => {
      const { sources = {}, questions } = draft(lignes);
      const known = new Set(questions.map(({ champ, question }) => `${champ} ${question}`));
      const phrases = [...new Set(Object.values(sources).flatMap(({ phrase }) => phrase ?? []))];
      for (const phrase of some(phrases, rank)) {
        const other = otherwise(phrase);
        const at = lignes.findIndex((ligne) => isSentence(ligne) && ligne.includes(phrase));
        if (other === phrase || at < 0) continue;
        const after = draft(inserted(lignes, at + 1, other)).questions;
        const isAsked = after.some(({ champ, question }) => !known.has(`${champ} ${question}`));
        expect([other, isAsked]).toEqual([other, true]);
      }
    });
  },
);

test("articles without their annexes give their years and their split", () => {
  const { montants } = read(draft(annexesApart.lignes));
  expect(read(draft(annexesApart.lignes))).toEqual({ signataires: [], ...annexesApart.attendu, montants });
  expect(silentlyWrong(annexesApart.lignes, annexesApart.attendu)).toEqual([]);
});

test("two numbers that name two accounts are asked", () => {
  const [, { lignes }] = INVENTES[0] ?? ["", { lignes: [] }];
  const other = lignes.map((ligne) =>
    isSentence(ligne) ? ligne.replace(/^IBAN.*/, "IBAN : FR76 3000 6000 0112 3456 7890 189") : ligne,
  );
  const asked = draft(other).questions.filter(({ champ }) => champ === "coordonneesBancaires");
  expect(asked.map(({ question }) => question)).toEqual([expect.stringMatching(/ne sont pas du même compte/)]);
});

test("a list that names an axe again with another amount is asked, and words about pillars in general are not", () => {
  const [, { lignes }] = INVENTES[0] ?? ["", { lignes: [] }];
  const general = "L’État apporte en 2024 100 000 € au profit des 3 piliers du pacte.";
  expect(draft([...lignes.slice(0, 17), general, ...lignes.slice(17)]).questions.length).toBe(
    draft(lignes).questions.length,
  );
});
