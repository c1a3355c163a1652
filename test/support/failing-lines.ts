/** The `at`th of many conversations, each of which fails for one of seven causes. */
export function failingLine(at: number): string {
	const steps = [
		{ sms: "hello" },
		{ sms: "PROG 7982 ECHO:", replies: [`nothing of kind ${at % 7}`] },
	];
	return `${JSON.stringify({ id: `c${at}`, steps })}\n`;
}
