// A contract that numbers its actions "1.1", "A1" or "1.a": read, judged, written and named as it writes them.
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { parseConvention } from "../../src/contracts/parse-convention";
import type { Convention, ConventionDefinition } from "../../src/core/contract/convention";
import { definitionOf, lireSceau, sceller } from "../../src/core/contract/signed/sceau";
import { requestAll } from "../../src/core/sheets/annexes/annexe-request";
import { createXlsx } from "xlsx-model/create-xlsx";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { insertAnnexe } from "../../src/usecases/insert-annexe";
import { draftConvention } from "../../src/core/drafting/draft-convention";
import { verify } from "../../src/core/verify";
import { annexWorkbook, budgetRows } from "./annex-workbook";

const AS_OF = "2024-06-30";
const dijon = definitionOf(contratIntegre) as ConventionDefinition;

/** "1.1" for the first of the first axe, "A1", "1.a": the contract's actions under other numbers. */
const STYLES: Readonly<Record<string, (axe: number, rang: number) => string>> = {
  "1.1": (axe, rang) => `${axe}.${rang}`,
  A1: (axe, rang) => `${"ABCD".charAt(axe - 1)}${rang}`,
  "1.a": (axe, rang) => `${axe}.${"abcd".charAt(rang - 1)}`,
  "II.1": (axe, rang) => `${["I", "II", "III", "IV"][axe - 1]}.${rang}`,
};

function renumbered(style: (axe: number, rang: number) => string): Convention {
  const ranks = new Map<number, number>();
  const numeros = new Map(
    dijon.actions.map(({ numero, axe }) => {
      const rang = (ranks.get(axe) ?? 0) + 1;
      ranks.set(axe, rang);
      return [numero, style(axe, rang)] as const;
    }),
  );
  const parsed = parseConvention({
    ...dijon,
    sources: {},
    id: "numeros-ecrits",
    actions: dijon.actions.map((action) => ({
      ...action,
      numero: numeros.get(action.numero) ?? action.numero,
      ...(action.fiche && {
        fiche: { ...action.fiche, actionsLiees: action.fiche.actionsLiees.map((one) => numeros.get(one) ?? one) },
      }),
    })),
  });
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.convention;
}

describe.each(Object.entries(STYLES))("%s", (_, style) => {
  const convention = renumbered(style);
  const [first, second] = convention.actions.map(({ numero }) => numero);

  test("its tables give no error, whatever words stand beside the numbers", () => {
    const { verification, dossier } = verify(annexWorkbook(convention), convention, AS_OF, "given");
    expect(verification.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(dossier.budget?.lignesAction.map(({ action }) => action?.numero)).toEqual(
      convention.actions.map(({ numero }) => numero),
    );
  });

  test("a number alone, beside the words or before other words says which action it is", () => {
    for (const words of ["", " Un tout autre intitulé"]) {
      const raw = annexWorkbook(convention, (budget) => {
        for (const row of budget) if (String(row[0]).startsWith(`${first} `)) row[0] = `${first}${words}`;
      });
      const { budget } = verify(raw, convention, AS_OF, "given").dossier;
      expect(budget?.lignesAction[0]?.action?.numero).toBe(first);
    }
  });

  test("words under the number of another action are asked about, never taken for it", () => {
    const raw = annexWorkbook(convention, (budget) => {
      for (const row of budget) {
        if (String(row[0]).startsWith(`${first} `)) row[0] = String(row[0]).replace(String(first), String(second));
      }
    });
    const { findings, verdict } = verify(raw, convention, AS_OF, "given").verification;
    expect([verdict.state, findings.filter(({ severity }) => severity !== "info")]).toEqual(["to-confirm", []]);
    const [question, ...others] = verdict.questions ?? [];
    expect([question?.about, others]).toEqual(["row", []]);
    expect(question?.evidence.join()).toContain(String(second));
  });

  test("a finding is named, told and kept by that number", () => {
    const raw = annexWorkbook(convention, (budget) => {
      const row = budget.find(([label]) => String(label).startsWith(`${second} `));
      if (row) row[2] = 19_999.99;
    });
    const { findings } = verify(raw, convention, AS_OF, "given").verification;
    const found = findings.find(({ rule }) => rule === "montant-contractualise");
    expect(found).toMatchObject({
      id: `montant-contractualise/${second}/2024/etat`,
      subject: { action: second, year: 2024, party: "etat" },
    });
    expect(found?.message).toContain(`Action\u00a0${second}`.replace("\u00a0", " "));
  });

  test("the seal, and the sheet « Contrat » with every annexe, are read as they were written", async () => {
    const sceau = lireSceau(sceller(convention).texte);
    expect(sceau.etat === "inchange" && sceau.convention).toEqual({ ...convention, avenants: [] });
    const { port } = openFileWorkbook(createXlsx("classeur.xlsx").save(), "classeur.xlsx");
    await insertAnnexe(port, convention, AS_OF, [...requestAll()]);
    const { verification, dossier } = verify(await port.read(), convention, AS_OF);
    expect(verification.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(dossier.convention.actions.map(({ numero, fiche }) => [numero, fiche?.actionsLiees])).toEqual(
      convention.actions.map(({ numero, fiche }) => [numero, fiche?.actionsLiees]),
    );
    expect(dossier.fiches?.map(({ action }) => action?.numero)).toEqual(convention.actions.map(({ numero }) => numero));
  });

  test("a draft from its tables has them", () => {
    const drafted = draftConvention(annexWorkbook(convention));
    expect(drafted.ok && drafted.definition.actions.map(({ numero, intitule }) => [numero, intitule])).toEqual(
      convention.actions.map(({ numero, intitule }) => [numero, intitule]),
    );
  });
});

test("1,1 typed as a figure in a column of numbers is the action 1.1", () => {
  const convention = renumbered(STYLES["1.1"] as (axe: number, rang: number) => string);
  const raw = annexWorkbook(convention, (budget) => {
    const rows = budgetRows(convention).map((row) => {
      const numero = convention.actions.find((action) => String(row[0]).startsWith(`${action.numero} `))?.numero;
      return numero === undefined ? [null, ...row] : [Number(numero), "Un autre intitulé", ...row.slice(1)];
    });
    budget.splice(0, budget.length, ...rows);
  });
  const { budget } = verify(raw, convention, AS_OF, "given").dossier;
  expect(budget?.lignesAction.map(({ action }) => action?.numero)).toEqual(
    convention.actions.map(({ numero }) => numero),
  );
});

test("a whole number in quotation marks is named as the mistake that it is", () => {
  const parsed = parseConvention({
    ...dijon,
    actions: dijon.actions.map((action, rank) => (rank === 0 ? { ...action, numero: "1" } : action)),
  });
  expect(parsed.ok ? "" : parsed.message).toContain("«\u00a0actions[0].numero\u00a0»");
});
