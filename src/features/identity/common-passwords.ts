// The commonest passwords of the world, commonest first (S1 asks for the first 10,000; the list has more).
// Loaded only when somebody chooses a password: it weighs half a megabyte.
import { dictionary } from '@zxcvbn-ts/language-common';

export const common: ReadonlySet<string> = new Set(dictionary['passwords-common']);
