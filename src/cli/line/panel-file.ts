import { existsSync } from "node:fs";
import { InputError } from "./exit-code.ts";

/** Where the panel's file is when nobody says. */
const HERE = "panel-config.json";

/**
 * The panel's file: the one that is named, else the one in this folder.
 * @throws InputError where there is none, with the command that makes one.
 */
export function panelFile(named: string | undefined): string {
	const file = named ?? HERE;
	if (existsSync(file)) return file;
	const option = named === undefined ? "" : ` --config ${named}`;
	throw new InputError(
		`there is no ${file}; make one with: alarmpanel config init${option}`,
	);
}

/** As `panelFile`, but null where nobody named a file and there is none here. */
export function panelFileIfAny(named: string | undefined): string | null {
	return named === undefined && !existsSync(HERE) ? null : panelFile(named);
}
