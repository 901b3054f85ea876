// An action below the alert threshold in the report: what of it is, whether a reason stands, and what the other party decided.
import { describe, expect, it } from "vitest";
import { describeTauxBas } from "../../../../src/core/reports/bilan/sous-consommation";
import { unsigned } from "../../../../src/core/domain/justification";
import type { Slips } from "../../executed-workbook";
import { bilanOf, lacking } from "./bilan-workbook";
import { EIGHT, settled } from "./settled";

const only = (slips: Slips) => bilanOf({ convention: settled, execution: { ...EIGHT, ...slips } });

describe("an action below the alert threshold", () => {
  const below = { B4: 50_000, C4: 50_000, D4: 100_000 };

  it("has to be justified", () => {
    const bilan = only(below);
    expect(bilan.financier.groupes[0]?.lignes[0]).toMatchObject({ sousConsommee: [2024], aJustifier: [2024] });
    expect(lacking(bilan)).toContain(
      "justification: Justification 2024 – Action 1 : exécutée à 76,92 %, 30 000,00 € non consommés. [Exécution!B4 +1]",
    );
  });

  it("is exactly below it", () => {
    const at = (euros: number) => only({ B4: euros / 2, C4: euros / 2, D4: euros }).financier.groupes[0]?.lignes[0];
    expect(at(104_000)?.sousConsommee).toEqual([]);
    expect(at(103_999.98)?.sousConsommee).toEqual([2024]);
  });

  it("is justified beside its amounts", () => {
    const bilan = only({ ...below, E4: "Recrutement tardif" });
    expect(bilan.financier.groupes[0]?.lignes[0]).toMatchObject({
      aJustifier: [],
      justifications: [{ text: "Recrutement tardif", source: "tableau", annee: 2024, cell: { row: 3, column: 4 } }],
    });
    expect(bilan.ecartsJustifies.map(({ id, justification }) => [id, justification?.text])).toEqual([
      ["sous-consommation/1/2024/total", "Recrutement tardif"],
    ]);
    expect(lacking(bilan).filter((line) => line.startsWith("justification"))).toEqual([]);
  });

  it.each(["nd", "-", " "])("is not justified by « %s »", (text) => {
    expect(only({ ...below, E4: text }).financier.groupes[0]?.lignes[0]?.aJustifier).toEqual([2024]);
  });

  // 40 000 of the State's 65 000, and the whole above 80 %: 61,54 % of a part, 92,3 % in all.
  const part = { B4: 40_000, C4: 80_000, D4: 120_000 };

  it("is told to be so of the State's part where that alone is", () => {
    const bilan = only(part);
    const [line] = bilan.financier.groupes[0]?.lignes ?? [];
    expect(line).toMatchObject({ sousConsommee: [2024], partEtatSousConsommee: [2024], aJustifier: [2024] });
    expect(line && describeTauxBas(line, 2024)).toBe("part État exécutée à 61,54\u00a0%");
    expect(bilan.phrases.join("\n")).toContain("action 1 (part État 2024).");
    // What the State gave and was not used, not the 10 000 € of the whole.
    expect(lacking(bilan)).toContain(
      "justification: Justification 2024 – Action 1 : part État exécutée à 61,54 %, 25 000,00 € non consommés. [Exécution!B4 +1]",
    );
    expect(only(below).financier.groupes[0]?.lignes[0]?.partEtatSousConsommee).toEqual([]);
    expect(only(below).phrases.join("\n")).toContain("action 1 (2024).");
  });

  const REASON = unsigned("Reversé en janvier");

  it("keeps to be justified, whatever is said of something else in that year", () => {
    const bilan = bilanOf({ convention: settled, execution: { ...EIGHT, ...below } }, (findings) =>
      findings.flatMap((finding) => {
        if (finding.rule !== "sous-consommation") return finding;
        const id = "versement-du-contrat/1/2024/etat";
        return [finding, { ...finding, rule: "versement-du-contrat" as const, id, justification: REASON }];
      }),
    );
    const [line] = bilan.financier.groupes[0]?.lignes ?? [];
    expect(line?.justifications.map(({ text }) => text)).toEqual([REASON.text]);
    expect(line?.aJustifier).toEqual([2024]);
  });

  it.each([
    [null, [0, 1, 0], []],
    ["accepted", [0, 0, 1], []],
    ["refused", [1, 0, 0], [2024]],
  ] as const)("is counted apart by what the other party decided: %s", (decision, counts, aJustifier) => {
    const bilan = bilanOf({ convention: settled, execution: { ...EIGHT, ...below } }, (findings) =>
      findings.map((each) =>
        each.rule === "sous-consommation" ? { ...each, justification: { ...REASON, decision } } : each,
      ),
    );
    const lists = [bilan.ecartsOuverts, bilan.ecartsJustifies, bilan.ecartsAcceptes];
    expect(lists.map((each) => each.filter(({ rule }) => rule === "sous-consommation").length)).toEqual(counts);
    expect(bilan.financier.groupes[0]?.lignes[0]?.aJustifier).toEqual(aJustifier);
  });
});
