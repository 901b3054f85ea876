// A workbook of any contract with its execution and its achieved values, cell by cell as the test wants them.
import { conventionEnVigueur } from "../../../../src/core/contract/in-force/en-vigueur";
import type { Convention } from "../../../../src/core/contract/convention";
import { toEuros } from "../../../../src/core/domain/values/montant";
import { computeBilan } from "../../../../src/core/reports/bilan/compute-bilan";
import type { Periode } from "../../../../src/core/reports/bilan/periode";
import type { Bilan } from "../../../../src/core/reports/bilan/bilan";
import type { Finding } from "../../../../src/core/verification";
import { verify } from "../../../../src/core/verify";
import type { RawWorkbook } from "../../../../src/core/workbook-port";
import { rawWorkbook, type CellLiteral, type SheetLiteral } from "../../reading/raw-workbook-builder";
import { TODAY, withSlips, type Rows, type Slips } from "../../executed-workbook";

function label(convention: Convention, axe: number): CellLiteral {
  return `Axe ${axe} : ${convention.axes.find(({ numero }) => numero === axe)?.intitule ?? ""}`;
}

function rowsByAxe(
  convention: Convention,
  rowsOf: (action: Convention["actions"][number]) => readonly (readonly CellLiteral[])[],
): Rows {
  return convention.axes.flatMap(({ numero }) => [
    [label(convention, numero)],
    ...convention.actions.filter(({ axe }) => axe === numero).flatMap(rowsOf),
  ]);
}

function budget(convention: Convention): Rows {
  const years = convention.annees.map(({ annee }) => annee);
  const parts = [convention.collectivite.designation, "Etat"];
  return [
    ["Année", ...years.flatMap((annee) => [annee, null])],
    [null, ...years.flatMap(() => parts)],
    ...rowsByAxe(convention, ({ numero, intitule, montants }) => [
      [
        `${numero} ${intitule}`,
        ...years.flatMap((annee) => {
          const year = montants.find((each) => each.annee === annee);
          return year ? [toEuros(year.collectivite), toEuros(year.etat)] : [null, null];
        }),
      ],
    ]),
  ];
}

/** B to D and E (the justification) for the first year, F to H and I for the second; executed as contracted. */
export function execution(convention: Convention, years: readonly number[]): Rows {
  const headings = ["Exécuté Etat", `Exécuté ${convention.collectivite.designation}`, "Exécuté Total", "Justification"];
  return [
    ["Actions", ...years.flatMap((annee) => [annee, null, null, null])],
    [null, ...years.flatMap(() => headings)],
    ...rowsByAxe(convention, ({ numero, intitule, montants }) => [
      [
        `${numero} ${intitule}`,
        ...years.flatMap((annee): CellLiteral[] => {
          const year = montants.find((each) => each.annee === annee);
          if (!year) return [null, null, null, null];
          return [toEuros(year.etat), toEuros(year.collectivite), (year.etat + year.collectivite) / 100, null];
        }),
      ],
    ]),
  ];
}

/** C is T0, D and E the first year's target and achieved value, F and G the second's; achieved as targeted, 10 where it is nd. */
export function indicateurs(convention: Convention): Rows {
  const years = convention.annees.map(({ annee }) => annee);
  return [
    ["Actions", "Indicateurs", "T0", ...years.flatMap((annee) => [`Cible ${annee}`, `Réalisé ${annee}`])],
    ...rowsByAxe(convention, ({ numero, intitule, indicateurs: list }) =>
      list.map((indicateur, index) => [
        index === 0 ? `Action n°${numero} - ${intitule}` : null,
        indicateur.intitule,
        indicateur.t0,
        ...years.flatMap((annee): CellLiteral[] => {
          const cible = indicateur.cibles.find((each) => each.annee === annee)?.valeur ?? null;
          return [cible, cible === "nd" ? 10 : cible];
        }),
      ]),
    ),
  ];
}

export interface Asked {
  readonly convention: Convention;
  readonly periode?: Periode;
  readonly asOf?: string;
  readonly execution?: Slips | Rows | null;
  readonly indicateurs?: Slips | Rows | null;
  readonly sheets?: Readonly<Record<string, Rows | SheetLiteral>>;
}

const isRows = (given: Slips | Rows): given is Rows => Array.isArray(given);

function bilanWorkbook({
  convention,
  asOf = TODAY,
  execution: executed,
  indicateurs: achieved,
  sheets = {},
}: Asked): RawWorkbook {
  const years = convention.annees.slice(0, 2).map(({ annee }) => annee);
  const settle = (base: Rows, given: Slips | Rows | null | undefined): Rows | null =>
    given === null ? null : given === undefined ? base : isRows(given) ? given : withSlips(base, given);
  const tables = {
    "Tableau budgétaire": budget(conventionEnVigueur(convention, asOf).convention),
    Exécution: settle(execution(convention, years), executed),
    Indicateurs: settle(indicateurs(convention), achieved),
  };
  const kept = Object.entries(tables).flatMap(([name, rows]) => (rows ? [[name, rows] as const] : []));
  return rawWorkbook({ ...Object.fromEntries(kept), ...sheets });
}

/** `settle` says what is given for each finding, as « Écarts » would. */
export function bilanOf(
  asked: Asked,
  settle: (findings: readonly Finding[]) => readonly Finding[] = (findings) => findings,
): Bilan {
  const { convention, asOf = TODAY, periode = { debut: 2024, fin: 2025 } } = asked;
  const { verification, dossier } = verify(bilanWorkbook(asked), convention, asOf);
  return computeBilan(dossier, { ...verification, findings: settle(verification.findings) }, periode);
}

/** "execution Exécution 2024 – … [Exécution!B4]" of each thing that lacks. */
export function lacking({ manques }: Bilan): readonly string[] {
  return manques.map(({ kind, texte, cells }) => {
    const [first] = cells;
    const place = first
      ? ` [${first.sheet}!${String.fromCharCode(65 + first.column)}${first.row + 1}${cells.length > 1 ? ` +${cells.length - 1}` : ""}]`
      : "";
    return `${kind}: ${texte.replaceAll("\u00a0", " ")}${place}`;
  });
}
