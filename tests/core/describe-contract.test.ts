// The contract's history and deadlines in the result: who changed what, when, by which avenant; what is due and when.
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import type { Convention } from "../../src/core/contract/convention";
import { sceller } from "../../src/core/contract/signed/sceau";
import { verificationJson, type ContractChangeJson } from "../../src/core/verification-json";
import { verify } from "../../src/core/verify";
import { annexWorkbook } from "../contracts/annex-workbook";
import { contratAmende } from "../contracts/avenants";
import { contratSheet, find, plain, put, putAvenant, type Cells, type Edit } from "./reading/contrat/contrat-edits";

const DATE = "2026-11-24";

function check(convention: Convention, asOf: string, ...edits: readonly Edit[]) {
  const raw = annexWorkbook(contratIntegre);
  let cells: Cells = [];
  const sheet = contratSheet(convention, ...edits, (all) => void (cells = all));
  const seal = sceller(contratIntegre).texte;
  const sheets = [...raw.sheets, { ...sheet, id: "contrat" }];
  const json = verificationJson(verify({ ...raw, seal, sheets }, contratIntegre, asOf).verification);
  const { history = [] } = json.contract;
  /** What the register says on the line of a change. */
  const lineOf = ({ cell }: ContractChangeJson) => {
    const row = cells[Number(/^Contrat!A(\d+)$/.exec(cell ?? "")?.[1]) - 1] ?? [];
    const { column } = find(cells, "Avenants", 1, "Objet");
    return { avenant: row[0], objet: row[column], annee: row[column + 1], action: row[column + 3] };
  };
  const of = (what: string) => {
    const found = history.find((change) => plain(change.what) === what);
    if (!found) throw new Error(`${what} is not in the history`);
    return { ...found, old: found.old && plain(found.old), new: found.new && plain(found.new) };
  };
  return { json, history, lineOf, of };
}

describe("each year", () => {
  test("is firm or provisional, with the avenant that fixed it", () => {
    expect(check(contratIntegre, DATE).json.contract.years).toEqual([
      { year: 2024, status: "firm" },
      ...[2025, 2026, 2027].map((year) => ({ year, status: "provisional" })),
    ]);
    const { json, history } = check(contratAmende, DATE);
    expect(json.contract.years?.[1]).toEqual({ year: 2025, status: "firm", avenant: 1 });
    expect(history.find(({ what }) => plain(what) === "Action 8 – 2025 – part État")?.status).toBe("firm");
  });
});

describe("the contract's history", () => {
  test("is left out where no avenant changes it", () => {
    expect(check(contratIntegre, DATE).json.contract).not.toHaveProperty("history");
  });

  test("gives each change with its avenant, its dates, its clause, both values and its line", () => {
    const effect: Edit = (cells) => {
      for (const values of cells) if (values[0] === 3) [values[11], values[12]] = ["01/11/2026", "article 4"];
    };
    const { history, lineOf, of } = check(contratAmende, DATE, effect);
    const own = of("Action 8 – 2025 – part État");
    expect(own).toMatchObject({
      avenant: 1,
      signedOn: "2025-02-10",
      effectiveOn: "2025-02-10",
      state: "in-force",
      clause: null,
      subject: { action: 8, year: 2025, party: "etat" },
      old: "35 000,00 €",
      new: "45 000,50 €",
    });
    expect(lineOf(own)).toEqual({ avenant: 1, objet: "Montant d’une action", annee: 2025, action: 8 });
    const last = of("Action 3 – 2026 – part Métropole");
    expect(history.filter(({ avenant }) => avenant === 3)).toHaveLength(1);
    expect(last).toMatchObject({
      avenant: 3,
      signedOn: "2026-10-01",
      effectiveOn: "2026-11-01",
      state: "in-force",
      clause: "article 4",
      new: "30 000,00 €",
    });
    // What follows from a line stands at that line.
    const firm = of("Statut 2026");
    expect(firm).toMatchObject({ avenant: 2, old: "provisionnel", new: "ferme" });
    expect(lineOf(firm)).toMatchObject({ avenant: 2, objet: "Crédits de l’État", annee: 2026 });
    const ended = of("Action 7 – 2027 – part État");
    expect(ended).toMatchObject({ avenant: 2, new: null });
    expect(lineOf(ended)).toMatchObject({ objet: "Action terminée", action: 7 });
    expect(of("Action 9 – intitulé")).toMatchObject({ old: null, new: "Ouvrir un point d’accueil numérique" });
  });

  test("tells what is signed later, takes effect later, is a draft or cannot be read from what is in force", () => {
    const line = { Année: 2027, Action: 1, Partie: "État", "Nouvelle valeur": 60_000 };
    const draft = putAvenant(1, { "Avenant n°": 4, "Signé le": null, ...line });
    const wrong = putAvenant(2, { "Avenant n°": 5, "Signé le": "01/02/2026", ...line, Action: 2, Année: 2031 });
    const later = putAvenant(3, { "Avenant n°": 6, "Signé le": "01/12/2026", ...line, Action: 3 });
    const effect = putAvenant(4, {
      "Avenant n°": 7,
      "Signé le": "01/03/2026",
      Objet: "Paramètre",
      "Intitulé (nouveautés)": "Ordonnateur",
      "Nouvelle valeur": "Camille AUTRE",
      "Prend effet le": "01/01/2027",
    });
    const { history, of } = check(contratIntegre, DATE, draft, wrong, later, effect);
    expect(history.map(({ avenant, state, signedOn }) => [avenant, state, signedOn])).toEqual([
      [7, "later", "2026-03-01"],
      [6, "later", "2026-12-01"],
      [4, "draft", null],
      [5, "unreadable", "2026-02-01"],
    ]);
    expect(of("Action 1 – 2027 – part État")).toMatchObject({ old: "65 000,00 €", new: "60 000,00 €" });
    const after = check(contratIntegre, "2027-01-01", draft, wrong, later, effect);
    expect(after.history.map(({ avenant, state }) => `${avenant} ${state}`)).toEqual([
      "7 in-force",
      "6 in-force",
      "4 draft",
      "5 unreadable",
    ]);
    expect(check(contratIntegre, "2026-12-31", effect).history).toMatchObject([{ state: "later" }]);
  });
});

describe("the contract's deadlines", () => {
  test("have a date, who fixes it, the days left, and whether they are done", () => {
    const { deadlines = [] } = check(contratIntegre, DATE).json;
    expect(deadlines.map(({ id }) => id)).toEqual(contratIntegre.echeances.map(({ id }) => id));
    const byId = new Map(deadlines.map((deadline) => [deadline.id, deadline]));
    for (const { id, reglage, date: set } of contratIntegre.echeances) {
      // What is asked for a year is due with its figures, a month after its end.
      const date = id.startsWith("indicateurs-") ? `${Number(set.slice(0, 4)) + 1}-02-01` : set;
      expect(byId.get(id)).toMatchObject({ date, source: reglage === true ? "setting" : "contract", done: false });
    }
  });

  test.each([
    ["the day before", "2026-03-30", 1],
    ["the day", "2026-03-31", 0],
    ["the day after", "2026-04-01", -1],
  ])("the days left count from the as-of date: %s", (_, asOf, daysLeft) => {
    const { deadlines = [] } = check(contratIntegre, asOf).json;
    expect(deadlines.find(({ date }) => date === "2026-03-31")).toMatchObject({ daysLeft, done: false, doneOn: null });
  });

  test("say when they were done, where the sheet says it", () => {
    const line = contratIntegre.echeances.findIndex(({ date }) => date === "2026-03-31") + 1;
    const { deadlines = [] } = check(
      contratIntegre,
      DATE,
      put("Échéances du contrat", line, "Fait le", "02/04/2026"),
    ).json;
    expect(deadlines[line - 1]).toMatchObject({ done: true, doneOn: "2026-04-02", daysLeft: -238 });
    expect(deadlines[line - 1]?.cell).toMatch(/^Contrat!C\d+$/);
  });
});
