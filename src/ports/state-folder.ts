import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { env } from "node:process";

/**
 * The user's folder for what has to outlast a restart of the machine: what
 * systemd gives a service (`StateDirectory=`), else XDG's for state.
 */
export function stateFolder(
	environment: Readonly<Record<string, string | undefined>> = env,
): string {
	const { STATE_DIRECTORY = "", XDG_STATE_HOME = "" } = environment;
	// A service may have several.
	const [ofService = ""] = STATE_DIRECTORY.split(delimiter);
	if (ofService !== "") return ofService;
	const home = XDG_STATE_HOME || join(homedir(), ".local", "state");
	return join(home, "alarmpanel");
}
