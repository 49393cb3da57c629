import type { Qualifier } from './schema.ts';

/** A number said to be "about" may differ from the records by this share of itself. */
const ABOUT_SHARE = 0.05;

/** Do the records contradict what was published? "More than 200" fits every number above 200. */
export function differs(qualifier: Qualifier, published: number, counted: number): boolean {
  switch (qualifier) {
    case 'exact':
      return counted !== published;
    case 'about':
      return Math.abs(counted - published) > published * ABOUT_SHARE;
    case 'moreThan':
      return counted <= published;
  }
}
