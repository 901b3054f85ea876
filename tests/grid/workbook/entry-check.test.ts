// What the agent types where an annexe controls the entry: taken or refused as Excel does, and told in the annexe's words.
import { beforeAll, describe, expect, it } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { createXlsx } from "xlsx-model/create-xlsx";
import { openFileWorkbook } from "../../../src/files/file-workbook";
import { HostSession } from "../../../src/preview/host-session";
import { insertAnnexe } from "../../../src/usecases/insert-annexe";

let session: HostSession;

beforeAll(async () => {
  const { port, model } = openFileWorkbook(createXlsx("annexes.xlsx").save(), "annexes.xlsx");
  await insertAnnexe(port, contratIntegre, "2026-11-24", [
    { kind: "budget", sousTotaux: true },
    { kind: "indicateurs", realises: true },
    { kind: "execution", annee: 2024 },
    { kind: "fiches", action: 5 },
    { kind: "imputation" },
    { kind: "echeancier" },
  ]);
  session = new HostSession(model);
});

/** The cell right of, or below, a text of the sheet. */
function placeBeside(name: string, text: string, down: number, right: number) {
  const sheet = session.model.sheets.find((each) => each.name === name);
  const used = sheet?.usedRange(true);
  if (!sheet || !used) throw new Error(`nothing on ${name}`);
  for (let row = used.top; row <= used.bottom; row += 1) {
    for (let column = used.left; column <= used.right; column += 1) {
      const { value } = sheet.content(row, column);
      if (String(value).startsWith(text)) return { sheet, row: row + down, column: column + right };
    }
  }
  throw new Error(`no ${text} on ${name}`);
}

async function type(place: ReturnType<typeof placeBeside>, text: string) {
  const { sheet, row, column } = place;
  session.activate(sheet);
  session.dismissAlert();
  session.select(row, column);
  session.startEditing(text);
  session.commit(text, "down");
  await session.host.editCell(sheet, 200, 0, "");
  const { alert, view } = session.snapshot();
  return { alert, value: sheet.content(row, column).value, active: view.selection.top - row };
}

describe.each([
  [
    "an amount of the budget",
    "Tableau budgétaire",
    "5 Garantir",
    0,
    2,
    ["-1", "nd", "12 euros"],
    ["47 500,25", "0"],
    "Montant attendu",
  ],
  [
    "an executed amount",
    "Exécution 2024",
    "5 Garantir",
    0,
    2,
    ["-0,01", "environ 3"],
    ["1 000", "12,5 €"],
    "Montant attendu",
  ],
  [
    "a target",
    "Suivi des indicateurs",
    "Nombre de jeunes de plus",
    0,
    2,
    ["-3", "beaucoup", "nd ?"],
    ["nd", "ND", "140", "0"],
    "Nombre attendu",
  ],
  [
    "an achieved value",
    "Suivi des indicateurs",
    "Nombre de jeunes de plus",
    0,
    3,
    ["-3", "oui"],
    ["139", "nd"],
    "Nombre attendu",
  ],
  [
    "a day of payment",
    "Imputation des crédits",
    "Versé le",
    1,
    0,
    ["hier", "31/02/2025", "12"],
    ["15/06/2024"],
    "Date attendue",
  ],
  ["a day when it was done", "Échéancier", "Fait le", 1, 0, ["fait", "01/01/1990"], ["31/12/2025"], "Date attendue"],
  [
    "a choice",
    "Fiche action 5",
    "L’action est-elle",
    0,
    1,
    ["peut-être", "3"],
    ["Action nouvelle", "Action existante renforcée"],
    "Choix attendu",
  ],
] as const)("%s", (_, name, text, down, right, wrong, right_, title) => {
  it.each(wrong)("refuses %s, and keeps the cell", async (entry) => {
    const place = placeBeside(name, text, down, right);
    const before = place.sheet.content(place.row, place.column).value;
    const { alert, value, active } = await type(place, entry);
    expect(alert).toMatch(new RegExp(`^${title}\\. (?:Saisissez|Choisissez) .*`, "u"));
    expect(value).toBe(before);
    expect(active).toBe(0);
  });

  it.each(right_)("takes %s", async (entry) => {
    const place = placeBeside(name, text, down, right);
    const { alert, value, active } = await type(place, entry);
    expect(alert).toBeNull();
    expect(value).not.toBeNull();
    expect(active).toBe(1);
    expect((await type(place, "")).value).toBeNull();
  });
});

describe("a cell that no annexe controls", () => {
  it("takes anything", async () => {
    const place = placeBeside("Exécution 2024", "5 Garantir", 0, 11);
    expect(await type(place, "-3 et plus")).toMatchObject({ alert: null, value: "-3 et plus" });
  });

  it("takes a formula where an amount is expected", async () => {
    const place = placeBeside("Exécution 2024", "6 Favoriser", 0, 5);
    expect(await type(place, "=1000+2,5")).toMatchObject({ alert: null, value: 1002.5 });
  });
});
