import { type Kind, Misfit } from "../kind.ts";

/**
 * A time as people write it: `22:30`, `22.30`, `22H30`, `22H`, `10:30PM`,
 * `10 pm`. The value is `22:30`, always five characters. Midnight is `00:00`
 * and `12:00AM`.
 */
export function timeOfDay(): Kind<string> {
	return {
		shape: { type: "time-of-day" },
		rule: "a time like 22:30 or 10:30PM",
		read(text) {
			const [, hours, minutes = "00", half] =
				twelve.exec(text) ?? twentyFour.exec(text) ?? [];
			if (hours === undefined) return noTime;
			const hour = Number(hours);
			const minute = Number(minutes);
			const first = half === undefined ? 0 : 1;
			const last = half === undefined ? 23 : 12;
			if (hour < first || hour > last || minute > 59) return noSuchTime;
			const past = half === undefined ? hour : (hour % 12) + afternoon(half);
			return `${String(past).padStart(2, "0")}:${minutes}`;
		},
		print: (value) => value,
	};
}

const twelve = /^([0-9]{1,2})(?:[:.]([0-9]{2}))? ?([AaPp])[Mm]$/;
const twentyFour = /^([0-9]{1,2})(?:[:.Hh]([0-9]{2})|[Hh])$/;

const noTime = new Misfit("time", "this is none");
const noSuchTime = new Misfit("time", "no clock shows this");

function afternoon(half: string): number {
	return /^p$/i.test(half) ? 12 : 0;
}
