// Single sentences of ten contracts as lawyers of prefectures and départements write them: what is read of each is right, or it is asked.
import { describe, expect, test } from "vitest";
import type { Attendu } from "../../contracts/invented-document";
import { draft, silentlyWrong } from "../../contracts/invented-fields";
import { DIX } from "../../contracts/ten/ten";
import { AUTREMENT, RESERVES } from "./autrement";

/** By the contract and the beginning of the sentence that they stand for. */
const REWRITTEN: readonly (readonly [contrat: number, debut: string, phrases: readonly string[]])[] = [
  [
    0,
    "La convention est conclue du",
    [
      "La présente convention est conclue pour quatre exercices budgétaires, soit du 1er janvier 2024 au 31 décembre 2027 inclus.",
      "Le contrat est conclu pour une durée de quatre années civiles. Il prend effet au 1er janvier 2024 et viendra à expiration le 31 décembre 2027.",
      "Les engagements réciproques portent sur les exercices 2024 à 2027. La convention prend effet à sa notification.",
      "La convention court jusqu’au 31 décembre 2027 et se substitue, à compter du 1er janvier 2024, à la convention d’appui à la lutte contre la pauvreté conclue pour la période du 1er janvier 2019 au 31 décembre 2023.",
      "La convention est conclue du 1er janvier 2024 au 31 décembre 2026, et peut être prolongée d’un an, jusqu’au 31 décembre 2027.",
      "La convention est conclue pour quatre ans à compter de sa signature.",
      "La convention, conclue pour la durée du contrat de plan, soit du 1er janvier 2021 au 31 décembre 2027, finance les dépenses de 2024 à 2027.",
    ],
  ],
  [
    0,
    "Elle peut être dénoncée",
    [
      "Chacune des parties peut y mettre fin de façon anticipée, par lettre recommandée avec accusé de réception, moyennant un préavis de trois mois.",
      "La convention pourra être résiliée par l’une ou l’autre des parties, à l’expiration d’un délai de deux mois suivant l’envoi d’une mise en demeure restée infructueuse. Elle peut être dénoncée au plus tard trois mois avant le 31 décembre de chaque année.",
    ],
  ],
  [
    0,
    "L’État verse 100",
    [
      "Au titre de l’exercice 2024, le concours financier de l’État est arrêté à la somme de cent mille euros (100 000 €).",
      "Pour 2024, l’État délègue au Département une enveloppe de 100 000 euros, soit 25 000 euros par trimestre.",
      "Le montant total des crédits alloués pour l’année 2024 est de 100 000 € dont 20 000 € au titre du pilier 4.",
      "Sous réserve de la disponibilité des crédits, l’État versera au Département, au titre de l’année 2024, une subvention d’un montant maximal de 100 000 €.",
      "L’État verse 100 000 € au titre de l’année 2024, dont 12 000 € reportés de 2023.",
      "L’État verse au Département 100 000 € en 2024, et le Département apporte 110 000 € la même année.",
      "Le Département verse 110 000 € au titre de l’année 2024, l’État 100 000 €.",
      "Le financement de 2024 est de 210 000 €, dont 100 000 € de l’État.",
      "Les crédits de l’État pour 2024 s’élèvent à 100 000 € ; ils étaient de 90 000 € en 2023.",
    ],
  ],
  [
    0,
    "L’État prévoit",
    [
      "Pour les exercices suivants, la participation de l’État sera déterminée par voie d’avenant, dans la limite de 100 000 € par exercice.",
      "À titre indicatif, 100 000 € sont programmés en 2025, 100 000 € en 2026 et 100 000 € en 2027.",
      "Un avenant financier annuel arrêtera les crédits de 2025, 2026 et 2027, évalués à 300 000 € au total.",
    ],
  ],
  [
    0,
    "Le Département apporte au moins",
    [
      "Le financement de chaque action est assuré à parité par l’État et le Département, ce dernier ne pouvant apporter moins de 50 % de son coût.",
      "La contribution de l’État ne saurait excéder la moitié du coût total éligible de chaque action.",
      "Les parties conviennent d’un cofinancement à parts égales de chacune des actions.",
      "Pour un euro apporté par l’État, le Département apporte au moins un euro.",
      "Le Département, sur ses ressources propres et hors valorisation des moyens humains, mobilise une contrepartie au moins équivalente à celle de l’État.",
      "Le taux d’intervention du Département est fixé à 50 % minimum ; celui de l’État à 50 % maximum.",
      "Le Département s’engage à consacrer au moins 10 % de ses crédits propres à l’évaluation. Il cofinance les actions.",
      "Le Département apporte au moins 100 % du montant des crédits de l’État.",
      "L’apport du Département est au minimum égal à 60 % de la subvention versée par l’État.",
      "Le Département apporte au moins 30 % des crédits du FSE.",
      "Le Département et ses partenaires apportent au moins 50 % des crédits de chaque action, dont 20 % au moins par le Département.",
      "Le Département apporte au moins 50 % des crédits de l’ensemble du contrat, et au moins 20 % de chaque action.",
      "Le Département apporte au moins 50 % des crédits de chaque action jusqu’en 2025, et au moins 40 % ensuite.",
    ],
  ],
  [
    0,
    "La dépense de 2024 est",
    ["La dépense est imputée sur le BOP 304 – unité opérationnelle 0304-D021, comme suit :"],
  ],
  [
    0,
    "L’ordonnateur est",
    [
      "L’ordonnatrice de la dépense est Madame la préfète de l’Armance.",
      "La préfète de l’Armance est ordonnatrice secondaire.",
    ],
  ],
  [
    0,
    "Un rapport d’exécution",
    [
      "Le Département adresse à la préfète, au plus tard le 30 avril 2026, le compte rendu d’exécution prévu par la convention, après l’avoir fait délibérer.",
      "Le bilan final est rendu avant le 30 avril de l’année suivante ; le rapport d’exécution intermédiaire l’est pour le 30 avril 2026.",
      "Un rapport d’exécution intermédiaire est transmis au plus tard le 30 juin 2025, puis un rapport final au plus tard le 30 avril 2028.",
      "Le rapport d’exécution de la convention d’appui 2019-2023 a été transmis au plus tard le 31 mars 2024. Celui du présent contrat le sera au plus tard le 30 avril 2026.",
      "Un rapport d’exécution est transmis chaque année au plus tard le 30 avril.",
    ],
  ],
  [
    0,
    "Fait à Armance",
    [
      "Fait en deux exemplaires originaux, à Armance, le 14/05/2024",
      "À Armance, le 14 mai 2024",
      "Signé électroniquement le 14 mai 2024 par le Département et le 21 mai 2024 par la préfète.",
      "Fait à Armance, le 14 mai 2024, pour la préfète ; le 3 juin 2024, pour le Département",
    ],
  ],
  [
    2,
    "Le contrat est conclu pour",
    ["Le contrat produit ses effets du 1er janvier 2024 au 31 décembre 2025, quelle que soit la date de sa signature."],
  ],
  [
    2,
    "La participation de l’État",
    [
      "La participation de l’État est de 60 000 € en 2024 ; pour 2025, elle est portée à 64 000 €, sous réserve de l’avenant annuel.",
      "L’État et la CAF apportent respectivement 60 000 € et 40 000 € en 2024, puis 64 000 € et 40 000 € en 2025.",
    ],
  ],
  [
    2,
    "La Communauté finance",
    [
      "La part de la Communauté ne peut être inférieure, pour chaque action, à celle de l’État.",
      "La Communauté et le CCAS, pris ensemble, financent au moins la moitié du coût de chaque action.",
    ],
  ],
  [
    2,
    "L’État verse 80",
    [
      "Une avance de 80 % est versée à la signature ; le solde, soit 20 %, est versé sur production du bilan, sans que la part de la Communauté puisse être inférieure à 50 % des dépenses constatées.",
    ],
  ],
  [
    2,
    "Le contrat peut être",
    ["Chaque signataire peut se retirer du contrat en respectant un délai de prévenance de deux mois."],
  ],
  [
    3,
    "La présente convention couvre",
    [
      "La convention couvre deux exercices, de juillet à juin : du 01/07/2024 au 30/06/2025 et du 01/07/2025 au 30/06/2026.",
    ],
  ],
  [
    3,
    "La part du Département",
    [
      "Le Département prend à sa charge 40 % au moins du coût de chaque action, l’État 60 % au plus.",
      "La part du Département représente au minimum 40 % des financements, portée à 45 % pour l’axe 2.",
      "Le cofinancement départemental attendu est d’au moins deux cinquièmes du coût de chaque action.",
    ],
  ],
  [3, "La dotation de l’État", ["La dotation notifiée s’élève à 80 000 € pour l’exercice 2024-2025."]],
  [3, "Elle est estimée", ["Pour 2025-2026, la dotation prévisionnelle est de 82 000 €."]],
  [
    3,
    "La dénonciation",
    ["La convention peut être dénoncée chaque année au 30 juin, sous réserve d’un préavis de six mois."],
  ],
  [
    4,
    "La convention prend effet",
    [
      "La convention prend effet à la date de sa signature et couvre les dépenses engagées depuis le 1er janvier 2024, jusqu’au 31 décembre 2026.",
    ],
  ],
  [
    4,
    "2.3.",
    [
      "2.3. Le reste à charge de l’Agglomération n’est jamais inférieur à la moitié du budget de chaque action.",
      "2.3. Conformément à l’instruction du 15 mars 2024, les collectivités apportent au moins 50 % du budget des actions.",
      "2.3. L’Agglomération apporte 18 000 € en 2024, soit 60 % de l’apport de l’État.",
    ],
  ],
  [
    4,
    "2.2.",
    [
      "2.2. L’État attribue à l’Agglomération une subvention annuelle de 30 000 € en 2024, 2025 et 2026.",
      "2.2. Pour l’année 2024, l’État et l’Agglomération apportent chacun 30 000 €.",
      "2.2. Les crédits de paiement de l’État sont de 24 000 € en 2024 (avance) et de 6 000 € en 2025 (solde de 2024).",
    ],
  ],
  [
    0,
    "- 50 000 € sous le code",
    [
      "- 50 000 € sous le code activité 0304 50 23 23 01 (pilier 1) et 5 000 € sous le code activité 0304 50 23 24 01 (pilier 2) ;",
    ],
  ],
  [
    0,
    "- axe 1 « Enfance",
    [
      "- axe 1 « Enfance et parentalité » : 50 000 €, dont 10 000 € pour les crèches ;",
      "- 50 000 € pour l’enfance (pilier 1) ;",
      "- 50 % pour l’axe 1 « Enfance et parentalité » ;",
    ],
  ],
  [
    0,
    "IBAN",
    [
      "IBAN du Trésor public : FR76 3000 1000 6449 1900 9562 088 (pour les reversements) ; IBAN du Département : FR14 2004 1010 0505 0001 3M02 606",
    ],
  ],
];

type Lignes = (typeof DIX)[number][1]["lignes"];

const contrat = (rank: number) => (DIX[rank] ?? (DIX[0] as (typeof DIX)[number]))[1];

function placeOf(lignes: Lignes, debut: string): number {
  const place = lignes.findIndex((ligne) => typeof ligne === "string" && ligne.startsWith(debut));
  expect([debut, place >= 0]).toEqual([debut, true]);
  return place;
}

/** Lines with one of them written otherwise; `autrement` is what it then says that is another value. */
function wrong(rank: number, debut: string, phrase: string, autrement: Partial<Attendu> = {}): readonly string[] {
  const { lignes, attendu } = contrat(rank);
  const place = placeOf(lignes, debut);
  return silentlyWrong([...lignes.slice(0, place), phrase, ...lignes.slice(place + 1)], { ...attendu, ...autrement });
}

describe.each([...REWRITTEN, ...AUTREMENT])("contract %i, “%s…”", (rank, debut, phrases) => {
  test.each(phrases.map((phrase) => [phrase]))("%s", (phrase) => {
    expect(wrong(rank, debut, phrase)).toEqual([]);
  });
});

describe("a sentence that changes the one before it is asked about, with both", () => {
  test.each(RESERVES)("contract %i, after “%s…”: %s", (rank, apres, phrase, champ) => {
    const { lignes } = contrat(rank);
    const place = placeOf(lignes, apres);
    const known = new Set(draft(lignes).questions.map(({ question }) => question));
    const { questions } = draft([...lignes.slice(0, place + 1), phrase, ...lignes.slice(place + 1)]);
    const asked = questions.filter((each) => champ.test(each.champ) && !known.has(each.question));
    expect(asked.map(({ question }) => question)).toEqual([
      expect.stringContaining(phrase.slice(0, 30)),
      ...asked.slice(1).map(() => expect.any(String)),
    ]);
  });
});

test("a seat, a deliberation and a second person of the State are no part of a name", () => {
  const local =
    "Le Conseil départemental de l’Armance, dont le siège est 1 place de l’Hôtel, représenté par sa présidente en exercice, Madame Odile VASSEUR, dûment habilitée par délibération du 12 avril 2024, ci-après « le Conseil départemental », d’autre part,";
  const nom = "Conseil départemental de l’Armance";
  expect(wrong(0, "Le Département de l’Armance, rep", local, { nom, designation: "Conseil départemental" })).toEqual(
    [],
  );
  const state =
    "L’État, représenté par Madame Aline ROCHER, préfète de l’Armance, et par Monsieur Jean PUIG, commissaire à la lutte contre la pauvreté, ci-après « l’État », d’une part,";
  const etat = ["Aline ROCHER", "Jean PUIG"];
  expect(wrong(0, "L’État, représenté", state, { etat, signataires: ["État"] })).toEqual([]);
});
