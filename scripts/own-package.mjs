import { fileURLToPath } from "node:url";

/**
 * Where yargs finds a package.json, which it wants for a version. By itself it
 * reads each folder above the current one; with /tmp or a home full of files among
 * them that took longer than the help.
 */
export default function ownPackage() {
	return fileURLToPath(new URL("../package.json", import.meta.url));
}
