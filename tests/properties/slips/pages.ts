// Slips in the pages beside the tables, and a year that waits for its avenant.
import { composeContratSheet } from "../../../src/core/sheets/contrat/contrat-sheet";
import type { CellValue } from "xlsx-model/plan";
import type { Content } from "../content";
import { bankPage, deadlinesPage, fichesPage, FIELDS, imputationPage, type Page } from "../pages";
import { EARLY, LATE, pick, type Planted, type Slip } from "./slip";

const withPage = (content: Content, page: Page, planted: Omit<Planted, "content">): Planted => ({
  content: { ...content, pages: [page] },
  ...planted,
});

const otherDigit = (text: string, at: number): string => {
  const digit = (Number(text[at]) + 1) % 10;
  return `${text.slice(0, at)}${digit}${text.slice(at + 1)}`;
};

/** The sheet « Contrat » as the product writes it, with other values in one line of one of its parts. */
function contratPage(
  { convention }: Content,
  part: string,
  line: number,
  changes: Readonly<Record<string, string | number>>,
): Page {
  const rows = composeContratSheet(convention).cells.map((cells) => cells.map(({ value }) => value));
  const title = rows.findIndex((cells) => cells.includes(part));
  const [first = ""] = Object.keys(changes);
  const head = rows.findIndex((cells, index) => index > title && cells.includes(first));
  if (title < 0 || head < 0) throw new Error("the sheet « Contrat » has another shape");
  const written = (value: CellValue, index: number) => {
    const name = `${rows[head]?.[index] ?? ""}`;
    const changed = changes[name];
    return changed === undefined ? value : { value: changed, tags: [`contract:slip/${name}`] };
  };
  return {
    sheet: "Contrat",
    resultSheet: "contrat",
    rows: () => rows.map((cells, row) => (row === head + 1 + line ? cells.map(written) : cells)),
  };
}

export const pageSlips: readonly Slip[] = [
  {
    name: "a field of a fiche that is empty",
    rules: ["fiche-complete"],
    asOf: EARLY,
    contract: "signed",
    plant(content, dice, { pages }) {
      const action = pick(content.convention.actions, dice.row);
      const field = pick(
        FIELDS.filter((one) => one !== "axe"),
        dice.other,
      );
      if (!action || !field) return null;
      const answer = dice.amount % 2 === 0 ? "" : "à compléter";
      return withPage(content, fichesPage(content.convention, new Map([[action.numero, { [field]: answer }]])), {
        expected: (workbook) => [
          {
            severity: "warning",
            id: `fiche-complete/${action.numero}`,
            // Nothing under a label says that its answer should stand there.
            cells: [
              workbook.at(
                `fiche:${answer === "" && pages.answers === "below" ? "label/" : ""}${field}/${action.numero}`,
              ),
            ],
          },
        ],
        also: [],
      });
    },
  },
  {
    name: "a fiche that is missing",
    rules: ["fiche-complete"],
    asOf: EARLY,
    contract: "signed",
    plant(content, dice, { budget: { form, areYearsReversed } }) {
      const action = pick(content.convention.actions, dice.row);
      const years = content.budget?.years ?? [];
      if (!action) return null;
      const first = form === "flat" && areYearsReversed ? Math.max(...years) : Math.min(...years);
      return withPage(content, fichesPage(content.convention, new Map(), new Set([action.numero])), {
        expected: (workbook) => [
          {
            severity: "warning",
            id: `fiche-complete/${action.numero}`,
            cells: [workbook.at(`budget:label/${action.numero}/${first}`)],
          },
        ],
        also: [],
      });
    },
  },
  {
    name: "a fiche whose calendar goes beyond the contract",
    rules: ["fiche-dans-la-periode"],
    asOf: EARLY,
    contract: "signed",
    plant(content, dice) {
      const action = pick(content.convention.actions, dice.row);
      if (!action) return null;
      const calendrier = pick(
        ["du 1er janvier 2024 au 31 décembre 2028", "2023-2027", "01/01/2024 – 30/06/2028"],
        dice.other,
      );
      return withPage(
        content,
        fichesPage(content.convention, new Map([[action.numero, { calendrier: calendrier ?? "" }]])),
        {
          expected: (workbook) => [
            {
              severity: "error",
              id: `fiche-dans-la-periode/${action.numero}`,
              cells: [workbook.at(`fiche:calendrier/${action.numero}`)],
            },
          ],
          also: [],
        },
      );
    },
  },
  {
    name: "a fiche under another axe",
    rules: ["fiche-coherente"],
    asOf: EARLY,
    contract: "signed",
    plant(content, dice) {
      const { convention } = content;
      const action = pick(convention.actions, dice.row);
      const other = pick(
        convention.axes.filter(({ numero }) => numero !== action?.axe),
        dice.other,
      );
      if (!action || !other) return null;
      const axe = `Axe ${other.numero} : ${other.intitule}`;
      return withPage(content, fichesPage(convention, new Map([[action.numero, { axe }]])), {
        expected: (workbook) => [
          {
            severity: "warning",
            id: `fiche-coherente/${action.numero}/axe`,
            cells: [workbook.at(`fiche:axe/${action.numero}`)],
          },
        ],
        also: [],
      });
    },
  },
  {
    name: "an activity code with a wrong digit",
    rules: ["imputation-du-contrat"],
    asOf: EARLY,
    contract: "signed",
    plant(content, dice) {
      const ligne = pick(content.convention.imputation.lignes, dice.row);
      if (!ligne) return null;
      const code = otherDigit(ligne.code, dice.other % ligne.code.length);
      return withPage(content, imputationPage(content.convention, { axe: ligne.axe, code }), {
        expected: (workbook) => [
          {
            severity: "error",
            id: `imputation-du-contrat/axe-${ligne.axe}/code`,
            cells: [workbook.at(`imputation:code/${ligne.axe}`)],
          },
        ],
        also: [],
      });
    },
  },
  {
    name: "an imputed amount that is not the contract's",
    rules: ["imputation-du-contrat"],
    asOf: EARLY,
    contract: "signed",
    plant(content, dice) {
      const ligne = pick(content.convention.imputation.lignes, dice.row);
      if (!ligne) return null;
      return withPage(content, imputationPage(content.convention, { axe: ligne.axe, add: 1 + dice.amount }), {
        expected: (workbook) => [
          {
            severity: "error",
            id: `imputation-du-contrat/axe-${ligne.axe}/${ligne.annee}`,
            cells: [workbook.at(`imputation:amount/${ligne.axe}`)],
          },
        ],
        also: [],
      });
    },
  },
  {
    name: "an IBAN with a wrong digit",
    rules: ["coordonnees-bancaires"],
    asOf: EARLY,
    contract: "signed",
    plant(content, dice) {
      const bank = content.convention.coordonneesBancaires;
      if (!bank) return null;
      const digits = [...bank.iban].flatMap((character, index) => (index > 3 && /\d/.test(character) ? [index] : []));
      const iban = otherDigit(bank.iban, pick(digits, dice.other) ?? 0);
      return withPage(content, bankPage(iban, bank.rib), {
        expected: (workbook) => [
          { severity: "error", id: "coordonnees-bancaires/iban", cells: [workbook.at("bank:iban")] },
        ],
        also: [],
      });
    },
  },
  {
    name: "a deadline that has passed without being met",
    rules: ["echeances"],
    asOf: LATE,
    contract: "signed",
    plant(content, dice) {
      // A late avenant is told once, by the rule of the yearly avenant.
      const passed = content.convention.echeances.filter(
        ({ date, avenantPour }) => date < LATE && avenantPour === undefined,
      );
      const echeance = pick(passed, dice.row);
      if (!echeance) return null;
      return withPage(content, deadlinesPage(content.convention, echeance.id), {
        expected: (workbook) => [
          {
            severity: "warning",
            id: `echeances/${echeance.id}`,
            cells: [workbook.at(`deadline:label/${echeance.id}`), workbook.at(`deadline:done/${echeance.id}`)],
          },
        ],
        also: [],
      });
    },
  },
  {
    name: "a parameter of the contract sheet that cannot be read",
    rules: ["contrat-coherent"],
    asOf: EARLY,
    contract: "signed",
    plant(content, dice) {
      const line = dice.row % content.convention.annees.length;
      const page = contratPage(content, "Années et crédits de l’État", line, { "Premier jour": "bientôt" });
      return withPage(content, page, {
        expected: (workbook) => [
          { severity: "error", id: "contrat-coherent/*", cells: [workbook.at("contract:slip/Premier jour")] },
        ],
        also: [],
      });
    },
  },
  {
    name: "a starting value of the contract sheet that is not the signed contract's",
    rules: ["contrat-signe"],
    asOf: EARLY,
    contract: "signed",
    plant(content, dice) {
      const line = dice.row % content.convention.actions.flatMap(({ indicateurs }) => indicateurs).length;
      const page = contratPage(content, "Indicateurs et cibles", line, { "Situation T0": 100_000 + dice.amount });
      return withPage(content, page, {
        expected: (workbook) => [
          { severity: "error", id: "contrat-signe/*", cells: [workbook.at("contract:slip/Situation T0")] },
        ],
        also: [],
      });
    },
  },
  {
    name: "an avenant of an action that the contract has not",
    rules: ["avenant-lisible"],
    asOf: EARLY,
    contract: "signed",
    plant(content, dice) {
      const page = contratPage(content, "Avenants", 0, {
        "Avenant n°": 1,
        "Signé le": "10/02/2024",
        Objet: "Montant d’une action",
        Année: 2024,
        Action: 1000 + dice.row,
        Partie: "État",
        "Nouvelle valeur": dice.amount,
      });
      return withPage(content, page, {
        expected: (workbook) => [
          { severity: "error", id: "avenant-lisible/*", cells: [workbook.at("contract:slip/Action")] },
        ],
        also: [],
      });
    },
  },
  {
    name: "a year that has begun without its avenant",
    rules: ["avenant-annuel"],
    asOf: LATE,
    plant(content, dice) {
      const { convention, budget } = content;
      const waiting = convention.annees.filter(
        ({ annee, debut }) =>
          debut <= LATE && convention.creditsEtat.some((credit) => credit.annee === annee && credit.statut !== "ferme"),
      );
      const year = pick(waiting, dice.year);
      if (!year || !budget) return null;
      const id = `avenant-annuel/${year.annee}`;
      return {
        content,
        expected: (workbook) => [{ severity: "warning", id, cells: [workbook.at(`budget:year/${year.annee}`)] }],
        also: [],
      };
    },
  },
];
