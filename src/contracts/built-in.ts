// The contracts that ship with the product: one serves where neither the workbook nor the command line gives another.
import type { Convention } from "../core/contract/convention";
import { dijonMetropole20242027 } from "./dijon-metropole-2024-2027";
import { parseConvention } from "./parse-convention";

/** To ship another contract is to add its definition here. */
const DEFINITIONS = [dijonMetropole20242027] as const;

function parseBuiltIn(definition: unknown): Convention {
  const result = parseConvention(definition);
  if (!result.ok) throw new Error(result.message);
  return result.convention;
}

const [first, ...others] = DEFINITIONS;

/** Serves where the workbook does not tell which of them it is about. */
export const contratIntegre: Convention = parseBuiltIn(first);

export const contratsIntegres: readonly [Convention, ...Convention[]] = [contratIntegre, ...others.map(parseBuiltIn)];

export function findContratIntegre(id: string): Convention | null {
  return contratsIntegres.find((contrat) => contrat.id === id) ?? null;
}
