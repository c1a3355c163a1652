/** What each worker of the tests does once, before its first file. */
import "./own-folder.ts";
import "./seed.ts";
import "./state-folder.ts";
