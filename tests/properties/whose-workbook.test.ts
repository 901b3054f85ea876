// Among 117 known contracts each invented workbook, changed as hands and old faults change them, is its own contract's or asked about.
import { beforeAll, describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import type { Convention } from "../../src/core/contract/convention";
import type { Contrats } from "../../src/core/reading/contrat/recognise-contrat";
import { readDossier } from "../../src/core/reading/read-dossier";
import type { RawWorkbook } from "../../src/core/workbook-port";
import {
  conventionOf,
  inThousands,
  readWorkbook,
  REGION,
  retitled,
  shuffled,
  withBuiltInSheet,
  withoutYears,
} from "./sister-workbooks";

const DEFINITIONS = REGION.map(conventionOf);
const KNOWN: readonly [Convention, ...Convention[]] = [contratIntegre, ...DEFINITIONS];

/** One in so many contracts. */
const STEP = 29;
const SAMPLE = REGION.map((_, index) => index).filter((index) => index % STEP === 3);

interface Case {
  readonly own: string;
  readonly raw: RawWorkbook;
  readonly next: Convention;
}

/** "sien", or what is said instead of judging. */
function answer(raw: RawWorkbook, own: string, contrats: Contrats): string {
  const { question, autreContrat, convention } = readDossier(raw, contrats, "2026-11-24");
  if (autreContrat) return "autre";
  if (question) return question.answers.some(({ contract }) => contract === own) ? "demandé" : "demandé sans lui";
  return convention.id === own ? "sien" : `jugé par ${convention.id}`;
}

describe.each(SAMPLE)("the invented contract %i", (index) => {
  const contract = REGION[index] ?? REGION[0];
  let one: Case;
  if (!contract) throw new Error("no contract");
  beforeAll(async () => {
    const next = DEFINITIONS[(index + 1) % DEFINITIONS.length] ?? contratIntegre;
    one = { own: contract.nom, raw: await readWorkbook(contract), next };
  });

  it("is its own, shuffled, retitled, without some of its years, in thousands of euros", async () => {
    const { own, raw } = one;
    const changed: RawWorkbook[] = [
      raw,
      await readWorkbook(shuffled(contract)),
      ...(await Promise.all([1, 2, 3].map((every) => readWorkbook(retitled(contract, every))))),
      withoutYears(raw, [2025, 2026, 2027]),
      withoutYears(raw, [2026, 2027]),
      withoutYears(await readWorkbook(retitled(contract, 2)), [2025, 2026, 2027]),
      inThousands(raw),
      { ...raw, sheets: raw.sheets.slice(0, 1) },
      { ...raw, sheets: raw.sheets.slice(1, 2) },
    ];
    expect(changed.map((each) => answer(each, own, KNOWN))).toEqual(changed.map(() => "sien"));
  });

  it("is asked about with its indicators alone, whose words others share, and settled by the name of its definition", () => {
    const { own, raw, next } = one;
    const alone = { ...raw, sheets: raw.sheets.slice(2) };
    expect(answer(alone, own, KNOWN)).toBe("demandé");
    expect(answer(alone, own, { connus: KNOWN, nomme: conventionOf(contract) })).toBe("sien");
    expect(answer(raw, own, { connus: KNOWN, nomme: next })).toBe("demandé");
  });

  it("is nobody's where its own definition is not known", () => {
    const { own, raw, next } = one;
    const others = KNOWN.filter(({ id }) => id !== own) as unknown as typeof KNOWN;
    expect(answer(raw, own, others)).toBe("demandé sans lui");
    expect(answer(raw, own, [next, contratIntegre])).toBe("demandé sans lui");
    expect(answer(raw, own, contratIntegre)).toBe("autre");
  });

  it("is asked about under another contract's seal, until the agent says which it follows", async () => {
    const { own, raw } = one;
    const sealed = await withBuiltInSheet(raw);
    expect(answer(sealed, own, KNOWN)).toBe("demandé");
    expect(answer(sealed, own, contratIntegre)).toBe("demandé sans lui");
    expect(answer(sealed, own, { connus: KNOWN, nomme: conventionOf(contract) })).toBe("sien");
    const given = readDossier(sealed, conventionOf(contract), "2026-11-24", "given");
    expect([given.question, given.autreContrat, given.convention.id]).toEqual([undefined, undefined, own]);
  });
});
