// Characters that show nothing, and steer what shows them: a terminal, or the direction in which what follows is read. Texts of others may hold them.

const TURNING = "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069";
/** Control characters, and what no XML may hold, too. */
const CHARACTERS = `\\p{Cc}\\u2028\\u2029\\ufffe\\uffff${TURNING}`;

/** Each of them but a line feed, and but what `kept` matches where it stands. */
export const steering = (kept = "\\n"): RegExp => new RegExp(`(?!\\n|${kept})[${CHARACTERS}]`, "gu");

const STEERING = steering();
const TURNS = new RegExp(`[${TURNING}]`, "gu");
/** No letter of any language bears more signs than four: a heap of them is written over the lines around. */
const HEAPED = /(?<=\p{M}{4})\p{M}+/gu;

/** The same text with a sign in the place of each of them: who reads it sees that something stands there, and it steers nothing. */
export const withoutSteering = (text: string): string => text.replace(STEERING, "\ufffd").replace(HEAPED, "");

/** Without them: a definition is written by hand, and pasted. */
export const withoutTurns = (text: string): string => text.replace(TURNS, "");

/** The same where control characters do no harm: « 00056 » is never shown for 65000 turned round. */
export const withoutTurning = (text: string): string => text.replace(TURNS, "\ufffd").replace(HEAPED, "");
