// What the PDF library wants of a browser as soon as it is loaded, although only what draws pages ever uses it.

/** Where there is no browser. */
export function standIn(): void {
  const scope: Record<string, unknown> = globalThis as never;
  for (const name of ["DOMMatrix", "ImageData", "Path2D"]) scope[name] ??= function StandIn() {};
}
