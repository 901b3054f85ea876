// An avenant adds a deadline, fixes the date of one that was a setting, says what it is, and takes one away: each by a line of the register.
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { planAvenant } from "../../../src/core/avenants/plan-avenant";
import { withCells } from "../../../src/core/avenants/with-cells";
import { conventionEnVigueur } from "../../../src/core/contract/in-force/en-vigueur";
import type { Convention } from "../../../src/core/contract/convention";
import { OBJETS } from "../../../src/core/contract/clauses/sheet-words";
import { situate } from "../../../src/core/situation/situation";
import { verificationJson } from "../../../src/core/verification-json";
import { contratSheet, find, mistakes, put, putAvenant, readEdited, type Edit } from "../reading/contrat/contrat-edits";
import { annexesWorkbook } from "../sheets/annexes-workbook";
import { check, sound, type Line } from "./register-check";
import { CHANGES_NOTHING } from "../empty-avenant";

const AS_OF = "2026-11-24";
const signed = { "Avenant n°": 1, "Signé le": "10/02/2025" };
const nouvelle = (intitule: string, date: string | number): Line => ({
  ...signed,
  Objet: "Échéance nouvelle",
  "Intitulé (nouveautés)": intitule,
  "Nouvelle valeur": date,
});
const line = (objet: string, intitule: string, valeur: string | number | null = null): Line => ({
  ...signed,
  Objet: objet,
  "Intitulé (nouveautés)": intitule,
  "Nouvelle valeur": valeur,
});
const register = (...lines: readonly Line[]): readonly Edit[] =>
  lines.map((each, index) => putAvenant(index + 1, each));

function inForce(...lines: readonly Line[]): Convention {
  const read = readEdited(contratIntegre, ...register(...lines));
  expect(mistakes(read)).toEqual([]);
  if (!read.convention) throw new Error("the sheet is read");
  return conventionEnVigueur(read.convention, AS_OF).convention;
}
const deadline = ({ echeances }: Convention, wanted: string) => echeances.find(({ id }) => id === wanted);
const findingsOf = (...edits: readonly Edit[]) =>
  verificationJson(check(...edits).verification).findings.filter(({ rule }) => rule === "echeances");

describe("a new deadline", () => {
  test("is an act that is due, dated by its avenant, with its other labels", () => {
    expect(deadline(inForce(nouvelle("Rapport final\nBilan final", "30/06/2026")), "rapport-final")).toEqual({
      id: "rapport-final",
      intitule: "Rapport final",
      alias: ["Bilan final"],
      article: "–",
      date: "2026-06-30",
    });
  });

  test("is late the day after, and said to be dated by the avenant", () => {
    const late = (date: string) => findingsOf(...register(sound, nouvelle("Rapport final", date))).map(({ id }) => id);
    expect(late("23/11/2026")).toContain("echeances/rapport-final");
    const [finding] = findingsOf(...register(sound, nouvelle("Rapport final", "23/11/2026"))).filter(
      ({ id }) => id === "echeances/rapport-final",
    );
    expect(finding?.severity).toBe("warning");
    expect(finding?.message).toContain("date fixée par l’avenant n°\u00a01 du 10/02/2025");
    const [today] = findingsOf(...register(sound, nouvelle("Rapport final", "24/11/2026"))).filter(
      ({ id }) => id === "echeances/rapport-final",
    );
    expect(today?.severity).toBe("info");
  });

  test.each([
    ["acte", "warning"],
    ["droit", "info"],
    ["terme", "info"],
  ])("that a line calls « %s » gives, once passed, an observation of gravity %s", (nature, severity) => {
    const edits = register(
      sound,
      line("Paramètre", "Échéance « Rapport final » – nature", nature),
      nouvelle("Rapport final", "01/06/2026"),
    );
    const found = findingsOf(...edits).filter(({ id }) => id === "echeances/rapport-final");
    expect(found.map((each) => each.severity)).toEqual([severity]);
  });

  test("has its article, and the year whose avenant it waits for, by lines of their own", () => {
    const after = inForce(
      line("Paramètre", "Échéance « Rapport final » – avenant pour", 2027),
      line("Paramètre", "Échéance « Rapport final » – article", "2.3"),
      nouvelle("Rapport final", "30/06/2026"),
    );
    expect(deadline(after, "rapport-final")).toMatchObject({ article: "2.3", avenantPour: 2027 });
  });

  test("is done by the day that its own row of the sheet says", () => {
    const row: Edit = (cells) => {
      const { row: heading } = find(cells, "Échéances du contrat", 0, "Échéance");
      const at = cells[heading]?.map(String) ?? [];
      const own = (cells[heading] ?? []).map(() => null as string | number | null);
      own[at.indexOf("Échéance")] = "Rapport final";
      own[at.indexOf("Date")] = "30/06/2026";
      own[at.indexOf("Fait le")] = "05/07/2026";
      cells.splice(heading + 1, 0, own);
    };
    const found = findingsOf(...register(sound, nouvelle("Rapport final", "30/06/2026")), row);
    const [own] = found.filter(({ id }) => id === "echeances/rapport-final");
    expect(own).toMatchObject({ severity: "info" });
    expect(own?.message).toContain("5 jours après");
    expect(check(...register(sound, nouvelle("Rapport final", "30/06/2026")), row).found).toEqual([]);
  });
});

describe("a deadline of the contract", () => {
  test("that was a setting is the avenant's once it dates it, by either line", () => {
    const known = deadline(contratIntegre, "indicateurs-2024");
    expect(known?.reglage).toBe(true);
    for (const objet of ["Date d’une échéance", "Échéance nouvelle"]) {
      const after = deadline(inForce(line(objet, known?.intitule ?? "", "31/01/2025")), "indicateurs-2024");
      expect({ ...after, reglage: true }).toEqual({ ...known, date: "2025-01-31" });
      expect(after && "reglage" in after).toBe(false);
    }
  });

  test("changes its date by a second avenant, once a first has added it", () => {
    const second = { "Avenant n°": 2, "Signé le": "10/02/2026" };
    const after = inForce(nouvelle("Rapport final", "30/06/2026"), {
      ...line("Date d’une échéance", "Rapport final", "30/09/2026"),
      ...second,
    });
    expect(deadline(after, "rapport-final")?.date).toBe("2026-09-30");
  });

  test("goes, dated by the contract or a setting, or added by an avenant", () => {
    const second = { "Avenant n°": 2, "Signé le": "10/02/2026" };
    const after = inForce(
      line("Suppression", "Échéance « Dernier jour pour dénoncer la convention »"),
      line("Suppression", "Échéance « Indicateurs et rapport d’avancement 2026 »"),
      nouvelle("Rapport final", "30/06/2026"),
      { ...line("Suppression", "Échéance « Rapport final »"), ...second },
    );
    const ids = after.echeances.map(({ id }) => id);
    expect(ids).toEqual(
      contratIntegre.echeances.map(({ id }) => id).filter((id) => id !== "denonciation" && id !== "indicateurs-2026"),
    );
  });

  test("keeps its old label beside the new one: sheets that were laid out before bear it", () => {
    const name = contratIntegre.echeances.find(({ id }) => id === "denonciation")?.intitule ?? "";
    const after = inForce(line("Paramètre", `Échéance « ${name} » – intitulé`, "Dernier jour de dénonciation"));
    expect(deadline(after, "denonciation")).toMatchObject({ intitule: "Dernier jour de dénonciation" });
    expect(deadline(after, "denonciation")?.alias).toContain(name);
  });
});

describe("a mistaken line costs itself alone", () => {
  test.each<[string, Line]>([
    ["one that the contract dates already", nouvelle("Rapport d’exécution", "30/06/2026")],
    ["one that another label names", nouvelle("Dénonciation", "30/06/2026")],
    ["one without a label", nouvelle("", "30/06/2026")],
    ["one of signs alone", nouvelle("***", "30/06/2026")],
    ["one without a date", nouvelle("Rapport final", "bientôt")],
    ["a date of what is not", line("Date d’une échéance", "Rapport final", "30/06/2026")],
    ["a nature that is none", line("Paramètre", "Échéance « Fin du contrat » – nature", "souhait")],
    ["the nature of what is not", line("Paramètre", "Échéance « Rapport final » – nature", "droit")],
    ["a year outside the contract", line("Paramètre", "Échéance « Fin du contrat » – avenant pour", 2031)],
    ["what is not taken away", line("Suppression", "Échéance « Rapport final »")],
  ])("%s", (_, bad) => {
    const good = nouvelle("Autre rapport", "31/12/2026");
    const { dossier, verification, found } = check(...register(sound, bad, good));
    expect(dossier.feuilleContrat?.registre?.map(({ etat }) => etat)).toEqual([
      "en-vigueur",
      "illisible",
      "en-vigueur",
    ]);
    expect(found.map(([, severity]) => severity)).toEqual(["error"]);
    expect(dossier.convention.echeances).toHaveLength(contratIntegre.echeances.length + 1);
    expect(verification.contract.avenants).toEqual([1]);
  });

  test("two of one label are one, and a mistake at the second", () => {
    const { dossier } = check(
      ...register(sound, nouvelle("Rapport final", "30/06/2026"), nouvelle("Rapport Final *", "30/09/2026")),
    );
    expect(dossier.feuilleContrat?.registre?.map(({ etat }) => etat)).toEqual([
      "en-vigueur",
      "en-vigueur",
      "illisible",
    ]);
    expect(deadline(dossier.convention, "rapport-final")?.date).toBe("2026-06-30");
  });
});

test("the history says what was added, dated and taken away", () => {
  const { verification } = check(
    ...register(
      sound,
      nouvelle("Rapport final", "30/06/2028"),
      line("Date d’une échéance", "Indicateurs 2025", "15/01/2026"),
      line("Suppression", "Échéance « Indicateurs et rapport d’avancement 2027 »"),
    ),
  );
  const history = (verification.contract.history ?? []).map((each) => [each.what, each.old, each.new]);
  const of = (words: string) =>
    history
      .filter(([what]) => what?.includes(words))
      .map(([what = "", ...values]) => [what?.split(" – ").at(-1), ...values]);
  expect(of("Rapport final")).toEqual([
    ["intitulé", null, "Rapport final"],
    ["article", null, "–"],
    ["date", null, "30/06/2028"],
    ["date fixée par", null, "le contrat"],
    ["nature", null, "acte"],
  ]);
  expect(of("avancement 2025")).toEqual([
    ["date", "31/12/2025", "15/01/2026"],
    ["date fixée par", "réglage, libre", "le contrat"],
  ]);
  expect(of("avancement 2027").map(([, , after]) => after)).toEqual(of("avancement 2027").map(() => null));
  expect(of("avancement 2027")).toContainEqual(["date", "31/12/2027", null]);
});

test("what is written is what is read", () => {
  const read = readEdited(
    contratIntegre,
    ...register(
      nouvelle("Rapport final\nBilan final", "30/06/2028"),
      line("Paramètre", "Échéance « Rapport final » – nature", "droit"),
      line("Paramètre", "Échéance « Rapport final » – article", "2.3"),
      line("Date d’une échéance", "Indicateurs 2025", "15/01/2026"),
    ),
  );
  expect(mistakes(read)).toEqual([]);
  if (!read.convention) throw new Error("the sheet is read");
  const again = readEdited(read.convention);
  expect(mistakes(again)).toEqual([]);
  expect(again.convention).toEqual(read.convention);
});

test("a definition that says all of it in one place is read back to the same contract in force", () => {
  const [first] = contratIntegre.annees;
  const avenant = {
    numero: 1,
    signeLe: "2025-02-10",
    ...CHANGES_NOTHING,
    echeancesNouvelles: [
      {
        id: "rapport-final",
        intitule: "Rapport final",
        alias: [],
        article: "2.3",
        date: "2028-03-31",
        genre: "droit" as const,
        avenantPour: first?.annee ?? 0,
      },
    ],
  };
  const convention = { ...contratIntegre, avenants: [avenant] };
  const read = readEdited(convention);
  expect(mistakes(read)).toEqual([]);
  const before = conventionEnVigueur(convention, AS_OF).convention.echeances;
  expect(read.convention && conventionEnVigueur(read.convention, AS_OF).convention.echeances).toEqual(before);
});

test("the form records it, and the pane shows its date with the avenant", () => {
  const raw = annexesWorkbook();
  const book = { ...raw, sheets: [...raw.sheets, contratSheet(contratIntegre)] };
  const plan = planAvenant(book, contratIntegre, AS_OF, {
    numero: "1",
    signeLe: "2026-02-10",
    effetLe: "",
    clause: "",
    lignes: [
      { objet: "echeanceNouvelle", champs: { intitule: "Rapport final", valeur: "2027-06-30" } },
      { objet: "parametre", champs: { intitule: "Échéance « Rapport final » – nature", valeur: "droit" } },
    ],
  });
  expect(plan.lignes.flatMap(({ erreurs }) => erreurs)).toEqual([]);
  expect(plan.lignes.map(({ ancienne, nouvelle: value }) => [ancienne, value])).toEqual([
    [null, "30/06/2027"],
    [null, "droit"],
  ]);
  const { echeances } = situate(withCells(book, plan.cells), contratIntegre, AS_OF);
  expect(echeances.find(({ intitule }) => intitule === "Rapport final")).toMatchObject({
    date: "2027-06-30",
    avenant: 1,
    isSetting: false,
    isDue: false,
  });
});

test("a register of an earlier version says « Paramètre du contrat » still", () => {
  expect(inForce(line("Paramètre du contrat", "Comptable", "Direction régionale")).comptable).toBe(
    "Direction régionale",
  );
});

test("the words of the list fit the 255 characters of an entry control", () => {
  expect(Object.values(OBJETS).join(",").length).toBeLessThanOrEqual(255);
});

test("what the sheet sets itself, without an avenant, stays a setting", () => {
  const edit = put("Échéances du contrat", 1, "Date", "15/01/2025");
  const read = readEdited(contratIntegre, edit);
  expect(deadline(read.convention ?? contratIntegre, "indicateurs-2024")?.reglage).toBe(true);
});
