// More sentences of the ten contracts as others would write them, by the contract and the beginning of the sentence that they stand for.
export const AUTREMENT: readonly (readonly [contrat: number, debut: string, phrases: readonly string[]])[] = [
  [0, "- axe 3", ["- axe 3 « Transition solidaire » : 20 000 €, puis 25 000 € après avenant."]],
  [
    0,
    "Elle peut être dénoncée",
    [
      "Elle peut être dénoncée par l’État trois mois avant son terme et par le Département six mois avant son terme.",
      "Elle peut être dénoncée au plus tard le 30 septembre 2027.",
    ],
  ],
  [
    0,
    "La convention est conclue du",
    [
      "La convention est conclue du 1er janvier 2024 au 31 décembre 2027 (et non du 1er juillet 2024 au 30 juin 2028 comme envisagé initialement).",
      "Par dérogation à la convention type, conclue du 1er janvier 2024 au 31 décembre 2025, la présente convention s’achève le 31 décembre 2027 et débute le 1er janvier 2024.",
    ],
  ],
  [
    0,
    "Le Département apporte au moins",
    [
      "Le Département n’est pas tenu d’apporter au moins 50 % des crédits de chaque action.",
      "Le Département apporte au moins 50 % des crédits de chaque action nouvelle.",
      "Le Département apporte au moins 50 % des crédits de deux actions au choix.",
      "Au moins 50 % des crédits du Département vont aux quartiers prioritaires.",
      "Le Département apporte au moins 0,5 € pour chaque euro du coût d’une action.",
    ],
  ],
  [
    4,
    "2.3.",
    [
      "2.3. L’Agglomération s’engage à apporter un minimum de 50 % du budget de chaque action ou, à défaut, 40 % si l’action est portée par une commune.",
    ],
  ],
  [
    5,
    "3.1 L’État verse",
    ["3.1 L’État verse 36 000 euros TTC au titre de l’année 2024, soit 30 000 euros hors taxes."],
  ],
  [
    5,
    "3.2 Pour 2025",
    [
      "3.2 Pour 2025 et 2026, sa participation, estimée à 80 000 euros, sera fixée par avenant.",
      "3.2 Les crédits de 2025 et 2026 ne peuvent être inférieurs à 40 000 euros par an ; un avenant les fixe.",
    ],
  ],
  [
    5,
    "3.3 La Ville",
    [
      "3.3 La Ville finance au moins un tiers du coût de chaque action, sauf pour l’action 2 où elle en finance la moitié.",
      "3.3 L’État ne finance jamais plus du double de ce qu’apporte la Ville.",
      "3.3 La Ville contribue, en numéraire ou en nature, pour au moins un tiers du coût de chaque action, dont un cinquième en numéraire.",
    ],
  ],
  [
    5,
    "Il peut être dénoncé",
    [
      "Le préavis de dénonciation est de quatre-vingt-dix jours.",
      "Il peut être dénoncé avec un préavis d’un trimestre.",
    ],
  ],
  [
    5,
    "Le contrat prend effet",
    [
      "Le contrat prend effet le 1er janvier 2024. Son terme est fixé trois ans plus tard.",
      "Le contrat, d’une durée de 36 mois, prend effet le 1er janvier 2024.",
    ],
  ],
  [
    5,
    "Le rapport d’exécution est",
    [
      "Le rapport d’exécution 2024 est adressé au préfet au plus tard le 31 mai 2025, celui de 2025 au plus tard le 31 mai 2026.",
    ],
  ],
  [6, "- 9749,25", ["- 9749,25 € sous le code activité 0304 50 23 23 02, pilier 1, et 500 € de frais de gestion."]],
  [6, "- axe 1", ["- axe 1 « Habiter » : 60250,75 € (86 %) ;"]],
  [6, "- axe 2", ["- axe 2 « Apprendre » : le solde."]],
  [
    6,
    "4.1. L’État apporte",
    [
      "4.1. L’État apporte 70000 € en 2025, déduction faite d’un reliquat de 4500 € de 2024.",
      "4.1. L’État apporte en 2025 un montant de soixante-dix mille euros.",
    ],
  ],
  [
    6,
    "4.2. L’État prévoit",
    ["4.2. L’État prévoit 70000 € pour 2026 et le même montant pour 2027 ; un avenant annuel en arrête le montant."],
  ],
  [
    6,
    "4.3. La part",
    [
      "4.3. La part de l’Agglomération est d’au moins cinquante pour cent du coût de chaque action à compter de 2026, et de quarante pour cent auparavant.",
    ],
  ],
  [6, "4.4.", ["4.4. Les crédits de 2025 se répartissent à titre indicatif ainsi, et seront revus à mi-année :"]],
  [
    7,
    "La Collectivité apporte",
    [
      "La Collectivité apporte au moins 20 % du coût de chaque action, taux porté à 30 % si le FEDER intervient ; l’État ne finance pas plus de 80 %.",
      "Le taux de cofinancement de la Collectivité, qui était d’au moins 40 % du coût de chaque action dans le plan précédent, est ramené à 20 %.",
      "Par exception au taux d’au moins 50 % du droit commun, la Collectivité apporte au moins 20 % du coût de chaque action.",
      "Le cofinancement minimal de la Collectivité (20 % du coût de chaque action en 2024) est fixé chaque année par avenant.",
      "La Collectivité apporte plus de 20 % du coût de chaque action.",
    ],
  ],
  [
    7,
    "La participation de l’État",
    [
      "La participation de l’État s’élève à cent soixante mille euros en 2024 et à cent soixante-cinq mille euros en 2025.",
      "La participation de l’État s’élève, pour 2024 et 2025, à 325 000 €, soit 160 000 € la première année et 165 000 € la seconde.",
      "Participation de l’État : 2024, 160 000 € ; 2025, 165 000 € ; 2026, néant.",
      "La participation de l’État s’élève à 160 000 € pour l’année 2024, montant ferme, ramené à 152 000 € si l’action 2 n’est pas engagée, et à 165 000 € pour l’année 2025, montant prévisionnel.",
    ],
  ],
  [
    7,
    "La présente convention couvre",
    [
      "La présente convention couvre la période du 1er janvier 2024 au 31 décembre 2025 ; son évaluation court du 1er janvier 2026 au 30 juin 2026.",
    ],
  ],
  [
    8,
    "La convention est conclue",
    [
      "La convention est conclue pour les années 2024 et 2025, les dépenses étant éligibles du 1er septembre 2023 au 31 mars 2026.",
      "La convention couvre les exercices 2024 et 2025. Les actions sont réalisées entre le 1er mars 2024 et le 30 novembre 2025.",
    ],
  ],
  [
    8,
    "La convention peut être dénoncée",
    [
      "La convention ne peut être dénoncée moins de quatre mois avant son terme.",
      "La dénonciation est notifiée quatre mois avant le terme ; un différend est soumis au juge deux mois avant toute dénonciation.",
    ],
  ],
  [
    8,
    "Le Département apporte",
    [
      "Le Département apporte un minimum de 50 % du budget de chaque action, hors l’action 3, intégralement financée par l’État.",
      "Le Département, avec l’appui du FSE, apporte un minimum de 50 % du budget de chaque action.",
    ],
  ],
  [
    8,
    "Le rapport d’exécution est",
    [
      "Le bilan intermédiaire est remis au plus tard le 31 janvier 2025 ; le rapport d’exécution l’est au plus tard le 28 février 2026.",
    ],
  ],
  [
    8,
    "L’État apporte 125",
    [
      "L’État apporte 0,125 M€ pour l’année 2024.",
      "L’État apporte 125 k€ pour l’année 2024, et le Département 125 k€ également ; le FSE ajoute 40 k€ en 2024.",
      "L’enveloppe 2024, arrêtée à 250 k€, est apportée pour moitié par l’État.",
    ],
  ],
  [
    8,
    "Un avenant fixe",
    [
      "Un avenant fixe les crédits de l’année 2025, évalués à 127,5 k€ hors revalorisation Ségur de 6 k€.",
      "En 2025, les crédits augmentent de 2 % par rapport à 2024, un avenant les fixe.",
    ],
  ],
  [
    9,
    "Entre l’État",
    [
      "Entre l’État, représenté par Monsieur Yann CLOAREC, préfet du Rouvre, assisté de Madame Zoé MARTEL, directrice départementale, ci-après « l’État », d’une part,",
    ],
  ],
  [
    9,
    "Fait à Rouvre",
    [
      "Fait à Rouvre, le 6/06/2024 (date de la dernière signature)",
      "Fait à Rouvre, en quatre exemplaires, le six juin deux mille vingt-quatre",
      "Fait à Rouvre le 6 juin 2024, après délibération du 30 mai 2024",
    ],
  ],
  [
    9,
    "La dépense est imputée",
    [
      "La dépense est imputée sur le programme 304 « Inclusion sociale et protection des personnes » en 2024 et sur le programme 177 « Hébergement » à compter de 2025.",
      "La dépense, auparavant imputée sur le programme 177, relève désormais de l’action 19 du programme 304 « Inclusion sociale et protection des personnes ».",
    ],
  ],
  [
    9,
    "Le contrat est conclu du",
    [
      "Conclu pour deux ans, le contrat s’étend du 01.01.2024 au 31.12.2025. Il peut être dénoncé deux mois avant son terme.",
      "Le contrat est conclu du 1er janvier 2024 au 31 décembre 2025, tacitement reconductible jusqu’au 31 décembre 2027. Il peut être dénoncé deux mois avant son terme.",
    ],
  ],
  [
    9,
    "Le rapport d’exécution est",
    [
      "Le rapport d’exécution est transmis au plus tard trois mois après la fin du contrat.",
      "Le rapport d’exécution est transmis au plus tard le 31 mars 2026 en version provisoire et le 30 juin 2026 en version définitive.",
      "Le rapport d’exécution est transmis au plus tard le dernier jour de février 2026.",
    ],
  ],
  [
    9,
    "L’État apporte 90",
    [
      "L’État apporte 90 000 € au titre de l’année 2024, dont 20 000 € non reconductibles. Ce montant est estimé à 95 000 € pour l’année 2025 et sera fixé par avenant.",
      "La contribution de l’État passe de 80 000 € en 2023 à 90 000 € en 2024. Elle est estimée à 95 000 € pour l’année 2025 et sera fixée par avenant.",
      "Les crédits de l’État (90 000 € en 2024, 95 000 € prévus en 2025) s’ajoutent à ceux de la Métropole (90 000 € en 2024).",
      "L’État et la Métropole mobilisent 180 000 € en 2024, à parts égales, puis l’État apporte 95 000 € en 2025, montant à confirmer par avenant.",
    ],
  ],
  [
    9,
    "et Grand Rouvre Métropole",
    [
      "et Grand Rouvre Métropole, représentée par Monsieur Karim BEN SAÏD, premier vice-président, agissant par délégation de la présidente, Madame Anne LEVY, ci-après « la Métropole », d’autre part,",
    ],
  ],
];

/** What follows a sentence and changes it, with the field that is then asked. */
export const RESERVES: readonly (readonly [contrat: number, apres: string, phrase: string, champ: RegExp])[] = [
  [0, "Le Département apporte au moins", "Toutefois, pour l’action 3, ce taux est ramené à 40 %.", /^cofin/],
  [0, "Le Département apporte au moins", "Par exception, l’action 4 est financée à 80 % par l’État.", /^cofin/],
  [0, "Le Département apporte au moins", "L’axe 3 fait exception : le Département y apporte au moins 30 %.", /^cofin/],
  [0, "Le Département apporte au moins", "Ce taux est de 40 % en 2024.", /^cofin/],
  [0, "Le Département apporte au moins", "Cette règle ne s’applique pas à l’action 2.", /^cofin/],
  [0, "Le Département apporte au moins", "Pour l’action 2, aucun cofinancement n’est exigé.", /^cofin/],
  [
    0,
    "Le Département apporte au moins",
    "Ce seuil s’apprécie sur l’ensemble du contrat et non action par action.",
    /^cofin/,
  ],
  [0, "Le Département apporte au moins", "Il est abaissé à 45 % à compter de 2026.", /^cofin/],
  [
    0,
    "Le Département apporte au moins",
    "La participation des communes est comptée dans celle du Département.",
    /^cofin/,
  ],
  [0, "L’État verse 100", "Ce montant comprend 10 000 € de report de crédits de 2023.", /^credits/],
  [0, "L’État verse 100", "Il pourra être complété de 15 000 € en cours d’année 2024.", /^credits/],
  [
    0,
    "L’État verse 100",
    "Toutefois, l’État verse 90 000 € si la délibération est prise après le 30 juin.",
    /^credits/,
  ],
  [0, "L’État prévoit", "Les crédits de 2027 sont réduits de moitié.", /^credits/],
  [0, "L’État prévoit", "Toutefois, le montant de 2025 est ferme.", /^credits/],
  [0, "La convention est conclue du", "Elle est prorogée d’un an, soit jusqu’au 31 décembre 2028.", /^periode/],
  [0, "La convention est conclue du", "Elle ne produit effet qu’à compter du 1er mars 2024.", /^(periode|effetLe)/],
  [0, "Elle peut être dénoncée", "Pour le Département, ce délai est porté à six mois.", /^(echeances|periode)/],
  [0, "Elle peut être dénoncée", "Ce délai est réduit à un mois en cas de faute.", /^(echeances|periode)/],
  [0, "Un rapport d’exécution", "Ce délai est reporté au 30 juin 2026 pour le Département.", /^echeances/],
  [0, "Un rapport d’exécution", "Il est ensuite transmis chaque année avant le 30 avril.", /^echeances/],
  [0, "L’ordonnateur est", "À compter du 1er janvier 2025, l’ordonnateur est le préfet de région.", /^ordonnateur/],
  [0, "L’ordonnateur est", "Par délégation, la directrice départementale ordonnance la dépense.", /^ordonnateur/],
  [5, "3.3 La Ville", "Cette part est portée à la moitié pour l’action 2.", /^cofin/],
  [5, "3.3 La Ville", "Elle est d’un quart pour 2024.", /^cofin/],
  [6, "4.3. La part", "En 2025, elle peut être limitée à trente pour cent.", /^cofin/],
  [7, "La Collectivité apporte", "Ce taux est doublé pour l’action 2.", /^cofin/],
  [8, "Le Département apporte", "Ce minimum n’est pas exigé des actions dont le coût est inférieur à 60 k€.", /^cofin/],
  [9, "La Métropole apporte", "Dans l’axe 2, elle en apporte au moins 40 %.", /^cofin/],
  [9, "L’État apporte 90", "Ces montants incluent 5 000 € d’ingénierie, versés à un opérateur.", /^credits/],
];
