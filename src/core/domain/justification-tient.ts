// Whether a justification still holds for its finding: what it was given for is unchanged.

/** What is said of a finding; of a justified one, what its row of the « Écarts » sheet said. */
export interface EcartJustifie {
  readonly found: number | null;
  readonly expected: number | null;
  /** The sentence first, then lines that explain it. */
  readonly message: string;
}

/** Rules whose sentences count the days to the as-of date, which changes nothing of what was justified. */
export const DATED_RULES = ["avenant-annuel", "echeances"] as const;

/** Where no number fits, the sentence is what tells one slip from the next: another IBAN, another calendar. */
export function holdsFor(finding: EcartJustifie & { readonly rule: string }, given: EcartJustifie): boolean {
  const { rule, found, expected, message } = finding;
  if (found !== given.found || expected !== given.expected) return false;
  const [sentence] = given.message.split(/\r?\n/, 1);
  return (
    found !== null ||
    expected !== null ||
    DATED_RULES.some((dated) => dated === rule) ||
    !sentence ||
    sentence === message
  );
}
