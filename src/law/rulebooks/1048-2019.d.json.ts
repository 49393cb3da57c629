/** Read as unknown and validated when it is loaded; without this the compiler would work out the type of every option. */
declare const rulebook: unknown;
export default rulebook;
