// Where what is built for the browser tests stands, below the folder of the sites.
import path from "node:path";

export const PREVIEW = "preview";
/** The unpacked archive. */
export const RELEASE = "release";
/** What a server gives out of it. */
export const SITE = path.join(RELEASE, "site");
