// The paper of our Word documents.

/** Twentieths of a point: A4, whose sides the library turns for a landscape page. */
export const A4 = { width: 11_906, height: 16_838 } as const;
export const MARGINS = { top: 1000, bottom: 900, left: 1000, right: 1000, header: 450, footer: 450 } as const;
/** Wide tables take what room there is. */
export const WIDE_MARGINS = { ...MARGINS, left: 740, right: 740 } as const;
