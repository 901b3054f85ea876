// The commands, in the order of the help.
export const COMMAND_NAMES = [
  "verifier",
  "annexe",
  "totaux",
  "bilan",
  "preparer-avenant",
  "proces-verbal",
  "tableau-de-bord",
  "contrats",
  "nouveau-contrat",
] as const;
