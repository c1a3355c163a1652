import { existsSync } from "node:fs";
import { shellWord } from "../../../grammar/message/shell-word.ts";
import { PANEL_FILE } from "./environment.ts";
import { InputError } from "./exit-code.ts";

/** The default name of the panel's file. */
export const DEFAULT_FILE = "panel-config.json";

/**
 * The panel's file: the named one, else the one in this folder.
 * @throws InputError if it does not exist; names the command that makes one
 */
export function panelFile(named: string | undefined): string {
	const file = named ?? DEFAULT_FILE;
	if (existsSync(file)) return file;
	const option = named === undefined ? "" : ` --config ${shellWord(named)}`;
	const by =
		named !== undefined && named === process.env[PANEL_FILE]
			? `, which ${PANEL_FILE} names`
			: "";
	throw new InputError(
		`there is no ${file}${by}; make one with: alarmpanel config init${option}`,
	);
}

/** As `panelFile`, but null if no file is named and this folder has none. */
export function panelFileIfAny(named: string | undefined): string | null {
	return named === undefined && !existsSync(DEFAULT_FILE)
		? null
		: panelFile(named);
}
