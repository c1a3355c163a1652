/** A phone number, or a sender's name, of which only the ends are told: `+49…12`. */
export function maskedNumber(number: string): string {
	if (number === "") return "";
	return number.length < 8
		? `…${number.slice(-2)}`
		: `${number.slice(0, 3)}…${number.slice(-2)}`;
}

/** Who did something, as the log keeps it, with numbers masked: `sms +49…12`, `mqtt user 1`. */
export function maskedCause(by: string): string {
	const [via = "", ...rest] = by.split(" ");
	const whose = rest.join(" ");
	return whose === "" || (via !== "sms" && via !== "clock")
		? by
		: `${via} ${maskedNumber(whose)}`;
}
