import { describe, expect, test } from "vitest";
import { dijonMetropole20242027 } from "../../src/contracts/dijon-metropole-2024-2027";
import { parseConvention } from "../../src/contracts/parse-convention";

/** The Dijon definition with one value changed; undefined takes it away. */
function withChange(path: string, value: unknown): unknown {
  const definition = structuredClone(dijonMetropole20242027) as unknown;
  const keys = path.split(/[.[\]]+/).filter((key) => key !== "");
  const last = keys.pop() ?? "";
  let target = definition as Record<string, unknown>;
  for (const key of keys) target = target[key] as Record<string, unknown>;
  if (value === undefined) Reflect.deleteProperty(target, last);
  else target[last] = value;
  return definition;
}

function messageOf(data: unknown): string {
  const parsed = parseConvention(data);
  return parsed.ok ? "accepted" : parsed.message.replaceAll("\u00a0", " ");
}

const refused = (path: string, why: string) => `La définition du contrat est refusée : au champ « ${path} », ${why}.`;

test("the definition itself is accepted", () => {
  expect(messageOf(dijonMetropole20242027)).toBe("accepted");
});

test("the centimes of a large amount are no third decimal", () => {
  const [first, ...others] = dijonMetropole20242027.creditsEtat;
  const creditsEtat = [{ ...first, montant: 157_000_000.33 }, ...others];
  expect(messageOf({ ...dijonMetropole20242027, creditsEtat })).not.toContain("décimales");
});

test("the largest amount is taken", () => {
  const [first, ...others] = dijonMetropole20242027.creditsEtat;
  const creditsEtat = [{ ...first, montant: 1e12 }, ...others];
  expect(messageOf({ ...dijonMetropole20242027, creditsEtat })).not.toContain("au plus égale");
});

describe("a value of the wrong kind is refused by its field", () => {
  test.each<[string, unknown, string]>([
    ["actions[3].montants[0].etat", "65 000", "un nombre est attendu, sans guillemets ni espaces"],
    ["actions[3].montants[0].etat", undefined, "il manque"],
    ["actions[3].montants[0].etat", -1, "la valeur doit être au moins égale à 0"],
    ["actions[3].montants[0].etat", -1e300, "la valeur doit être au moins égale à 0"],
    ["actions[3].montants[0].etat", 1e12 + 0.01, "la valeur doit être au plus égale à 1 000 000 000 000"],
    ["actions[3].montants[0].etat", 1e300, "la valeur doit être au plus égale à 1 000 000 000 000"],
    ["actions[3].montants[0].etat", 0.001, "au plus deux décimales sont attendues"],
    ["actions", "huit", "une liste est attendue"],
    ["actions", [], "la liste est vide"],
    ["axes[0].intitule", "  ", "le texte est vide"],
    ["axes[0].numero", 1.5, "un nombre entier est attendu"],
    ["periode", null, "un objet est attendu"],
    ["periode.debut", "1er janvier 2024", "une date est attendue, écrite AAAA-MM-JJ"],
    ["periode.debut", "2024-02-31", "une date est attendue, écrite AAAA-MM-JJ"],
    ["creditsEtat[1].statut", "prévu", "une de ces valeurs est attendue : « ferme », « provisionnel »"],
    ["cofinancement.seuil", 50, "la valeur doit être au plus égale à 1"],
    ["imputation.lignes[0].code", "0304 50 23 23 02", "douze chiffres sans espace sont attendus"],
    ["actions[0].indicateurs[0].t0", "à préciser", "un nombre positif ou nul, ou le mot « nd », est attendu"],
    ["id", "Dijon métropole", "des minuscules sans accent, des chiffres et des tirets sont attendus"],
    ["collectivite.mots", ["DM"], "ce champ n’existe pas"],
  ])("%s: %j", (path, value, why) => {
    expect(messageOf(withChange(path, value))).toBe(refused(path, why));
  });

  test("the first problem is told, the fields of the others are named", () => {
    const message = messageOf({ ...dijonMetropole20242027, id: 3, actions: 4, axes: 5 });
    expect(message).toMatch(
      /^La définition du contrat est refusée : au champ « id », .* \(et 2 autres erreurs : « axes », « actions »\)\.$/,
    );
  });

  test.each([null, undefined, "{}", 3, []])("%j is no definition", (data) => {
    expect(messageOf(data)).toMatch(/^La définition du contrat est refusée : (un objet est attendu|il manque)\.$/);
  });
});

describe("parts that disagree are refused by their field", () => {
  test.each<[string, string, unknown, string]>([
    ["actions[2].axe", "actions[2].axe", 7, "l’axe 7 n’existe pas dans « axes »"],
    ["actions[2].numero", "actions[2].numero", 2, "« 2 » figure deux fois"],
    ["axes[1].numero", "axes[1].numero", 1, "« 1 » figure deux fois (et 4 autres erreurs : "],
    [
      "axes[2].alias[0]",
      "axes[1].alias[0]",
      "Axe 3 – ACCES aux droits essentiels",
      "« Accès aux droits essentiels » désigne déjà « axes[1] »",
    ],
    [
      "actions[4].intitule",
      "actions[1].intitule",
      "5 Garantir un accès aux droits pour tous *",
      "« Garantir un accès aux droits pour tous » désigne déjà « actions[1] »",
    ],
    [
      "actions[0].montants[3].annee",
      "actions[0].montants[3].annee",
      2028,
      "l’année 2028 n’existe pas dans « annees » (et 1 autre erreur : « actions[0].montants »)",
    ],
    [
      "actions[0].montants[3].annee",
      "actions[0].montants[3].annee",
      2026,
      "« 2026 » figure deux fois (et 1 autre erreur : « actions[0].montants »)",
    ],
    ["actions[0].montants", "actions[0].montants[3]", undefined, "l’année 2027 manque"],
    [
      "creditsEtat[0].repartition",
      "creditsEtat[0].repartition[0].montant",
      85000.01,
      "la somme des axes (332 500,01 €) n’est pas le montant 2024 (332 500,00 €)",
    ],
    ["creditsEtat[0].repartition[0].axe", "creditsEtat[0].repartition[0].axe", 5, "l’axe 5 n’existe pas dans « axes »"],
    ["annees[3].fin", "annees[3].fin", "2028-01-31", "l’année sort de la période du contrat"],
    ["annees[1].debut", "annees[1].debut", "2024-12-31", "l’année commence avant la fin de la précédente"],
    ["periode.fin", "periode.fin", "2023-12-31", "la fin précède le début"],
    ["actions[5].fiche.axesLies[0]", "actions[5].fiche.axesLies[0]", 9, "l’axe 9 n’existe pas dans « axes »"],
    [
      "actions[5].fiche.actionsLiees[0]",
      "actions[5].fiche.actionsLiees[0]",
      9,
      "l’action 9 n’existe pas dans « actions »",
    ],
    ["imputation.lignes[1].annee", "imputation.lignes[1].annee", 2030, "l’année 2030 n’existe pas dans « annees »"],
    ["echeances[1].id", "echeances[1].id", "indicateurs-2024", "« indicateurs-2024 » figure deux fois"],
    ["actions[4].indicateurs[1].numero", "actions[4].indicateurs[1].numero", 1, "« 1 » figure deux fois"],
    ["collectivite.motsColonne[0]", "collectivite.motsColonne[0]", "ETAT", "« ETAT » désigne déjà l’État ou le total"],
  ])("%s", (field, path, value, why) => {
    const definition = withChange(path, value);
    if (value === undefined) {
      const { actions } = definition as { actions: { montants: unknown[] }[] };
      actions[0]?.montants.splice(3);
    }
    const message = messageOf(definition);
    expect(message).toContain(`au champ « ${field} », `);
    expect(message).toContain(why);
  });
});
