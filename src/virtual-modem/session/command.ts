/**
 * One command of an AT command line (ITU-T V.250, 5.3 and 5.4).
 */
export interface AtCommand {
	/** In capitals: `E`, `&F`, `S`, `+CMGF`, `^CURC`. */
	readonly name: string;
	/**
	 * `AT+X` is do, `AT+X?` read, `AT+X=?` test, `AT+X=1` set. A short command
	 * (`ATE0`) is do, but for `ATS3?`.
	 */
	readonly form: "do" | "read" | "test" | "set";
	/**
	 * The values after the `=`, split at commas, without white space and the
	 * quotes around. A short command has its number here (`0`).
	 */
	readonly args: readonly string[];
}

/**
 * The commands of a line, in order. Total: where the line cannot be read, it
 * ends with a command that is in no table.
 * @param line the text after `AT`, one character per byte
 */
export function readCommandLine(line: string): AtCommand[] {
	const commands: AtCommand[] = [];
	let rest = line.trimStart();
	while (rest !== "") {
		const [command, length] = extended(rest) ?? dial(rest) ?? short(rest);
		commands.push(command);
		if (command === unknown) break;
		rest = rest.slice(length).trimStart();
	}
	return commands;
}

const unknown: AtCommand = { name: "", form: "do", args: [] };

/** `+CMGF=1;`: a prefix, a name, the sign of its form, and a value up to the semicolon. */
function extended(text: string): [AtCommand, number] | null {
	const [head = "", name = "", sign] =
		/^([+^$*#%!@][A-Z0-9_\-./:%!]*) *(=\?|\?|=)?/i.exec(text) ?? [];
	if (name === "") return null;
	const length = valueLength(text.slice(head.length));
	const value = text.slice(head.length, head.length + length);
	const end = head.length + length + 1;
	if (sign === "=") {
		const args = splitArguments(value);
		return [{ name: name.toUpperCase(), form: "set", args }, end];
	}
	if (value.trim() !== "") return [unknown, end];
	const form = sign === "?" ? "read" : sign === "=?" ? "test" : "do";
	return [{ name: name.toUpperCase(), form, args: [] }, end];
}

/** `D*100#;`: everything up to the semicolon is dialled. */
function dial(text: string): [AtCommand, number] | null {
	if (!/^D/i.test(text)) return null;
	const length = valueLength(text);
	const args = [text.slice(1, length).trim()];
	return [{ name: "D", form: "do", args }, length + 1];
}

/** `E0`, `&F`, `S3?`, `S3=13`: the next one follows without a semicolon. */
function short(text: string): [AtCommand, number] {
	const [all = "", name = "", first = "", second = ""] =
		/^([&\\]?[A-Z]) *(\d*)(\?| *= *\d*)?[; ]*/i.exec(text) ?? [];
	if (name === "") return [unknown, text.length];
	if (second === "?")
		return [
			{ name: name.toUpperCase(), form: "read", args: [first] },
			all.length,
		];
	const args = second === "" ? [first] : [first, second.replace(/\D/g, "")];
	return [{ name: name.toUpperCase(), form: "do", args }, all.length];
}

/** Characters up to the first semicolon outside quotes, or to the end. */
function valueLength(text: string): number {
	let quoted = false;
	for (let at = 0; at < text.length; at++) {
		const character = text[at];
		if (character === '"') quoted = !quoted;
		if (character === ";" && !quoted) return at;
	}
	return text.length;
}

function splitArguments(value: string): string[] {
	const args: string[] = [];
	let quoted = false;
	let start = 0;
	for (let at = 0; at <= value.length; at++) {
		if (value[at] === '"') quoted = !quoted;
		if (at < value.length && (quoted || value[at] !== ",")) continue;
		args.push(withoutQuotes(value.slice(start, at).trim()));
		start = at + 1;
	}
	return args;
}

function withoutQuotes(text: string): string {
	return text.replace(/^"/, "").replace(/"$/, "");
}
