// The contract that serves when the workbook or the command line gives no other.
import type { Convention } from "../core/domain/contrat/convention";
import { dijonMetropole20242027 } from "./dijon-metropole-2024-2027";
import { parseConvention } from "./parse-convention";

function parseBuiltIn(): Convention {
  const result = parseConvention(dijonMetropole20242027);
  if (!result.ok) throw new Error(result.message);
  return result.convention;
}

export const contratIntegre: Convention = parseBuiltIn();
