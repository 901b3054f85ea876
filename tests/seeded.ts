// fast-check with the same cases on each run, unless another seed is asked for: PROPERTY_SEED=42.
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20261127) });

export default fc;
