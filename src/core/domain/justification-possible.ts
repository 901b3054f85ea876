// What no reason can excuse, because only an avenant changes it, and what is to be done about it instead.

/** By rule, in French. */
export const SANS_JUSTIFICATION = {
  "contrat-signe":
    "remettez dans la feuille « Contrat » ce que dit le contrat signé, ou enregistrez l’avenant qui le change",
  "coordonnees-bancaires":
    "faites confirmer le compte par son titulaire, puis remettez celui du contrat, ou enregistrez l’avenant qui le change",
  "imputation-du-contrat":
    "remettez le code ou le montant que le contrat donne, ou enregistrez l’avenant qui le change",
  "avenant-lisible": "complétez ou corrigez la ligne de cet avenant dans le registre de la feuille « Contrat »",
} as const;

/** What to do instead of justifying; null where a reason may be given. */
export function queFaire(rule: string): string | null {
  const found: Readonly<Record<string, string>> = SANS_JUSTIFICATION;
  return Object.hasOwn(found, rule) ? (found[rule] ?? null) : null;
}
