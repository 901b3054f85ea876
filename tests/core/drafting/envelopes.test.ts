// What an article says that another party brings to the whole contract or to an axe is asked, with the amounts that an answer takes.
import { expect, test } from "vitest";
import { draft } from "../../contracts/invented-fields";
import { regleParAxe } from "../../contracts/ten/grand-rouvre";

const asked = (sentence: string) => {
  const lignes = regleParAxe.lignes.flatMap((line) =>
    typeof line === "string" && line.startsWith("La Métropole apporte") ? [line, sentence] : [line],
  );
  return (draft(lignes).questions ?? []).filter(({ champ }) => champ === "enveloppes");
};

const taken = (sentence: string) =>
  asked(sentence).map(({ ensemble }) => {
    const [{ valeur } = { valeur: undefined }] = ensemble?.ajouts ?? [];
    const own = valeur as
      { financeur: string; axe?: number; montants: { annee: number; montant: number; statut: string }[] } | undefined;
    return (
      own && [own.financeur, own.axe, ...own.montants.map(({ annee, montant, statut }) => [annee, montant, statut])]
    );
  });

test.each<[string, readonly unknown[]]>([
  [
    "La CAF contribue au contrat à hauteur de 20 000 € par an.",
    ["CAF", undefined, [2024, 20_000, "ferme"], [2025, 20_000, "provisionnel"]],
  ],
  [
    "La région apporte 15 000 € en 2024 et 16 000 € en 2025 au titre de l’axe 2.",
    ["région", 2, [2024, 15_000, "ferme"], [2025, 16_000, "provisionnel"]],
  ],
  [
    "La contribution de la Métropole s’élève à 90 000 € en 2024 et à 95 000 € en 2025.",
    ["Métropole", undefined, [2024, 90_000, "ferme"], [2025, 95_000, "provisionnel"]],
  ],
])("%s", (sentence, expected) => {
  expect(taken(sentence)).toEqual([expected]);
});

test.each([
  "La CAF apporte 12 000 € pour l’ensemble du contrat.",
  "La CAF apporte 12 000 € en 2024 et 2025, puis 14 000 €.",
  "La CAF apporte 12 000 € en 2029.",
])("asked, and nothing offered where its years are not clear: %s", (sentence) => {
  expect(taken(sentence)).toEqual([undefined]);
});

test.each([
  "La CAF est associée au suivi du contrat.",
  "L’État et la CAF apportent ensemble 12 000 € par an.",
  "La Métropole apporte au moins 50 % des crédits de chaque action.",
])("no amount of one other party: %s", (sentence) => {
  expect(asked(sentence)).toEqual([]);
});
