// Lets the host's own fetch claim the process-wide dispatcher before undici is loaded, which would take it otherwise.

// Reading it makes Node load its built-in fetch. This module must be imported before undici.
void globalThis.Request;
