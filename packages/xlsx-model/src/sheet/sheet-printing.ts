// How a sheet prints, part by part and by the file's own words: options of the page, headers and footers of each kind of page.
import type { XmlPart } from "../xml/xml-part";
import {
  readHeaderFooter,
  readHeaderFooterFlag,
  writeHeaderFooter,
  writeHeaderFooterFlag,
  type HeaderFooterFlag,
  type HeaderFooterText,
  type Sections,
} from "./header-footer";
import { printing, setPrinting } from "./page-setup";

export class SheetPrinting {
  constructor(private readonly frame: XmlPart) {}

  /** Null for what the file does not say. */
  get(element: "pageSetup" | "printOptions", attribute: string): string | null {
    return printing(this.frame, element, attribute);
  }

  set(element: "pageSetup" | "printOptions", changes: Readonly<Record<string, string | null>>): void {
    setPrinting(this.frame, element, changes);
  }

  headerFooter(name: HeaderFooterText): Sections {
    return readHeaderFooter(this.frame, name);
  }

  setHeaderFooter(name: HeaderFooterText, changes: Partial<Sections>): void {
    writeHeaderFooter(this.frame, name, changes);
  }

  has(flag: HeaderFooterFlag): boolean {
    return readHeaderFooterFlag(this.frame, flag);
  }

  setFlag(flag: HeaderFooterFlag, isOn: boolean): void {
    writeHeaderFooterFlag(this.frame, flag, isOn);
  }
}
