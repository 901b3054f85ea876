// Where each clause of a contract was read, and whether it is read, supposed or confirmed.
import type { Convention, Source } from "../convention";
import { concerne } from "../definition/champ";
import type { Chemin, Clause } from "./clause";

type Provenance = Pick<Clause, "quote" | "place" | "state" | "confirmed">;

const GIVEN: Provenance = { quote: null, place: null, state: "confirmed", confirmed: null };

export class Sources {
  private readonly sources: ReadonlyMap<string, Source>;

  constructor(private readonly convention: Convention) {
    this.sources = new Map(Object.entries(convention.sources ?? {}));
  }

  /** The key under which the definition says where a clause stands; null where nobody says it. */
  cleDe(key: string): string | null {
    return this.sources.size === 0 ? null : this.chercher(key);
  }

  articleOf(key: string): string | undefined {
    return this.find(key)?.article;
  }

  of(key: string, path: Chemin): Provenance {
    const { questions = [], relecture } = this.convention;
    const source = this.find(key);
    const quote = source?.phrase ?? null;
    const place = source?.lieu ?? null;
    if (questions.some(({ champ }) => concerne(champ, path)))
      return { quote, place, state: "supposed", confirmed: null };
    const by = source?.par ?? relecture?.par;
    const on = source?.le ?? relecture?.le;
    const confirmed = by !== undefined && on !== undefined ? { by, on } : null;
    // What nobody says where it stands, nor has confirmed, is confirmed by whoever gives the definition.
    if (!source && !confirmed) return GIVEN;
    return { quote, place, state: confirmed ? "confirmed" : "read", confirmed };
  }

  /** Its own source, else that of the thing that it is of: "actions/3" speaks for "actions/3/montants/2025/etat". */
  find(key: string): Source | undefined {
    return this.sources.get(this.cleDe(key) ?? "");
  }

  private chercher(key: string): string | null {
    for (let own = key; own !== ""; own = own.slice(0, Math.max(own.lastIndexOf("/"), 0))) {
      if (this.sources.has(own)) return own;
    }
    return null;
  }
}
