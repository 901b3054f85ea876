// Data that a schema accepts, in a small part of the time that zod takes for it: zod itself is asked of each figure and text, and
// of the whole once something in it is not as it should be.
import * as z from "zod";
import { remember } from "../remember";

const REFUSED = Symbol("refused");

/** What the schema makes of the value, itself where that is the same; REFUSED where zod has something to say of it, or may have. */
type Reader = (value: unknown) => unknown;

const CONTEXT: z.core.ParseContextInternal = { async: false };

/** Zod's own word, on anything but lists and objects: it is handed one and the same payload each time. */
function askZod({ _zod }: z.core.$ZodType): Reader {
  const asked: z.core.ParsePayload = { value: undefined, issues: [] };
  return (value) => {
    if (typeof value === "object" && value !== null) return REFUSED;
    asked.value = value;
    const read = _zod.run(asked, CONTEXT);
    if (!(read instanceof Promise) && read.issues.length === 0) return read.value;
    asked.issues = [];
    delete asked.aborted;
    return REFUSED;
  };
}

/** A contract says the same years and words again and again; beyond so many, nothing is kept of those that come. */
const MOST_KEPT = 10_000;

function readLeaf(schema: z.core.$ZodType): Reader {
  const ask = askZod(schema);
  const kept = new Map<unknown, unknown>();
  return (value) => {
    const known = kept.get(value);
    if (known !== undefined) return known;
    const read = ask(value);
    if (read !== REFUSED && kept.size < MOST_KEPT) kept.set(value, read);
    return read;
  };
}

function readList({ _zod: { def } }: z.core.$ZodArray): Reader {
  const readItem = readerOf(def.element);
  return (values) => {
    if (!Array.isArray(values)) return REFUSED;
    let list = values as unknown[];
    for (let index = 0; index < values.length; index += 1) {
      const item = readItem(values[index]);
      if (item === REFUSED) return REFUSED;
      if (item === values[index]) continue;
      if (list === values) list = [...list];
      list[index] = item;
    }
    const whole: z.core.ParsePayload = { value: list, issues: [] };
    for (const check of def.checks ?? []) void check._zod.check(whole as z.core.ParsePayload<never>);
    return whole.issues.length === 0 ? list : REFUSED;
  };
}

/** Its fields in the order of the schema, as zod has them. */
function readObject({ _zod: { def } }: z.core.$ZodObject): Reader {
  const fields = Object.entries(def.shape).map(([key, field]) => {
    const isOptional = field instanceof z.ZodDefault || field instanceof z.ZodOptional;
    return { key, readNone: askZod(field), readOwn: readerOf(isOptional ? field.def.innerType : field) };
  });
  // Of the object at hand alone: no schema stands within itself.
  const made: unknown[] = fields.map(() => undefined);
  return (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return REFUSED;
    const source = value as Readonly<Record<string, unknown>>;
    const keys = Object.keys(source);
    let [at, known, isSame] = [0, 0, true];
    for (const { key, readNone, readOwn } of fields) {
      const own = source[key];
      const read = own === undefined ? readNone(own) : readOwn(own);
      if (read === REFUSED) return REFUSED;
      if (read !== own || (own !== undefined && keys[known] !== key)) isSame = false;
      if (own !== undefined) known += 1;
      made[at] = read;
      at += 1;
    }
    // Others are fields that the schema does not know, or that say nothing.
    if (keys.length !== known) return REFUSED;
    if (isSame) return source;
    const object: Record<string, unknown> = {};
    for (const [index, { key }] of fields.entries()) if (made[index] !== undefined) object[key] = made[index];
    return object;
  };
}

const readerOf: (schema: z.core.$ZodType) => Reader = remember((schema) => {
  if (schema instanceof z.ZodObject && schema.def.catchall instanceof z.ZodNever) return readObject(schema);
  return schema instanceof z.ZodArray ? readList(schema) : readLeaf(schema);
});

/** As zod's `safeParse`, its issues with what they are about. What the schema changes nothing of is the given data itself. */
export function readSchema<Schema extends z.ZodType>(
  schema: Schema,
  data: unknown,
): z.ZodSafeParseResult<z.output<Schema>> {
  const read = readerOf(schema)(data);
  if (read === REFUSED) return schema.safeParse(data, { reportInput: true });
  return { success: true, data: read as z.output<Schema> };
}
