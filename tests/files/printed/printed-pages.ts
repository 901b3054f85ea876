// A workbook as LibreOffice prints it: the text of each page, its smallest size on paper, and how much of the page is used.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inflateSync } from "node:zlib";

/** Points above and below what a sheet prints, where its header and its page number stand. */
const MARGIN = 0.75 * 72;

export interface PrintedPage {
  /** Points of the paper. */
  readonly width: number;
  readonly height: number;
  /** The lines, header and page number among them. */
  readonly lines: readonly string[];
  /** Points of the smallest letters; Infinity for a blank page. */
  readonly smallest: number;
  /** Where the lowest line of the sheet ends, as a part of the height that it may take. */
  readonly filled: number;
}

/** `folder` is the test's own: the profile of LibreOffice and the files go there. */
export function printToPdf(folder: string, bytes: Uint8Array, name = "imprime"): string {
  const path = join(folder, `${name}.xlsx`);
  writeFileSync(path, bytes);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  const options = ["--headless", "--convert-to", "pdf", "--outdir", folder, path];
  execFileSync("soffice", [profile, ...options], { stdio: "ignore" });
  return join(folder, `${name}.pdf`);
}

/** What the pages draw, in their order: LibreOffice writes a stream for each, and sizes in points. */
function drawings(pdf: string): readonly string[] {
  const file = readFileSync(pdf, "latin1");
  const objects = new Map(
    [...file.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id, body]) => [id, body]),
  );
  const kids = [...objects.values()].find((body) => body?.includes("/Type/Pages")) ?? "";
  const ids = [...(/\/Kids\[([^\]]*)\]/.exec(kids)?.[1] ?? "").matchAll(/(\d+) 0 R/g)].map(([, id]) => id);
  return ids.map((id) => {
    const contents = /\/Contents (\d+) 0 R/.exec(objects.get(id) ?? "")?.[1];
    const body = objects.get(contents) ?? "";
    const [start, end] = [body.indexOf("stream\n") + 7, body.lastIndexOf("\nendstream")];
    return inflateSync(Buffer.from(body.slice(start, end), "latin1")).toString("latin1");
  });
}

/** A font that no letter follows shows nothing. */
function smallestIn(drawing: string): number {
  const sizes = [...drawing.matchAll(/\/F\d+ ([\d.]+) Tf\s*(?:\[<|<|\()/g)].map(([, size]) => Number(size));
  return Math.min(Infinity, ...sizes);
}

export function readPages(pdf: string): readonly PrintedPage[] {
  const text = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8", maxBuffer: 1 << 28 });
  const boxes = execFileSync("pdftotext", ["-bbox", pdf, "-"], { encoding: "utf8", maxBuffer: 1 << 28 });
  const pages = boxes.split("<page ").slice(1);
  const texts = text.split("\f");
  return drawings(pdf).map((drawing, index): PrintedPage => {
    const box = pages[index] ?? "";
    const [width = 0, height = 0] = [/width="([\d.]+)"/, /height="([\d.]+)"/].map((pattern) =>
      Number(pattern.exec(box)?.[1]),
    );
    const bottoms = [...box.matchAll(/yMax="([\d.]+)"/g)].map(([, bottom]) => Number(bottom));
    const lowest = Math.max(0, ...bottoms.filter((bottom) => bottom < height - MARGIN + 6));
    return {
      width,
      height,
      lines: (texts[index] ?? "").split("\n").flatMap((line) => line.trim() || []),
      smallest: smallestIn(drawing),
      filled: Math.max(0, lowest - MARGIN) / (height - 2 * MARGIN),
    };
  });
}
