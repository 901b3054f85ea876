// A definition that was drafted, as long as it asks something: nothing is sealed, certified or called conforming by it; answering makes all of it possible.
import { describe, expect, it, test } from "vitest";
import { inventRegion } from "../../scripts/region/region";
import { workbookOf } from "../../scripts/region/region-workbook";
import { readDocx } from "../../src/documents/docx/read-docx";
import { readText } from "../../src/documents/read-text";
import { contratIntegre, contratsIntegres } from "../../src/contracts/built-in";
import { parseConvention } from "../../src/contracts/parse-convention";
import type { Convention, ConventionDefinition } from "../../src/core/contract/convention";
import { questionsOuvertes } from "../../src/core/contract/definition/questions";
import { sceller } from "../../src/core/contract/signed/sceau";
import { draftConvention } from "../../src/core/drafting/draft-convention";
import { draftSigned } from "../../src/core/drafting/draft-signed";
import type { ConventionEbauchee } from "../../src/core/drafting/ebauche";
import { constater } from "../../src/core/reports/tableau-de-bord/constater";
import { etablirTableau } from "../../src/core/reports/tableau-de-bord/tableau";
import { verify } from "../../src/core/verify";
import { verificationJson } from "../../src/core/verification-json";
import type { RawWorkbook, WritePlan } from "../../src/core/workbook-port";
import { WorkbookError } from "xlsx-model/plan";
import { ANNEXE_KINDS, requestAll, requestOf, DEFAULT_OPTIONS } from "../../src/core/sheets/annexes/annexe-request";
import { summarise } from "../../src/core/sheets/tableau-de-bord/compose-tableau";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { establishProcesVerbal } from "../../src/usecases/establish-proces-verbal";
import { insertAnnexe } from "../../src/usecases/insert-annexe";
import { verifyAndCompose } from "../../src/usecases/verify-and-compose";
import { verifyWorkbook } from "../../src/usecases/verify-workbook";
import { annexWorkbook } from "../contracts/annex-workbook";
import { contratDuDepartement } from "../contracts/departement-invente";
import { CONTRAT_EN_TEXTE, contratEnMilliers } from "../contracts/other-documents";
import { signedDocument } from "../contracts/signed-document";
import { contratSheet, type Cells } from "../core/reading/contrat/contrat-edits";
import { memoryWorkbook } from "../usecases/memory-workbook";

const AS_OF = "2024-07-31";

interface Drafted {
  readonly definition: ConventionDefinition;
  /** The workbook that is verified by it. */
  readonly raw: RawWorkbook;
}

function checked(definition: unknown): Convention {
  const parsed = parseConvention(definition);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.convention;
}

function fromWorkbook(raw: RawWorkbook): Drafted {
  return { definition: drafted(draftConvention(raw)), raw };
}

function fromDocument(draft: ConventionEbauchee): Drafted {
  const definition = drafted(draft);
  return { definition, raw: annexWorkbook(checked(definition)) };
}

function drafted(draft: ConventionEbauchee): ConventionDefinition {
  if (!draft.ok) throw new Error(draft.message);
  return draft.definition;
}

const ofRegion = async (rank: number): Promise<Drafted> => {
  const contract = inventRegion(rank + 1)[rank];
  if (!contract) throw new Error("a region has that many contracts");
  return fromWorkbook(await openFileWorkbook(workbookOf(contract), `${contract.nom}.xlsx`).port.read());
};

const DRAFTS: readonly (readonly [string, () => Drafted | Promise<Drafted>])[] = [
  ["merged tables in thousands", async () => fromDocument(draftSigned(readDocx(await contratEnMilliers(), "c.docx")))],
  ["a plain text", () => fromDocument(draftSigned(readText(CONTRAT_EN_TEXTE, "contrat.txt")))],
  ["Dijon's document", async () => fromDocument(draftSigned(readDocx(await signedDocument(contratIntegre), "d.docx")))],
  [
    "a département's document",
    async () => fromDocument(draftSigned(readDocx(await signedDocument(contratDuDepartement), "d.docx"))),
  ],
  ["Dijon's workbook", () => fromWorkbook(annexWorkbook(contratIntegre))],
  ["a département's workbook", () => fromWorkbook(annexWorkbook(contratDuDepartement))],
  ["the first workbook of a region", () => ofRegion(0)],
  ["another workbook of a region", () => ofRegion(6)],
];

const RELECTURE = { par: "Claire Martin", le: "2024-06-20" };

/** Its texts answered and what was read confirmed, its list as given. */
function answered(
  definition: ConventionDefinition,
  questions: ConventionDefinition["questions"],
): ConventionDefinition {
  const text = JSON.stringify({ ...definition, questions, relecture: RELECTURE }).replaceAll(
    /À compléter[^"]*/g,
    "Lu dans le contrat",
  );
  return JSON.parse(text) as ConventionDefinition;
}

/** Ways in which something of the draft is still open. */
const OPEN: readonly (readonly [string, (definition: ConventionDefinition) => ConventionDefinition])[] = [
  ["as it was drafted", (definition) => definition],
  ["with one question left", (definition) => answered(definition, definition.questions?.slice(0, 1))],
  [
    "with its list emptied and a text left",
    (definition) => ({ ...answered(definition, []), ordonnateur: "à compléter" }),
  ],
  ["with what was read confirmed by nobody", (definition) => ({ ...answered(definition, []), relecture: undefined })],
  [
    "with its list taken out",
    (definition) => {
      return answered(definition, undefined);
    },
  ],
];

/** Of each cell what it shows, and the formula that may show otherwise. */
const textsOf = (plans: readonly WritePlan[]): string =>
  plans
    .flatMap(({ sheets }) => sheets.flatMap(({ cells }) => cells.flat()))
    .flatMap(({ value, formula }) => [value, ...(formula?.match(/"[^"]+"/g) ?? []).map((text) => text.slice(1, -1))])
    .filter((text) => typeof text === "string")
    .join("\n");

async function outputs({ raw }: Drafted, convention: Convention, source: "given" | "built-in") {
  const { verification, dossier } = verify(raw, convention, AS_OF, source);
  const written = memoryWorkbook(raw);
  await verifyWorkbook(written, convention, AS_OF, undefined, { source });
  const constat = constater(dossier, verification, "classeur.xlsx");
  return { verification, plans: written.plans, summary: summarise(etablirTableau([constat], AS_OF, null)).join(" ") };
}

const requests = (kind: (typeof ANNEXE_KINDS)[number] | "toutes") =>
  kind === "toutes" ? requestAll(DEFAULT_OPTIONS) : [requestOf(kind, DEFAULT_OPTIONS)];

describe.each(DRAFTS)("%s", (name, make) => {
  // One way tells for all drafts, all ways for one.
  it.each(name === "a plain text" ? OPEN : OPEN.slice(0, 1))("certifies nothing %s", async (__, leaveOpen) => {
    const draft = await make();
    const convention = checked(leaveOpen(draft.definition));
    for (const source of ["given", "built-in"] as const) {
      const { verification, plans, summary } = await outputs(draft, convention, source);
      const { verdict, contract } = verificationJson(verification);
      expect(verdict.state).toBe("to-confirm");
      expect(verdict.sentence).toMatch(/question/);
      expect(contract.openQuestions?.length).toBeGreaterThan(0);
      expect(plans.map(({ seal }) => seal)).toEqual([undefined]);
      // The sheets say it as well.
      expect(textsOf(plans)).toMatch(/sans\sréponse/);
      expect(`${verdict.sentence}\n${textsOf(plans)}`).not.toMatch(/^(?:✓ )?Conforme|Conforme au contrat/m);
      expect(summary).toMatch(/1.contrat à confirmer : classeur\.xlsx\./);
      for (const kind of ["contrat", "toutes"] as const) {
        const port = memoryWorkbook(draft.raw);
        await expect(insertAnnexe(port, convention, AS_OF, requests(kind), source)).rejects.toThrow(/sans\sréponse/);
        expect(port.plans).toEqual([]);
      }
      const port = memoryWorkbook(draft.raw);
      await expect(establishProcesVerbal(port, convention, AS_OF, null, source)).rejects.toThrow(WorkbookError);
      expect(port.plans).toEqual([]);
    }
  });

  it("certifies once everything is answered", async () => {
    const draft = await make();
    const convention = checked(answered(draft.definition, []));
    const { verification } = await outputs(draft, convention, "given");
    expect(verification.verdict.state).not.toBe("to-confirm");
    expect(verification.contract).not.toHaveProperty("openQuestions");
    const port = memoryWorkbook(draft.raw);
    await insertAnnexe(port, convention, AS_OF, requests("contrat"), "given");
    expect(port.plans[0]?.seal).toBeDefined();
    expect(await establishProcesVerbal(port, convention, AS_OF, null, "given")).toMatchObject({ kind: "established" });
  });
});

describe("a workbook that was given before", () => {
  const definition = { ...answered(fromWorkbook(annexWorkbook(contratDuDepartement)).definition, []), id: "un-autre" };
  /** A sheet that prints a fingerprint was sealed already. */
  const neverSealed = (cells: Cells): void => {
    const at = cells.findIndex((values) => values[0] === "Empreinte du contrat signé");
    cells.splice(at, 1);
  };
  const withSheet = (convention: Convention, seal?: string): RawWorkbook => {
    const raw = annexWorkbook(convention);
    return {
      ...raw,
      sheets: [...raw.sheets, contratSheet(convention, neverSealed)],
      ...(seal !== undefined && { seal }),
    };
  };
  const verified = (raw: RawWorkbook) => verifyAndCompose(raw, contratIntegre, AS_OF, "built-in", null);

  it("is sealed by its first verification, unless a text of its sheet is left open", () => {
    const left = checked({ ...definition, ordonnateur: "À compléter" });
    expect(verified(withSheet(checked(definition))).plan?.seal).toBeDefined();
    expect(verified(withSheet(left)).plan?.seal).toBeUndefined();
    expect(verified(withSheet(left)).verification.verdict.state).toBe("to-confirm");
  });

  it("is not conforming under a seal that was set over a guess", () => {
    const left = checked({ ...definition, intitule: "À compléter – contrat 2024-2027" });
    const { verdict, contract } = verified(withSheet(left, sceller(left).texte)).verification;
    expect(verdict.state).toBe("to-confirm");
    expect(contract.openQuestions?.map(({ field }) => field)).toEqual(["intitule"]);
  });
});

describe("a definition that was drawn from a workbook", () => {
  const raw = annexWorkbook(contratDuDepartement);
  const convention = checked(answered(fromWorkbook(raw).definition, []));
  const later = annexWorkbook(contratDuDepartement, (budget) => {
    const row = budget[3] ?? [];
    row[3] = 1;
  });
  const elsewhere = annexWorkbook(contratDuDepartement, (budget) => budget.unshift(["Budget"]));

  it.each([
    ["the workbook itself", raw, true],
    ["a later version of it under another name", { ...later, name: "version-2.xlsx" }, true],
    ["whatever holds its name", elsewhere, true],
    ["another workbook", { ...elsewhere, name: "autre.xlsx" }, false],
  ])("is said to be: %s", async (_, workbook, isThisWorkbook) => {
    const { verification } = verify(workbook, convention, AS_OF, "given");
    expect(verificationJson(verification).contract.origin).toEqual({
      from: "workbook",
      file: raw.name,
      isThisWorkbook,
    });
    const words = isThisWorkbook
      ? /tirée de ce classeur.*qu’à lui-même/
      : /tirée d’un classeur.*et non du contrat signé/;
    expect(verification.verdict.sentence).toMatch(words);
    const port = memoryWorkbook(workbook);
    await verifyWorkbook(port, convention, AS_OF, undefined, { source: "given" });
    expect(textsOf(port.plans)).toMatch(words);
    await establishProcesVerbal(port, convention, AS_OF, null, "given");
    expect(textsOf(port.plans.slice(1))).toMatch(words);
  });

  it("is still said once it was sealed in the workbook", () => {
    const sealed = { ...raw, seal: sceller(convention).texte, sheets: [...raw.sheets, contratSheet(convention)] };
    const { verification } = verify(sealed, contratIntegre, AS_OF);
    expect(verification.contract.origin?.isThisWorkbook).toBe(true);
  });
});

test("no contract of the product asks anything", () => {
  expect(contratsIntegres.flatMap(questionsOuvertes)).toEqual([]);
});

test("a text that goes on after the words is an answer", () => {
  const { definition } = fromWorkbook(annexWorkbook(contratDuDepartement));
  const open = (ordonnateur: string) =>
    questionsOuvertes(checked({ ...answered(definition, []), ordonnateur })).map(({ champ }) => champ);
  for (const text of ["À compléter", "a completer", "[À COMPLÉTER]", "À compléter : nom"])
    expect(open(text)).toEqual(["ordonnateur"]);
  expect(open("Dossier à compléter par le préfet")).toEqual([]);
  expect(open("À compléter par le préfet")).toEqual([]);
});
