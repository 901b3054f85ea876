// Whether two pictures show the same: letters drawn a little otherwise are the same, a word more is not.
import type { Pixels } from "./png";

/** Of 255: below it a pixel is the same to the eye. */
const VISIBLE = 64;

/** The part of the pixels that differ to the eye; 1 where the sizes do. */
export function difference(one: Pixels, other: Pixels): number {
  if (one.width !== other.width || one.height !== other.height) return 1;
  // Half a million pixels a picture: no array and no function for each.
  const { rgb } = one;
  const again = other.rgb;
  const differsAt = (at: number): boolean => Math.abs((rgb[at] ?? 0) - (again[at] ?? 0)) > VISIBLE;
  let different = 0;
  for (let at = 0; at < rgb.length; at += 3) {
    if (differsAt(at) || differsAt(at + 1) || differsAt(at + 2)) different += 1;
  }
  return different / (one.width * one.height);
}
