interface Drawn {
  toString(): string;
}

/** The HTML of a component as a browser would get it. */
export const drawn = (component: unknown): string => (component as Drawn).toString();
