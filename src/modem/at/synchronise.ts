import type { MarkerOutcome } from "./marker-exchange.ts";

/** Answered by every modem that is known, with or without a SIM. */
const markers = ["AT+CMEE?", "AT+CSQ"] as const;
const mostTurns = 6;

/**
 * Brings a session into step with its modem: afterwards each answer belongs to
 * the command before it. A modem answers in order, so when a marker's answer is
 * recognised, what came before it is stale. One marker could be mistaken for the
 * same question of a program that was here before, so two different ones have
 * to be answered one after the other.
 * @param ask writes a marker and tells how it was answered
 * @param onSilence decides what follows a marker without an answer
 * @returns whether the modem answers at all
 */
export async function synchronise(
	ask: (marker: string) => Promise<MarkerOutcome>,
	onSilence: () => "go on" | "give up",
): Promise<boolean> {
	let inOrder = 0;
	let outcome: MarkerOutcome = "silent";
	for (let turn = 0; turn < mostTurns && inOrder < markers.length; turn++) {
		outcome = await ask(markers[turn % markers.length] ?? markers[0]);
		switch (outcome) {
			case "gone":
				return false;
			case "recognised":
			case "unknown":
				inOrder += 1;
				break;
			case "silent":
				if (onSilence() === "give up") return false;
				inOrder = 0;
				break;
			case "stale":
				inOrder = 0;
		}
	}
	return outcome !== "silent";
}
