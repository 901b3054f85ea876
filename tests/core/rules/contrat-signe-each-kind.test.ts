// One cell of every kind of the sheet « Contrat », altered: each is an error at its cell, for any contract; what is free stays free.
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { RARE_SECTIONS, SECTION_TITLES } from "../../../src/core/contract/clauses/section-titles";
import { sceller } from "../../../src/core/contract/signed/sceau";
import { formatLocalCell } from "xlsx-model/local-cell";
import { verificationJson } from "../../../src/core/verification-json";
import { verify } from "../../../src/core/verify";
import type { RawWorkbook } from "../../../src/core/workbook-port";
import type { CellValue } from "xlsx-model/plan";
import { contratRiche } from "../../contracts/contrat-riche";
import { contratDuDepartement } from "../../contracts/departement-invente";
import { contratSheet, plain, type Cells } from "../reading/contrat/contrat-edits";

const TITLES = new Set(Object.values(SECTION_TITLES));
/** The register is another matter; what says where each value comes from states nothing. */
const APART: ReadonlySet<string> = new Set([SECTION_TITLES.avenants, SECTION_TITLES.sources]);
const RARE: ReadonlySet<string> = new Set(
  RARE_SECTIONS.map((section) => SECTION_TITLES[section]).filter((title) => !APART.has(title)),
);
/** Each party's to set, or to fill in. */
const FREE = new Set([
  "Autres intitulés",
  "Fait le",
  "Mots de ses colonnes",
  "Alerte de sous-consommation (réglage)",
  "Alerte sur les cibles (réglage)",
  "Jours laissés après la fin d’une année (réglage)",
  "Collectivité – mots de ses colonnes",
]);

/** What says which row of its section a row is. */
const OF_ROWS = new Set([
  ..."Action/Axe/Année/Indicateur n°/Sous-action n°/Repère/Repère du contrat/Échéance/Enveloppe/Financeur/Code".split(
    "/",
  ),
  "Indicateur national",
  // Two of its origins make a setting of the line.
  "Date fixée par",
]);
/** No two cells of one row together: of a row that cannot be read the rest is not compared. */
const SHARES = 11;

interface Place {
  readonly row: number;
  readonly column: number;
  /** "Actions et montants/État 2025". */
  readonly kind: string;
  readonly isFree: boolean;
}

const text = (value: CellValue | undefined): string | null => (typeof value === "string" ? plain(value) : null);

/** The filled cells of the sheet, each with its section and its heading. */
function placesOf(cells: Cells): readonly Place[] {
  const places: Place[] = [];
  let section: string | null = null;
  let headings: readonly (string | null)[] | null = null;
  for (const [row, values] of cells.entries()) {
    const filled = values.filter((value) => value !== null);
    const [only] = filled;
    if (filled.length === 1 && typeof only === "string" && TITLES.has(plain(only))) {
      [section, headings] = [plain(only), null];
    } else if (section === null || APART.has(section) || filled.length === 0) {
      continue;
    } else if (section === SECTION_TITLES.parametres) {
      const name = text(values[0]) ?? "";
      if (values[2] !== null && values[2] !== undefined) {
        places.push({ row, column: 2, kind: `${section}/${name}`, isFree: FREE.has(name) });
      }
    } else if (headings === null) {
      // A note stands alone above the headings.
      if (filled.length > 1) headings = values.map(text);
    } else {
      const isSetting = values.some((value) => text(value) === "réglage, libre");
      for (const [column, value] of values.entries()) {
        const heading = headings[column];
        if (value === null || !heading) continue;
        const isFree = FREE.has(heading) || isSetting;
        places.push({ row, column, kind: `${section}/${heading}`, isFree });
      }
    }
  }
  return places;
}

function altered(value: CellValue, kind: string): CellValue {
  if (typeof value === "number") return /minimum/.test(kind) ? value / 2 : value + 1;
  const word = String(value);
  if (word === "nd") return 12;
  if (word === "ferme" || word === "provisionnel") return word === "ferme" ? "provisionnel" : "ferme";
  if (/^\d+$/.test(word)) return word.slice(0, -1) + String((Number(word.at(-1)) + 1) % 10);
  return `${word.slice(0, -1)}${word.endsWith("z") ? "y" : "z"}`;
}

describe.each([
  ["Dijon", contratIntegre, 60, () => true],
  // What is read as Dijon's is need not be tried alone again: what says which row it is, and what only the last one has.
  ["an invented département", contratDuDepartement, 10, (_: string, name: string) => OF_ROWS.has(name)],
  ["an invented contract with all that others have", contratRiche, 15, (section: string) => RARE.has(section)],
] as const)("%s", (_, convention, least, isTried) => {
  let written: Cells = [];
  contratSheet(convention, (cells) => void (written = cells));
  const places = placesOf(written);
  const seal = sceller(convention).texte;

  const addressOf = ({ row, column }: Place) => `Contrat!${formatLocalCell(row, column)}`;

  function errorsAfter(changed: readonly Place[]) {
    const sheet = contratSheet(convention, (cells) => {
      for (const { row, column, kind } of changed) {
        const values = cells[row];
        if (values) values[column] = altered(values[column] ?? null, kind);
      }
    });
    const raw: RawWorkbook = { name: "c.xlsx", sheets: [sheet], isStructureProtected: false, choices: [], seal };
    const { findings } = verificationJson(verify(raw, contratIntegre, "2024-07-31").verification);
    return findings.filter(({ severity }) => severity === "error");
  }

  const check = (place: Place) => errorsAfter([place]).filter(({ cells }) => cells.includes(addressOf(place)));

  /** The last of each kind: the first ones are altered elsewhere. */
  const kinds = [...new Map(places.map((place) => [`${place.kind}/${place.isFree}`, place])).values()].filter(
    ({ kind }) => isTried(kind.split("/")[0] ?? "", kind.split("/")[1] ?? ""),
  );

  test("every cell that was signed, a share of them at a time", () => {
    // What says which row it is was tried alone: altered, the rest of its row is another's.
    const signed = places.filter(({ isFree, kind }) => !isFree && !OF_ROWS.has(kind.split("/")[1] ?? ""));
    const unseen = Array.from({ length: SHARES }, (__, share) => {
      const changed = signed.filter((___, index) => index % SHARES === share);
      const seen = new Set(errorsAfter(changed).flatMap(({ cells }) => cells));
      return changed.filter((place) => !seen.has(addressOf(place))).map((place) => `${place.kind} ${addressOf(place)}`);
    });
    expect(signed.length).toBeGreaterThan(100);
    expect(unseen.flat()).toEqual([]);
  });

  test("there are cells of many kinds", () => {
    expect(kinds.filter(({ isFree }) => !isFree).length).toBeGreaterThanOrEqual(least);
    const sections = new Set(places.map(({ kind }) => kind.split("/")[0]));
    const rare = [...RARE].filter((section) => sections.has(section));
    expect(rare.length).toBe(convention === contratRiche ? RARE.size : 0);
  });

  test.each(kinds.filter(({ isFree }) => !isFree).map((place) => [place.kind, place] as const))("%s", (__, place) => {
    expect(check(place)).not.toEqual([]);
  });

  test.each(kinds.filter(({ isFree }) => isFree).map((place) => [place.kind, place] as const))(
    "free: %s",
    (__, place) => {
      expect(check(place).filter(({ rule }) => rule === "contrat-signe")).toEqual([]);
    },
  );
});
