/** What the server knows of the machine it runs on; a web worker and Node each have their own. */
export interface Host {
  /**
   * The decoded text of a file the server can read by itself; undefined when there is none. `canRead` is asked first.
   *
   * @param path - see `pathOf`
   * @throws when it is there and cannot be read
   */
  read(path: string): Promise<string | undefined>;
  canRead(path: string): boolean;
  /** The paths of all files below a folder it can read by itself; undefined when there is none. See `Files.list`. */
  list?(path: string): Promise<readonly string[] | undefined>;
  /** Today, `YYYY-MM-DD`, in local time. */
  today(): string;
  /** What the address of a rule's page starts with, unless the client says otherwise. */
  docs: string;
}

/** A day as `YYYY-MM-DD`, in local time. */
export function localDay(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
