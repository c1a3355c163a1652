import { basename, dirname, join } from "node:path";
import { createFile } from "../../store/durable-file.ts";
import { codeOf } from "../../store/system-error.ts";

const NOTICE =
	"alarmpanel is software without any certificate (EN 50131, CP-01, UL); texts may come late or never, and a computer needs power: let it not guard lives alone. docs/service.md says more; this is said once";

/**
 * What a panel at a real modem is not certified for, at its first start there; ""
 * at later ones. A file beside the panel's remembers that it was said.
 */
export async function limitsNotice(file: string): Promise<string> {
	const marker = join(dirname(file), `.${basename(file)}.told`);
	try {
		await createFile(marker, `${NOTICE}\n`);
		return NOTICE;
	} catch (error) {
		// Where it cannot be remembered, it is said again.
		return codeOf(error) === "EEXIST" ? "" : NOTICE;
	}
}
