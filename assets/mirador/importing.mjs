// Bringing in a file, step by step: read, look, publish. Only where the server allows it.

/** Starts the steps where the page has a place for them. */
export function setUpImport() {}
