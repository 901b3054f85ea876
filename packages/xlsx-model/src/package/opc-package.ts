// The parts of an .xlsx by path: read when asked, written back byte for byte unless they were set.
import { WorkbookError } from "../plan";
import { XmlError } from "../xml/parse-xml";
import { decodeText, EncodingError } from "./decode-text";
import { inflateEntry, readZip, ZipError, type ZipEntry } from "./read-zip";
import { MarkupCount } from "./markup-count";
import { encodePart, isSameText, type PartText } from "./part-text";
import { damaged, refuseContainer, refuseContent } from "./refuse-file";
import { packEntry, writeZip } from "./write-zip";

/** Part names are compared without case; some writers use backslashes or a leading slash. */
function key(path: string): string {
  return path.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();
}

export class OpcPackage {
  private readonly entries = new Map<string, ZipEntry>();
  private readonly changed = new Map<string, { readonly path: string; readonly content: PartText | Uint8Array }>();
  private readonly removed = new Set<string>();
  private readonly texts = new Map<string, string>();
  private readonly markup: MarkupCount;

  /** Throws WorkbookError for what is no sound zip or holds no workbook. */
  constructor(
    bytes: Uint8Array,
    readonly fileName: string,
  ) {
    this.markup = new MarkupCount(fileName);
    let entries: ZipEntry[];
    try {
      entries = readZip(bytes);
    } catch (error) {
      if (error instanceof ZipError) throw refuseContainer(bytes, fileName, error.problem);
      throw error;
    }
    for (const entry of entries) {
      if (entry.name.endsWith("/")) continue;
      // Of two parts with one name each program would take another one, so that what was signed and what was checked
      // could differ.
      if (this.entries.has(key(entry.name))) throw damaged(fileName, `la partie « ${entry.name} » y est deux fois`);
      this.entries.set(key(entry.name), entry);
    }
    if (!this.has("[Content_Types].xml") || !this.has("_rels/.rels")) throw this.notAWorkbook();
  }

  notAWorkbook(): WorkbookError {
    const mimetype = this.has("mimetype") ? this.text("mimetype") : "";
    return refuseContent(this.fileName, this.paths(), mimetype);
  }

  get isChanged(): boolean {
    return this.changed.size > 0 || this.removed.size > 0;
  }

  has(path: string): boolean {
    const at = key(path);
    return this.changed.has(at) || (this.entries.has(at) && !this.removed.has(at));
  }

  /** Whether there is, or was before it was removed, such a part. */
  hasHad(path: string): boolean {
    return this.has(path) || this.removed.has(key(path));
  }

  paths(): string[] {
    const paths: string[] = [];
    for (const [at, entry] of this.entries) if (!this.removed.has(at)) paths.push(entry.name);
    for (const [at, { path }] of this.changed) if (!this.entries.has(at)) paths.push(path);
    return paths;
  }

  /** Throws WorkbookError when the part is missing or damaged. */
  text(path: string): string {
    const at = key(path);
    const change = this.changed.get(at)?.content;
    if (change) return change instanceof Uint8Array ? decodeText(change) : [...change()].join("");
    const known = this.texts.get(at);
    if (known !== undefined) return known;
    const entry = this.removed.has(at) ? undefined : this.entries.get(at);
    if (!entry) throw damaged(this.fileName, `la partie « ${path} » manque`);
    try {
      const text = decodeText(inflateEntry(entry));
      this.markup.add(path, text);
      this.texts.set(at, text);
      return text;
    } catch (error) {
      if (error instanceof EncodingError)
        throw damaged(this.fileName, `les caractères de la partie « ${path} » ${error.told}`);
      if (error instanceof ZipError) throw refuseContainer(new Uint8Array(1), this.fileName, error.problem);
      throw error;
    }
  }

  /** Runs a reader of the part's XML; what it finds malformed becomes a WorkbookError that names the part, or what it is known as. */
  parse<T>(path: string, read: (text: string) => T, named = `la partie « ${path} »`): T {
    const text = this.text(path);
    return this.guard(() => read(text), named);
  }

  /** As `parse`, for what is read later of a text that was given. */
  guard<T>(read: () => T, named: string): T {
    try {
      return read();
    } catch (error) {
      if (error instanceof XmlError)
        throw damaged(this.fileName, `${named} n’est pas lisible${error.told === null ? "" : ` : ${error.told}`}`);
      throw error;
    }
  }

  /** A part set to the text it had keeps its bytes. */
  setText(path: string, text: string): void {
    this.setPieces(path, () => [text]);
  }

  /** As `setText`, for what may be too large to be held as one text. */
  setPieces(path: string, pieces: PartText): void {
    const at = key(path);
    const isOriginal = this.entries.has(at) && !this.removed.has(at) && !this.changed.has(at);
    if (isOriginal && isSameText(pieces(), this.text(path))) return;
    this.changed.set(at, { path: this.entries.get(at)?.name ?? path, content: pieces });
  }

  /** Sets a part that is no text, such as a picture. */
  setBytes(path: string, bytes: Uint8Array): void {
    this.changed.set(key(path), { path, content: bytes });
  }

  /** Throws WorkbookError when the part is missing or damaged. */
  bytes(path: string): Uint8Array {
    const changed = this.changed.get(key(path))?.content;
    if (changed !== undefined) return asBytes(changed);
    const entry = this.removed.has(key(path)) ? undefined : this.entries.get(key(path));
    if (!entry) throw damaged(this.fileName, `la partie « ${path} » manque`);
    return inflateEntry(entry);
  }

  remove(path: string): void {
    const at = key(path);
    this.changed.delete(at);
    this.removed.add(at);
  }

  save(): Uint8Array {
    const entries: ZipEntry[] = [];
    for (const [at, entry] of this.entries) {
      const change = this.changed.get(at);
      if (change) entries.push(packEntry(entry.name, asBytes(change.content)));
      else if (!this.removed.has(at)) entries.push(entry);
    }
    for (const [at, { path, content }] of this.changed) {
      if (!this.entries.has(at)) entries.push(packEntry(path, asBytes(content)));
    }
    return writeZip(entries);
  }
}

const asBytes = (content: PartText | Uint8Array): Uint8Array =>
  content instanceof Uint8Array ? content : encodePart(content());
