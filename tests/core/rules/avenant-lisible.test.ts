// The register of avenants: a mistaken line costs what it changes and nothing else, a draft has no effect, dates and old values are held to the contract.
import { describe, expect, test } from "vitest";
import { montantFromEuros } from "../../../src/core/domain/values/montant";
import rule from "../../../src/core/rules/avenant-lisible";
import { putAvenant, type Edit } from "../reading/contrat/contrat-edits";
import { check, type Line, sound, amount } from "./register-check";
import { misquoted } from "./rule-tester";

describe("a line that cannot be read", () => {
  test.each<[string, Line, id: string]>([
    ["an unknown action", { ...amount, Action: 42 }, "avenant-lisible/1-action-42-2025-part-metropole"],
    [
      "an unreadable amount",
      { ...amount, "Nouvelle valeur": "en hausse" },
      "avenant-lisible/1-action-1-2025-part-metropole",
    ],
    ["no object", { ...amount, Objet: "Divers" }, "avenant-lisible/1-ligne-sans-objet-action-1-2025-part-metropole"],
    ["no number", { ...amount, "Avenant n°": null }, "avenant-lisible/sans-numero-action-1-2025-part-metropole"],
    [
      "an unknown parameter",
      { ...amount, Objet: "Paramètre", "Intitulé (nouveautés)": "Couleur" },
      "avenant-lisible/1-parametre-couleur-action-1-2025-part-metropole",
    ],
    [
      "a threshold beyond 100 %",
      {
        ...amount,
        Objet: "Paramètre",
        "Intitulé (nouveautés)": "Cofinancement minimum",
        "Nouvelle valeur": 3,
      },
      "avenant-lisible/1-parametre-cofinancement-minimum-action-1-2025-part-metropo",
    ],
    [
      "a deadline that the contract does not have",
      {
        ...sound,
        Objet: "Échéance",
        Année: null,
        "Intitulé (nouveautés)": "Fête de fin d’année",
        "Nouvelle valeur": "31/12/2026",
      },
      "avenant-lisible/1-date-d-une-echeance-fete-de-fin-d-annee",
    ],
    ["a figure fixed twice", sound, "avenant-lisible/1-credits-de-l-etat-2025"],
  ])("%s is an error at its cell, and blocks no rule", (_, line, id) => {
    const clean = check(putAvenant(1, sound));
    const { found, findings, verification } = check(putAvenant(1, sound), putAvenant(2, line));
    expect(found).toEqual([[id, "error"]]);
    expect(findings[0]?.cells[0]?.sheet).toBe("Contrat");
    expect(verification.contract.avenants).toEqual([1]);
    const blocked = ({ rules }: typeof verification) =>
      rules.filter(({ status }) => status === "not-checkable").map(({ rule }) => rule);
    // All that the line can cost is what it changes.
    const more = blocked(verification).filter((rule) => !blocked(clean.verification).includes(rule));
    expect(
      more.filter(
        (rule) =>
          ![
            "montant-contractualise",
            "enveloppe-annuelle",
            "cofinancement-minimum",
            "avenant-annuel",
            "coordonnees-bancaires",
            "echeances",
          ].includes(rule),
      ),
    ).toEqual([]);
  });

  test("its page quotes what is said of an unknown action", () => {
    const { findings } = check(putAvenant(1, sound), putAvenant(2, { ...amount, Action: 42 }));
    expect(misquoted(rule.meta, findings)).toEqual([]);
  });

  test("the line that dates its avenant is mistaken: the others of it keep their effect", () => {
    const { dossier, found, verification } = check(
      putAvenant(1, { ...sound, "Nouvelle valeur": "env. 360 000" }),
      putAvenant(2, { ...amount, "Nouvelle valeur": 66000 }),
    );
    expect(found).toEqual([["avenant-lisible/1-credits-de-l-etat-2025", "error"]]);
    expect(verification.contract.avenants).toEqual([1]);
    expect(dossier.convention.actions[0]?.montants[1]?.collectivite).toBe(montantFromEuros(66000));
  });

  test.each([
    ["24/11/2026", 0.4],
    ["25/11/2026", 0.5],
  ])(
    "the line that says when its avenant takes effect is mistaken: the others wait for that day, %s",
    (effet, seuil) => {
      const named = { Objet: "Paramètre", "Intitulé (nouveautés)": "Cofinancement minimum", "Nouvelle valeur": 0.4 };
      const { dossier } = check(
        putAvenant(1, { ...sound, "Prend effet le": effet, "Nouvelle valeur": "env. 360 000" }),
        putAvenant(2, { "Avenant n°": 1, ...named }),
      );
      expect(dossier.convention.cofinancement.seuil).toBe(seuil);
    },
  );

  test("a date that is none takes the whole avenant out of force, not the others", () => {
    const { verification, found } = check(
      putAvenant(1, { ...sound, "Signé le": "début 2025" }),
      putAvenant(2, amount),
      putAvenant(3, { ...sound, "Avenant n°": 2, "Signé le": "12/03/2026", Année: 2026 }),
    );
    expect(verification.contract.avenants).toEqual([2]);
    expect(found).toEqual([["avenant-lisible/1-credits-de-l-etat-2025", "error"]]);
  });
});

test("a draft has no effect, and is a remark", () => {
  const { found, verification, dossier } = check(putAvenant(1, { ...amount, "Nouvelle valeur": 99000 }));
  expect(found).toEqual([["avenant-lisible/1-projet", "info"]]);
  expect(verification.contract.avenants).toEqual([]);
  const [action] = dossier.convention.actions;
  expect(action?.montants[1]?.collectivite).toBe(montantFromEuros(65000));
});

describe("dates", () => {
  test.each<[string, Line, readonly string[]]>([
    ["the day before the contract begins", { "Signé le": "31/12/2023" }, ["avenant-lisible/1-periode"]],
    ["the day it begins", { "Signé le": "01/01/2024" }, []],
    ["the day it ends", { "Signé le": "31/12/2027" }, []],
    ["the day after it has ended", { "Signé le": "01/01/2028" }, ["avenant-lisible/1-periode"]],
  ])("%s", (_, line, ids) => {
    expect(check(putAvenant(1, { ...sound, ...line })).found).toEqual(ids.map((id) => [id, "warning"]));
  });

  test.each<[string, Line, readonly string[]]>([
    ["an effect the day before", { "Prend effet le": "09/02/2025" }, ["avenant-lisible/1-effet"]],
    ["an effect on the day", { "Prend effet le": "10/02/2025" }, []],
    ["a deliberation the day after", { "Délibéré le": "11/02/2025" }, ["avenant-lisible/1-deliberation"]],
    ["a deliberation on the day", { "Délibéré le": "10/02/2025" }, []],
  ])("%s is a remark at most", (_, line, ids) => {
    expect(check(putAvenant(1, { ...sound, ...line })).found).toEqual(ids.map((id) => [id, "info"]));
  });

  test("against the order of the numbers", () => {
    const second = { ...sound, "Avenant n°": 2, Année: 2026 };
    const at = (signed: string) =>
      check(putAvenant(1, sound), putAvenant(2, { ...second, "Signé le": signed })).found.map(([id]) => id);
    expect(at("09/02/2025")).toEqual(["avenant-lisible/2-ordre"]);
    expect(at("10/02/2025")).toEqual([]);
  });
});

test("an old value that is not the contract's is said", () => {
  const line = { ...amount, "Signé le": "10/02/2025", "Nouvelle valeur": 66000 };
  expect(check(putAvenant(1, { ...line, "Ancienne valeur": 65000 })).found).toEqual([]);
  expect(check(putAvenant(1, { ...line, "Ancienne valeur": "65 000,00 €" })).found).toEqual([]);
  expect(check(putAvenant(1, { ...line, "Ancienne valeur": 65000.01 })).found).toEqual([
    ["avenant-lisible/1-ancienne-actions-1-montants-2025-collectivite", "warning"],
  ]);
});

test.each([
  ["« Soutenir la mobilité durable des publics »", []],
  ["Soutenir la mobilité solidaire des publics", ["avenant-lisible/1-ancienne-actions-7-intitule"]],
])("so is an old label, whatever its quotes: %s", (ancienne, expected) => {
  const named = { "Avenant n°": 1, "Signé le": "10/02/2025", Objet: "Nouvel intitulé", Action: 7 };
  const line = { ...named, "Nouvelle valeur": "Mobilité pour tous", "Ancienne valeur": ancienne };
  expect(check(putAvenant(1, line)).found.map(([id]) => id)).toEqual(expected);
});

test("so is one on a line that says again what the contract says, after other avenants as well", () => {
  const again = { ...amount, "Signé le": "10/02/2025", "Nouvelle valeur": 65000 };
  const ids = (...edits: readonly Edit[]) => check(...edits).found.map(([id]) => id);
  expect(ids(putAvenant(1, { ...again, "Ancienne valeur": 65000 }))).toEqual([]);
  expect(ids(putAvenant(1, { ...again, "Ancienne valeur": 64999.99 }))).toEqual([
    "avenant-lisible/1-ancienne-actions-1-montants-2025-collectivite",
  ]);
  const changed = putAvenant(1, { ...again, "Nouvelle valeur": 66000, "Ancienne valeur": 65000 });
  const second = { ...again, "Avenant n°": 2, "Signé le": "10/03/2025", "Nouvelle valeur": 66000 };
  expect(ids(changed, putAvenant(2, { ...second, "Ancienne valeur": 66000 }))).toEqual([]);
  expect(ids(changed, putAvenant(2, { ...second, "Ancienne valeur": 65000 }))).toEqual([
    "avenant-lisible/2-ancienne-actions-1-montants-2025-collectivite",
  ]);
});

describe("everything that the contract states can be changed", () => {
  const signed = { "Avenant n°": 1, "Signé le": "10/02/2025" };
  test.each<[string, Line, (dossier: ReturnType<typeof check>["dossier"]) => unknown, unknown]>([
    [
      "the threshold",
      { Objet: "Paramètre", "Intitulé (nouveautés)": "Cofinancement minimum", "Nouvelle valeur": "40 %" },
      ({ convention }) => convention.cofinancement.seuil,
      0.4,
    ],
    [
      "the account",
      {
        Objet: "Paramètre",
        "Intitulé (nouveautés)": "IBAN",
        "Nouvelle valeur": "FR14 2004 1010 0505 0001 3M02 606",
      },
      ({ convention }) => convention.coordonneesBancaires?.iban,
      "FR14 2004 1010 0505 0001 3M02 606",
    ],
    [
      "who signs",
      { "Intitulé (nouveautés)": "État – représentant", "Nouvelle valeur": "Claude NOUVEAU" },
      ({ convention }) => convention.etat.representant,
      "Claude NOUVEAU",
    ],
    [
      "the period, with a year more",
      { Objet: "Paramètre", "Intitulé (nouveautés)": "Fin du contrat", "Nouvelle valeur": "31/12/2028" },
      ({ convention }) => convention.annees.at(-1),
      { annee: 2028, debut: "2028-01-01", fin: "2028-12-31" },
    ],
    [
      "the axe of an action",
      { Objet: "Axe d’une action", Action: 3, Axe: 4 },
      ({ convention }) => convention.actions[2]?.axe,
      4,
    ],
    [
      "the label of an action",
      { Objet: "Intitulé", Action: 3, "Intitulé (nouveautés)": "Remobiliser autrement" },
      ({ convention }) => convention.actions[2]?.intitule,
      "Remobiliser autrement",
    ],
    [
      "the label of an axe",
      { Objet: "Intitulé", Axe: 2, "Intitulé (nouveautés)": "L’emploi pour tous" },
      ({ convention }) => convention.axes[1]?.intitule,
      "L’emploi pour tous",
    ],
    [
      "a starting value",
      { Objet: "Situation T0", Action: 1, Indicateur: 1, "Nouvelle valeur": 430 },
      ({ convention }) => convention.actions[0]?.indicateurs[0]?.t0,
      430,
    ],
    [
      "an indicator that goes",
      { Objet: "Indicateur supprimé", Action: 5, Indicateur: 2 },
      ({ convention }) => convention.actions[4]?.indicateurs.length,
      1,
    ],
    [
      "a date",
      { Objet: "Date d’une échéance", "Intitulé (nouveautés)": "Rapport d’exécution", "Nouvelle valeur": "30/06/2026" },
      ({ convention }) => convention.echeances.find(({ id }) => id === "rapport-execution")?.date,
      "2026-06-30",
    ],
    [
      "a code",
      { Objet: "Code activité", Année: 2024, Axe: 1, "Nouvelle valeur": "0304 50 23 23 03" },
      ({ convention }) => convention.imputation.lignes[0]?.code,
      "030450232303",
    ],
    [
      "a text of a fiche",
      {
        Objet: "Fiche d’une action",
        Action: 1,
        "Intitulé (nouveautés)": "Public cible",
        "Nouvelle valeur": "Les enfants",
      },
      ({ convention }) => convention.actions[0]?.fiche?.publicCible,
      "Les enfants",
    ],
  ])("%s", (_, line, read, expected) => {
    const { found, dossier } = check(putAvenant(1, { ...signed, ...line }));
    expect(found).toEqual([]);
    expect(read(dossier)).toEqual(expected);
  });

  test("what concerns no year waits for its day of effect", () => {
    const line = {
      ...signed,
      Objet: "Paramètre",
      "Intitulé (nouveautés)": "Cofinancement minimum",
      "Nouvelle valeur": 0.4,
    };
    const at = (effet: string) =>
      check(putAvenant(1, { ...line, "Prend effet le": effet })).dossier.convention.cofinancement.seuil;
    expect([at("23/11/2026"), at("24/11/2026"), at("25/11/2026")]).toEqual([0.4, 0.4, 0.5]);
  });
});
