// Characters that show nothing, and steer what shows them: a terminal, or the direction in which what follows is read. Texts of others may hold them.

const TURNING = "\\u202a-\\u202e\\u2066-\\u2069";
const CHARACTERS = `\\p{Cc}\\u2028\\u2029${TURNING}`;

/** Each of them but a line feed, and but what `kept` matches where it stands. */
export const steering = (kept = "\\n"): RegExp => new RegExp(`(?!\\n|${kept})[${CHARACTERS}]`, "gu");

const STEERING = steering();
const TURNS = new RegExp(`[${TURNING}]`, "gu");

/** The same text with a sign in the place of each of them: who reads it sees that something stands there, and it steers nothing. */
export const withoutSteering = (text: string): string => text.replace(STEERING, "\ufffd");

/** The same where control characters do no harm: « 00056 » is never shown for 65000 turned round. */
export const withoutTurning = (text: string): string => text.replace(TURNS, "\ufffd");
