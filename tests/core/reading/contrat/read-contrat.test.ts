// The sheet « Contrat »: what is written is read back, wherever it is moved; each mistake is told at its cell.
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { conventionEnVigueur } from "../../../../src/core/contract/in-force/en-vigueur";
import type { Convention } from "../../../../src/core/contract/convention";
import { montantFromEuros } from "../../../../src/core/domain/values/montant";
import { contratAmende } from "../../../contracts/avenants";
import { contratDuDepartement } from "../../../contracts/departement-invente";
import { petitContrat } from "../../rules/petit-contrat";
import { addressOf, find, mistakes, plain, put, putParametre, readEdited, type Edit } from "./contrat-edits";

const ANNEES = "Années et crédits de l’État";
const ACTIONS = "Actions et montants";
const INDICATEURS = "Indicateurs et cibles";

/** The sheet has no column for where its values were read. */
function stated(convention: Convention): Convention {
  const own = { ...convention };
  delete own.articles;
  delete own.sources;
  delete own.empreintes;
  return own;
}

const inForce = (convention: Convention | null, asOf: string) => {
  if (!convention) throw new Error("no contract was read");
  const { avenants, ...enVigueur } = conventionEnVigueur(stated(convention), asOf).convention;
  return { enVigueur, numeros: avenants.map(({ numero, signeLe }) => [numero, signeLe]) };
};

describe("a contract that is written is read back", () => {
  test.each([contratIntegre, contratDuDepartement, petitContrat])("$id", (convention) => {
    const read = readEdited(convention);
    expect(mistakes(read)).toEqual([]);
    expect(read.inutilisable).toBeNull();
    expect(read.convention).toEqual(stated(convention));
  });

  test.each(["2024-06-30", "2025-02-10", "2026-03-12", "2026-11-24"])("with its avenants, at %s", (asOf) => {
    const read = readEdited(contratAmende);
    expect(read.inutilisable).toBeNull();
    expect(inForce(read.convention, asOf)).toEqual(inForce(contratAmende, asOf));
  });
});

const parametreOnly = (mistake: string) => mistake.replace(/^\S+ /, "");

describe("an agent may", () => {
  const insertRows: Edit = (cells) => {
    for (const row of [30, 12, 3]) cells.splice(row, 0, [], ["  ", null]);
  };
  const insertColumns: Edit = (cells) => {
    for (const values of cells) values.unshift(null, null);
  };
  const swapColumns: Edit = (cells) => {
    const { row, column } = find(cells, ACTIONS, 0, "État 2024");
    for (const values of cells.slice(row, row + 9)) {
      const [first = null, second = null] = [values[column], values[column + 3]];
      values[column] = second;
      values[column + 3] = first;
    }
  };
  const addComments: Edit = (cells) => {
    const { row } = find(cells, ACTIONS, 0, "État 2024");
    cells[row]?.push("Remarque");
    cells[row + 3]?.push("à revoir avec la DDETS");
    cells.splice(1, 0, ["Version de travail"]);
  };
  const moveSection: Edit = (cells) => {
    const from = cells.findIndex((values) => values.includes("Avenants"));
    const moved = cells.splice(from - 1);
    const to = cells.findIndex((values) => values.includes(ANNEES));
    cells.splice(to, 0, ...moved, []);
  };
  const typeOtherwise: Edit = (cells) => {
    put(ANNEES, 1, "Statut", "FERME ")(cells);
    put(ANNEES, 1, "Crédits de l’État", "332 500,00 €")(cells);
    put(ANNEES, 2, "Premier jour", "1er janvier 2025")(cells);
    put(ACTIONS, 1, "Axe", "Axe 1")(cells);
    put(INDICATEURS, 1, "Action", "Action n° 1")(cells);
    putParametre("Cofinancement minimum", "50 %")(cells);
    put("Imputation des crédits au contrat", 1, "Code activité", "BG00/0304 50 23 23 02")(cells);
  };

  test.each<[string, Edit]>([
    ["insert rows", insertRows],
    ["insert columns", insertColumns],
    ["swap columns", swapColumns],
    ["write beside it", addComments],
    ["move a section", moveSection],
    ["type the same otherwise", typeOtherwise],
  ])("%s", (_, edit) => {
    const read = readEdited(contratAmende, edit);
    expect(mistakes(read).map(parametreOnly)).toEqual(mistakes(readEdited(contratAmende)).map(parametreOnly));
    expect(inForce(read.convention, "2026-11-24")).toEqual(inForce(contratAmende, "2026-11-24"));
  });
});

describe("a mistake in a table is told at its cell", () => {
  test.each<
    [section: string, line: number, heading: string, value: string | number | null, parametre: string, blocks: boolean]
  >([
    [ANNEES, 2, "Crédits de l’État", "trois cent mille", "Crédits de l’État 2025", true],
    [ANNEES, 2, "Crédits de l’État", null, "Crédits de l’État 2025", true],
    [ANNEES, 2, "Crédits de l’État", -1, "Crédits de l’État 2025", true],
    [ANNEES, 2, "Crédits de l’État", "#REF!", "Crédits de l’État 2025", true],
    [ANNEES, 1, "Axe 2", "env. 45 000", "Crédits de l’État 2024 – axe 2", true],
    [ANNEES, 2, "Statut", "à voir", "Statut 2025", true],
    [ANNEES, 4, "Année", "n+3", "Année du contrat", true],
    [ANNEES, 4, "Dernier jour", 46000.5, "Dernier jour 2027", true],
    [ANNEES, 4, "Dernier jour", "31/02/2027", "Dernier jour 2027", true],
    ["Axes du contrat", 2, "Intitulé", null, "Axe 2 – intitulé", true],
    ["Axes du contrat", 2, "Axe", 1, "Numéro de l’axe", true],
    [ACTIONS, 3, "Axe", 7, "Action 3 – axe", true],
    [ACTIONS, 3, "Action", 2, "Numéro de l’action", true],
    [ACTIONS, 3, "Métropole 2026", null, "Action 3 – 2026 – part Métropole", true],
    [ACTIONS, 3, "État 2026", 0.001, "Action 3 – 2026 – part État", true],
    [INDICATEURS, 3, "Action", 12, "Action de l’indicateur", true],
    [INDICATEURS, 3, "Cible 2026", "beaucoup", "Action 3 – indicateur 1 – cible 2026", true],
    [INDICATEURS, 3, "Situation T0", null, "Action 3 – indicateur 1 – T0", true],
    [
      "Imputation des crédits au contrat",
      2,
      "Code activité",
      "0304 5023",
      "Imputation 2024 – axe 2 – code activité",
      false,
    ],
    ["Imputation des crédits au contrat", 2, "Axe", 9, "Imputation – axe", false],
    [
      "Échéances du contrat",
      1,
      "Date",
      "fin mars",
      "Échéance « Indicateurs et rapport d’avancement 2024 » – date",
      false,
    ],
    ["Fiches actions", 1, "Début", "bientôt", "Fiche de l’action 1 – début", false],
    ["Fiches actions", 1, "Actions liées", "2, 99", "Fiche de l’action 1 – actions liées", false],
  ])("%s, line %d, %s: %j", (section, line, heading, value, parametre, blocks) => {
    const read = readEdited(contratIntegre, put(section, line, heading, value));
    expect(mistakes(read)).toContain(`${addressOf(contratIntegre, section, line, heading)} ${parametre}`);
    expect(read.inutilisable !== null).toBe(blocks);
    for (const { message } of read.feuille.erreurs) expect(message).toMatch(/^\S.*\.$/u);
  });

  test("an amount that makes a sum wrong sets nothing aside", () => {
    const read = readEdited(contratIntegre, put(ACTIONS, 5, "État 2024", 47500.01));
    expect(mistakes(read)).toEqual([`${addressOf(contratIntegre, ANNEES, 1, "Axe 3")} Crédits de l’État 2024 – axe 3`]);
    expect(read.feuille.erreurs[0]?.somme).toEqual({
      annee: 2024,
      axe: 3,
      de: "actions",
      found: montantFromEuros(147500.01),
      expected: montantFromEuros(147500),
    });
    expect(read.inutilisable).toBeNull();
  });

  test("a split that is not the year's amount", () => {
    const read = readEdited(contratIntegre, put(ANNEES, 1, "Crédits de l’État", 332500.5));
    expect(mistakes(read)).toEqual([
      `${addressOf(contratIntegre, ANNEES, 1, "Crédits de l’État")} Crédits de l’État 2024`,
    ]);
  });

  test("a code that lost its last digit is none; one that lost its first zero is whole", () => {
    const code = (value: string | number) => put("Imputation des crédits au contrat", 1, "Code activité", value);
    expect(mistakes(readEdited(contratIntegre, code("03045023230")))).toHaveLength(1);
    expect(mistakes(readEdited(contratIntegre, code(30450232302)))).toEqual([]);
  });

  test("without the section of the actions, that alone is said", () => {
    const withoutActions: Edit = (cells) => {
      const from = cells.findIndex((values) => values.includes(ACTIONS));
      cells.splice(from, cells.findIndex((values) => values.includes(INDICATEURS)) - from);
    };
    expect(mistakes(readEdited(contratIntegre, withoutActions)).map(parametreOnly)).toEqual([`Section « ${ACTIONS} »`]);
  });

  test("a wrong code leaves the contract without imputation, not with half of it", () => {
    const read = readEdited(contratIntegre, put("Imputation des crédits au contrat", 2, "Code activité", "0304"));
    expect(read.convention?.imputation.lignes).toEqual([]);
    expect(read.convention?.actions).toEqual(contratIntegre.actions);
  });
});

describe("a mistake in a parameter is told at its cell", () => {
  test.each<[string, string | number | null, string]>([
    ["Cofinancement minimum", 50, "Cofinancement minimum"],
    ["Fin du contrat", "2023", "Fin du contrat"],
    ["Intitulé du contrat", null, "Intitulé du contrat"],
    ["Collectivité – mots de ses colonnes", "DM\nTotal", "Collectivité – mots de ses colonnes"],
    ["Repère du contrat", "Dijon métropole", "Repère du contrat"],
  ])("%s: %j", (name, value, parametre) => {
    const read = readEdited(contratIntegre, putParametre(name, value));
    const [first] = read.feuille.erreurs;
    expect(first && plain(first.parametre)).toBe(parametre);
    expect(first?.cell.column).toBe(2);
    expect(read.inutilisable).not.toBeNull();
  });

  test("a line that was deleted is asked for at the title of its section", () => {
    const read = readEdited(contratIntegre, (cells) => {
      const at = cells.findIndex((values) => values[0] === "Cofinancement minimum");
      cells.splice(at, 1);
    });
    expect(mistakes(read)).toEqual(["A4 Cofinancement minimum"]);
  });
});

describe("a section that cannot be read is told at its place", () => {
  test("without its title", () => {
    const read = readEdited(contratIntegre, (cells) => {
      const at = cells.findIndex((values) => values.includes(ACTIONS));
      cells[at] = [];
    });
    expect(mistakes(read)).toContain(`A1 Section « ${ACTIONS} »`);
    expect(read.inutilisable).not.toBeNull();
  });

  test("without one of its headings", () => {
    const read = readEdited(contratIntegre, put(ANNEES, 0, "Statut", null));
    expect(mistakes(read)[0]).toMatch(new RegExp(`Section « ${ANNEES} »$`));
  });

  test("without the column of a year", () => {
    const read = readEdited(contratIntegre, put(ACTIONS, 0, "État 2025", null));
    expect(mistakes(read)).toEqual([`${addressOf(contratIntegre, ANNEES, 2, "Année")} Année 2025`]);
  });

  test("a year that is not the contract's, once and not for each of its amounts", () => {
    const read = readEdited(contratIntegre, put(ANNEES, 4, "Année", 2028));
    expect(mistakes(read)).toEqual([
      `${addressOf(contratIntegre, ANNEES, 4, "Année")} Année 2028`,
      expect.stringContaining("Échéance « Avenant fixant les montants 2027 »"),
    ]);
  });
});
