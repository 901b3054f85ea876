// Signed contracts written in other ways: no figure is wrong in silence, and no text is cut.
import { describe, expect, it } from "vitest";
import { readDocx } from "../../src/documents/docx/read-docx";
import { readText } from "../../src/documents/read-text";
import { draftSigned } from "../../src/core/drafting/draft-signed";
import type { SignedDocument } from "../../src/core/drafting/signed-document";
import { CONTRAT_EN_TEXTE, contratEnMilliers } from "../contracts/other-documents";

function made(document: SignedDocument) {
  const draft = draftSigned(document);
  if (!draft.ok) throw new Error(draft.message);
  return {
    ...draft.definition,
    questions: draft.definition.questions.map(({ question }) => question.replace(/\u00a0/g, " ")),
  };
}

const montants = ({ actions }: ReturnType<typeof made>) =>
  actions.map((action) => action.montants.map(({ etat, collectivite }) => [etat, collectivite]));

describe("a Word document with merged and cut tables in thousands, and forms", () => {
  const read = async () => made(readDocx(await contratEnMilliers(), "contrat.docx"));

  it("gives the amounts in euros, and says that it multiplied them", async () => {
    const definition = await read();
    expect(montants(definition)).toEqual([
      [
        [40_500, 40_500],
        [45_000, 45_000],
        [45_000, 45_000],
        [45_000, 45_000],
      ],
      [
        [24_500, 24_500],
        [25_000, 25_000],
        [25_000, 25_000],
        [25_000, 25_000],
      ],
      [
        [50_000, 55_000],
        [50_000, 50_000],
        [50_000, 50_000],
        [1_050_000, 1_050_000],
      ],
    ]);
    expect(definition.questions).toContainEqual(
      expect.stringMatching(
        /^Des montants ont été lus en k€, d’après « Annexe financière \(en k€\) » \(paragraphe \d+\) : tableau 3, tableau 4 et tableau 5\.$/,
      ),
    );
  });

  it("gives an indicator in percentages, under an action whose cell is merged", async () => {
    const { actions, questions } = await read();
    expect(
      actions[1]?.indicateurs.map(({ intitule, unite, t0, cibles }) => [intitule, unite, t0, cibles[3]?.valeur]),
    ).toEqual([
      ["Jeunes suivis", undefined, 120, 160],
      ["Taux de retour en formation", "pourcentage", 12.5, 30],
    ]);
    expect(actions[0]?.indicateurs[0]?.cibles.map(({ valeur }) => valeur)).toEqual([1200, 1300, 1400, 1500]);
    expect(questions.filter((question) => question.includes("à définir"))).toEqual([
      expect.stringMatching(/^tableau 6, ligne 5, colonne D : « à définir »/),
    ]);
  });

  it("gives the account and the fiche of a form, whole", async () => {
    const { coordonneesBancaires, actions, ordonnateur, comptable } = await read();
    expect(coordonneesBancaires).toEqual({
      titulaire: "Métropole de Valinventé",
      domiciliation: "Trésorerie de Valinventé",
      rib: "20041 01005 0500013M026 06",
      iban: "FR14 2004 1010 0505 0001 3M02 606",
      bic: "PSSTFRPPLIL",
    });
    expect(actions[0]?.fiche).toMatchObject({
      objectif: "Repérer les familles que rien n’atteint.\nLes accompagner.",
      publicCible: "Familles monoparentales\nJeunes parents",
      nature: "Action nouvelle",
      partenaires: "CAF, PMI\nCCAS",
    });
    // Two sentences of one paragraph.
    expect([ordonnateur, comptable]).toEqual(["Préfète de région", "Directeur régional des finances publiques"]);
  });
});

describe("a plain text", () => {
  const definition = made(readText(CONTRAT_EN_TEXTE, "contrat.txt"));

  it("keeps answers of several lines whole, without the field that follows", () => {
    expect(definition.actions[0]?.fiche).toMatchObject({
      publicCible: "familles en insertion\nfamilles monoparentales",
      partenaires: "CAF,\ncommunes, associations",
    });
  });

  it.each([
    ["an account whose digits are wrong", /^IBAN « .*607 » : la clé de cet IBAN est fausse\. \(ligne 5\)$/],
    [
      "a total that says otherwise",
      /^Part État 2024 : le TOTAL du tableau \(tableau 1 \(ligne 19\), ligne 5, colonne C\) dit 1 250,00 €, les actions prises font 1 000,00 €\.$/,
    ],
    [
      "an indicator in words",
      /^« Qualité de l’accueil » n’a pas été pris comme indicateur \(tableau 2 \(ligne 25\), ligne 3\)\.$/,
    ],
    ["a threshold that it does not say", /la part minimale de la collectivité : 50 % a été pris/],
  ])("lists %s", (_, expected) => {
    expect(definition.questions).toContainEqual(expect.stringMatching(expected));
  });
});
