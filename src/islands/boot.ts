/** Runs on every page: small help for forms, and loads an island where a page asks for one. */
export {};
