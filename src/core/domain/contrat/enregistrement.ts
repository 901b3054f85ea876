// Strict objects, of which a definition has a hundred thousand.
import * as z from "zod";

/**
 * As `z.strictObject`. One that is right is taken value by value, each as its own schema takes it, in one and the same payload;
 * of another it is left to zod to say what is wrong. To make a payload for each value costs twice as much.
 */
export function enregistrement<Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
): ReturnType<typeof z.strictObject<Shape>> {
  const schema = z.strictObject(shape);
  const { run } = schema._zod;
  const fields = Object.entries(shape).map(([key, { _zod }]) => ({ key, field: _zod }));
  const tried: z.core.ParsePayload = { value: undefined, issues: [] };

  const take = (given: unknown, ctx: z.core.ParseContextInternal): object | null => {
    if (typeof given !== "object" || given === null || Array.isArray(given)) return null;
    const values = given as Readonly<Record<string, unknown>>;
    const taken: Record<string, unknown> = {};
    let known = 0;
    for (const { key, field } of fields) {
      const value = values[key];
      if (value !== undefined) known += 1;
      else if (field.optin === undefined) return null;
      else if (field.optin === "optional") continue;
      tried.value = value;
      const result = field.run(tried, ctx);
      if (result instanceof Promise || result.issues.length > 0) {
        tried.issues = [];
        return null;
      }
      taken[key] = result.value;
    }
    return known === Object.keys(values).length ? taken : null;
  };

  schema._zod.run = (payload, ctx) => {
    const taken = take(payload.value, ctx);
    if (taken === null) return run(payload, ctx);
    payload.value = taken;
    return payload;
  };
  return schema;
}
