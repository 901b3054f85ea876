// What stands on a page of a PDF: pieces of text and straight lines, each at its place from the top left corner.
import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { checkLimit } from "../limits";
import type { Pdfjs } from "./pdfjs";
import { joinRules, type Rule } from "./rules";

export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The line that it stands on, from the top. */
  readonly base: number;
  /** Of its letters. */
  readonly size: number;
}

export interface PageContent {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
  readonly rules: readonly Rule[];
  /** Text that nobody sees, laid over a picture by what recognised it. */
  readonly isRecognised: boolean;
}

type Matrix = readonly [number, number, number, number, number, number];

const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];

const place = (m: Matrix, x: number, y: number): readonly [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
];

export async function readPage(page: PDFPageProxy, pdfjs: Pdfjs): Promise<PageContent> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const view = transform as unknown as Matrix;
  const pieces = await readPieces(page, view);
  const { rules, isRecognised } = await readRules(page, pdfjs, view);
  page.cleanup();
  return { width, height, pieces, rules, isRecognised };
}

async function readPieces(page: PDFPageProxy, view: Matrix): Promise<readonly Piece[]> {
  const pieces: Piece[] = [];
  const reader = (page.streamTextContent() as ReadableStream<{ items: readonly object[] }>).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return pieces;
    for (const item of value.items) {
      if (!("str" in item) || (item as TextItem).str.trim() === "") continue;
      pieces.push(toPiece(item as TextItem, view));
      checkLimit("pieces", pieces.length);
    }
  }
}

interface TextItem {
  readonly str: string;
  readonly width: number;
  readonly transform: Matrix;
}

function toPiece({ str, width, transform }: TextItem, view: Matrix): Piece {
  const at = times(view, transform);
  const size = Math.hypot(at[2], at[3]);
  const isUpright = Math.abs(at[1]) < Math.abs(at[0]);
  return { text: str, left: at[4], right: at[4] + (isUpright ? width : size), base: at[5], size };
}

/** Of the library's drawing: how a path begins each of its steps, and how many figures follow. */
const STEPS = [2, 2, 6, 4, 0];
const INVISIBLE = 3;

async function readRules(
  page: PDFPageProxy,
  { OPS }: Pdfjs,
  view: Matrix,
): Promise<{ readonly rules: readonly Rule[]; readonly isRecognised: boolean }> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const filled = new Set<number>([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke]);
  const found: Rule[] = [];
  const kept: Matrix[] = [];
  let matrix = view;
  let isRecognised = false;
  fnArray.forEach((operator, index) => {
    const args = argsArray[index] as readonly unknown[] | null;
    if (operator === OPS.save) kept.push(matrix);
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = kept.pop() ?? matrix;
    else if (operator === OPS.transform) matrix = times(matrix, args as unknown as Matrix);
    else if (operator === OPS.paintFormXObjectBegin) {
      kept.push(matrix);
      if (Array.isArray(args?.[0])) matrix = times(matrix, args[0] as unknown as Matrix);
    } else if (operator === OPS.setTextRenderingMode && args?.[0] === INVISIBLE) isRecognised = true;
    else if (operator === OPS.constructPath && args?.[0] !== OPS.endPath) {
      const path = (args?.[1] as readonly (Float32Array | null)[] | undefined)?.[0];
      if (path) found.push(...(filled.has(args?.[0] as number) ? thinShapes(path, matrix) : segments(path, matrix)));
      checkLimit("pieces", found.length);
    }
  });
  return { rules: joinRules(found), isRecognised };
}

type Point = readonly [number, number];

/** The outlines of a path, as points. */
function outlines(path: Float32Array, matrix: Matrix): readonly (readonly Point[])[] {
  const all: Point[][] = [];
  let current: Point[] = [];
  for (let at = 0; at < path.length;) {
    const step = path[at] ?? 0;
    const figures = STEPS[step] ?? 0;
    if (step === 0) all.push((current = []));
    const [x, y] = [path[at + figures - 1], path[at + figures]];
    const [first] = current;
    if (figures > 0) current.push(place(matrix, x ?? 0, y ?? 0));
    else if (first) current.push(first);
    at += figures + 1;
  }
  return all;
}

/** A line is often drawn as a narrow rectangle. */
const THIN = 3;

function thinShapes(path: Float32Array, matrix: Matrix): readonly Rule[] {
  return outlines(path, matrix).flatMap((points): Rule[] => {
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    if (right - left <= THIN && bottom - top > right - left)
      return [{ isVertical: true, at: (left + right) / 2, from: top, to: bottom }];
    if (bottom - top > THIN) return [];
    return [{ isVertical: false, at: (top + bottom) / 2, from: left, to: right }];
  });
}

function segments(path: Float32Array, matrix: Matrix): readonly Rule[] {
  return outlines(path, matrix).flatMap((points) =>
    points.slice(1).flatMap(([x, y], index): Rule[] => {
      const [beforeX, beforeY] = points[index] ?? [x, y];
      if (Math.abs(x - beforeX) <= 1)
        return [{ isVertical: true, at: x, from: Math.min(y, beforeY), to: Math.max(y, beforeY) }];
      if (Math.abs(y - beforeY) > 1) return [];
      return [{ isVertical: false, at: y, from: Math.min(x, beforeX), to: Math.max(x, beforeX) }];
    }),
  );
}
