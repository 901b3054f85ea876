// A number with its noun, as French agrees them: zero and one are singular.

export function accord(count: number, singular: string, plural = `${singular}s`): string {
  return `${count} ${Math.abs(count) < 2 ? singular : plural}`;
}
