/** A conversation in which everything takes part: people, delays, an alarm, reports. */
export const EVENING: readonly string[] = [
	"> PROG 7982 USRS:1,12",
	"> PROG 7982 USRS:1,4321,ANNA",
	"> PROG 7982 RPEX:1,1,0,sms://+15550188",
	"> PROG 7982 DEAN:1,1,0123456789,Kitchen",
	"> PROG 7982 MODE:A",
	"@ +10s",
	"@ +25s",
	"! zone 1 open",
	"@ +1m",
	"! keypad 4321 disarm",
	"! keypad 9999 away",
	"@ +2s",
];

/** The same as a transcript without expectations. */
export function eveningTranscript(id: string): string {
	return `id ${id}\n${EVENING.join("\n")}\n`;
}

/** Does it with a panel. */
export async function spend(panel: {
	text(text: string): Promise<unknown>;
	step(step: string): Promise<unknown>;
	advance(until: string): Promise<unknown>;
}): Promise<void> {
	for (const line of EVENING) {
		const rest = line.slice(2);
		if (line.startsWith("> ")) await panel.text(rest);
		else if (line.startsWith("! ")) await panel.step(rest);
		else await panel.advance(rest.replace("+", ""));
	}
}
