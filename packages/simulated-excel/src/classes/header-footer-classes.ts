// Headers and footers of a sheet's pages: those of all pages, of the even ones and of the first.
import { joinSections, type HeaderFooterText, type Sections } from "xlsx-model/sheet/header-footer";
import type { ExcelState } from "../excel-state";
import {
  booleanArgument,
  choiceArgument,
  hostClass,
  textArgument,
  type ClassTable,
  type ClassTables,
} from "../object-table";
import { hostErrors } from "../wire";
import type { SheetObject } from "./range-object";

/** Characters of a header with its codes, all sections together. */
const TEXT_MAX = 255;

type Pages = "odd" | "even" | "first";

interface HeaderFooterObject extends SheetObject {
  readonly pages: Pages;
}

/** Whether the first page, and even pages, have their own. */
const STATES = {
  Default: [false, false],
  FirstAndDefault: [true, false],
  OddAndEven: [false, true],
  FirstOddAndEven: [true, true],
} as const;
const STATE_NAMES = Object.keys(STATES) as (keyof typeof STATES)[];

const PARTS = ["Left", "Center", "Right"] as const;
const KINDS = ["Header", "Footer"] as const;

/** "LeftHeader" of the pages' header, section by section. */
const SECTIONS = KINDS.flatMap((kind) =>
  PARTS.map((part) => ({ member: part + kind, kind, section: part.toLowerCase() as keyof Sections })),
);

export function headerFooterClasses(state: ExcelState): ClassTables {
  const of =
    (pages: Pages) =>
    ({ sheet }: SheetObject): HeaderFooterObject => ({ className: "HeaderFooter", sheet, pages });
  const text = ({ pages }: HeaderFooterObject, kind: (typeof KINDS)[number]): HeaderFooterText => `${pages}${kind}`;
  const set: Record<string, (object: HeaderFooterObject, value: unknown) => void> = {};
  const get: Record<string, (object: HeaderFooterObject) => string> = {};
  for (const { member, kind, section } of SECTIONS) {
    get[member] = (object) => object.sheet.printing.headerFooter(text(object, kind))[section];
    set[member] = (object, value) => {
      const { printing } = state.writable(object.sheet);
      const name = text(object, kind);
      const changed = { ...printing.headerFooter(name), [section]: textArgument(value) };
      if (joinSections(changed).length > TEXT_MAX) throw hostErrors.invalidArgument();
      printing.setHeaderFooter(name, changed);
    };
  }
  const flag = (name: "alignWithMargins" | "scaleWithDoc") => ({
    get: ({ sheet }: SheetObject) => sheet.printing.has(name),
    set: ({ sheet }: SheetObject, value: unknown) =>
      state.writable(sheet).printing.setFlag(name, booleanArgument(value)),
  });
  const [margins, scale] = [flag("alignWithMargins"), flag("scaleWithDoc")];
  return {
    HeaderFooterGroup: hostClass<SheetObject>({
      get: {
        State({ sheet: { printing } }) {
          const [first, even] = [printing.has("differentFirst"), printing.has("differentOddEven")];
          return STATE_NAMES.find((name) => STATES[name][0] === first && STATES[name][1] === even);
        },
        UseSheetMargins: margins.get,
        UseSheetScale: scale.get,
      },
      set: {
        State({ sheet }, value) {
          const [first, even] = STATES[choiceArgument(value, STATE_NAMES)];
          const { printing } = state.writable(sheet);
          printing.setFlag("differentFirst", first);
          printing.setFlag("differentOddEven", even);
        },
        UseSheetMargins: margins.set,
        UseSheetScale: scale.set,
      },
      // "The general header/footer, used for all pages unless even/odd or first page is specified": that of odd pages, then.
      nav: { DefaultForAllPages: of("odd"), EvenPages: of("even"), FirstPage: of("first"), OddPages: of("odd") },
    } satisfies ClassTable<SheetObject>),
    HeaderFooter: hostClass<HeaderFooterObject>({ get, set }),
  };
}
