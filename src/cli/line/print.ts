/** One line, or one JSON document, on stdout: the answer. */
export function print(answer: string | object): void {
	const line =
		typeof answer === "string" ? answer : JSON.stringify(answer, null, "\t");
	process.stdout.write(`${line}\n`);
}

/** On stderr: everything that is not the answer. Nothing for an empty text. */
export function complain(remark: string): void {
	if (remark !== "") process.stderr.write(`${remark}\n`);
}
