// The table of avenants in the sheet « Contrat »: what a line needs, and where its mistakes are told.
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { montantFromEuros } from "../../../../src/core/domain/values/montant";
import { addressOf, mistakes, plain, putAvenant, readEdited } from "./contrat-edits";

describe("a line of an avenant", () => {
  const line = {
    "Avenant n°": 1,
    "Signé le": "10/02/2025",
    Année: 2025,
    Axe: null,
    Action: null,
    Partie: null,
    "Nouvelle valeur": 350000,
  };

  test("needs no more than its figures", () => {
    const read = readEdited(
      contratIntegre,
      putAvenant(1, line),
      putAvenant(2, { ...line, "Signé le": null, Action: 1, Partie: "État", "Nouvelle valeur": "66 000 €" }),
      putAvenant(3, { ...line, "Signé le": null, Action: 1, Partie: "Dijon métropole", "Nouvelle valeur": 67000 }),
      putAvenant(4, { ...line, "Signé le": null, Action: 4, Indicateur: 1, "Nouvelle valeur": 80 }),
    );
    expect(read.convention?.avenants).toEqual([
      {
        numero: 1,
        signeLe: "2025-02-10",
        creditsEtat: [{ annee: 2025, montant: montantFromEuros(350000) }],
        montants: [
          { action: 1, annee: 2025, partie: "etat", montant: montantFromEuros(66000) },
          { action: 1, annee: 2025, partie: "collectivite", montant: montantFromEuros(67000) },
        ],
        actionsNouvelles: [],
        indicateursNouveaux: [],
        actionsTerminees: [],
        cibles: [{ action: 4, indicateur: 1, annee: 2025, valeur: 80 }],
      },
    ]);
    // The actions no longer sum to the State's amount: told at the avenant's line.
    expect(mistakes(read)).toEqual([
      `${addressOf(contratIntegre, "Avenants", 1, "Nouvelle valeur")} Crédits de l’État 2025`,
    ]);
    expect(plain(read.feuille.erreurs[0]?.message ?? "")).toContain(
      "Montants 2025 fixés par l’avenant n° 1 du 10/02/2025.",
    );
  });

  test.each<[string, Readonly<Record<string, string | number | null>>]>([
    ["Montant", { Action: 1, Partie: "Part métropole" }],
    ["montant de l'action", { Action: "Action n° 1", Partie: "part de l’Etat" }],
    ["montant", { Action: "1", Partie: "État" }],
    ["montant", { Action: "n°1", Partie: "État" }],
    ["montant", { Action: "action n 1", Partie: "État" }],
    ["CRÉDITS ETAT", { Année: "Exercice 2025" }],
    ["Crédits État", { "Avenant n°": "Avenant n° 12" }],
    ["Crédits État", { Axe: "Axe2" }],
    ["Cibles", { Action: 1, Indicateur: 1, "Nouvelle valeur": "470" }],
    ["T0", { Action: 1, Indicateur: 1, "Nouvelle valeur": 400 }],
    ["Nouvelle action", { Action: 9, Axe: "Axe 2", "Intitulé (nouveautés)": "Un point numérique" }],
    ["Suppression d’une action", { Action: 7, Année: 2026 }],
    ["Nouvel intitulé", { Action: 7, "Nouvelle valeur": "Mobilité solidaire" }],
    ["Changement d’axe", { Action: 7, "Nouvelle valeur": 2 }],
    ["IBAN", { "Nouvelle valeur": "FR14 2004 1010 0505 0001 3M02 606" }],
  ])("is understood as agents type it: %s", (objet, cells) => {
    const read = readEdited(contratIntegre, putAvenant(1, { ...line, Objet: objet, ...cells }));
    expect(read.feuille.registre?.map(({ etat, erreurs }) => [etat, erreurs])).toEqual([["en-vigueur", []]]);
  });

  test("two labels, of which none is the contract's, are not chosen between", () => {
    const label = { ...line, Objet: "Intitulé", Année: null, Action: 7, "Nouvelle valeur": "Mobilité solidaire" };
    const both = readEdited(contratIntegre, putAvenant(1, { ...label, "Intitulé (nouveautés)": "Mobilité pour tous" }));
    expect(mistakes(both)).toEqual([
      `${addressOf(contratIntegre, "Avenants", 1, "Nouvelle valeur")} Avenant n° 1 – nouvelle valeur`,
    ]);
    const [own = ""] = contratIntegre.actions.filter(({ numero }) => numero === 7).map(({ intitule }) => intitule);
    const old = readEdited(contratIntegre, putAvenant(1, { ...label, "Intitulé (nouveautés)": own }));
    expect(mistakes(old)).toEqual([]);
    expect(old.convention?.avenants[0]?.modifications).toEqual([
      { sur: "actions/7/intitule", valeur: "Mobilité solidaire" },
    ]);
  });

  test.each<[string, Readonly<Record<string, string | number | null>>, heading: string, parametre: string]>([
    ["no number", { "Avenant n°": null }, "Avenant n°", "Avenant – numéro"],
    ["a date that is none", { "Signé le": "début 2025" }, "Signé le", "Avenant n° 1 – signé le"],
    ["a year outside of the contract", { Année: 2031 }, "Année", "Avenant n° 1 – année"],
    ["an unknown axe", { Axe: 6 }, "Axe", "Avenant n° 1 – axe"],
    ["an unknown action", { Action: 42, Partie: "État" }, "Action", "Avenant n° 1 – action"],
    ["two actions", { Action: "1 et 2", Partie: "État" }, "Action", "Avenant n° 1 – action"],
    ["an unknown party", { Action: 1, Partie: "Région" }, "Partie", "Avenant n° 1 – partie"],
    ["an unknown indicator", { Action: 1, Indicateur: 5 }, "Indicateur", "Avenant n° 1 – indicateur"],
    ["an action without its party", { Action: 1 }, "Objet", "Avenant n° 1 – objet"],
    ["an object that is none", { Objet: "Autre" }, "Objet", "Avenant n° 1 – objet"],
    [
      "an unreadable amount",
      { "Nouvelle valeur": "en hausse" },
      "Nouvelle valeur",
      "Avenant n° 1 – crédits de l’État 2025",
    ],
    [
      "a new action that exists",
      { Objet: "Action nouvelle", Action: 3, Axe: 1, "Intitulé (nouveautés)": "X" },
      "Action",
      "Avenant n° 1 – action nouvelle",
    ],
    [
      "a new action without a label",
      { Objet: "Action nouvelle", Action: 9, Axe: 1 },
      "Intitulé (nouveautés)",
      "Avenant n° 1 – intitulé de l’action nouvelle",
    ],
    [
      "a new indicator of no action",
      { Objet: "Indicateur nouveau", Action: 42, Indicateur: 1, "Intitulé (nouveautés)": "X" },
      "Action",
      "Avenant n° 1 – action",
    ],
    [
      "a new indicator that exists",
      { Objet: "Indicateur nouveau", Action: 1, Indicateur: 1, "Intitulé (nouveautés)": "X" },
      "Indicateur",
      "Avenant n° 1 – indicateur",
    ],
  ])("with %s", (_, change, heading, parametre) => {
    const read = readEdited(contratIntegre, putAvenant(1, { ...line, ...change }));
    expect(mistakes(read)).toEqual([`${addressOf(contratIntegre, "Avenants", 1, heading)} ${parametre}`]);
    // It hides nothing else.
    expect(read.inutilisable).toBeNull();
    expect(read.feuille.registre?.map(({ etat }) => etat)).toEqual(["illisible"]);
    expect(read.convention?.avenants.flatMap(({ creditsEtat, montants }) => [...creditsEtat, ...montants])).toEqual([]);
  });

  test("what an avenant adds may stand in any order", () => {
    const none = { ...line, Année: null, "Nouvelle valeur": null };
    const added = { ...none, Objet: "Indicateur nouveau", "Nouvelle valeur": 0 };
    const read = readEdited(
      contratIntegre,
      putAvenant(1, { ...none, Action: 9, Indicateur: 1, Année: 2026, "Nouvelle valeur": 12 }),
      putAvenant(2, { ...added, Action: 9, Indicateur: 1, "Intitulé (nouveautés)": "Nombre de visiteurs" }),
      putAvenant(3, { ...added, Action: 1, Indicateur: 2, "Intitulé (nouveautés)": "Nombre de familles suivies" }),
      putAvenant(4, { ...none, Objet: "Action nouvelle", Action: 9, Axe: 2, "Intitulé (nouveautés)": "Accueillir" }),
    );
    expect(mistakes(read)).toEqual([]);
    expect(read.convention?.avenants).toMatchObject([
      {
        actionsNouvelles: [{ numero: 9, indicateurs: [{ numero: 1, intitule: "Nombre de visiteurs", t0: 0 }] }],
        indicateursNouveaux: [{ action: 1, numero: 2, intitule: "Nombre de familles suivies", t0: 0 }],
        cibles: [{ action: 9, indicateur: 1, annee: 2026, valeur: 12 }],
      },
    ]);
  });

  test("a figure that one avenant fixes twice", () => {
    const read = readEdited(contratIntegre, putAvenant(1, line), putAvenant(2, line));
    expect(mistakes(read)).toEqual([
      `${addressOf(contratIntegre, "Avenants", 2, "Nouvelle valeur")} Avenant n° 1 – crédits de l’État 2025`,
    ]);
  });

  test("two dates for one avenant", () => {
    const read = readEdited(
      contratIntegre,
      putAvenant(1, line),
      putAvenant(2, { ...line, "Signé le": "11/02/2025", Axe: 1 }),
    );
    expect(mistakes(read)[0]).toBe(`${addressOf(contratIntegre, "Avenants", 2, "Signé le")} Avenant n° 1 – signé le`);
  });
});
