// A reason is one party's and its acceptance the other's: nobody alone makes a workbook conforming.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { ecartsColumn, type EcartsColumn } from "../../src/core/domain/ecarts-columns";
import { etatDuMotif, unsigned } from "../../src/core/domain/justification";
import type { CadreDuMotif } from "../../src/core/domain/justification-complete";
import { NOTHING_TYPED } from "../../src/core/domain/justification-saisie";
import { suivreMotif } from "../../src/core/domain/justification-suivie";
import type { Partie } from "../../src/core/domain/parties";
import { dateSerial } from "xlsx-model/values/date-serial";
import { justify } from "../../src/core/justify";
import { rules } from "../../src/core/rules/index";
import { verify } from "../../src/core/verify";
import type { RawSheet, SheetPlan } from "../../src/core/workbook-port";
import type { CellValue } from "xlsx-model/plan";
import { annexesWorkbook, composeFor } from "./sheets/annexes-workbook";
import { readBack, textOf, valuesOf, withResults } from "./sheets/written-sheet";

type Typed = Partial<Record<EcartsColumn, CellValue>>;

const AS_OF = "2024-06-30";
const TODAY = "2024-07-15";
const SLIPS = { G4: 64999.99 };
const first = composeFor(annexesWorkbook(SLIPS), AS_OF);
const asked = first.verification.findings.filter(({ severity, causedBy }) => severity !== "info" && causedBy === null);
const ids = new Set(first.verification.findings.map(({ id }) => id));

/** The sheet as it stands once `typed` was written beside each finding. */
function typeBeside(plan: SheetPlan, typed: (id: string) => Typed): RawSheet {
  const values = valuesOf(plan);
  for (const row of values) {
    const id = String(row[ecartsColumn("identifiant")] ?? "");
    if (!ids.has(id)) continue;
    for (const [key, value] of Object.entries(typed(id))) row[ecartsColumn(key as EcartsColumn)] = value;
  }
  return readBack(plan, values);
}

const again = (typed: (id: string) => Typed, speaksFor?: Partie) =>
  verify(withResults(annexesWorkbook(SLIPS), typeBeside(first.ecarts, typed)), contratIntegre, AS_OF, "built-in", {
    today: TODAY,
    speaksFor,
  }).verification;

const AGREED: Typed = {
  justification: "Convenu",
  par: "Mme Roy",
  partie: "Métropole",
  le: dateSerial("2024-06-01"),
  decision: "Acceptée",
  decideePar: "M. Petit",
  decideePartie: "État",
  decideeLe: dateSerial("2024-06-02"),
};

describe("a workbook with an error in it", () => {
  it("conforms with a reservation that is named, once the other party has accepted every one", () => {
    const { verdict, summary } = again(() => AGREED);
    expect(summary).toMatchObject({ toDo: 0, justified: 0 });
    expect(verdict.state).toBe("conforming");
    expect(verdict.sentence).toMatch(/^Conforme, sous réserve de \d+ écarts? acceptés? par les deux parties, pour /);
  });

  it.each<[string, Typed]>([
    ["another spelling of the same name", { decideePar: "Mme Roy (DDETS)", decideePartie: "État" }],
    ["no party", { partie: null, decideePartie: null }],
    ["one party", { decideePartie: "Dijon métropole" }],
    ["a day before the reason", { decideeLe: dateSerial("2024-05-31") }],
    ["a day after the verification", { decideeLe: dateSerial("2024-07-16") }],
  ])("waits for the other party where all was accepted under %s", (_, changes) => {
    const { verdict, summary, findings } = again(() => ({ ...AGREED, ...changes }));
    expect(summary.accepted).toBe(0);
    expect(verdict.state).not.toBe("conforming");
    expect(findings.find(({ id }) => id === asked[0]?.id)?.justification).toMatchObject({
      text: "Convenu",
      decision: null,
      remark: expect.stringMatching(/^Décision/),
    });
  });
});

describe("whatever is typed", () => {
  const party = fc.constantFrom("Métropole", "État", "DDETS", "la collectivité", "Préfecture", "Mme Roy", null);
  const name = fc.constantFrom("Mme Roy", "M. Petit", "mme roy", "Mme Roy (DDETS)", null);
  const date = fc.constantFrom("2024-06-01", "2024-06-02", "2024-07-15", "2024-07-16", null);
  const typed = fc.record({
    text: fc.constantFrom("Convenu", "Convenu", ""),
    by: name,
    party,
    on: date,
    decision: fc.constantFrom("Acceptée", "acceptee", "Refusée", "peut-être", null),
    decidedBy: name,
    decidedParty: party,
    decidedOn: date,
  });
  const side = (word: string | null) =>
    word === "Métropole" || word === "la collectivité"
      ? "collectivite"
      : word === null || word === "Mme Roy"
        ? null
        : "etat";

  it("counts as accepted only one party's reason with the other's acceptance, in order and by today", () => {
    fc.assert(
      fc.property(typed, (given) => {
        const serial = (iso: string | null) => (iso === null ? null : dateSerial(iso));
        const { summary, verdict } = again(() => ({
          justification: given.text || null,
          par: given.by,
          partie: given.party,
          le: serial(given.on),
          decision: given.decision,
          decideePar: given.decidedBy,
          decideePartie: given.decidedParty,
          decideeLe: serial(given.decidedOn),
        }));
        const [from, to] = [side(given.party), side(given.decidedParty)];
        const own = (who: string | null) => who?.replace(/ \(.*\)/, "").toLowerCase();
        const isAgreed =
          given.text !== "" &&
          (given.decision?.startsWith("A") || given.decision?.startsWith("a")) === true &&
          ![given.by, given.decidedBy, from, to, given.on, given.decidedOn].includes(null) &&
          from !== to &&
          own(given.by) !== own(given.decidedBy) &&
          String(given.on) <= String(given.decidedOn) &&
          String(given.decidedOn) <= TODAY;
        expect(summary.accepted > 0).toBe(isAgreed);
        expect(verdict.state === "conforming").toBe(isAgreed);
      }),
      { seed: 20241231, numRuns: 150 },
    );
  });
});

// What only an avenant changes, by the words of the contract's own rules: not taken from the code that says it.
const NOT_TO_BE_JUSTIFIED = ["contrat-signe", "coordonnees-bancaires", "imputation-du-contrat", "avenant-lisible"];

describe("of any rule", () => {
  const name = fc.constantFrom("Mme Roy", "M. Petit", "Mme Roy (DDETS)", null);
  const word = fc.constantFrom("Métropole", "État", "DDETS", "Mme Roy", null);
  const date = fc.constantFrom("2024-06-01", "2024-06-02", "2024-07-16", "demain", null);
  const saisie = fc.record({
    text: fc.constantFrom("Convenu", ""),
    by: name,
    party: word,
    on: date,
    decision: fc.constantFrom("Acceptée", "Refusée", null),
    decidedBy: name,
    decidedParty: word,
    decidedOn: date,
  });
  const rule = fc.constantFrom(...rules.map(({ meta }) => meta.id), ...NOT_TO_BE_JUSTIFIED);
  const speaker = fc.constantFrom<Partie | undefined>("etat", "collectivite", undefined);
  const nothing = { ...NOTHING_TYPED, id: "x", place: { row: 0, column: 0 }, repere: "", found: null, expected: null };
  const beside = {
    numberFormat: "General",
    rule: "",
    article: "",
    severity: "",
    action: null,
    year: null,
    message: "",
  };

  it("an answer counts where the rule may be excused, and whoever speaks for a party answers nothing by it", () => {
    let accepted = 0;
    fc.assert(
      fc.property(saisie, rule, speaker, fc.constantFrom("Retard", null), (typed, id, speaksFor, inTable) => {
        const follow = (cadre: Partial<CadreDuMotif>) =>
          suivreMotif({ ...nothing, ...beside, ...typed }, inTable, id, {
            convention: contratIntegre,
            today: TODAY,
            ...cadre,
          });
        const { justification } = follow({});
        const said = follow({ speaksFor }).justification;
        expect(said?.decision ?? null).toBe(justification?.decision ?? null);
        if (justification?.party) expect(said?.party).toBe(justification.party);
        if (NOT_TO_BE_JUSTIFIED.includes(id) && justification) {
          expect(justification).toMatchObject({ decision: null, isVoid: true });
          expect(etatDuMotif(said ?? null)).toBe("a-faire");
          expect(justification.remark).toContain("Aucune justification ne compte ici");
        } else if (justification?.decision) {
          accepted += 1;
          expect([justification.party, justification.decidedParty].sort()).toEqual(["collectivite", "etat"]);
        } else expect(justification?.isVoid).toBeUndefined();
      }),
      { seed: 20241231, numRuns: 4_000 },
    );
    expect(accepted).toBeGreaterThan(5);
  });
});

describe("what only an avenant changes, and a sum that does not add up", () => {
  it("stand for themselves, and are to do, under a cause that was accepted", () => {
    const [cause, other] = first.verification.findings;
    if (!cause || !other) throw new Error("two findings are needed");
    const accepted = { ...unsigned("Convenu"), decision: "accepted" } as const;
    const given = [
      { ...cause, justification: accepted },
      { ...other, id: "imputation-du-contrat/x", rule: "imputation-du-contrat", causedBy: cause.id } as const,
      { ...other, id: "total-general/x", rule: "total-general", causedBy: cause.id } as const,
      { ...other, id: "enveloppe-annuelle/x", rule: "enveloppe-annuelle", causedBy: cause.id } as const,
    ];
    const justified = justify(given, new Map(), null, { convention: contratIntegre });
    expect(justified.map(({ causedBy }) => causedBy)).toEqual([null, null, null, cause.id]);
  });
});

describe("a sheet of before the parties were asked for", () => {
  /** As the version before wrote it: without the two columns. */
  function older(sheet: RawSheet): RawSheet {
    const gone = [ecartsColumn("partie"), ecartsColumn("decideePartie")];
    const cut = <T>(rows: readonly (readonly T[])[]) =>
      rows.map((row) => row.filter((_, column) => !gone.includes(column)));
    const blocks = sheet.blocks.map((block) => ({
      ...block,
      values: cut(block.values),
      formulas: cut(block.formulas),
      numberFormats: cut(block.numberFormats),
    }));
    return { ...sheet, blocks };
  }
  const typed: Typed = { ...AGREED, partie: null, decideePartie: null };

  it.each([null, "decideeLe", "par"] as const)(
    "keeps its words, and is written with them: %s typed over",
    (renamed) => {
      const sheet = older(typeBeside(first.ecarts, () => typed));
      const heading = { decideeLe: "Décidée le", par: "Par" };
      const blocks = sheet.blocks.map((block) => ({
        ...block,
        values: block.values.map((row) =>
          row.map((cell) => (renamed && cell === heading[renamed] ? "Autre mot" : cell)),
        ),
      }));
      const next = composeFor(withResults(annexesWorkbook(SLIPS), { ...sheet, blocks }), AS_OF);
      const found = next.verification.findings.find(({ id }) => id === asked[0]?.id);
      expect(found?.justification).toMatchObject({ text: "Convenu", by: "Mme Roy", party: null, decision: null });
      expect(found?.justification?.remark).toContain("pour quelle partie");
      const written = valuesOf(next.ecarts).find((row) => row[ecartsColumn("identifiant")] === found?.id) ?? [];
      expect(written[ecartsColumn("decideeLe")]).toBe(AGREED.decideeLe);
      expect(written[ecartsColumn("partie")]).toBeNull();
      expect(textOf(next.ecarts)).toContain("Partie qui décide");
    },
  );
});
