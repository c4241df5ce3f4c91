/**
 * Words between the servers that share a database. A word may be lost (a connection that broke), so nobody may depend
 * on one: they say that it is worth looking. None is told to the server that said it.
 */
export interface Notices {
  /** Tells the other servers, soon: equal words that wait together are sent once. Costs nothing when there is no other. */
  tell(topic: string, text: string): void;
  listen(topic: string, listener: (text: string) => void): void;
  /** `listener` is called when words may have been missed: this server has just come to listen, or listens again. */
  onGap(listener: () => void): void;
  /** whether words of others arrive: false where there can be no others, and while the connection is broken */
  readonly connected: boolean;
  close(): Promise<void>;
}

/** For a database that no second server can open. */
export const noNotices: Notices = {
  tell: () => {},
  listen: () => {},
  onGap: () => {},
  connected: false,
  close: () => Promise.resolve(),
};
