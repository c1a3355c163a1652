/** An instant as frames have it: `HH:MM:SS,MM-DD-YYYY` in GMT. */
export function timestampText(instant: number): string {
	const date = new Date(instant);
	const two = (value: number) => `${value}`.padStart(2, "0");
	const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()];
	const day = [date.getUTCMonth() + 1, date.getUTCDate()];
	const year = `${date.getUTCFullYear()}`.padStart(4, "0");
	return `${time.map(two).join(":")},${[...day.map(two), year].join("-")}`;
}

/** @returns milliseconds since 1970; null for what is no instant */
export function timestampOf(text: string): number | null {
	const read = /^(\d\d):(\d\d):(\d\d),(\d\d)-(\d\d)-(\d{4})$/.exec(text);
	if (read === null) return null;
	const [hour, minute, second, month, day, year] = read.slice(1);
	const instant = Date.parse(
		`${year}-${month}-${day}T${hour}:${minute}:${second}Z`,
	);
	// 30 February would be read as a day of March.
	return Number.isNaN(instant) || timestampText(instant) !== text
		? null
		: instant;
}
