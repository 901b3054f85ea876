// The workbook of a sister contract: the same national axes, other actions with other amounts. Nothing is held against this contract.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { foldLabel } from "../../../src/core/domain/words/label";
import { verify } from "../../../src/core/verify";
import { createXlsx } from "xlsx-model/create-xlsx";
import { openFileWorkbook } from "../../../src/files/file-workbook";
import { insertAnnexe } from "../../../src/usecases/insert-annexe";
import { ACTION_ROWS, SHORT_LABELS, tableauBudgetaire, tableauIndicateurs } from "./annexes";
import { rawWorkbook, type CellLiteral } from "./raw-workbook-builder";
import type { Grid } from "./figures";

const AS_OF = "2025-06-30";
const OTHER = [
  "Lieux itinérants pour les parents",
  "Bus des premiers départs",
  "Chantiers pour les allocataires",
  "Référents de parcours renforcés",
  "Guichet unique des arrivants",
  "Bagagerie et domiciliation",
  "Visites à domicile contre le froid",
  "Jardins partagés des quartiers",
];
const PARTS = 8 * 8;

interface Rows {
  /** The first actions bear the labels of another contract, the last ones this contract's, those between some of its words. */
  readonly others: number;
  readonly ours: number;
  /** Parts that are this contract's; the others are not. */
  readonly parts: number;
}

function budget({ others, ours, parts }: Rows): Grid {
  let left = parts;
  return tableauBudgetaire.map((row, index) => {
    const numero = ACTION_ROWS.indexOf(index) + 1;
    if (numero === 0) return row;
    const amounts = row.slice(1).map((value, at): CellLiteral => {
      if (at % 3 === 0 || typeof value !== "number") return null;
      left -= 1;
      return left >= 0 ? value : value + 1234;
    });
    const between = numero > 8 - ours ? (row[0] ?? null) : `${numero} ${SHORT_LABELS[numero - 1]}`;
    return [numero <= others ? `${numero} ${OTHER[numero - 1]}` : between, ...amounts];
  });
}

const FOREIGN = budget({ others: 8, ours: 0, parts: 0 });
const stateOf = (grid: Grid, source?: "given") =>
  verify(rawWorkbook({ Budget: grid }), contratIntegre, AS_OF, source).verification.verdict;

describe("a workbook of other actions and other amounts", () => {
  it("is told to be another contract's, with what to do, and accused of nothing that this contract says", () => {
    const { verification, dossier } = verify(rawWorkbook({ Budget: FOREIGN }), contratIntegre, AS_OF);
    expect(verification.verdict).toMatchObject({
      state: "not-this-contract",
      sentence:
        "Ce classeur n’est pas celui du contrat de Dijon métropole\u00a0: les actions de la feuille «\u00a0Budget\u00a0» ont d’autres intitulés et d’autres montants. Ouvrez le classeur de ce contrat, ou donnez à celui-ci la feuille «\u00a0Contrat\u00a0» du contrat qu’il suit («\u00a0annexe contrat\u00a0» en ligne de commande, avec --contrat et sa définition), puis relancez.",
    });
    expect(dossier.autreContrat).toBe(true);
    const accused = verification.findings.map(({ rule }) => rule);
    expect(accused).not.toContain("montant-contractualise");
    expect(accused).not.toContain("actions-du-contrat");
    const held = verification.rules.find(({ rule }) => rule === "montant-contractualise");
    expect(held).toMatchObject({ status: "not-checkable", reason: verification.verdict.sentence });
  });

  it("is asked for its definition where one was given", () => {
    expect(stateOf(FOREIGN, "given").sentence).toContain("donnez la définition du contrat que celui-ci suit");
  });

  it("is asked about with two such actions or more than bear its words, and plainly another's with more than three for one", () => {
    for (const ours of [0, 1]) {
      const states = [1, 2, 3, 4].map((others) => stateOf(budget({ others, ours, parts: 0 })).state);
      expect(states).toEqual(["to-do", "to-confirm", "to-confirm", "not-this-contract"]);
    }
    const states = [2, 3, 4].map((others) => stateOf(budget({ others, ours: 3, parts: 0 })).state);
    expect(states).toEqual(["to-do", "to-do", "to-confirm"]);
  });

  it("is no more asked about where the agent says which contract it follows", () => {
    const doubtful = budget({ others: 3, ours: 0, parts: 0 });
    const verdict = stateOf(doubtful);
    expect(verdict.sentence).toContain("Dites quel contrat il suit\u00a0: --contrat");
    expect(verdict.questions).toMatchObject([
      {
        about: "contract",
        key: { kind: "contract", path: [] },
        range: { sheet: "Budget" },
        evidence: ["Dijon métropole\u00a0: 0 action sur 8 et 0 montant sur 64"],
        answers: [{ role: "contrat", contract: contratIntegre.id }, { role: "un autre contrat" }],
      },
    ]);
    expect(stateOf(doubtful, "given").state).toBe("to-do");
  });

  it("is this contract's where half of the contract's actions are in it by their words, among many others", () => {
    const more = (count: number): Grid => Array.from({ length: count }, (_, index) => [`Projet ${index}`, 2, 1, 1]);
    const states = [3, 4, 5].map((ours) => {
      const own = budget({ others: 8 - ours, ours, parts: 0 });
      return stateOf([...own.slice(0, -1), ...more(40)]).state;
    });
    // Forty rows that nobody knows are asked about.
    expect(states).toEqual(["not-this-contract", "to-confirm", "to-confirm"]);
  });

  it("is this contract's where half of its parts are", () => {
    const half = PARTS / 2;
    const states = [half - 1, half, half + 1].map((parts) => stateOf(budget({ others: 8, ours: 0, parts })).state);
    expect(states).toEqual(["not-this-contract", "to-do", "to-do"]);
  });

  it("is another contract's with its indicators alone", () => {
    const labels = new Set(contratIntegre.actions.map(({ intitule }) => foldLabel(intitule)));
    let numero = 0;
    const relabelled = tableauIndicateurs.map((row): readonly CellLiteral[] => {
      if (!labels.has(foldLabel(String(row[0] ?? "")))) return row;
      numero += 1;
      return [`${numero} ${OTHER[numero - 1]}`, ...row.slice(1)];
    });
    expect(numero).toBe(8);
    // Its indicators bear this contract's words still.
    expect(verify(rawWorkbook({ Indicateurs: relabelled }), contratIntegre, AS_OF).verification.verdict.state).toBe(
      "to-do",
    );
    const others = relabelled.map((row, index) =>
      index > 0 && typeof row[1] === "string" ? [row[0] ?? null, `Nombre de visites, ${index}`, ...row.slice(2)] : row,
    );
    const { verification } = verify(rawWorkbook({ Indicateurs: others }), contratIntegre, AS_OF);
    expect(verification.verdict.state).toBe("not-this-contract");
    expect(verification.verdict.sentence).toContain("ont d’autres intitulés. Ouvrez");
    const own = verify(rawWorkbook({ Indicateurs: tableauIndicateurs }), contratIntegre, AS_OF).verification;
    expect(own.verdict.state).toBe("to-do");
  });

  it("is nobody's else where no action bears other words, whatever its amounts", () => {
    expect(stateOf(budget({ others: 0, ours: 0, parts: 0 })).state).toBe("to-do");
  });

  it("is asked about where its sheet « Contrat » and its seal say otherwise than its tables, and the agent's word settles it", async () => {
    const { model, port } = openFileWorkbook(createXlsx("suivi.xlsx").save(), "suivi.xlsx");
    await insertAnnexe(port, contratIntegre, AS_OF, [{ kind: "contrat" }]);
    await model.calculate();
    const read = await port.read();
    const { sheets } = rawWorkbook({ Budget: FOREIGN });
    const raw = { ...read, sheets: [...read.sheets, ...sheets] };
    const { verdict, rules, findings } = verify(raw, contratIntegre, AS_OF).verification;
    expect(verdict.state).toBe("to-confirm");
    expect(verdict.sentence).toContain("ce classeur porte le contrat de Dijon métropole, mais");
    expect(verdict.questions).toMatchObject([{ supposed: { contract: contratIntegre.id } }]);
    expect(findings.map(({ rule }) => rule)).not.toContain("actions-du-contrat");
    expect(rules.find(({ rule }) => rule === "montant-contractualise")?.status).toBe("not-checkable");
    expect(verify(raw, contratIntegre, AS_OF, "given").verification.verdict.state).toBe("to-do");
    const own = { ...read, sheets: [...read.sheets, ...rawWorkbook({ Budget: tableauBudgetaire }).sheets] };
    expect(verify(own, contratIntegre, AS_OF).verification.verdict.state).toBe("to-do");
  });
});
