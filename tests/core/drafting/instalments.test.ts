// The State's payments in several times: read with their conditions and asked, never taken for another share of money.
import { expect, test } from "vitest";
import { readInstalments } from "../../../src/core/drafting/signed-instalments";
import { sentencesOf } from "../../../src/core/drafting/signed-sentences";

const lire = (texte: string) =>
  readInstalments(
    sentencesOf(
      ["ARTICLE 3 – MODALITÉS DE VERSEMENT DES CRÉDITS", texte].map((words, rank) => ({
        kind: "paragraphe" as const,
        texte: words,
        lieu: `§ ${rank}`,
      })),
    ),
  );

const read = (texte: string) =>
  lire(texte).possibles.map(({ valeur, dit }) => {
    expect(dit).toBe(false);
    return valeur.map(({ part, condition }) => [part, condition]);
  });

test.each<[string, readonly (readonly [number, string | undefined])[]]>([
  [
    "La contribution est versée à hauteur de 80 % à la signature de la convention et 20 % à la remise du bilan.",
    [
      [0.8, "à la signature de la convention"],
      [0.2, "à la remise du bilan"],
    ],
  ],
  [
    "Un acompte de 80 % est versé à la signature, le solde au vu du bilan financier.",
    [
      [0.8, "à la signature"],
      [0.2, "au vu du bilan financier"],
    ],
  ],
  [
    "Les crédits sont versés en trois fois : 50 % à la signature, 30 % en septembre, 20 % au vu du bilan.",
    [
      [0.5, "à la signature"],
      [0.3, "en septembre"],
      [0.2, "au vu du bilan"],
    ],
  ],
  [
    "L’aide est imputée sur le programme 304 : une avance de 80 % à la notification, un solde de 20 % au vu du compte rendu.",
    [
      [0.8, "à la notification"],
      [0.2, "au vu du compte rendu"],
    ],
  ],
  [
    "Le premier versement, de 60 %, intervient à la signature. Le solde, soit 40 %, est versé après remise du rapport.",
    [
      [0.6, "à la signature"],
      [0.4, "après remise du rapport"],
    ],
  ],
  [
    "Une avance de 70 % est versée à la signature. Le solde est versé au vu du bilan.",
    [
      [0.7, "à la signature"],
      [0.3, "au vu du bilan"],
    ],
  ],
])("%s", (texte, parts) => {
  expect(read(texte)).toEqual([parts]);
});

test.each([
  ["La contribution est versée en totalité à la signature.", 0],
  ["Le Département verse au moins 50 % des crédits de chaque action.", 0],
  ["Une avance de 80 % est versée à la signature.", 1],
  ["La contribution est versée en deux fois, à la signature et au vu du bilan.", 1],
  ["Un acompte de 50 000 € est versé à la signature ; le solde l’est ensuite.", 1],
  ["Une avance de 80 % puis un solde de 30 % sont versés.", 1],
])("%s: none is read, and asked where several are spoken of", (texte, count) => {
  const { possibles, incompris } = lire(texte);
  expect(possibles).toEqual([]);
  expect(incompris).toHaveLength(count);
});
