// Characters that show nothing, and steer what shows them: a terminal, or the direction in which what follows is read. Texts of others may hold them.

const CHARACTERS = "\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069";

/** Each of them but a line feed, and but what `kept` matches where it stands. */
export const steering = (kept = "\\n"): RegExp => new RegExp(`(?!\\n|${kept})[${CHARACTERS}]`, "gu");
