// Slips in executed amounts, once the first years of the contract have closed.
import { changeFigure, changeRow, closedYears, type AmountTable, type Content, type Figure } from "../content";
import { LATE, pick, spotIn, withExecution, type Dice, type Planted, type Slip, type Spot } from "./slip";

const MISSING = [null, "nd", "NC", "–"];

type Amounts = Partial<Record<"etat" | "collectivite" | "total", Figure>>;

function change({ table, row, annee }: Spot, amounts: Amounts): AmountTable {
  return Object.entries(amounts).reduce(
    (changed, [colonne, figure]) => changeFigure(changed, row.id, annee, colonne as keyof Amounts, figure),
    table,
  );
}

function closedSpot(content: Content, dice: Dice): Spot | null {
  return spotIn(content, "execution", dice, closedYears(content.convention, LATE));
}

function plant(content: Content, execution: AmountTable, planted: Omit<Planted, "content">): Planted {
  return { content: { ...content, execution }, ...planted };
}

function pay({ table, row, annee }: Spot, centimes: number): AmountTable {
  return changeRow(table, row.id, (one) => ({ ...one, verses: new Map(one.verses).set(annee, { centimes }) }));
}

const paidCell = ({ row, annee }: Spot, workbook: At): string => workbook.at(`execution:paid/${row.id}/${annee}`);

const withTotal: Slip["needs"] = (layout) => withExecution(layout, { hasTotalColumn: true });
/** Where what was paid is known, it is what counts as the State's contribution. */
const withTotalAlone: Slip["needs"] = (layout) => withExecution(layout, { hasTotalColumn: true, hasPaid: false });

export const executionSlips: readonly Slip[] = [
  {
    name: "an executed part that is not given",
    rules: ["execution-renseignee"],
    asOf: LATE,
    needs: (layout) =>
      withExecution(layout, { formulas: layout.execution.formulas === "all" ? "sums" : layout.execution.formulas }),
    plant(content, dice) {
      const spot = closedSpot(content, dice);
      const colonne = pick(["etat", "collectivite"] as const, dice.colonne);
      if (!spot || !colonne || spot[colonne] === 0) return null;
      const figure = { centimes: null, shown: pick(MISSING, dice.amount) };
      const total = { centimes: spot.etat + spot.collectivite };
      return plant(content, change(spot, { [colonne]: figure, total }), {
        expected: (workbook) => [
          { severity: "warning", id: `execution-renseignee/${spot.annee}`, cells: [spot.cell(workbook, colonne)] },
        ],
        also: [],
      });
    },
  },
  {
    name: "a closed year without executed columns",
    rules: ["execution-renseignee"],
    asOf: LATE,
    plant(content, dice) {
      const spot = closedSpot(content, dice);
      if (!spot || spot.table.years.length < 2) return null;
      const kept = { ...spot.table, years: spot.table.years.filter((annee) => annee !== spot.annee) };
      // A table that no longer shows any executed amount is none of the tool's business here.
      if (!kept.years.some((annee) => closedYears(content.convention, LATE).includes(annee))) return null;
      return plant(content, kept, {
        expected: (workbook) => [
          { severity: "warning", id: `execution-renseignee/${spot.annee}`, cells: [workbook.at("execution:heading")] },
        ],
        also: [],
      });
    },
  },
  {
    name: "an executed Total that is not the sum of its parts",
    rules: ["execution-coherente"],
    asOf: LATE,
    needs: withTotal,
    plant(content, dice) {
      const spot = closedSpot(content, dice);
      if (!spot) return null;
      const total = { centimes: spot.etat + spot.collectivite + 1 + dice.amount };
      return plant(content, change(spot, { total }), {
        expected: (workbook) => [
          { severity: "error", id: `execution-coherente/${spot.place}/total`, cells: [spot.cell(workbook, "total")] },
        ],
        also: ["sur-execution"],
      });
    },
  },
  {
    name: "an executed local part one centime below its minimum",
    rules: ["cofinancement-execute"],
    asOf: LATE,
    plant(content, dice) {
      const spot = closedSpot(content, dice);
      if (!spot || spot.least === 0) return null;
      return plant(content, change(spot, { collectivite: { centimes: spot.least - 1 } }), {
        expected: (workbook) => [
          {
            severity: "error",
            id: `cofinancement-execute/${spot.place}/metropole`,
            cells: [spot.cell(workbook, "collectivite")],
          },
        ],
        also: ["sous-consommation"],
      });
    },
  },
  {
    name: "a local part below its minimum in a year that is not over",
    rules: ["cofinancement-execute"],
    asOf: LATE,
    plant(content, dice) {
      const { convention, execution } = content;
      const closed = closedYears(convention, LATE);
      const open = convention.annees.find(({ annee, debut }) => debut <= LATE && !closed.includes(annee))?.annee;
      const row = execution && pick(execution.rows, dice.row);
      if (!execution || !row || open === undefined) return null;
      const given = changeRow(execution, row.id, (one) => ({
        ...one,
        montants: new Map(one.montants).set(open, { etat: { centimes: 1000 }, collectivite: { centimes: 1 } }),
      }));
      return plant(content, given, {
        expected: (workbook) => [
          {
            severity: "warning",
            id: `cofinancement-execute/${row.id}/${open}/metropole`,
            cells: [workbook.at(`execution:amount/${row.id}/${open}/collectivite`)],
          },
        ],
        also: [],
      });
    },
  },
  {
    name: "a State part above the cost of the action",
    rules: ["contribution-plafonnee-au-cout"],
    asOf: LATE,
    needs: withTotalAlone,
    plant(content, dice) {
      const spot = closedSpot(content, dice);
      if (!spot || spot.etat === 0) return null;
      return plant(content, change(spot, { total: { centimes: spot.etat - 1 } }), {
        expected: (workbook) => [
          {
            severity: "warning",
            id: `contribution-plafonnee-au-cout/${spot.place}/etat`,
            cells: [spot.cell(workbook, "etat")],
          },
          { severity: "error", id: `execution-coherente/${spot.place}/total`, cells: [spot.cell(workbook, "total")] },
        ],
        also: ["sous-consommation", "contribution-plafonnee-au-cout"],
      });
    },
  },
  {
    name: "more paid than the action cost",
    rules: ["contribution-plafonnee-au-cout"],
    asOf: LATE,
    needs: (layout) => withExecution(layout, { hasPaid: true }),
    plant(content, dice) {
      const spot = closedSpot(content, dice);
      if (!spot) return null;
      return plant(content, pay(spot, spot.etat + spot.collectivite + 1 + dice.amount), {
        expected: (workbook) => [
          {
            severity: "warning",
            id: `contribution-plafonnee-au-cout/${spot.place}/etat/verse`,
            cells: [paidCell(spot, workbook), spot.cell(workbook, "etat")],
          },
        ],
        also: ["versement-du-contrat", "somme-a-reverser"],
      });
    },
  },
  {
    name: "less paid than the contract gives",
    rules: ["versement-du-contrat"],
    asOf: LATE,
    needs: (layout) => withExecution(layout, { hasPaid: true }),
    plant(content, dice) {
      const spot = closedSpot(content, dice);
      if (!spot || spot.etat === 0) return null;
      return plant(content, pay(spot, spot.etat - 1), {
        expected: (workbook) => [
          {
            severity: "warning",
            id: `versement-du-contrat/${spot.place}/etat/verse`,
            cells: [paidCell(spot, workbook)],
          },
        ],
        also: [],
      });
    },
  },
  {
    name: "a payment of which one centime was not used",
    rules: ["somme-a-reverser"],
    asOf: LATE,
    needs: (layout) => withExecution(layout, { hasPaid: true }),
    plant(content, dice) {
      const spot = closedSpot(content, dice);
      if (!spot || spot.etat === 0) return null;
      const used = change(spot, { etat: { centimes: spot.etat - 1 }, collectivite: { centimes: spot.collectivite } });
      return plant(content, used, {
        expected: (workbook) => [
          {
            severity: "warning",
            id: `somme-a-reverser/${spot.place}/etat/verse`,
            cells: [paidCell(spot, workbook), spot.cell(workbook, "etat")],
          },
        ],
        also: ["sous-consommation"],
      });
    },
  },
  {
    name: "less executed than the alert threshold",
    rules: ["sous-consommation"],
    asOf: LATE,
    plant(content, dice, { execution: { hasTotalColumn } }) {
      const spot = closedSpot(content, dice);
      if (!spot || spot.etat + spot.collectivite < 100) return null;
      const half = {
        etat: { centimes: Math.floor(spot.etat / 2) },
        collectivite: { centimes: Math.ceil(spot.collectivite / 2) },
      };
      return plant(content, change(spot, half), {
        expected: (workbook) => [
          {
            severity: "warning",
            id: `sous-consommation/${spot.place}/total`,
            cells: costCells(spot, hasTotalColumn)(workbook),
          },
        ],
        also: ["contribution-plafonnee-au-cout", "somme-a-reverser"],
      });
    },
  },
  {
    name: "more executed than contracted",
    rules: ["sur-execution"],
    asOf: LATE,
    plant(content, dice, { execution: { hasTotalColumn } }) {
      const spot = closedSpot(content, dice);
      if (!spot) return null;
      return plant(content, change(spot, { collectivite: { centimes: spot.collectivite + 1 + dice.amount } }), {
        expected: (workbook) => [
          {
            severity: "info",
            id: `sur-execution/${spot.place}/total`,
            cells: costCells(spot, hasTotalColumn)(workbook),
          },
        ],
        also: [],
      });
    },
  },
];

type At = Parameters<Spot["cell"]>[0];

/** The Total, or the two parts of a table without one. */
const costCells =
  (spot: Spot, hasTotalColumn: boolean) =>
  (workbook: At): string[] =>
    (hasTotalColumn ? (["total"] as const) : (["etat", "collectivite"] as const)).map((colonne) =>
      spot.cell(workbook, colonne),
    );
