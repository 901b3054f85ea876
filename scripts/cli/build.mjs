// `npm run build`, the command line's part.
import { buildCli } from "./build-cli.mjs";

await buildCli();
