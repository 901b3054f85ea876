// A number with its noun, as French agrees them: zero and one are singular.
import { formatNombre } from "./format";

export function accord(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatNombre(count)} ${Math.abs(count) < 2 ? singular : plural}`;
}
