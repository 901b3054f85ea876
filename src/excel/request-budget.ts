// Keeps each request under Excel's limit: sends what is pending before something that would not fit any more.

/** Excel takes 5 MB; what is not measured is estimated generously. */
export const BYTES_PER_REQUEST = 4_500_000;

export class RequestBudget {
  #pending = 0;

  constructor(
    readonly context: Excel.RequestContext,
    readonly bytesPerRequest = BYTES_PER_REQUEST,
  ) {}

  /** To be called before what takes about so many bytes is asked for; its ranges must not be older. */
  async reserve(bytes: number): Promise<void> {
    if (this.#pending > 0 && this.#pending + bytes > this.bytesPerRequest) await this.send();
    if (this.#pending === 0) this.context.application.suspendScreenUpdatingUntilNextSync();
    this.#pending += bytes;
  }

  async send(): Promise<void> {
    if (this.#pending > 0) await this.context.sync();
    this.#pending = 0;
  }
}
